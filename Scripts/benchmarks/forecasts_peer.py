"""statsforecast on the series that forecast-accuracy reads.

usage: forecasts_peer.py FILE SEASON HORIZON          speed and errors of each model, as forecast-accuracy speed
       forecasts_peer.py FILE SEASON HORIZON METHOD   forecasts of one model on all cores, as forecast-accuracy forecast
"""

import csv
import itertools
import math
import os
import sys
import time
import warnings

import numpy as np
import polars as pl
from statsforecast import StatsForecast
from statsforecast import models

warnings.filterwarnings("ignore")


def read(path):
    """The series as rows of a matrix."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        return np.array([[float(row[-1]) for row in group] for _, group in itertools.groupby(rows, lambda r: r[0])])


def contestants(season):
    """Models by our names; those that take long run on all cores."""
    cores = os.cpu_count()
    return {
        "seasonal naive": (models.SeasonalNaive(season), 1),
        "ses": (models.SimpleExponentialSmoothingOptimized(), 1),
        "croston": (models.CrostonClassic(), 1),
        "croston optimised": (models.CrostonOptimized(), 1),
        "sba": (models.CrostonSBA(), 1),
        "tsb": (models.TSB(0.1, 0.1), 1),
        "adida": (models.ADIDA(), 1),
        "imapa": (models.IMAPA(), 1),
        "holt": (models.Holt(), cores),
        # A season above 24 is refused.
        "ets": (models.AutoETS(season_length=season if season <= 24 else 1), cores),
        "dynamic optimised theta": (models.DynamicOptimizedTheta(season_length=season), cores),
        "automatic theta": (models.AutoTheta(season_length=season), cores),
    }


def frame(values):
    """The long table that statsforecast takes."""
    count, length = values.shape
    return pl.DataFrame({
        "unique_id": np.repeat(np.arange(count), length), "ds": np.tile(np.arange(length), count), "y": values.ravel()})


def errors(forecasts, training, actual):
    """Means of RMSSE and MASE over the series that have a scale, and of the bias over all."""
    steps = np.diff(training, axis=1)
    varied = np.abs(steps).sum(axis=1) > 0
    off = forecasts - actual
    root = np.sqrt((off[varied] ** 2).mean(axis=1) / (steps[varied] ** 2).mean(axis=1))
    mean = np.abs(off[varied]).mean(axis=1) / np.abs(steps[varied]).mean(axis=1)
    return root.mean(), mean.mean(), off.mean()


def bare(model, training, horizon):
    """Series a processor second, each handed straight to the model: without the frame and the engine around it."""
    start = time.process_time()
    for values in training:
        model.forecast(y=values, h=horizon)
    return len(training) / (time.process_time() - start)


def table(values, season, horizon):
    """Speed by processor seconds and by the clock, and errors over the last periods."""
    training, actual = values[:, :-horizon], values[:, -horizon:]
    count, length = training.shape
    given = frame(training)
    print(f"{'statsforecast':42}series/s, 1 core   series/s          RMSSE     MASE     bias   bare series/s", flush=True)
    for name, (model, jobs) in contestants(season).items():
        engine = StatsForecast(models=[model], freq=1, n_jobs=jobs)
        engine.forecast(df=given.head(20 * length), h=horizon)
        before, start = sum(os.times()[:4]), time.perf_counter()
        answer = engine.forecast(df=given, h=horizon)
        seconds, cpu = time.perf_counter() - start, sum(os.times()[:4]) - before
        forecasts = answer.sort("unique_id", "ds")[answer.columns[-1]].to_numpy().reshape(count, horizon)
        squared, absolute, bias = errors(forecasts, training, actual)
        alone = bare(model, training, horizon) if jobs == 1 else math.nan
        print(
            f"{name:42}{count / cpu:16.0f}   {count / seconds:13.0f}   {squared:7.4f}  {absolute:7.4f}  {bias:+7.4f}"
            f"{alone:16.0f}", flush=True)


def main():
    values, season, horizon = read(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    if len(sys.argv) == 4:
        table(values, season, horizon)
    else:
        model, _ = contestants(season)[sys.argv[4]]
        StatsForecast(models=[model], freq=1, n_jobs=os.cpu_count()).forecast(
            df=frame(values), h=horizon).write_csv(sys.stdout.buffer)


if __name__ == "__main__":
    main()
