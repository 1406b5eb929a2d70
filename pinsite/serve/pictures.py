"""Make a picture when a browser asks for it, each once, as many at a time as there are cores."""

from __future__ import annotations

import os
import threading
from concurrent.futures import Future
from pathlib import Path

from pinsite.images import Depot, DepotFailed, Store, encode_one
from pinsite.serve.bulletin import Planned


class Pictures:
    """Gives the bytes of planned pictures: the good one from the store, or a quick one made now."""

    def __init__(self, root: Path, store: Store, at_once: int | None = None) -> None:
        self.store = store
        self._root = root
        self._room = threading.BoundedSemaphore(at_once or os.cpu_count() or 1)
        self._lock = threading.Lock()
        self._flying: dict[str, Future[bytes]] = {}
        self._out_of_reach: set[Depot] = set()

    def get(self, planned: Planned, shared: Depot | None = None) -> bytes:
        """Return the bytes of a picture, a good one from the shared store before a quick one.

        Raises `ImageRefused` for one that cannot be read.
        """
        finished = self.store.read(planned.variant.key)
        return finished if finished is not None else self._once(planned, shared)

    def _once(self, planned: Planned, shared: Depot | None) -> bytes:
        """Make it, or wait for whoever is making it."""
        key = planned.variant.key
        with self._lock:
            other = self._flying.get(key)
            mine = self._flying.setdefault(key, Future()) if other is None else None
        if mine is None:
            assert other is not None
            return other.result()
        try:
            data = self._fetched(key, shared) or self._quick(planned)
            mine.set_result(data)
            return data
        except BaseException as error:
            mine.set_exception(error)
            raise
        finally:
            with self._lock:
                del self._flying[key]

    def _fetched(self, key: str, shared: Depot | None) -> bytes | None:
        """Return a picture that another machine has made; a shared store that fails once is asked no more."""
        if shared is None or shared in self._out_of_reach:
            return None
        try:
            data = shared.fetch(key)
        except DepotFailed:
            self._out_of_reach.add(shared)
            return None
        if data is not None:
            self.store.put(key, data)
        return data

    def _quick(self, planned: Planned) -> bytes:
        with self._room:
            return encode_one(
                self._root / planned.path, planned.source, planned.variant, self.store, fast=True
            )
