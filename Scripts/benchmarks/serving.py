"""The server under load: the queue as JSON beside a static text, while nothing else goes on and while the wheel turns."""

import json
import os
import re
import signal
import socket
import statistics
import subprocess
import threading
import time
import urllib.request

import files
import program

CONNECTIONS = 64
SECONDS = 10
STREAMS = 1_000


class Served:
    """`flywheel serve` on a store, with somebody who may do everything."""

    def __init__(self, store):
        self.store = store

    def __enter__(self):
        name = f"bench-{time.time_ns()}"
        self.store.run("people", "add", name, "--role", "admin", as_of=files.LATER)
        issued = subprocess.run(
            [program.PROGRAM, "people", "issue", name, "--label", "bench", "--rights", "look,work,supply", "--store",
             self.store.path, "--format", "json"], check=True, capture_output=True, text=True)
        self.token = re.search(r"fw_[A-Za-z0-9_-]+", issued.stdout).group()
        self.process = subprocess.Popen(
            [program.PROGRAM, "serve", "--port", "0", "--rotate-minutes", "1440", "--store", self.store.path], text=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for line in self.process.stderr:
            if found := re.search(r"Flywheel is at (http://\S+)", line):
                self.address = found.group(1)
                break
        threading.Thread(target=self.process.stderr.read, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)

    @property
    def megabytes(self):
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1_024

    def wrk(self, path):
        """Requests a second, milliseconds that 99 of 100 stay within, and how many answers were no answer."""
        command = [
            "wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-H", f"Authorization: Bearer {self.token}",
            self.address + path]
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
        wrong = sum(map(int, re.findall(r"(?:Non-2xx or 3xx responses: |timeout )(\d+)", text)))
        rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
        return rate, float(number) * {"us": 0.001, "ms": 1, "s": 1_000}[unit], wrong


def today():
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def at_work(server, store, path):
    """The same while every second a change makes another document of it."""
    ended = threading.Event()

    def claim():
        for number in range(1, 1_000):
            if ended.wait(1):
                return
            store.run("claim", f"X{number}", "--as", "bench", as_of=today())

    person = threading.Thread(target=claim)
    person.start()
    try:
        return server.wrk(path)
    finally:
        ended.set()
        person.join()


def queue(name, size, rounds, open_store):
    """The queue's top fifty of a million open rows as JSON, beside a static text from the same server."""
    store = open_store(size).copy("served")
    # A server turns the wheel at once where nobody has today.
    store.run("rotate", as_of=today())
    with Served(store) as server:
        top = "/api/v1/queue?limit=50"
        request = urllib.request.Request(server.address + top, headers={"Authorization": f"Bearer {server.token}"})
        with urllib.request.urlopen(request) as reply:
            rows = len(json.load(reply)["items"])
        sides = {"static": [], "queue": []}
        for _ in range(rounds):
            sides["static"].append(server.wrk("/healthz"))
            sides["queue"].append(server.wrk(top))
        # As the server has it done.
        rotation = subprocess.Popen(
            ["nice", "-n", "10", *store.command("rotate", as_of=today())], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        busy = []
        while rotation.poll() is None:
            busy.append(server.wrk(top))
        print(f"  while somebody claims a row each second: {at_work(server, store, top)[0]:,.0f} a second")
        print(f"  {rows} rows a document; {len(busy)} runs of {SECONDS} s while a rotation went on, exit {rotation.returncode}")
    rates = {side: statistics.median(run[0] for run in runs) for side, runs in sides.items()}
    wrong = sum(run[2] for runs in [*sides.values(), busy] for run in runs)
    print(
        f"{name}: {rates['queue']:,.0f} a second, static text {rates['static']:,.0f}, ratio"
        f" {rates['queue'] / rates['static']:.2f}; 99 of 100 within {statistics.median(r[1] for r in sides['queue']):.1f} ms"
        f" (static {statistics.median(r[1] for r in sides['static']):.1f} ms), with the rotation"
        f" {max((r[1] for r in busy), default=0):.1f} ms at {statistics.median(r[0] for r in busy):,.0f} a second;"
        f" {wrong} wrong")


def events(name, size, rounds, open_store):
    """A thousand open streams of events: whether all of them are told of each of three hundred claims, and memory meanwhile."""
    store = open_store(size).copy("streams")
    store.run("rotate", as_of=today())
    with Served(store) as server:
        host, port = server.address.removeprefix("http://").split(":")
        head = f"GET /api/v1/events HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {server.token}\r\n\r\n".encode()
        before = server.megabytes
        streams = []
        for _ in range(STREAMS):
            stream = socket.create_connection((host, int(port)))
            stream.sendall(head)
            streams.append(stream)
        time.sleep(3)
        megabytes, told = [server.megabytes], []
        for batch in range(3):
            for number in range(1 + 100 * batch, 101 + 100 * batch):
                store.run("claim", f"X{number}", "--as", "bench", as_of=today())
            time.sleep(3)
            told.append(sum(claims(stream, 100) for stream in streams))
            megabytes.append(server.megabytes)
        for stream in streams:
            stream.close()
        course = ", ".join(f"{size:.0f}" for size in megabytes)
        print(
            f"{name}: {min(told)} of {STREAMS} streams were told of all of 300 claims; {before:.0f} MB before, {course} MB"
            " with them open and after each hundred")


def claims(stream, count):
    """Whether that many claims are told of before half a second passes with nothing."""
    stream.settimeout(0.5)
    heard = b""
    try:
        while heard.count(b"claimed") < count and (piece := stream.recv(1 << 16)):
            heard += piece
    except TimeoutError:
        pass
    return heard.count(b"claimed") >= count
