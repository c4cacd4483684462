"""Two programs on one store: the second one says so and ends, and however the first one ends, the way is free."""
import os
import signal


def check(server):
    """What is wrong, in words."""
    faults = []
    with server:
        for command in (("serve", "--port", "0"), ("outbox", "send")):
            said = server.refused(*command)
            if "error[in-service]" not in said:
                faults.append(f"a second flywheel {' '.join(command)} said: {said}")
        # Whoever only looks or works is not in the way.
        server.run("queue")
        server.run("doctor")
    server.run("outbox", "send")
    server.__enter__()
    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait()
    server.run("outbox", "send")
    return faults
