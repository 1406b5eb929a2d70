"""What one command costs: seconds of wall and of processors, and the peak memory of all its processes.

Time and memory are measured in different runs: looking at the memory of a tree of processes costs time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_LOOK_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of one run; `processor` is user + system time of all processes."""

    wall: float
    processor: float


def run_for_time(command: Sequence[str]) -> Cost:
    """Run a command to its end; a failure ends the measurement."""
    if hasattr(os, "sync"):
        os.sync()  # what the run before has written is on the disk, and does not hold up this one
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as told:
        begun, before = time.perf_counter(), _children()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=told, check=False)
        cost = Cost(time.perf_counter() - begun, _children() - before)
        told.seek(0)
        _or_stop(command, done.returncode, told.read() if done.returncode else "")
    return cost


def run_for_memory(command: Sequence[str]) -> float:
    """Run a command to its end and return its peak memory in MB, children included."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not (_PROC / str(process.pid) / "smaps_rollup").exists():
        return _largest(process, command)
    peak = [0.0]
    ended = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peak, ended))
    watcher.start()
    largest = _largest(process, command)
    ended.set()
    watcher.join()
    # A process that is short is seen too late, and what it shares with strangers counts in parts.
    return max(peak[0], largest)


def _or_stop(command: Sequence[str], code: int, told: str) -> None:
    if code:
        sys.exit(f"{told[-2000:]}\n{' '.join(command)} failed with {code}")


def _children() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system


def _watch(root: int, peak: list[float], ended: threading.Event) -> None:
    while not ended.wait(_LOOK_SECONDS):
        peak[0] = max(peak[0], sum(_proportional(pid) for pid in _tree(root)))


def _tree(root: int) -> list[int]:
    """Return a process and all that descend from it."""
    found = [root]
    for pid in found:
        try:
            threads = list((_PROC / str(pid) / "task").iterdir())
            found += [int(one) for thread in threads for one in (thread / "children").read_text().split()]
        except OSError:  # it has ended
            continue
    return found


def _proportional(pid: int) -> float:
    """Return the memory of a process in MB; what it shares with others counts in parts, so that a sum is true."""
    try:
        for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:  # it has ended
        pass
    return 0.0


def _largest(process: subprocess.Popen[bytes], command: Sequence[str]) -> float:
    """Wait for the end, and return the peak of the largest of the processes, which most systems tell."""
    if not hasattr(os, "wait4"):
        _or_stop(command, process.wait(), "")
        return float("nan")
    _, status, usage = os.wait4(process.pid, 0)
    _or_stop(command, os.waitstatus_to_exitcode(status), "")
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
