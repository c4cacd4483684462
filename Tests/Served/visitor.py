"""Somebody who speaks HTTP by hand: keeps cookies as a browser does, and sends what no browser would."""
import http.client
import re
import urllib.parse
from dataclasses import dataclass

EDGE = "----edge-of-a-part"
PASSWORD = "a wheel that turns by itself"


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def location(self):
        return self.headers.get("Location", "")


class Visitor:
    """One browser without its manners. Forms carry the token of the page that was read last, unless told otherwise."""

    def __init__(self, server, **headers):
        parts = urllib.parse.urlsplit(server.address)
        self.place, self.headers, self.cookies, self.form_token = (parts.hostname, parts.port), headers, {}, None

    def send(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection(*self.place, timeout=60)
        try:
            named = {name.replace("_", "-"): value for name, value in {**self.headers, **(headers or {})}.items()}
            if self.cookies:
                named["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request(method, path, body, named)
            reply = connection.getresponse()
            answer = Answer(reply.status, reply.headers, reply.read())
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            if value:
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)
        if found := re.search(r'name="form-token" value="([^"]*)"', answer.text):
            self.form_token = found.group(1)
        return answer

    def get(self, path, **headers):
        return self.send("GET", path, headers=headers)

    def post(self, path, fields, token=True, with_files=False, **headers):
        """Sends a form; `token` is what it carries: that of the last page, another, or none. One that takes files is sent in parts."""
        carried = self.form_token if token is True else token
        fields = {**({"form-token": carried} if carried else {}), **fields}
        if with_files:
            return self._in_parts(path, fields, b"", headers)
        return self.send(
            "POST", path, urllib.parse.urlencode(fields), {"Content-Type": "application/x-www-form-urlencoded", **headers})

    def upload(self, path, name, content, **fields):
        """Sends a file as a form does; the name goes out as it is."""
        file = f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="'.encode() + name
        file += b'"\r\nContent-Type: application/octet-stream\r\n\r\n' + content + b"\r\n"
        return self._in_parts(path, {"form-token": self.form_token or "", **fields}, file)

    def _in_parts(self, path, fields, file, headers=None):
        """RFC 7578: the fields, then the part of a file where there is one."""
        parts = [f'--{EDGE}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
                 for key, value in fields.items()]
        return self.send(
            "POST", path, b"".join(parts) + file + f"--{EDGE}--\r\n".encode(),
            {"Content-Type": f"multipart/form-data; boundary={EDGE}", **(headers or {})})

    # MARK: Coming in

    def set_up(self, server, name="mia"):
        self.expect(self.post("/setup", {"code": server.setup_code, "name": name, "password": PASSWORD}), 303)
        return self.look()

    def accept(self, code):
        self.expect(self.post("/invitation", {"code": code, "password": PASSWORD}), 303)
        return self.look()

    def sign_in(self, name, password=PASSWORD):
        self.expect(self.post("/sign-in", {"name": name, "password": password}), 303)
        return self.look()

    def look(self):
        """Reads a page with forms, for their token."""
        self.expect(self.get("/settings/sessions"), 200)
        return self

    @property
    def is_in(self):
        return self.get("/settings/sessions").status == 200

    @staticmethod
    def expect(answer, status):
        if answer.status != status:
            raise SystemExit(f"answered {answer.status}, expected {status}: {answer.text[-600:]}")
        return answer
