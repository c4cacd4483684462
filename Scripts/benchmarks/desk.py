"""A desk of cases while tickets come in."""

import csv
import os
import random
import sqlite3
import time

import files
import measure
from program import FINE, WHOSE, Store

OPEN, COMING = 2_000, 20_000
COLUMNS = ["ticket", "subject", "description", "created", "side", "status", "email"]


def tickets(name, count):
    """A table of tickets of 20 to 200 words each, made once; its path."""
    path = os.path.join(files.HOME, f"tickets-{name}.csv")
    if not os.path.exists(path):
        chance = random.Random(name)
        words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(3, 10))) for _ in range(8_000)]

        def text(length):
            return " ".join(words[min(7_999, int(chance.expovariate(1 / 900)))] for _ in range(length))

        with open(path, "w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(COLUMNS)
            for number in range(count):
                rows.writerow([
                    f"{name}-{number}", text(6), text(chance.randint(20, 200)),
                    f"2026-0{chance.randint(1, 6)}-1{chance.randint(0, 9)}T09:00:00Z", "buyer", "open",
                    f"u{chance.randrange(count)}@mail.example"])
    return path


def taking(path):
    """The words that import a table of tickets."""
    return ["import", path, "--kind", "conversations", *WHOSE, "--at", files.AS_OF]


def during_intake(name, rounds, action):
    """What an action on a store takes while tickets come in there; beside it without them."""
    store = Store("desk")
    store.remove()
    store.run(*taking(tickets("open", OPEN)), fine=FINE)
    intake = store.command(*taking(tickets("coming", COMING)), as_of=files.LATER)
    busy, quiet = measure.beside(intake, lambda: action(store), rounds, FINE)
    measure.line(name, busy, {"nothing going on": quiet}, label="ours, 99 of 100 within")


def claims_during_intake(name, size, rounds):
    """Claims of cases from other processes while 20,000 tickets come in; beside it without them."""
    numbers = iter(range(1, OPEN + 1))
    during_intake(
        name, rounds,
        lambda store: store.run("cases", "claim", f"C{next(numbers)}", "--as", "bench", as_of=files.LATER))


def turns_during_intake(name, size, rounds):
    """How long another writer waits for its turn at the file while 20,000 tickets come in; beside it without them."""

    def turn(store):
        began, busy = time.perf_counter(), measure.busy_seconds()
        time.sleep(0.02)
        file = sqlite3.connect(store.path, timeout=0, isolation_level=None)
        start = time.perf_counter()
        while True:
            try:
                file.execute("BEGIN IMMEDIATE")
                break
            except sqlite3.OperationalError:  # Busy: the program looks as often.
                time.sleep(0.0005)
        seconds = time.perf_counter() - start
        file.execute("ROLLBACK")
        file.close()
        others = (measure.busy_seconds() - busy) / (time.perf_counter() - began) / measure.CORES
        return measure.Run(seconds, 0, 0, min(1, others))

    during_intake(name, rounds, turn)
