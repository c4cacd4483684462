"""Starts the program as people do, on a store of its own, and ends it as an operator would."""
import json
import os
import re
import signal
import subprocess
import threading
import time


class Server:
    """`flywheel serve` on a free port. `address` is where it is, `setup` the path that lets the first person in."""

    def __init__(self, program, folder, environment=None, arguments=()):
        self.program, self.folder, self.arguments = program, folder, list(arguments)
        self.environment = {
            **os.environ, "FLYWHEEL_STORE": os.path.join(folder, "store.flywheel"), "SWIFT_BACKTRACE": "enable=no",
            **(environment or {}),
        }
        self.lines = []

    def run(self, *arguments):
        """Runs another command of the program on the same store; what it printed."""
        done = subprocess.run(
            [self.program, *arguments], env=self.environment, capture_output=True, text=True, timeout=600)
        if done.returncode not in (0, 2, 3):
            raise SystemExit(f"flywheel {' '.join(arguments)} ended {done.returncode}: {done.stderr}")
        return done.stdout

    def refused(self, *arguments):
        """Runs a command that is to be refused; why it was."""
        done = subprocess.run([self.program, *arguments], env=self.environment, capture_output=True, text=True, timeout=600)
        if done.returncode == 0:
            raise SystemExit(f"flywheel {' '.join(arguments)} was not refused")
        return done.stdout + done.stderr

    def __enter__(self):
        self.lines, self.heard = [], 0
        self.process = subprocess.Popen(
            [self.program, "serve", "--port", "0", *self.arguments], env=self.environment, text=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self._wait(r"Flywheel is at (\S+)")
        # Behind a proxy that is another address than the one it tells people; figures may be listened for before it.
        listening = [found for line in list(self.lines) if (found := re.search(r'listening on ([^"]+)"', line))]
        self.address = "http://" + listening[-1].group(1)
        return self

    def _read(self):
        for line in self.process.stderr:
            self.lines.append(line.rstrip("\n"))

    def _wait(self, pattern, seconds=60):
        """The first group of the first line that matches, which may still be to come."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for line in list(self.lines):
                if found := re.search(pattern, line):
                    return found.group(1)
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise SystemExit("the server did not say what was expected:\n" + "\n".join(self.lines[-20:]))

    def wait_for(self, pattern, seconds=180):
        """Whether a line that matches is written; each line counts once. What gives way to others takes its time on a busy machine."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            while self.heard < len(self.lines):
                self.heard += 1
                if re.search(pattern, self.lines[self.heard - 1]):
                    return True
            time.sleep(0.05)
        return False

    def memory(self, what="VmRSS"):
        """How much of it the server holds, in megabytes; with `VmHWM` the most it ever held."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return int(re.search(rf"{what}:\s+(\d+)", file.read()).group(1)) // 1_024

    @property
    def setup_code(self):
        """The one-time code that makes the first administrator."""
        return self._wait(r"^  (\S+)$")

    def invite(self, name, role):
        """Lets somebody in; the code with which they choose their password."""
        return json.loads(self.run("people", "add", name, "--role", role, "--format", "json"))["code"]

    def token(self, role, rights):
        """Somebody of that role, and an API token that acts for them. The first to come in is an administrator."""
        self.run("people", "add", "first", "--role", "admin")
        self.run("people", "add", f"{role}-by-token", "--role", role)
        return self.issue(f"{role}-by-token", rights)

    def issue(self, name, rights, label="tests"):
        """An API token that acts for somebody."""
        issued = self.run("people", "issue", name, "--label", label, "--rights", rights, "--format", "json")
        return json.loads(issued)["secret"]

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise SystemExit("the server did not end within 30 s of being told to")
        if self.process.returncode != 0:
            raise SystemExit(f"told to end, the server ended {self.process.returncode}:\n" + "\n".join(self.lines[-5:]))
