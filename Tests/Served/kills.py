"""Kills the server in the middle of its work, again and again, and backs it up: what it has acknowledged must be there
afterwards."""
import collections
import http.client
import json
import os
import random
import signal
import subprocess
import threading
import time
import urllib.parse

from server import Server


class Client:
    """Posts notes to one exception as fast as it is let, and keeps a ledger of those that were acknowledged."""

    def __init__(self, address, token, exception, name):
        parts = urllib.parse.urlsplit(address)
        self.place, self.token, self.exception, self.name = (parts.hostname, parts.port), token, exception, name
        self.acknowledged, self.unknown = [], []

    def run(self, ended):
        connection = http.client.HTTPConnection(*self.place, timeout=10)
        number = 0
        while not ended.is_set():
            number += 1
            text = f"{self.name}-{number}"
            try:
                connection.request(
                    "POST", f"/api/v1/exceptions/{self.exception}/note", json.dumps({"text": text}),
                    {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json", "Idempotency-Key": text,
                     "If-Match": "*"})
                reply = connection.getresponse()
                reply.read()
            except (OSError, http.client.HTTPException):
                self.unknown.append(text)
                return
            if reply.status in (200, 201):
                self.acknowledged.append(text)
            elif reply.status not in (409, 429, 503):
                raise SystemExit(f"a note was answered {reply.status}")


class Load:
    """Four clients at work on a server that was just started."""

    def __init__(self, server, token, exceptions, chance, name):
        server.__enter__()
        self.ended = threading.Event()
        self.clients = [Client(server.address, token, chance.choice(exceptions), f"{name}-{index}") for index in range(4)]
        self.threads = [threading.Thread(target=client.run, args=(self.ended,)) for client in self.clients]
        for thread in self.threads:
            thread.start()

    def end(self):
        self.ended.set()
        for thread in self.threads:
            thread.join()

    @property
    def acknowledged(self):
        return [(client.exception, note) for client in self.clients for note in list(client.acknowledged)]


def missing(server, notes):
    """Notes that a store does not hold exactly once, in words."""
    kept, faults = {}, []
    for exception, note in notes:
        if exception not in kept:
            shown = json.loads(server.run("show", exception, "--format", "json"))
            kept[exception] = collections.Counter(note["text"] for note in shown["notes"])
        if kept[exception][note] != 1:
            faults.append(f"{exception}: note {note} was acknowledged and is there {kept[exception][note]} times")
    return faults


def check(server, token, kills, seed):
    """`kills` rounds of four clients and one SIGKILL. What is wrong, in words."""
    chance = random.Random(seed)
    queue = json.loads(server.run("queue", "--limit", "20", "--format", "json"))
    exceptions = [item["id"] for item in queue["items"]]
    ledger = []
    for turn in range(kills):
        load = Load(server, token, exceptions, chance, f"k{turn}")
        time.sleep(chance.uniform(0.05, 0.8))
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()
        load.end()
        ledger += load.acknowledged
    faults = missing(server, ledger)
    server.run("journal", "verify")
    print(f"{kills} kills, {len(ledger):,} acknowledged notes, {len(faults)} lost or doubled")
    return faults + backed_up(server, token, exceptions, chance)


def backed_up(server, token, exceptions, chance):
    """A backup taken under load, restored: it holds what was acknowledged before it was begun."""
    load = Load(server, token, exceptions, chance, "b")
    time.sleep(0.5)
    before = load.acknowledged
    path = f"{server.environment['FLYWHEEL_STORE']}.copy"
    server.run("backup", path)
    load.end()
    server.__exit__(None, None, None)
    faults = []
    again = Server(server.program, server.folder, {**server.environment, "FLYWHEEL_STORE": f"{path}.again"})
    for command in (["restore", path], ["journal", "verify"]):
        done = subprocess.run([again.program, *command], env=again.environment, capture_output=True, text=True, timeout=600)
        if done.returncode:
            faults.append(f"flywheel {' '.join(command)} ended {done.returncode}: {done.stderr}")
    faults += missing(again, before)
    print(f"a backup under load, restored: {len(before):,} notes acknowledged before it, {len(faults)} faults")
    return faults

