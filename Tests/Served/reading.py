"""One who asks for all events and does not read them: the server lets go of them, and they come back and miss nothing."""
import json
import re
import socket
import time
import urllib.parse

from visitor import Visitor

# Some more than the server waits for somebody to read.
PATIENCE = 45
MEGABYTES = 48
# What an event is told in at least.
BYTES = 320


def check(server, token):
    """What is wrong, in words."""
    faults = []
    with server:
        client = Visitor(server, Authorization=f"Bearer {token}")
        exceptions = [item["id"] for item in json.loads(server.run("queue", "--limit", "500", "--format", "json"))["items"]]
        # More than fits on the way, so that much has to wait in the server.
        rounds = (_on_the_way() + (1 << 20)) // (BYTES * len(exceptions))
        listener = _listen(server, token, after=0)
        for number in range(rounds):
            body = json.dumps({"verb": "note", "ids": exceptions, "text": f"round {number}"})
            client.expect(client.send("POST", "/api/v1/exceptions/bulk", body, {
                "Content-Type": "application/json", "Idempotency-Key": f"round-{number}"}), 200)
        before = server.memory()
        expected = len(exceptions) * rounds
        if not _was_let_go(listener, faults):
            return faults
        seen, last = _told(listener.received)
        listener.close()
        if len(seen) >= expected:
            faults.append(f"{len(seen):,} events fitted on their way, so that nothing was held back")
        again = _listen(server, token, after=last)
        again.drain()
        later, _ = _told(again.received)
        again.close()
        missing = expected - len(seen | later)
        if missing:
            faults.append(f"{missing:,} of {expected:,} events were missed by one who came back")
        if seen & later:
            faults.append(f"{len(seen & later):,} events were told twice")
        grown = server.memory() - before
        if grown > MEGABYTES:
            faults.append(f"memory grew by {grown} MB while somebody did not read")
    print(f"  {expected:,} events, {len(seen):,} before and {len(later):,} after being let go, {grown:+} MB", flush=True)
    return faults


class _Listener:
    def __init__(self, server, request):
        parts = urllib.parse.urlsplit(server.address)
        self.socket, self.received = socket.socket(), b""
        # Little room on the way, so that the server notices soon.
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        self.socket.connect((parts.hostname, parts.port))
        self.socket.sendall(request.encode())

    def drain(self):
        """Reads until nothing comes any more; whether the other side ended it."""
        self.socket.settimeout(5)
        while True:
            try:
                piece = self.socket.recv(1 << 20)
            except TimeoutError:
                return False
            except ConnectionResetError:
                return True
            if not piece:
                return True
            self.received += piece

    def close(self):
        self.socket.close()


def _on_the_way():
    """The most bytes that the system keeps of what a server wrote and nobody read."""
    with open("/proc/sys/net/ipv4/tcp_wmem", encoding="ascii") as file:
        return int(file.read().split()[2])


def _listen(server, token, after):
    return _Listener(
        server, f"GET /api/v1/events?event=noted HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {token}\r\n"
        f"Last-Event-ID: {after}\r\n\r\n")


def _was_let_go(listener, faults):
    time.sleep(PATIENCE)
    if listener.drain():
        return True
    faults.append(f"one who did not read for {PATIENCE} s is still connected")
    return False


def _told(received):
    """The events of what was received, by entry and place, and the id that goes behind all of them that came in whole.

    Events behind the last id are not counted: whoever comes back is told them again."""
    text = re.sub(rb"\r\n[0-9a-f]+\r\n", b"", received).decode("utf-8", "replace")
    told, waiting, last = set(), set(), 0
    for block in text.split("\n\n"):
        if data := re.search(r'data: \{"entry":(\d+),"position":(\d+),.*\}$', block):
            waiting.add((int(data[1]), int(data[2])))
            if place := re.search(r"^id: (\d+)$", block, re.MULTILINE):
                told, waiting, last = told | waiting, set(), int(place[1])
    return told, last
