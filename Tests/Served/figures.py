"""Reads what the server tells Prometheus with Prometheus' own reader of that form."""
import math
import socket
import urllib.error
import urllib.request

from prometheus_client.parser import text_string_to_metric_families


def free_port():
    """A port that nobody listens on just now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def check(server, token):
    """What is wrong with the figures after a few requests, one of them refused."""
    port = free_port()
    server.arguments += ["--metrics-port", str(port)]
    with server:
        for path in ("/healthz", "/api/v1/queue", "/api/v1/no-such-thing"):
            asked = urllib.request.Request(server.address + path, headers={"Authorization": f"Bearer {token}"})
            try:
                urllib.request.urlopen(asked, timeout=30).read()
            except urllib.error.HTTPError:
                pass
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=30) as answer:
            kind, text = answer.headers["Content-Type"], answer.read().decode()
    faults = [] if kind.startswith("text/plain; version=0.0.4") else [f"the figures are {kind}"]
    families = list(text_string_to_metric_families(text))
    samples = [sample for family in families for sample in family.samples]
    for family in families:
        if family.type == "unknown" or not family.documentation or not family.samples:
            # A family may wait for its first figure, one for each subscription to webhooks.
            if not family.name.startswith("flywheel_outbox_"):
                faults.append(f"{family.name} is of no type, says nothing of itself or has no figure")
        if family.type == "histogram":
            faults += buckets(family)
    lines = sum(not line.startswith("#") for line in text.splitlines())
    if len(samples) != lines:
        faults.append(f"{len(samples)} figures were read of {lines} lines")
    if len({(sample.name, tuple(sorted(sample.labels.items()))) for sample in samples}) != len(samples):
        faults.append("a figure stands there twice")
    if not any(family.type == "histogram" for family in families):
        faults.append("nothing says how long requests took")
    if any(math.isnan(sample.value) for sample in samples):
        faults.append("a figure is no number")
    return faults


def buckets(family):
    """Whether each histogram's buckets rise to its count."""
    faults, found = [], {}
    for sample in family.samples:
        labels = tuple(sorted((name, value) for name, value in sample.labels.items() if name != "le"))
        one = found.setdefault(labels, {"bounds": [], "count": None})
        if sample.name.endswith("_bucket"):
            one["bounds"].append((float(sample.labels["le"]), sample.value))
        elif sample.name.endswith("_count"):
            one["count"] = sample.value
    for labels, one in found.items():
        bounds = one["bounds"]
        rises = bounds == sorted(bounds) and [value for _, value in bounds] == sorted(value for _, value in bounds)
        if not bounds or not rises or bounds[-1] != (math.inf, one["count"]):
            faults.append(f"{family.name}{dict(labels)}: {bounds} of {one['count']}")
    return faults
