"""While nobody asks for anything, make the good pictures that the next build wants."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pinsite.images import ImageRefused, Job, Store, encode_all
from pinsite.serve.bulletin import Bulletin, Planned, State
from pinsite.serve.reach import Reach

_POLITENESS = 10


class Activity:
    """Knows whether somebody is waiting for something."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running = 0
        self._last = time.monotonic()

    @contextlib.contextmanager
    def busy(self) -> Iterator[None]:
        """Count as busy until the block ends."""
        with self._lock:
            self._running += 1
        try:
            yield
        finally:
            with self._lock:
                self._running -= 1
                self._last = time.monotonic()

    def wait_idle(self, seconds: float) -> None:
        """Let those who wait go first, but no longer than so many seconds."""
        end = time.monotonic() + seconds
        while not self.idle_for(0.0) and time.monotonic() < end:
            time.sleep(0.01)

    def idle_for(self, seconds: float) -> bool:
        """Tell whether nothing has happened for so long."""
        with self._lock:
            return self._running == 0 and time.monotonic() - self._last >= seconds


class Improver:
    """One thread of the lowest priority; it lets go after the picture in hand when somebody comes."""

    def __init__(
        self,
        root: Path,
        store: Store,
        bulletin: Bulletin,
        activity: Activity,
        reach: Reach,
        idle: float = 2.0,
    ) -> None:
        self._root, self._store = root, store
        self._bulletin, self._activity, self._idle = bulletin, activity, idle
        self._reach = reach
        self._hopeless: set[str] = set()

    def run(self) -> None:
        """Work until the bulletin closes; what cannot be made is left to the build, which tells why."""
        _step_back()
        while not self._bulletin.closed:
            seen = self._bulletin.current
            if not self._activity.idle_for(self._idle):
                self._bulletin.wait(lambda state: False, self._idle / 4)
            elif not self._improve():
                self._bulletin.wait(partial(_is_news, seen), 3600.0)

    def _improve(self) -> bool:
        """Make the pictures of one source; tell whether there was one to do."""
        job = next(self._missing(), None)
        if job is None:
            return False
        try:
            (outcome,) = encode_all(
                [job],
                self._store,
                workers=1,
                stop=self._must_stop,
                depot=self._reach.depot,
                on_trouble=lambda sentence: self._reach.lose(),
            )
            if outcome.refused:
                self._hopeless.add(job.source.digest)
        except (OSError, ImageRefused):
            self._hopeless.add(job.source.digest)
        return True

    def _must_stop(self) -> bool:
        return self._bulletin.closed or not self._activity.idle_for(0.0)

    def _missing(self) -> Iterator[Job]:
        by_source: dict[str, list[Planned]] = {}
        for planned in self._bulletin.current.pictures.values():
            if planned.source.hasty:
                continue
            by_source.setdefault(planned.path, []).append(planned)
        for path, wanted in by_source.items():
            variants = tuple(one.variant for one in wanted if not self._store.has(one.variant.key))
            if variants and wanted[0].source.digest not in self._hopeless:
                yield Job(self._root / path, wanted[0].source, variants)


def _is_news(seen: State, state: State) -> bool:
    return state.pictures is not seen.pictures


def _step_back() -> None:
    """Give the thread, and those that it starts, a low priority where the system has one for threads."""
    if hasattr(os, "setpriority") and os.uname().sysname == "Linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _POLITENESS)
