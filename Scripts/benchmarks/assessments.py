"""The history of a year of a million outcomes, beside the SQLite library alone and two table engines."""

import os

import files
import measure
import program

READER = os.path.join(program.RELEASE, "assessment-speed")
PEER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "assessments_peer.py")
OUTCOMES = 1_000_000


def year():
    """The store, made once through the store's own calls."""
    store = program.Store("year-1m")
    if not store.exists:
        print(f"making a store of {OUTCOMES:,} outcomes", flush=True)
        part = program.Store("year-part")
        part.remove()
        measure.run([READER, "make", part.path, str(OUTCOMES)])
        part.copy("year-1m")
        part.remove()
    return store.path


def assessment(name, size, rounds):
    """Everything the wheel is judged by over a year of a million outcomes; the peers read fewer columns and count."""
    path = year()
    sides = {
        "ours": lambda: measure.run([READER, "assess", path]),
        "reading alone": lambda: measure.run([READER, "history", path]),
        "SQLite library, reading alone": lambda: measure.run([READER, "limit", path]),
    }
    if files.BENCH:
        for engine in ("duckdb", "polars"):
            sides[engine] = lambda engine=engine: measure.run([files.PYTHON, PEER, engine, path])
    result = measure.rounds(rounds, sides)
    measure.line(name, result.pop("ours"), result)
