"""What strangers try at the door: planted and stolen sign-ins, forms of other sites, codes and tokens twice."""
import base64
import hashlib
import hmac
import json
import re
import struct
from datetime import datetime

from crawl import pattern
from visitor import PASSWORD, Visitor

OWN_SITE = {"Sec-Fetch-Site": "same-origin"}


class Doorway:
    """The steps share a server, its administrator, and a list of what went wrong."""

    def __init__(self, server):
        self.server, self.faults = server, []
        self.mia = Visitor(server).set_up(server)

    def expect(self, fact, what):
        if not fact:
            self.faults.append(what)

    # MARK: Sign-ins

    def planted_sign_in(self):
        planted = Visitor(self.server)
        planted.cookies = {"flywheel-session": "planted-by-somebody-else"}
        before = dict(planted.cookies)
        planted.sign_in("mia")
        self.expect(planted.cookies != before, "signing in kept a reference that was there before")
        thief = Visitor(self.server)
        thief.cookies = before
        self.expect(not thief.is_in, "a planted reference is signed in")
        first = dict(planted.cookies)
        planted.sign_in("mia")
        thief.cookies = first
        self.expect(not thief.is_in, "the reference before a second sign-in still counts")

    def stolen_sign_in(self):
        leaving = Visitor(self.server).sign_in("mia")
        thief = Visitor(self.server)
        thief.cookies = dict(leaving.cookies)
        self.expect(thief.is_in, "a reference does not count while it should")
        Visitor.expect(leaving.post("/sign-out", {}), 303)
        self.expect(not thief.is_in, "a stolen reference counts after signing out")

    # MARK: Forms

    def forms_of_others(self):
        """Every form that the pages offer, sent as other sites would: nothing may change."""
        ben = Visitor(self.server).accept(self.server.invite("ben", "operator"))
        before, sent = self._journal(), 0
        actions = self._actions()
        # One that takes files is sent in the other way too, which it does not take from anybody.
        for action, with_files in [*actions, *((action, False) for action, with_files in actions if with_files)]:
            for what, token, headers in (
                ("without a token", None, OWN_SITE), ("with another sign-in's token", ben.form_token, OWN_SITE),
                ("from another site", True, {"Sec-Fetch-Site": "cross-site"}),
                ("from a site beside it", True, {"Sec-Fetch-Site": "same-site"}),
                ("with another origin", True, {"Origin": "https://evil.example"}), ("without origin", True, {"Origin": "null"}),
            ):
                sent += 1
                status = self.mia.post(action, {}, token, with_files, **headers).status
                # Anybody may go, and come in; all else is refused before it is looked at.
                self.expect(status == 403, f"{action} {what} was answered {status}")
        for path in ("/api/v1/rotations", "/api/v1/people", "/api/v1/mcp"):
            reply = self.mia.send("POST", path, "{}", {"Content-Type": "application/json", **OWN_SITE})
            self.expect(reply.status == 403, f"a cookie alone at {path} was answered {reply.status}")
        self.expect(self._journal() == before, "the journal grew by forms of others")
        self.expect(self.mia.is_in, "a form of another site signed somebody out")
        print(f"  {sent} forms of others refused", flush=True)

    def _actions(self):
        """Where the forms of the main pages lead, and whether files come with them."""
        pages = ["/today", "/queue", "/listings", "/cases", "/data", "/wheel", "/wheel/thresholds", "/assessment", "/incidents",
                 "/plan/orders", "/plan/prices", "/settings", "/settings/sessions", "/settings/tokens", "/settings/security",
                 "/settings/people"]
        exception = json.loads(self.server.run("queue", "--limit", "1", "--format", "json"))["items"][0]["id"]
        pages += [f"/x/{exception}{verb}" for verb in ("", "/close", "/snooze", "/assign", "/dismiss", "/note")]
        found = {}
        for page in pages:
            text = self.mia.get(page).text
            for form, action in re.findall(r'(<form method="post"[^>]*action="([^"]*)"[^>]*>)', text):
                found.setdefault(pattern(action), (action.replace("&amp;", "&"), "multipart/form-data" in form))
            for action in re.findall(r'formaction="([^"]*)"', text):
                found.setdefault(pattern(action), (action.replace("&amp;", "&"), False))
        self.expect(len(found) > 20, f"the pages offer only {len(found)} kinds of form")
        return sorted(found.values())

    def _journal(self):
        """How many entries there are."""
        return len(self.server.run("export", "journal", "--format", "ndjson").splitlines())

    # MARK: Twice

    def codes_twice(self):
        code = self.server.invite("cleo", "operator")
        Visitor(self.server).accept(code)
        again = Visitor(self.server).post("/invitation", {"code": code, "password": PASSWORD + " 2"})
        self.expect(again.status == 401, f"an invitation that was taken up was answered {again.status}")
        setup = Visitor(self.server).post(
            "/setup", {"code": self.server.setup_code, "name": "eve", "password": PASSWORD})
        self.expect(setup.status in (401, 409), f"the set-up code was answered {setup.status} the second time")
        self.expect("eve" not in self.server.run("people", "--format", "json"), "the set-up code made a second person")

    def one_time_codes_twice(self):
        dan = Visitor(self.server).accept(self.server.invite("dan", "operator"))
        page = dan.get("/settings/security").text
        secret = next(value for value in re.findall(r'value="([A-Z2-7]{32})"', page))
        moment = datetime.fromisoformat(self.server.environment["FLYWHEEL_NOW"]).timestamp()
        added = dan.post(
            "/settings/security/factor", {"secret": secret, "code": _code(secret, moment), "confirm": PASSWORD})
        Visitor.expect(added, 200)
        recovery = re.findall(r"<li><code>([^<]+)</code>", added.text)

        def come_in(code):
            visitor = Visitor(self.server)
            Visitor.expect(visitor.post("/sign-in", {"name": "dan", "password": PASSWORD}), 303)
            self.expect(not visitor.is_in, "a password alone opens what asks for a second factor")
            return visitor.post("/sign-in/code", {"code": code}).status

        # The code that added the factor was used by that, the next one has not been.
        self.expect(come_in(_code(secret, moment)) == 401, "the code that added the factor counted again")
        later = _code(secret, moment + 30)
        self.expect(come_in(later) == 303, "a fresh code does not open")
        self.expect(come_in(later) == 401, "a code of an authenticator counted twice")
        self.expect(come_in(recovery[0]) == 303, "a recovery code does not open")
        self.expect(come_in(recovery[0]) == 401, "a recovery code counted twice")

    def tokens_after_their_end(self):
        token = self.server.issue("mia", "look", label="gone")
        bearer = Visitor(self.server, Authorization=f"Bearer {token}")
        self.expect(bearer.get("/api/v1/queue").status == 200, "a new token does not open")
        refused = bearer.send("POST", "/api/v1/rotations", "{}", {"Content-Type": "application/json", "Idempotency-Key": "a"})
        self.expect(refused.status == 403, f"a token that may look was answered {refused.status} at a rotation")
        listed = json.loads(self.server.run("people", "tokens", "--format", "json"))
        id = next(row["id"] for row in listed["items"] if row["label"] == "gone")
        self.server.run("people", "revoke", id)
        self.expect(bearer.get("/api/v1/queue").status == 401, "a revoked token opens")
        for text in (token[:-1], token + "A", token.swapcase(), "fw_", "", "null"):
            answer = Visitor(self.server, Authorization=f"Bearer {text}").get("/api/v1/queue")
            self.expect(answer.status == 401, f"a token that is none was answered {answer.status}")


def _code(secret, moment):
    """RFC 6238 with SHA-1, six digits and 30 seconds."""
    key = base64.b32decode(secret)
    mac = hmac.new(key, struct.pack(">Q", int(moment) // 30), hashlib.sha1).digest()
    place = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def check(server):
    """What is wrong, in words."""
    with server:
        door = Doorway(server)
        for step in (door.planted_sign_in, door.stolen_sign_in, door.forms_of_others, door.codes_twice,
                     door.one_time_codes_twice, door.tokens_after_their_end):
            step()
    return door.faults
