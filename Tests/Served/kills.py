"""Kills the server in the middle of its work, again and again: what it has acknowledged must be there afterwards."""
import http.client
import json
import os
import random
import signal
import threading
import time
import urllib.parse


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


def check(server, token, kills, seed):
    """`kills` rounds of four clients and one SIGKILL. What is wrong, in words."""
    chance = random.Random(seed)
    queue = json.loads(server.run("queue", "--limit", "20", "--format", "json"))
    exceptions = [item["id"] for item in queue["items"]]
    ledger, faults = {}, []
    for turn in range(kills):
        server.__enter__()
        ended = threading.Event()
        clients = [Client(server.address, token, chance.choice(exceptions), f"k{turn}-{index}") for index in range(4)]
        threads = [threading.Thread(target=client.run, args=(ended,)) for client in clients]
        for thread in threads:
            thread.start()
        time.sleep(chance.uniform(0.05, 0.8))
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()
        ended.set()
        for thread in threads:
            thread.join()
        for client in clients:
            ledger.setdefault(client.exception, []).extend(client.acknowledged)
    for exception, notes in ledger.items():
        shown = server.run("show", exception, "--format", "json")
        kept = [note["text"] for note in json.loads(shown)["notes"]]
        for note in notes:
            if kept.count(note) != 1:
                faults.append(f"{exception}: note {note} was acknowledged and is there {kept.count(note)} times")
    server.run("journal", "verify")
    print(f"{kills} kills, {sum(map(len, ledger.values())):,} acknowledged notes, {len(faults)} lost or doubled")
    return faults
