"""Tests of the served program, from outside. Scripts/served says how to call them."""
import os
import shutil
import sys
import tempfile

import attacks
import contract
import day
import figures
import kills
import pages
import wheel
from server import Server

NOW = "2026-11-20T18:00:00Z"
SEED = int(os.environ.get("FLYWHEEL_SEED", "2026"))


def filled(program, folder):
    """A store of an invented seller's morning, with an administrator's token."""
    server = Server(program, folder, {"FLYWHEEL_NOW": NOW})
    server.run("demo", os.path.join(folder, "exports"), "--small")
    server.run("import", os.path.join(folder, "exports", "2026-11-20"), "--account", "northwind")
    server.run("rotate")
    return server


def run_day(program, folder, home):
    return day.live(program, folder, os.path.join(home, "day"))


def run_pages(program, folder, home):
    filled(program, folder)
    return pages.judge(Server(program, folder, {"FLYWHEEL_NOW": NOW}), os.path.join(home, "pages"))


def run_contract(program, folder, home):
    server = filled(program, folder)
    token = server.token("admin", "look,work,answer,supply,decide,publish,settle,administer")
    with server:
        fine = contract.check(server, token, int(os.environ.get("FLYWHEEL_EXAMPLES", "20")), SEED)
    return [] if fine else ["the description and the server do not agree"]


def run_kills(program, folder, home):
    server = filled(program, folder)
    token = server.token("operator", "look,work")
    return kills.check(server, token, int(os.environ.get("FLYWHEEL_KILLS", "10")), SEED)


def run_figures(program, folder, home):
    server = filled(program, folder)
    return figures.check(server, server.token("operator", "look"))


def run_wheel(program, folder, home):
    server = Server(program, folder, {"FLYWHEEL_NOW": NOW})
    exports = os.path.join(folder, "exports")
    server.run("demo", exports, "--small")
    return wheel.check(server, os.path.join(exports, "2026-11-20"), SEED)


def run_attacks(program, folder, home):
    return attacks.run(program, folder)


PARTS = {
    "day": run_day, "pages": run_pages, "contract": run_contract, "kills": run_kills, "figures": run_figures,
    "wheel": run_wheel, "attacks": run_attacks,
}


def main():
    program, home, *names = sys.argv[1:]
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        raise SystemExit(f"error: no part {unknown[0]}, expected {', '.join(PARTS)}")
    failed = 0
    for name in names or PARTS:
        shutil.rmtree(os.path.join(home, name), ignore_errors=True)
        os.makedirs(os.path.join(home, name))
        with tempfile.TemporaryDirectory() as folder:
            faults = PARTS[name](os.path.abspath(program), folder, home)
        failed += bool(faults)
        print(f"{name}: {'passed' if not faults else f'{len(faults)} faults'}", flush=True)
        for fault in faults:
            print(f"  {fault}")
    print(f"{len(names or PARTS) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
