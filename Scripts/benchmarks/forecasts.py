"""Forecasts of ten thousand weekly series, beside statsforecast on the same file, and of a million."""

import math
import os
import random
import subprocess
import sys

import files
import measure
import program

FORECASTER = os.path.join(program.RELEASE, "forecast-accuracy")
PEER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "forecasts_peer.py")
SERIES, WEEKS, SEASON, HORIZON = 10_000, 112, 52, 8
MANY, FEWER = 1_000_000, 100_000


def series():
    """The series, made once: two years, and the eight weeks after them that are forecast."""
    path = os.path.join(files.HOME, f"series-{'given' if files.BENCH else 'own'}")
    if not os.path.isdir(path):
        print(f"making {SERIES:,} series", flush=True)
        scratch = path + ".part"
        os.makedirs(scratch, exist_ok=True)
        if files.BENCH:
            command = [files.PYTHON, os.path.join(files.BENCH, "gen_series.py"), "--series", str(SERIES)]
            subprocess.run(
                [*command, "--len", str(WEEKS), "--seed", "7", "--out", scratch], check=True, stdout=subprocess.DEVNULL)
        else:
            write(scratch)
        os.rename(scratch, path)
    return os.path.join(path, "series.csv")


def write(path):
    """Half of the series sell now and then, the others every week, with a yearly season and a trend."""
    chance = random.Random(7)

    def sales(number):
        rate, seldom = chance.lognormvariate(2, 1), number % 2
        for week in range(WEEKS):
            level = rate * (1 + 0.3 * math.sin(math.tau * week / 52) + 0.002 * week)
            if seldom:
                yield chance.randint(1, 4) if chance.random() < 0.25 else 0
            else:
                yield max(0, round(chance.gauss(level, math.sqrt(level))))

    files.table(path, "series.csv", ["unique_id", "ds", "y"], (
        [f"SKU-{number:06}", week, units] for number in range(SERIES) for week, units in enumerate(sales(number))), ",")


def forecasts(name, size, rounds):
    """Speed and errors of each method; at the end from the file to the forecasts, by smoothing and by automatic ETS."""
    given = [series(), str(SEASON), str(HORIZON)]
    sys.stdout.flush()
    subprocess.run([FORECASTER, "speed", *given], check=True)
    if files.BENCH:
        subprocess.run([files.PYTHON, PEER, *given], check=True)
    for method in ("ses", "ets"):
        sides = {"ours": lambda: measure.run([FORECASTER, "forecast", *given, method])}
        if files.BENCH:
            sides["statsforecast"] = lambda: measure.run([files.PYTHON, PEER, *given, method])
        result = measure.rounds(rounds, sides)
        measure.line(f"{name}, {method}", result.pop("ours"), result)


def many(name, size, rounds):
    """From a file of a million series of 104 weeks, 2 GB, to their forecasts with quantiles; and from a tenth of it."""
    output = os.path.join(files.HOME, "forecasts.csv")

    def side(count):
        command = [program.PROGRAM, "forecast", "--series", copies(count), "--horizon", HORIZON, "--frequency", "weekly"]
        return lambda: measure.run([*map(str, command), "--output", output])

    result = measure.rounds(rounds, {"ours": side(MANY), f"{FEWER:,} series": side(FEWER)})
    measure.line(name, result.pop("ours"), result)


def copies(count):
    """A file of so many series, made once: those of the other benchmark, without their last weeks, again and again."""
    path = os.path.join(files.HOME, f"series-{count}.csv")
    if not os.path.exists(path):
        source = series()
        print(f"making {count:,} series", flush=True)
        with open(path + ".part", "w", encoding="utf-8") as file:
            file.write("series,period,value\n")
            for number in range(count // SERIES):
                with open(source, encoding="utf-8") as rows:
                    next(rows)
                    file.writelines(
                        f"{number}-{row}" for place, row in enumerate(rows) if place % WEEKS < WEEKS - HORIZON)
        os.rename(path + ".part", path)
    return path
