"""What the threat model says of the served program, tried on it: each attack on a server of its own, two at a time."""
import os
import time
from concurrent.futures import ThreadPoolExecutor

import bombs
import doorway
import passwords
import planted
import reading
from server import Server

NOW = "2026-11-20T18:00:00Z"


def _server(program, folder, *arguments):
    return Server(program, folder, {"FLYWHEEL_NOW": NOW}, arguments)


def _filled(program, folder, *arguments):
    """The same with an invented seller's morning."""
    server = _server(program, folder, *arguments)
    server.run("demo", os.path.join(folder, "exports"), "--small")
    server.run("import", os.path.join(folder, "exports", "2026-11-20"), "--account", "northwind")
    server.run("rotate")
    return server


def _doorway(program, folder):
    return doorway.check(_filled(program, folder))


def _passwords(program, folder):
    return passwords.check(_server(program, folder, "--address", "https://flywheel.example"))


def _bombs(program, folder):
    watched = os.path.join(folder, "watched")
    os.mkdir(watched)
    return bombs.check(_server(program, folder, "--watch", watched), watched)


def _reading(program, folder):
    server = _filled(program, folder)
    return reading.check(server, server.token("operator", "look,work"))


def _planted(program, folder):
    return planted.check(_server(program, folder))


# The longest first.
ATTACKS = {"reading": _reading, "planted": _planted, "passwords": _passwords, "doorway": _doorway, "bombs": _bombs}


def run(program, folder, only=()):
    """What is wrong, in words."""
    def tried(name):
        place, began = os.path.join(folder, name), time.monotonic()
        os.mkdir(place)
        faults = ATTACKS[name](program, place)
        print(f"  {name}: {len(faults)} faults in {time.monotonic() - began:.0f} s", flush=True)
        return [f"{name}: {fault}" for fault in faults]

    with ThreadPoolExecutor(2) as pool:
        return [fault for faults in pool.map(tried, only or ATTACKS) for fault in faults]
