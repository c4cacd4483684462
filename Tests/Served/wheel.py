"""Turns the wheel without anybody's hand: files arrive in the watched folder, and a server is told to end while it turns."""
import glob
import json
import os
import random
import shutil
import time


def check(server, exports, seed):
    """What is wrong, in words. `server` watches a folder and has an empty store; `exports` are a morning's files."""
    faults = []
    watched = os.path.join(server.folder, "watched")
    os.makedirs(watched)
    server.arguments += ["--watch", watched]
    with server:
        for path in glob.glob(os.path.join(exports, "*")):
            # Other programs write under another name first, and so does this.
            shutil.copyfile(path, os.path.join(watched, os.path.basename(path) + ".part"))
        for path in glob.glob(os.path.join(watched, "*.part")):
            os.rename(path, path.removesuffix(".part"))
        if not server.wait_for(r'"message":"rotated"'):
            return ["files arrived and the wheel did not turn: " + " / ".join(server.lines[-3:])]
        again = os.path.join(watched, "again.txt")
        with open(again, "w", encoding="utf-8") as file:
            file.write("no export of anybody's\n")
        if not server.wait_for(r'"message":"imported".*"exit":1'):
            faults.append("a file of no known kind was not said to be left alone")
    imports = json.loads(server.run("imports", "--format", "json"))["imports"]
    if {item["actor"] for item in imports} != {"watched-folder"}:
        faults.append(f"imports are by {sorted({item['actor'] for item in imports})}")
    if not json.loads(server.run("queue", "--format", "json"))["items"]:
        faults.append("the queue is empty")
    return faults + ended_while_turning(server, exports, seed)


def ended_while_turning(server, exports, seed):
    """Facts are new each time the server starts, so that it turns at once; it is told to end before it can have done so.

    A turn that had got so far is brought to its end: then there is nothing left to turn, and it is tried once more."""
    chance = random.Random(seed)
    for turn in range(9):
        server.environment["FLYWHEEL_NOW"] = f"2026-11-{21 + turn}T18:00:00Z"
        server.run("import", *glob.glob(os.path.join(exports, "*")), "--account", f"other-{turn}")
        with server:
            time.sleep(chance.uniform(0, 0.3))
        # What was published as the server ended may be in no line of its log any more.
        before = json.loads(server.run("queue", "--format", "json"))
        if turn >= 2 and before["asOf"] != server.environment["FLYWHEEL_NOW"]:
            break
    else:
        return ["each turn was over before the server could be told to end"]
    with server:
        if not server.wait_for(r'"message":"rotated"'):
            return ["after an end in the middle the wheel did not turn again"]
    after = json.loads(server.run("queue", "--format", "json"))
    faults = [] if after["rotation"] != before["rotation"] else ["the queue is the one of before"]
    if not json.loads(told := server.run("journal", "verify", "--format", "json"))["ok"]:
        faults.append(f"the journal: {told}")
    return faults
