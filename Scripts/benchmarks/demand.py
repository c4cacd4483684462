"""The accuracy of demand forecasts beside statsforecast's, on public series, from the same splits in the same run.

usage: python3 Scripts/benchmarks/demand.py FOLDER [--sets NAME,NAME] [--quick]

FOLDER holds the folders carparts, spareparts, uci_weekly_sales, pasta and online_retail. Needs numpy and statsforecast,
and the program demand-accuracy: swift build -c release --product demand-accuracy. Peers without intervals of their own
get conformal ones from two windows; none of their quantiles is left below zero. On the simulated set, which is for
speed, they only forecast means. --quick leaves out AutoETS.
"""

import argparse
import collections
import os
import subprocess
import time

import numpy
from statsforecast import models
from statsforecast.utils import ConformalIntervals

PROGRAM = os.path.join(os.path.dirname(__file__), "..", "..", ".build", "release", "demand-accuracy")
LEVELS = (0.1, 0.5, 0.9, 0.95)
COLUMNS = ("rmsse", "mase", "bias", "pinball50", "pinball90", "pinball95", "coverage", "microseconds")


def contestants(horizon, quick):
    def conformal():
        return {"prediction_intervals": ConformalIntervals(n_windows=2, h=horizon)}

    peers = {
        "HistoricAverage": models.HistoricAverage(),
        "SESOptimized": models.SimpleExponentialSmoothingOptimized(**conformal()),
        "CrostonClassic": models.CrostonClassic(**conformal()),
        "CrostonOptimized": models.CrostonOptimized(**conformal()),
        "CrostonSBA": models.CrostonSBA(**conformal()),
        "TSB(0.1,0.1)": models.TSB(0.1, 0.1, **conformal()),
        "ADIDA": models.ADIDA(**conformal()),
        "IMAPA": models.IMAPA(**conformal()),
    }
    return peers if quick else {**peers, "AutoETS": models.AutoETS(season_length=1)}


def forecast(model, training, horizon, intervals):
    """Mean and quantiles, the latter as the mean where there are no intervals or a series is too short for them."""
    try:
        said = model.forecast(y=training, h=horizon, level=[80, 90] if intervals else None)
    except Exception:
        said = model.forecast(y=training, h=horizon)
    mean = said["mean"]
    rows = [said.get("lo-80", mean), mean, said.get("hi-80", mean), said.get("hi-90", mean)]
    return mean, numpy.maximum(0, numpy.array(rows))


class Scores:
    """Means over the series of a set, as the program takes them."""

    def __init__(self):
        self.scaled, self.misses, self.inside, self.spent, self.forecasts = [], [], [], 0.0, 0

    def add(self, mean, quantiles, actual, training):
        error = mean - actual
        self.misses.append(error)
        self.inside.append((quantiles[0] <= actual) & (actual <= quantiles[2]))
        steps = numpy.abs(numpy.diff(training))
        if not steps.any():
            return
        absolute, squared = steps.mean(), (steps**2).mean()
        losses = [
            numpy.maximum(level * (actual - row), (1 - level) * (row - actual)).mean() / absolute
            for level, row in zip(LEVELS, quantiles)
        ]
        row = [numpy.sqrt((error**2).mean() / squared), numpy.abs(error).mean() / absolute, *losses[1:]]
        self.scaled.append(row)

    def row(self):
        rmsse, mase, *losses = numpy.mean(self.scaled, axis=0)
        bias, coverage = numpy.concatenate(self.misses).mean(), numpy.concatenate(self.inside).mean()
        values = (rmsse, mase, bias, *losses, coverage, self.spent / self.forecasts * 1e6)
        return dict(zip(COLUMNS, values))


def peers_of(series, quick):
    season, horizon, origins = (int(part) for part in series[0][1:4])
    intervals = series[0][0] != "simulated"
    result = {}
    for name, model in contestants(horizon, quick).items():
        scores = Scores()
        for _, _, _, _, text in series:
            values = numpy.array(text.split(","), dtype=float)
            end = len(values) - horizon - origins + 1
            start = time.process_time()
            said = [forecast(model, values[: end + origin], horizon, intervals) for origin in range(origins)]
            scores.spent += time.process_time() - start
            scores.forecasts += origins
            mean = numpy.concatenate([mean for mean, _ in said])
            quantiles = numpy.concatenate([rows for _, rows in said], axis=1)
            scores.add(mean, quantiles, values[end:], values[:end])
        result[name] = scores.row()
    return result


def verdict(ours, others):
    """What the automatic choice is beside the best of all others."""
    def judge(text, holds):
        return f"{text}: {'yes' if holds else 'NO'}"

    best = min(row["rmsse"] for row in others.values())
    yield judge(f"RMSSE {(ours['rmsse'] / best - 1) * 100:+.1f} % of the best", ours["rmsse"] <= best * 1.01)
    least = min(abs(row["bias"]) for row in others.values())
    yield judge(f"|bias| {abs(ours['bias']):.3f}, least {least:.3f}", abs(ours["bias"]) <= least)
    for column in COLUMNS[3:6]:
        best = min(row[column] for row in others.values())
        yield judge(f"{column} {(ours[column] / best - 1) * 100:+.1f} % of the best", ours[column] <= best)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--sets", default="")
    parser.add_argument("--quick", action="store_true")
    arguments = parser.parse_args()

    def output(*options):
        lines = subprocess.run([PROGRAM, arguments.folder, *options], check=True, capture_output=True, text=True).stdout
        return [line.split("\t") for line in lines.splitlines()]

    ours = collections.defaultdict(dict)
    for name, method, *figures in output()[1:]:
        ours[name][method] = dict(zip(COLUMNS, map(float, figures)))
    series = collections.defaultdict(list)
    for row in output("--series"):
        series[row[0]].append(row)

    wanted = arguments.sets.split(",") if arguments.sets else list(ours)
    for name in wanted:
        peers = peers_of(series[name], arguments.quick)
        print(f"\n{name}\n{'method':24}" + "".join(f"{column:>13}" for column in COLUMNS))
        for method, row in {**ours[name], **{f"peer {key}": row for key, row in peers.items()}}.items():
            print(f"{method:24}" + "".join(f"{row[column]:13.4f}" for column in COLUMNS), flush=True)
        others = {key: row for key, row in {**ours[name], **peers}.items() if not key.startswith("automatic")}
        if name == "simulated":
            continue
        for line in verdict(ours[name]["automatic"], others):
            print("  " + line)


if __name__ == "__main__":
    main()
