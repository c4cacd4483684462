"""Files that are more than they seem, and names that lead elsewhere: by the API, by the form, and by the watched folder."""
import gzip
import io
import json
import os
import time
import urllib.parse
import uuid
import zipfile
import zlib

from visitor import Visitor

GIGABYTE = 1 << 30
# What the server may grow by while it looks at a gigabyte.
MEGABYTES = 192
HEAD = b"sku,fulfillable\n"

# What people and programs could call a file, and what no name may do.
NAMES = [
    "../../planted.csv", "/tmp/planted.csv", "..\\..\\planted.csv", "a/../../planted.csv", "..", ".", "....//planted.csv",
    "planted.csv\0.txt", "%2e%2e%2fplanted.csv", "~/planted.csv", "-planted.csv", "--store=planted.csv", "CON", "planted\r\n.csv",
    "<img src=x onerror=alert(1)>.csv", "\u202egpj.csv", "planted\u001b[2J.csv", "p" * 300 + ".csv", "$(touch planted).csv",
    "`touch planted`.csv", "planted.csv; filename=other.csv",
]


class Deflated:
    """A stream of the deflate format that is written in little time: one part, as often as it takes."""

    def __init__(self, head, filling):
        part = filling * ((16 << 20) // len(filling))
        self.bytes = self._part(head) + self._part(part) * (GIGABYTE // len(part)) + b"\x03\x00"
        self.count = len(head) + len(part) * (GIGABYTE // len(part))

    @staticmethod
    def _part(content):
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)

    @property
    def gzip(self):
        """Its checksum is wrong, which nobody gets to see."""
        return b"\x1f\x8b\x08" + bytes(6) + b"\x03" + self.bytes + bytes(4) + (self.count & 0xFFFFFFFF).to_bytes(4, "little")

    @property
    def zip(self):
        """The only file of an archive, written by hand since its contents never exist as a whole."""
        little = lambda value, size: value.to_bytes(size, "little")
        name = b"stock.csv"
        entry = (little(20, 2) + bytes(2) + little(8, 2) + bytes(8) + little(len(self.bytes), 4) + little(self.count, 4)
                 + little(len(name), 2) + bytes(2))
        local = b"PK\x03\x04" + entry + name + self.bytes
        listed = b"PK\x01\x02" + little(20, 2) + entry + bytes(14) + name
        return local + listed + b"PK\x05\x06" + bytes(4) + little(1, 2) * 2 + little(len(listed), 4) + little(len(local), 4) + bytes(2)


def bombs():
    """Each is small, and holds a gigabyte or more files than anybody exports."""
    rows, zeros = Deflated(HEAD, b"A" * 253 + b",1\n"), Deflated(b"", b"\0")
    nested = io.BytesIO()
    with zipfile.ZipFile(nested, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("stock.csv.zip", rows.zip)
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5_000):
            archive.writestr(f"stock-{number}.csv", HEAD)
    return {
        "stock.csv.gz": rows.gzip, "zeros.csv.gz": zeros.gzip, "stock.zip": rows.zip, "zeros.zip": zeros.zip,
        "nested.zip": nested.getvalue(), "many.zip": many.getvalue(), "twice.csv.gz": gzip.compress(rows.gzip),
    }


def stock(sku):
    """A file that is fine."""
    return HEAD + sku.encode() + b",1\n"


class Intake:
    """The ways by which files come in."""

    def __init__(self, server, watched):
        self.server, self.watched, self.faults = server, watched, []
        self.mia = Visitor(server).set_up(server)
        self.program = Visitor(server, Authorization=f"Bearer {server.issue('mia', 'look,supply')}")

    def expect(self, fact, what):
        if not fact:
            self.faults.append(what)

    def imports(self):
        return json.loads(self.server.run("imports", "--limit", "1000", "--format", "json"))["imports"]

    def by_api(self, name, content):
        path = "/api/v1/imports?" + urllib.parse.urlencode({"file": name, "account": "a", "marketplace": "US"})
        return self.program.send("POST", path, content, {
            "Content-Type": "application/octet-stream", "Idempotency-Key": str(uuid.uuid4())})

    def bombs(self):
        before, memory, started = self.imports(), self.server.memory(), time.monotonic()
        made, aside = bombs(), os.path.join(self.server.folder, "aside")
        os.mkdir(aside)
        for name, content in made.items():
            self.expect(len(content) < 5 << 20, f"{name} is {len(content):,} bytes")
            api = self.by_api(name, content)
            self.expect(api.status == 422 and "expected" in api.text, f"{name} by the API was answered {api.status}: {api.text}")
            form = self.mia.upload("/data/imports", name.encode(), content, account="a", marketplace="US")
            self.expect(form.status == 422 and "expected" in form.text, f"{name} by the form was answered {form.status}")
            with open(os.path.join(aside, name), "wb") as file:
                file.write(content)
        # All at once, so that one look takes them all.
        os.rename(aside, os.path.join(self.watched, "bombs"))
        self.expect(self.server.wait_for('"message":"imported"', 300), "the watched folder was not looked at")
        worst = self.server.memory("VmHWM")
        self.expect(self.imports() == before, "a bomb was imported")
        self.expect(worst - memory < MEGABYTES, f"memory grew by {worst - memory} MB over bombs")
        print(f"  {len(made)} bombs three ways in {time.monotonic() - started:.0f} s, {worst - memory:+} MB", flush=True)

    def names(self):
        before, count = self._files(), len(self.imports())
        for number, name in enumerate(NAMES):
            api = self.by_api(name, stock(f"api-{number}"))
            self.expect(api.status in (200, 400, 422), f"{name!r} by the API was answered {api.status}")
            form = self.mia.upload("/data/imports", name.encode(), stock(f"form-{number}"), account="a", marketplace="US")
            self.expect(form.status in (303, 400, 422), f"{name!r} by the form was answered {form.status}: {form.text[-300:]}")
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as packed:
            for number, name in enumerate(NAMES):
                packed.writestr(zipfile.ZipInfo(name.replace("\0", "")), stock(f"zip-{number}"))
        answer = self.by_api("names.zip", archive.getvalue())
        self.expect(answer.status in (200, 207, 422), f"an archive of such names was answered {answer.status}")
        new = [path for path in self._files() - before if "planted" in path]
        self.expect(not new, f"names wrote files: {new}")
        self.expect(len(self.imports()) > count, "no file of a strange name came in")
        for page in ("/data?limit=1000", *(f"/data/imports/{record['id']}" for record in self.imports())):
            text = self.mia.get(page).text
            for mark in ("<img src=x", "\u202e", "\u001b", "\0"):
                self.expect(mark not in text, f"{page} shows {mark!r} as it came")

    def _files(self):
        """Everything beside the server, and where names might lead."""
        roots = [self.server.folder, os.path.dirname(self.server.folder), "/tmp", os.path.expanduser("~"), os.getcwd()]
        return {os.path.join(root, name) for root in roots for name in os.listdir(root)}


def check(server, watched):
    """What is wrong, in words."""
    with server:
        intake = Intake(server, watched)
        intake.bombs()
        intake.names()
    return intake.faults
