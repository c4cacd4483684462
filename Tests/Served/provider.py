"""Signing in by an identity provider, over TLS: the code flow with PKCE, and every answer of a provider that must not be believed."""
import base64
import hashlib
import html
import http.server
import json
import os
import re
import threading
import urllib.parse
from datetime import datetime

from certificates import openssl
from visitor import PASSWORD, Visitor

CLIENT, SECRET, ADDRESS = "flywheel", "a secret of the client", "https://flywheel.example"


def plain64(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


class Key:
    """An RSA key that signs tokens."""

    def __init__(self, folder, name):
        self.name, self.file = name, os.path.join(folder, f"{name}.key")
        openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", self.file)

    @property
    def public(self):
        modulus = openssl("rsa", "-in", self.file, "-noout", "-modulus").decode().strip().partition("=")[2]
        return {"kty": "RSA", "kid": self.name, "alg": "RS256", "use": "sig", "n": plain64(bytes.fromhex(modulus)), "e": "AQAB"}

    def token(self, claims, **header):
        head = {"alg": "RS256", "kid": self.name, "typ": "JWT", **header}
        text = ".".join(plain64(json.dumps(part).encode()) for part in (head, claims))
        return text + "." + plain64(openssl("dgst", "-sha256", "-sign", self.file, text=text.encode()))


class Provider:
    """Hands out a code for each sign-in, and a token for each code once; what the token says is told it before."""

    def __init__(self, folder, context, now):
        self.key, self.other, self.now, self.codes = Key(folder, "known"), Key(folder, "unknown"), now, {}
        provider = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path == "/.well-known/openid-configuration":
                    self.say(200, {
                        "issuer": provider.issuer, "authorization_endpoint": provider.issuer + "/authorize",
                        "token_endpoint": provider.issuer + "/token", "jwks_uri": provider.issuer + "/keys"})
                elif self.path == "/keys":
                    self.say(200, {"keys": [provider.key.public]})
                else:
                    self.say(404, {})

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.say(*provider.exchange(dict(urllib.parse.parse_qsl(body))))

            def say(self, status, document):
                content = json.dumps(document).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.issuer = f"https://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def exchange(self, form):
        asked, token = self.codes.pop(form.get("code"), (None, None))
        if not asked or form.get("client_secret") != SECRET or form.get("redirect_uri") != asked["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        if plain64(hashlib.sha256(form.get("code_verifier", "").encode()).digest()) != asked["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": "unused", "token_type": "Bearer", "id_token": token}

    def claims(self, asked, **otherwise):
        return {"iss": self.issuer, "sub": "248289761001", "aud": CLIENT, "exp": self.now + 300, "iat": self.now,
                "nonce": asked["nonce"], **otherwise}


class SignIns:
    def __init__(self, server, provider):
        self.server, self.provider, self.faults = server, provider, []

    def expect(self, fact, what):
        if not fact:
            self.faults.append(what)

    def begin(self, visitor):
        """What the provider is asked for, as the browser brings it there."""
        return self.asked(Visitor.expect(visitor.get("/oidc/start"), 303).location)

    def begin_link(self, visitor):
        """The same for somebody who wants to be known by it, and gives the password."""
        visitor.get("/settings/security")
        page = Visitor.expect(visitor.post("/settings/security/provider", {"provider": PASSWORD}), 200).text
        found = re.search(r'href="(https://[^"]*/authorize[^"]*)"', page)
        return self.asked(html.unescape(found.group(1)) if found else "")

    def asked(self, address):
        asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))
        self.expect(address.startswith(self.provider.issuer + "/authorize?"), f"a browser is sent to {address}")
        self.expect(asked.get("code_challenge_method") == "S256", "no proof of the code is asked for")
        self.expect(asked.get("redirect_uri") == ADDRESS + "/oidc/callback", "browsers are sent back elsewhere")
        return asked

    def come_back(self, visitor, asked, token, **otherwise):
        code = f"code-{len(asked['state'])}-{id(token)}"
        self.provider.codes[code] = (asked, token)
        query = {"code": code, "state": asked["state"], "iss": self.provider.issuer, **otherwise}
        return visitor.get("/oidc/callback?" + urllib.parse.urlencode(query)), query

    def right(self):
        """Somebody links their identity, and signs in by it from then on."""
        key, claims = self.provider.key, self.provider.claims
        mia = Visitor(self.server).set_up(self.server)
        stranger = Visitor(self.server)
        asked = self.begin(stranger)
        refused, _ = self.come_back(stranger, asked, key.token(claims(asked)))
        self.expect(refused.status >= 400 and not stranger.is_in, "an identity of nobody signs in")
        borrowed = self.begin(mia)
        refused, _ = self.come_back(mia, borrowed, key.token(claims(borrowed)))
        self.expect(refused.status >= 400 and mia.is_in, f"linking without the password was answered {refused.status}")
        mia.get("/settings/security")
        guessed = mia.post("/settings/security/provider", {"provider": "a guess"})
        self.expect(guessed.status == 401, f"linking by a wrong password was answered {guessed.status}")
        asked = self.begin_link(mia)
        linked, _ = self.come_back(mia, asked, key.token(claims(asked)))
        self.expect(linked.location == "/settings/security", f"linking was answered {linked.status}")
        browser = Visitor(self.server)
        asked = self.begin(browser)
        opened, query = self.come_back(browser, asked, key.token(claims(asked)))
        self.expect(opened.status == 303 and browser.is_in, f"a linked identity was answered {opened.status}: {opened.text[-300:]}")
        again = Visitor(self.server)
        again.get("/oidc/callback?" + urllib.parse.urlencode(query))
        self.expect(not again.is_in, "what a browser came back with opens in another one")
        mia.get("/settings/security")
        Visitor.expect(mia.post("/settings/security/provider/remove", {"provider": PASSWORD}), 303)
        browser = Visitor(self.server)
        asked = self.begin(browser)
        self.come_back(browser, asked, key.token(claims(asked)))
        self.expect(not browser.is_in, "an identity that was forgotten signs in")

    def wrong(self):
        """What a provider, or somebody in its place, could answer otherwise."""
        key, other, claims, now = self.provider.key, self.provider.other, self.provider.claims, self.provider.now
        none = lambda asked: ".".join(plain64(json.dumps(part).encode()) for part in ({"alg": "none"}, claims(asked))) + "."
        tokens = {
            "another nonce": lambda asked: key.token(claims(asked, nonce="another")),
            "no nonce": lambda asked: key.token(claims(asked, nonce=None)),
            "another client": lambda asked: key.token(claims(asked, aud="another")),
            "another issuer": lambda asked: key.token(claims(asked, iss="https://evil.example")),
            "an end that is past": lambda asked: key.token(claims(asked, exp=now - 61)),
            "an old token": lambda asked: key.token(claims(asked, iat=now - 86_400, exp=now + 300)),
            "a beginning to come": lambda asked: key.token(claims(asked, nbf=now + 600, iat=now + 600)),
            "nobody": lambda asked: key.token(claims(asked, sub="")),
            "another's signature": lambda asked: other.token(claims(asked), kid="known"),
            "an unknown key": lambda asked: other.token(claims(asked)),
            "no signature": none,
            "a cut signature": lambda asked: key.token(claims(asked))[:-4],
            "no token": lambda asked: "",
        }
        for what, token in tokens.items():
            browser = Visitor(self.server)
            asked = self.begin(browser)
            answer, _ = self.come_back(browser, asked, token(asked))
            self.expect(400 <= answer.status < 500 or answer.status == 502, f"{what} was answered {answer.status}")
            self.expect(not browser.is_in, f"{what} signs in")
        for what, otherwise in {
            "another state": {"state": "another"}, "no state": {"state": ""}, "another issuer's answer": {"iss": "https://evil.example"},
            "an unknown code": {"code": "made-up"}, "a refusal": {"code": "", "error": "access_denied"},
        }.items():
            browser = Visitor(self.server)
            asked = self.begin(browser)
            answer, _ = self.come_back(browser, asked, key.token(claims(asked)), **otherwise)
            self.expect(answer.status >= 400 and not browser.is_in, f"{what} was answered {answer.status}")
        browser = Visitor(self.server)
        asked = self.begin(browser)
        browser.cookies = {}
        answer, _ = self.come_back(browser, asked, key.token(claims(asked)))
        self.expect(answer.status >= 400 and not browser.is_in, "an attempt of another browser signs in")
        log = "\n".join(self.server.lines)
        self.expect(not re.search(r"code-\d|eyJ|" + re.escape(SECRET), log), "the log holds codes, tokens or secrets")
        print(f"  {len(tokens) + 6} answers of a provider refused", flush=True)


def prepare(folder, authority, now):
    """A provider, and what a configuration says of it."""
    provider = Provider(folder, authority.context(), int(datetime.fromisoformat(now).timestamp()))
    secret = os.path.join(folder, "client-secret")
    with open(secret, "w", encoding="utf-8") as file:
        file.write(SECRET + "\n")
    with open(os.path.join(folder, "flywheel.yaml"), "w", encoding="utf-8") as file:
        file.write(f"serve:\n  address: {ADDRESS}\n  oidcIssuer: {provider.issuer}\n  oidcClient: {CLIENT}\n"
                   f"  oidcSecretFile: {secret}\n")
    return provider


def check(server, provider):
    """What is wrong, in words."""
    with server:
        signing = SignIns(server, provider)
        signing.right()
        signing.wrong()
    return signing.faults
