"""How many may work at a time: the processors that are ours, and whether a process may be forked."""

from __future__ import annotations

import os
import sys

__all__ = ["can_fork", "hands", "processors"]


def processors() -> int:
    """Return how many processors this process may use, which can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Tell whether a process can be forked and is safe afterwards; on macOS it is not."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def hands(wanted: int | None, pieces: int, enough: int) -> int:
    """Return how many forked processes should share some pieces of work; with fewer than `enough` a second costs more.

    `wanted` is what the user asked for; without it all processors are used, each with at least half of `enough`.
    """
    if not can_fork() or pieces < enough:
        return 1
    return max(1, min(wanted or processors(), pieces * 2 // enough))
