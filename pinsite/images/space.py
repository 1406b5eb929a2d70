"""Bound how many pixels stand in memory at a time, however many threads would like to decode."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

MEGAPIXELS_IN_FLIGHT = 64.0
"""Decoded at a time on this machine: some 300 MB with all that is made of them."""


class Space:
    """Room for so many million decoded pixels; one picture always may, however large."""

    def __init__(self, megapixels: float = MEGAPIXELS_IN_FLIGHT) -> None:
        self._megapixels, self._taken, self._pictures = megapixels, 0.0, 0
        self._freed = threading.Condition()

    @contextmanager
    def taken(self, megapixels: float) -> Iterator[None]:
        """Wait until so many fit in, and hold them until the block ends."""
        with self._freed:
            self._freed.wait_for(lambda: self._fits(megapixels))
            self._taken, self._pictures = self._taken + megapixels, self._pictures + 1
        try:
            yield
        finally:
            with self._freed:
                self._taken, self._pictures = self._taken - megapixels, self._pictures - 1
                self._freed.notify_all()

    def _fits(self, megapixels: float) -> bool:
        return not self._pictures or self._taken + megapixels <= self._megapixels


LOOKING = Space()
"""Shared by all that decode on this machine outside `encode_all`, which counts for itself."""
