"""A full disk under the served program: what cannot be kept is refused as a whole, reading goes on, and so does writing with room."""
import json
import os
import subprocess

from visitor import Visitor

MEGABYTES = 64


class SmallDisk:
    """A disk of a few megabytes in memory; without the right to mount, there is none."""

    def __init__(self, place):
        self.place = place
        os.makedirs(place)
        self.is_there = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", place], capture_output=True).returncode == 0

    def fill(self):
        with open(self.filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4_096))
            except OSError:
                return

    def empty(self):
        os.remove(self.filler)

    @property
    def filler(self):
        return os.path.join(self.place, "filler")

    def remove(self):
        if self.is_there:
            subprocess.run(["umount", "--lazy", self.place], check=True)


def check(server, disk, token, exports):
    """What is wrong, in words."""
    faults = []

    def expect(fact, what):
        if not fact:
            faults.append(what)

    with server:
        program = Visitor(server, Authorization=f"Bearer {token}")
        exception = json.loads(program.get("/api/v1/queue?limit=1").text)["items"][0]["id"]
        kept, refused = [], 0

        def note(text):
            return program.send(
                "POST", f"/api/v1/exceptions/{exception}/note", json.dumps({"text": text}),
                {"Content-Type": "application/json", "If-Match": "*", "Idempotency-Key": text[:32]})

        Visitor.expect(note("before"), 200)
        disk.fill()
        for number in range(40):
            answer = note(f"full-{number}-" + "x" * 900)
            if answer.status == 200:
                kept.append(f"full-{number}-")
                continue
            refused += 1
            expect(answer.status == 507, f"on a full disk a note was answered {answer.status}: {answer.text}")
            problem = json.loads(answer.text)
            expect(problem.get("code") == "no-room" or "no-room" in answer.text, f"a full disk is told as {answer.text}")
        expect(refused, "40 notes fitted on a full disk")
        with open(exports, "rb") as file:
            large = program.send("POST", "/api/v1/imports?file=listings-US.txt&account=other", file.read(), {"Idempotency-Key": "large"})
        expect(large.status == 507, f"on a full disk an import was answered {large.status}: {large.text[:300]}")
        for path in ("/api/v1/queue", f"/api/v1/exceptions/{exception}", "/readyz", "/healthz"):
            expect(program.get(path).status == 200, f"on a full disk {path} was answered {program.get(path).status}")
        disk.empty()
        Visitor.expect(note("after"), 200)
    notes = [entry["text"] for entry in json.loads(server.run("show", exception, "--format", "json"))["notes"]]
    for text in ("before", *kept, "after"):
        expect(sum(written.startswith(text) for written in notes) == 1, f"note {text} is not there once")
    expect(len(notes) == len(kept) + 2, "a note that was refused is there")
    server.run("journal", "verify")
    print(f"  {refused} of 40 notes refused on a full disk, {len(kept)} kept", flush=True)
    return faults
