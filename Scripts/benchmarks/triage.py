"""Triage of public sets of labelled messages, beside scikit-learn on the same rows in the same run.

usage: triage.py FOLDER [SET...]    FOLDER holds the sets: banking77, clinc150, nlupp, cfpb_complaints and others

Builds triage-accuracy for release, prints one table. The python that runs this needs numpy and scikit-learn. Seconds and
messages a second are those of one processor.
"""

import os
import subprocess
import sys

import files
import program
import triage_sets

PROGRAM = os.path.join(program.RELEASE, "triage-accuracy")
PEER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "triage_peer.py")


def figures(command):
    """What a program prints, by set and figure."""
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    return {(name, figure): float(value) for name, figure, value in (line.split("\t") for line in lines)}


def number(value):
    """Four decimals, or none where they say nothing."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value > 1000 else f"{value:.2f}" if value > 1 else f"{value:.4f}"


def main():
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        raise SystemExit(__doc__)
    folder, names = sys.argv[1], sys.argv[2:] or list(triage_sets.SETS)
    unknown = [name for name in names if name not in triage_sets.SETS]
    if unknown:
        raise SystemExit(f"error: no set {unknown[0]}; there are {', '.join(triage_sets.SETS)}")
    subprocess.run(["swift", "build", "-c", "release", "--product", "triage-accuracy", "--quiet"], check=True)
    os.makedirs(files.HOME, exist_ok=True)
    paths = [triage_sets.write(name, folder, files.HOME) for name in names]
    ours = figures([PROGRAM, *paths])
    peers = figures([sys.executable, PEER, *paths])
    print(f"{'set':24}{'figure':30}{'ours':>12}{'scikit-learn':>14}")
    for key in ours:
        print(f"{key[0]:24}{key[1]:30}{number(ours[key]):>12}{number(peers.get(key)):>14}")


if __name__ == "__main__":
    main()
