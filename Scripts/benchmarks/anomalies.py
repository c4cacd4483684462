"""A stream of a million values, beside the simplest detector in numpy on the same file."""

import math
import os
import random

import files
import measure
import program

PEER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "anomalies_peer.py")
VALUES = 1_000_000


def stream():
    """A value every five minutes with a day's course, made once."""
    path = os.path.join(files.HOME, "stream.csv")
    if not os.path.exists(path):
        print(f"making a stream of {VALUES:,} values", flush=True)
        chance = random.Random(7)
        with open(path + ".part", "w", encoding="utf-8") as file:
            file.write("timestamp,value\n")
            for number in range(VALUES):
                days, slot = divmod(number, 288)
                years, days = divmod(days, 336)
                day = f"{2010 + years}-{1 + days // 28:02}-{1 + days % 28:02}"
                value = 60 + 40 * math.sin(math.tau * slot / 288) + chance.gauss(0, 5)
                file.write(f"{day} {slot // 12:02}:{slot % 12 * 5:02}:00,{value:.3f}\n")
        os.rename(path + ".part", path)
    return path


def anomalies(name, size, rounds):
    """From a file of a million values to one with their scores; the peer's scores are distances from the mean so far."""
    path, output = stream(), os.path.join(files.HOME, "scores.csv")
    sides = {"ours": lambda: measure.run([program.PROGRAM, "anomalies", "--stream", path, "--output", output])}
    if files.BENCH:
        sides["windowed Gaussian in numpy"] = lambda: measure.run([files.PYTHON, PEER, path, output])
    result = measure.rounds(rounds, sides)
    measure.line(name, result.pop("ours"), result)
