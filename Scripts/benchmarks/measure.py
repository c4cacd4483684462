"""Whole processes, timed: seconds, processor seconds, most memory, and what others took of the machine."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass

CORES = os.cpu_count()
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Run:
    seconds: float
    cpu: float
    megabytes: float
    # The share of the machine that other processes took meanwhile, 0 to 1.
    others: float

    def then(self, next):
        """Two processes, one after the other, as one."""
        seconds = self.seconds + next.seconds
        others = (self.others * self.seconds + next.others * next.seconds) / seconds
        return Run(seconds, self.cpu + next.cpu, max(self.megabytes, next.megabytes), others)


def busy_seconds():
    """What all processors together have been busy with since the machine started."""
    if not os.path.exists("/proc/stat"):
        return 0.0
    with open("/proc/stat") as file:
        user, nice, system, _, _, irq, softirq, steal = map(int, file.readline().split()[1:9])
    return (user + nice + system + irq + softirq + steal) / TICKS


def run(command, fine=(0,), output=None):
    """Runs a command to its end, its output to a file where one is named. An exit code that is not fine ends all."""
    busy, start = busy_seconds(), time.perf_counter()
    with open(output or os.devnull, "wb") as out:
        stdout, stderr = (out, subprocess.PIPE) if output else (subprocess.PIPE, subprocess.STDOUT)
        process = subprocess.Popen(command, stdout=stdout, stderr=stderr)
        said = (process.stderr if output else process.stdout).read()
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    busy = busy_seconds() - busy
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in fine:
        said = said.decode(errors="replace")[-2000:]
        raise SystemExit(f"error: exit {process.returncode} of: {' '.join(map(str, command))}\n{said}")
    cpu = usage.ru_utime + usage.ru_stime
    others = max(0.0, (busy - cpu) / (seconds * CORES))
    return Run(seconds, cpu, usage.ru_maxrss / 1024, others)


def rounds(count, sides):
    """Runs every side once a round, in turns, after a round that warms up; the medians by side."""
    runs = {name: [] for name in sides}
    for number in range(-1, count):
        for name, action in sides.items():
            result = action()
            if number >= 0:
                runs[name].append(result)
    return {name: median(of) for name, of in runs.items()}


def beside(command, action, rounds, fine=(0,)):
    """What 99 of 100 runs of an action stay within while a command is under way, and what they do with nothing going on."""
    quiet = [action() for _ in range(rounds * 20)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    busy = []
    while process.poll() is None:
        busy.append(action())
    took = time.perf_counter() - start
    if process.returncode not in fine:
        raise SystemExit(f"error: exit {process.returncode} of: {' '.join(map(str, command))}")
    slowest = max(run.seconds for run in busy)
    print(f"  {len(busy)} runs in {took:.1f} s of {command[1]}, the slowest {seconds(slowest)}", flush=True)
    return slow(busy), slow(quiet)


def slow(runs):
    """The run of the median, with the seconds that 99 of 100 stay within."""
    run = median(runs)
    run.seconds = percentile([run.seconds for run in runs], 0.99)
    return run


def median(runs):
    def middle(what):
        return statistics.median(getattr(run, what) for run in runs)

    return Run(middle("seconds"), middle("cpu"), max(run.megabytes for run in runs), middle("others"))


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def seconds(value):
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.3g} ms"


def line(name, ours, peers, label="ours"):
    """The closing line of a benchmark: ours is the first, ratios are ours to theirs."""

    def side(title, run):
        return f"{title} {seconds(run.seconds)} {run.megabytes:.0f} MB ({seconds(run.cpu)} CPU)"

    parts = [side(label, ours)]
    for title, run in peers.items():
        parts.append(f"{side(title, run)}, ratio {ours.seconds / run.seconds:.2f}")
    if not peers:
        parts.append("no peer: FLYWHEEL_BENCH is not set")
    print(f"{name}: {', '.join(parts)}; others {ours.others:.0%}", flush=True)
