"""The benchmarks, by name. Scripts/bench --help says how to call them."""

import argparse
import fnmatch
import json
import os

import anomalies
import assessments
import desk
import files
import forecasts
import measure
import program
import serving
from program import Store

ROUNDS = 5
WHOLE_QUEUE = ["--limit", "10000000", "--format", "json"]


def trial(name, size, rounds):
    """The queue of raw files, without a store."""
    paths = files.tables(files.folder(size))
    result = measure.rounds(rounds, {"ours": lambda: program.trial(paths), **program.peers(size)})
    if size != "1m":  # Every row of a long queue takes minutes to write out; the kinds are as at 100k.
        queue = os.path.join(files.HOME, "queue.json")
        program.trial(paths, queue, *WHOLE_QUEUE)
        program.print_findings(queue)
    measure.line(name, result.pop("ours"), result)


def fresh_store(size):
    store = Store("store")
    store.remove()
    return store.fill(files.tables(files.folder(size)))


def store(name, size, rounds):
    """The same files imported into a fresh store, and a rotation."""
    result = measure.rounds(rounds, {"ours": lambda: fresh_store(size), **program.peers(size)})
    if size != "1m":
        queue = os.path.join(files.HOME, "queue.json")
        Store("store").run("queue", *WHOLE_QUEUE, output=queue)
        program.print_findings(queue)
    measure.line(name, result.pop("ours"), result)


def changed_feed(name, size, rounds):
    """An hour later the offers again, every twentieth price changed; beside it all files into a fresh store."""
    offers = files.changed_offers(size)

    def changed():
        return Store("store").copy("changed").fill([offers], at=files.LATER)

    result = measure.rounds(rounds, {"all files": lambda: fresh_store(size), "ours": changed})
    measure.line(name, result.pop("ours"), result)


LISTING_WORKFLOWS = {
    "four workflows": "suppressions, inventory, forecasting, pricing", "two": "suppressions, inventory",
}


def workflows(name, size, rounds):
    """The first rotation over imported files with all four workflows on listings; beside it with two of them."""
    imported = Store("imported")
    imported.remove()
    imported.run("import", *files.tables(files.folder(size)), *program.WHOSE, "--at", files.AS_OF, fine=program.FINE)

    def rotation(ids):
        settings = os.path.join(files.HOME, f"{ids.count(',')}.yaml")
        with open(settings, "w", encoding="utf-8") as file:
            file.write(f"workflows: [{ids}]\n")
        return lambda: imported.copy("turned").run("rotate", "--config", settings)

    result = measure.rounds(rounds, {title: rotation(ids) for title, ids in LISTING_WORKFLOWS.items()})
    measure.line(name, result.pop("four workflows"), result, label="four workflows")


def open_store(size):
    """A store in which every listing has an open row."""
    store = Store(f"hidden-{size}")
    if not store.exists:
        print(f"filling a store with {files.SIZES[size]:,} open rows", flush=True)
        part = Store("part")
        part.remove()
        part.fill(files.everything_hidden(size))
        part.copy(os.path.basename(store.path).removesuffix(".flywheel"))
    return store


def queue_top50(name, size, rounds):
    """The first fifty of a million open rows, with starting the program; the peer's is the query alone."""
    store = open_store(size)
    ours = measure.rounds(rounds, {"ours": lambda: store.run("queue", "--limit", "50")})["ours"]
    peers = {}
    if files.BENCH:
        output = os.path.join(files.HOME, "queue.jsonl")
        script = os.path.join(files.BENCH, "peers", "queue_sqlite.py")
        run = measure.run([files.PYTHON, script, output, str(files.SIZES[size]), "1"])
        with open(output, encoding="utf-8") as file:
            row = next(row for row in map(json.loads, file) if row["op"] == "top50")
        peers["SQLite in process"] = measure.Run(row["p50_ms"] / 1000, row["p50_ms"] / 1000, run.megabytes, run.others)
    measure.line(name, ours, peers)


def start_up(name, size, rounds):
    """From nothing to a first answer; the peers only load their library."""
    sides = {"ours": lambda: measure.run([program.PROGRAM, "explain", "tier"])}
    if files.BENCH:
        for library in ("duckdb", "polars"):
            command = [files.PYTHON, "-c", f"import {library}"]
            sides[library] = lambda command=command: measure.run(command)
    result = measure.rounds(rounds, sides)
    measure.line(name, result.pop("ours"), result)


def claim_during_rotation(name, size, rounds):
    """Claims from other processes while a rotation goes through a million rows; beside it without one."""
    source = open_store(size)
    store = source.copy("claims")
    claims = iter(range(1, files.SIZES[size]))

    def claim():
        return store.run("claim", f"X{next(claims)}", "--as", "bench", as_of=files.LATER)

    busy, quiet = measure.beside(store.command("rotate", as_of=files.LATER), claim, rounds)
    measure.line(name, busy, {"nothing going on": quiet}, label="ours, 99 of 100 within")


def served_queue(name, size, rounds):
    """The queue's top fifty of a million open rows as JSON over HTTP, beside a static text from the same server."""
    serving.queue(name, size, rounds, open_store)


def served_events(name, size, rounds):
    """A thousand open streams of events: memory, and whether each is told of everything."""
    serving.events(name, size, rounds, open_store)


def read(name, size, rounds):
    """Four of the columns of the listings, as columns in memory."""
    path = os.path.join(files.folder(size), "listings.tsv")
    sides = {"ours": lambda: measure.run([program.READER, path])}
    if files.BENCH:
        script = os.path.join(files.BENCH, "peers", "read4_bench.py")
        for engine in ("duckdb", "polars"):
            command = [files.PYTHON, script, engine, path, "1"]
            sides[engine] = lambda command=command: measure.run(command)
    result = measure.rounds(rounds, sides)
    measure.line(name, result.pop("ours"), result)


BENCHMARKS = {
    **{f"trial-{size}": (trial, size) for size in files.SIZES},
    **{f"store-{size}": (store, size) for size in files.SIZES},
    **{f"changed-feed-{size}": (changed_feed, size) for size in files.SIZES},
    **{f"workflows-{size}": (workflows, size) for size in files.SIZES},
    "queue-top50": (queue_top50, "1m"),
    "start-up": (start_up, "10k"),
    "claim-during-rotation": (claim_during_rotation, "1m"),
    "claim-during-intake": (desk.claims_during_intake, None),
    "turn-during-intake": (desk.turns_during_intake, None),
    "served-queue": (served_queue, "1m"),
    "served-events": (served_events, "10k"),
    "read": (read, "1m"),
    "forecasts": (forecasts.forecasts, None),
    "forecasts-1m": (forecasts.many, None),
    "anomalies": (anomalies.anomalies, None),
    "assessment": (assessments.assessment, None),
}


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    arguments = parser.parse_args()
    if not arguments.names:
        for name, (action, _) in BENCHMARKS.items():
            print(f"{name:24}{action.__doc__}")
    os.makedirs(files.HOME, exist_ok=True)
    for pattern in arguments.names:
        names = fnmatch.filter(BENCHMARKS, pattern)
        if not names:
            parser.error(f'no benchmark "{pattern}"; without a name this lists them')
        for name in names:
            action, size = BENCHMARKS[name]
            action(name, size, arguments.rounds)


if __name__ == "__main__":
    main()
