"""What the threat model says of the served program, tried on it: each attack on a server of its own, three at a time."""
import os
import time
from concurrent.futures import ThreadPoolExecutor

import bombs
import doorway
import full
import passwords
import planted
import provider
import reading
import receivers
import senders
from certificates import Authority
from server import Server

NOW = "2026-11-20T18:00:00Z"


def _server(program, folder, *arguments, **environment):
    return Server(program, folder, {"FLYWHEEL_NOW": NOW, **environment}, arguments)


def _filled(program, folder, store=None, **environment):
    """The same with an invented seller's morning, whose files are left in the folder."""
    server = _server(program, store or folder, **environment)
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


def _senders(program, folder):
    return senders.check(_filled(program, folder))


def _full(program, folder):
    disk = full.SmallDisk(os.path.join(folder, "disk"))
    if not disk.is_there:
        print("  full: left out, since no disk may be mounted here", flush=True)
        return []
    try:
        server = _filled(program, folder, store=disk.place)
        token = server.token("lead", "look,work,supply")
        return full.check(server, disk, token, os.path.join(folder, "exports", "2026-11-20", "listings-US.txt"))
    finally:
        disk.remove()


def _receivers(program, folder):
    authority = Authority(folder)
    return receivers.check(_filled(program, folder, SSL_CERT_FILE=authority.file), authority)


def _provider(program, folder):
    authority = Authority(folder)
    known = provider.prepare(folder, authority, NOW)
    return provider.check(_server(program, folder, SSL_CERT_FILE=authority.file), known)


# The longest first.
ATTACKS = {"reading": _reading, "planted": _planted, "receivers": _receivers, "provider": _provider, "full": _full, "senders": _senders, "passwords": _passwords, "doorway": _doorway, "bombs": _bombs}


def run(program, folder, only=()):
    """What is wrong, in words."""
    def tried(name):
        place, began = os.path.join(folder, name), time.monotonic()
        os.mkdir(place)
        faults = ATTACKS[name](program, place)
        print(f"  {name}: {len(faults)} faults in {time.monotonic() - began:.0f} s", flush=True)
        return [f"{name}: {fault}" for fault in faults]

    with ThreadPoolExecutor(3) as pool:
        return [fault for faults in pool.map(tried, only or ATTACKS) for fault in faults]
