"""One writer at a time: a lock that the operating system keeps, and gives back when a process dies.

Why not a file that is there or not: a process that is killed would leave it behind and shut everybody out.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.02


class Busy(OSError):  # noqa: N818 - it reads as the sentence it makes
    """Somebody else holds the lock, and did not let go in time."""


@contextmanager
def locked(path: Path, seconds: float = 20.0) -> Iterator[None]:
    """Hold the lock of a file, which is made where it is missing; raise `Busy` after `seconds` in vain."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _wait(handle, path, seconds)
        try:
            yield
        finally:
            _let_go(handle)
    finally:
        os.close(handle)


def _wait(handle: int, path: Path, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not _take(handle):
        if time.monotonic() >= end:
            raise Busy(f"another program is writing; it holds {path.name} for {seconds:g} seconds already")
        time.sleep(_PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
