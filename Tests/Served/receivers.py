"""What leaves the house by TLS: webhooks and mails, to whom is trusted and to nobody else, and received as is documented."""
import base64
import hashlib
import hmac
import http.server
import json
import os
import socketserver
import ssl
import threading
import time
import uuid

from certificates import Authority
from visitor import Visitor

TOLERANCE = 300
# Where a webhook must not lead, of every sort there is; the suite of Outbox has all forms.
INWARD = [
    "http://93.184.215.14/in", "https://127.0.0.1/", "https://[::1]/", "https://10.0.0.1/", "https://192.168.1.1/", "https://172.16.0.1/",
    "https://169.254.169.254/latest/meta-data/", "https://100.64.0.1/", "https://0.0.0.0/", "https://[fe80::1]/", "https://[fd00::1]/",
    "https://[::ffff:127.0.0.1]/", "https://[64:ff9b::7f00:1]/", "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/",
    "https://127.1/", "https://localhost/", "https://example.com@127.0.0.1/", "https://user:pass@example.com/", "file:///etc/passwd",
    "gopher://127.0.0.1:25/", "https://example.com\\@127.0.0.1/", "https://224.0.0.1/", "https://255.255.255.255/",
]


class Receiver:
    """Takes webhooks over TLS, and believes them as Standard Webhooks says."""

    def __init__(self, context):
        self.taken, self.secret = [], None
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.taken.append(({name.lower(): value for name, value in self.headers.items()}, body))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        class Quiet(http.server.ThreadingHTTPServer):
            def handle_error(self, *_):
                """Whoever does not trust the certificate breaks off."""

        self.server = Quiet(("127.0.0.1", 0), Handler)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"https://127.0.0.1:{self.server.server_port}/in"

    def believe(self, headers, body, seen, now):
        """Why a message is not believed; nothing where it is."""
        id, moment = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
        key = base64.b64decode(self.secret.removeprefix("whsec_"))
        right = base64.b64encode(hmac.new(key, f"{id}.{moment}.".encode() + body, hashlib.sha256).digest()).decode()
        if not any(hmac.compare_digest(word, f"v1,{right}") for word in headers.get("webhook-signature", "").split()):
            return "signature"
        if abs(int(moment) - now) > TOLERANCE:
            return "time"
        if id in seen:
            return "replayed"
        seen.add(id)
        return None


class Post:
    """A mail server that takes one mail a connection: with TLS from the first byte, or after STARTTLS."""

    def __init__(self, context, from_first_byte):
        self.mails, self.encrypted = [], []
        post = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                try:
                    self.talk(context.wrap_socket(self.request, server_side=True) if from_first_byte else self.request)
                except (OSError, ssl.SSLError):
                    return

            def talk(self, channel):
                file = channel.makefile("rwb")

                def say(line):
                    file.write(line.encode() + b"\r\n")
                    file.flush()

                say("220 post")
                while line := file.readline().strip().upper():
                    if line.startswith(b"EHLO"):
                        say("250 post" if isinstance(channel, ssl.SSLSocket) else "250-post\r\n250 STARTTLS")
                    elif line == b"STARTTLS":
                        say("220 go on")
                        channel = context.wrap_socket(channel, server_side=True)
                        file = channel.makefile("rwb")
                    elif line == b"DATA":
                        say("354 go on")
                        lines = []
                        while (text := file.readline()) not in (b".\r\n", b""):
                            lines.append(text)
                        post.mails.append(b"".join(lines))
                        post.encrypted.append(isinstance(channel, ssl.SSLSocket))
                        say("250 taken")
                    elif line == b"QUIT":
                        say("221 bye")
                        return
                    else:
                        say("250 fine")

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        scheme = "smtps" if from_first_byte else "smtp"
        self.address = f"{scheme}://127.0.0.1:{self.server.server_address[1]}"


def wait(fact, seconds=30):
    until = time.monotonic() + seconds
    while time.monotonic() < until and not fact():
        time.sleep(0.1)
    return fact()


class House:
    """A server whose configuration lets it send to this machine, and what becomes of what happens in it."""

    def __init__(self, server, authority):
        self.server, self.faults = server, []
        self.trusted, self.stranger = Receiver(authority.context()), Receiver(authority.stranger())
        self.posts = [Post(authority.context(), True), Post(authority.context(), False)]

    def expect(self, fact, what):
        if not fact:
            self.faults.append(what)

    def configure(self, post):
        with open(os.path.join(self.server.folder, "flywheel.yaml"), "w", encoding="utf-8") as file:
            file.write("currency: USD\noutbox:\n  networks: [127.0.0.0/8]\n"
                       f"  mail: {{server: '{post.address}', from: flywheel@example.com}}\n")

    def subscribe(self, kind, address):
        said = self.server.run("webhooks", "add", kind, address, "--verb", "noted", "--format", "json")
        return json.loads(said)

    def webhooks(self):
        self.configure(self.posts[0])
        made = self.subscribe("webhook", self.trusted.address)
        self.trusted.secret = made["secret"]
        self.subscribe("webhook", self.stranger.address)
        self.subscribe("mail", "ops@example.com")
        exception = json.loads(self.server.run("queue", "--limit", "1", "--format", "json"))["items"][0]["id"]
        with self.server:
            self.server.run("note", exception, "canary: what people write stays here")
            self.expect(wait(lambda: self.trusted.taken), "a trusted receiver was told nothing")
            self.expect(wait(lambda: self.posts[0].mails), "a trusted mail server was handed nothing")
            failed = lambda: "bad-certificate" in self.server.run("webhooks", "deliveries", "--format", "json")
            self.expect(wait(failed), "nobody is told that a certificate is not trusted")
        self.expect(not self.stranger.taken, "a receiver that signed its own certificate was told something")
        if not self.trusted.taken:
            return
        headers, body = self.trusted.taken[0]
        seen, now, believe = set(), int(headers["webhook-timestamp"]), self.trusted.believe
        self.expect(believe(headers, body, seen, now) is None, "a message is not believed")
        self.expect(believe(headers, body, seen, now) == "replayed", "a second message of an id is believed")
        self.expect(believe(headers, body, set(), now + TOLERANCE + 1) == "time", "an old message is believed")
        later = {**headers, "webhook-timestamp": str(now + 200)}
        self.expect(believe(later, body, set(), now + 200) == "signature", "a message with another time is believed")
        self.expect(believe(headers, body + b" ", set(), now) == "signature", "a message with another body is believed")
        self.expect(b"canary" not in body, "a webhook holds what people wrote")

    def mails(self):
        self.configure(self.posts[1])
        exception = json.loads(self.server.run("queue", "--limit", "1", "--format", "json"))["items"][0]["id"]
        self.server.run("note", exception, "again")
        self.server.run("outbox", "send")
        for post, way in zip(self.posts, ("TLS", "STARTTLS")):
            self.expect(post.mails, f"no mail went out by {way}")
            self.expect(all(post.encrypted), f"a mail went out in the clear by {way}")
        self.expect(not any(b"canary" in mail for post in self.posts for mail in post.mails), "a mail holds what people wrote")

    def inward(self):
        """Nothing leads into the house where no network is named."""
        os.remove(os.path.join(self.server.folder, "flywheel.yaml"))
        with self.server:
            self.server.run("people", "add", "lea", "--role", "admin")
            bearer = Visitor(self.server, Authorization=f"Bearer {self.server.issue('lea', 'look,settle')}")
            taken = len(self.trusted.taken)
            for address in [*INWARD, self.trusted.address]:
                body = json.dumps({"kind": "webhook", "address": address})
                answer = bearer.send("POST", "/api/v1/webhooks", body, {
                    "Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())})
                if answer.status in (200, 201):
                    id = json.loads(answer.text)["subscription"]["id"]
                    tested = bearer.send("POST", f"/api/v1/webhooks/{id}/test", "{}", {
                        "Content-Type": "application/json", "If-Match": "*"})
                    self.expect(tested.status == 200 and json.loads(tested.text)["outcome"].endswith(("-address", "not-https")),
                                f"{address} was tried: {tested.text}")
                else:
                    self.expect(answer.status in (400, 422), f"{address} was answered {answer.status}")
            self.expect(len(self.trusted.taken) == taken, "a webhook reached into the house")


def check(server, authority):
    """What is wrong, in words."""
    house = House(server, authority)
    for step in (house.webhooks, house.mails, house.inward):
        step()
    return house.faults
