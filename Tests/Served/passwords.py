"""Ten thousand wrong passwords: none opens, nobody is locked out, and nothing says which names there are."""
import collections
import statistics
import time
from concurrent.futures import ThreadPoolExecutor

from visitor import PASSWORD, Visitor

WRONG, ALONE = 10_000, 14
MEGABYTES = 64
# What a proxy in front of the server says of where somebody is.
HOME, ELSEWHERE = {"X-Forwarded-For": "203.0.113.9"}, "198.51.{}.7"


def check(server):
    """The server stands behind a proxy at an https address. What is wrong, in words."""
    faults = []

    def expect(fact, what):
        if not fact:
            faults.append(what)

    with server:
        Visitor(server, **HOME).set_up(server)
        fay = Visitor(server, **HOME).accept(server.invite("fay", "operator"))
        before = server.memory()
        # One after the other as long as they are heard at all, so that nothing else is measured.
        answers = [_guess(server, number) for number in range(ALONE)]
        with ThreadPoolExecutor(4) as pool:
            answers += pool.map(lambda number: _guess(server, number), range(ALONE, WRONG))
        grown = server.memory() - before
        statuses = collections.Counter(answer.status for answer, _, _ in answers)
        heard = {
            name: [(answer, took) for answer, of, took in answers if of == name and answer.status == 401]
            for name in ("fay", "nobody")
        }
        texts = {
            name: {answer.text.replace(name, "NAME").replace(answer.headers["X-Request-Id"], "ID") for answer, _ in heard[name]}
            for name in heard
        }
        known, unknown = (statistics.median(took for _, took in heard[name]) for name in ("fay", "nobody"))
        expect(set(statuses) <= {401, 429} and ALONE <= statuses[401] <= 40, f"wrong passwords were answered {dict(statuses)}")
        expect(all("Retry-After" in answer.headers for answer, _, _ in answers if answer.status == 429), "nobody is told to wait")
        expect(texts["fay"] == texts["nobody"], "an unknown name is answered in other words than a known one")
        expect(1 / 3 < known / unknown < 3, f"a known name takes {known:.2f} s, an unknown one {unknown:.2f} s")
        expect(grown < MEGABYTES, f"memory grew by {grown} MB")
        expect(fay.is_in, "somebody who was signed in is not any more")
        home = Visitor(server, **HOME).post("/sign-in", {"name": "fay", "password": PASSWORD})
        expect(home.status == 303, f"the right password at home was answered {home.status}")
        secure = home.headers.get("Set-Cookie", "")
        expect(secure.startswith("__Host-") and "; Secure" in secure, "behind TLS a cookie is not kept to it")
        expect("max-age=63072000" in home.headers.get("Strict-Transport-Security", ""), "behind TLS browsers may leave it")
    print(f"  {WRONG:,} wrong passwords: {dict(statuses)}, {known:.2f} s known, {unknown:.2f} s unknown, {grown:+} MB", flush=True)
    return faults


def _guess(server, number):
    """One try from one of 250 networks: what came of it, at which name, and how long it took."""
    name = ("fay", "nobody")[number % 2]
    stranger = Visitor(server, **{"X-Forwarded-For": ELSEWHERE.format(number % 250)})
    began = time.monotonic()
    answer = stranger.post("/sign-in", {"name": name, "password": f"guess {number}"})
    return answer, name, time.monotonic() - began
