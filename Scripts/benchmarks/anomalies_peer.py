"""The windowed Gaussian of the Numenta Anomaly Benchmark: distances from the mean of the values before, at most 6,400 of them,
moved on by a hundred at a time.

usage: anomalies_peer.py FILE OUTPUT
"""

import csv
import sys

import numpy as np

WINDOW, STEP = 6_400, 100


def scores(values):
    """The distance of each value in standard deviations."""
    answer = np.zeros(len(values))
    first = end = 0
    for index in range(1, len(values)):
        if end < WINDOW or index - end == STEP:
            first, end = max(0, index - WINDOW), index
            mean, deviation = values[first:end].mean(), max(1e-6, values[first:end].std())
        answer[index] = abs(values[index] - mean) / deviation
    return answer


def main():
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        times, values = zip(*rows)
    with open(sys.argv[2], "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["timestamp", "value", "score"])
        writer.writerows(zip(times, values, scores(np.array(values, dtype=float))))


if __name__ == "__main__":
    main()
