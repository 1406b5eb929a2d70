"""Make a picture when a browser asks for it, each once, as many at a time as there are cores."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from pathlib import Path

from pinsite.images import DepotFailed, Store, encode_one
from pinsite.processes import processors
from pinsite.serve.bulletin import Planned
from pinsite.serve.reach import Reach


class Pictures:
    """Gives the bytes of planned pictures: the good one from the store, or a quick one made now."""

    def __init__(self, root: Path, store: Store, reach: Reach, at_once: int | None = None) -> None:
        self.store = store
        self._reach = reach
        self._root = root
        self._room = threading.BoundedSemaphore(at_once or processors())
        self._lock = threading.Lock()
        self._flying: dict[str, Future[bytes]] = {}

    def get(self, planned: Planned) -> bytes:
        """Return the bytes of a picture, a good one from the shared store before a quick one.

        Raises `ImageRefused` for one that cannot be read.
        """
        finished = self.store.read(planned.variant.key)
        return finished if finished is not None else self._once(planned)

    def _once(self, planned: Planned) -> bytes:
        """Make it, or wait for whoever is making it."""
        key = planned.variant.key
        with self._lock:
            other = self._flying.get(key)
            mine = self._flying.setdefault(key, Future()) if other is None else None
        if mine is None:
            assert other is not None
            return other.result()
        try:
            data = self._fetched(key) or self._quick(planned)
            mine.set_result(data)
            return data
        except BaseException as error:
            mine.set_exception(error)
            raise
        finally:
            with self._lock:
                del self._flying[key]

    def _fetched(self, key: str) -> bytes | None:
        """Return a picture that another machine has made."""
        shared = self._reach.depot
        try:
            data = shared.fetch(key) if shared else None
        except DepotFailed:
            self._reach.lose()
            return None
        if data is not None:
            self.store.put(key, data)
        return data

    def _quick(self, planned: Planned) -> bytes:
        with self._room:
            return encode_one(
                self._root / planned.path, planned.source, planned.variant, self.store, fast=True
            )
