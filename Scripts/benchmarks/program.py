"""The program under the clock, and the peers beside it."""

import collections
import csv
import json
import os
import shutil

import files
from measure import run

RELEASE = os.path.join(".build", "release")
PROGRAM = os.environ.get("FLYWHEEL_PROGRAM", os.path.join(RELEASE, "flywheel"))
READER = os.path.join(RELEASE, "read-columns")
WHOSE = ["--account", "bench", "--marketplace", "US", "--currency", "USD"]
# Files of kinds that this version does not read are left alone and make the exit 2; doubts make it 3.
FINE = (0, 2, 3)
PEERS = {"DuckDB": "duckdb_rotation.py", "Polars": "polars_rotation.py"}


class Store:
    """A store of the benchmarks, by its name."""

    def __init__(self, name):
        self.path = os.path.join(files.HOME, f"{name}.flywheel")

    @property
    def exists(self):
        return os.path.exists(self.path)

    def remove(self):
        for end in ("", "-wal", "-shm"):
            if os.path.exists(self.path + end):
                os.remove(self.path + end)

    def copy(self, name):
        """The same store under another name; nothing of it may be under way."""
        other = Store(name)
        other.remove()
        for end in ("", "-wal"):
            if os.path.exists(self.path + end):
                shutil.copyfile(self.path + end, other.path + end)
        return other

    def command(self, *words, as_of=files.AS_OF):
        return [PROGRAM, *words, "--store", self.path, "--as-of", as_of]

    def run(self, *words, as_of=files.AS_OF, fine=(0,), output=None):
        return run(self.command(*words, as_of=as_of), fine, output)

    def fill(self, paths, at=files.AS_OF):
        """Imports the files and turns the wheel once."""
        imported = self.run("import", *paths, *WHOSE, "--at", at, as_of=at, fine=FINE)
        return imported.then(self.run("rotate", as_of=at))


def trial(paths, output=None, *words):
    """The queue of files without a store."""
    command = [PROGRAM, "queue", "--from", *paths, *WHOSE, "--as-of", files.AS_OF, *words]
    return run(command, FINE, output)


def peers(size):
    """What runs each peer over the files, by its name; none where there are none."""
    if not files.BENCH:
        return {}

    def peer(script):
        path = os.path.join(files.BENCH, "peers", script)
        return lambda: run([files.PYTHON, path, files.folder(size), os.path.join(files.HOME, "peers", script)])

    os.makedirs(os.path.join(files.HOME, "peers"), exist_ok=True)
    return {name: peer(script) for name, script in PEERS.items()}


def our_findings(queue):
    """Findings by kind in the JSON of a whole queue."""
    with open(queue, encoding="utf-8") as file:
        return collections.Counter(item["kind"] for item in json.load(file)["items"])


def peer_findings():
    """Findings by kind of the peer that ran last; all of them find the same."""
    path = os.path.join(files.HOME, "peers", PEERS["DuckDB"], "findings.csv")
    with open(path, newline="", encoding="utf-8") as file:
        return collections.Counter(row["kind"] for row in csv.DictReader(file))


def print_findings(queue):
    def words(counts):
        return ", ".join(f"{count:,} {kind}" for kind, count in sorted(counts.items()))

    print(f"  found by us: {words(our_findings(queue))}")
    if files.BENCH:
        print(f"  by the peers, by cruder rules: {words(peer_findings())}")
