"""Where the files of the site come from: the disk, or the makers until the first build has ended."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pinsite.serve.addresses import file_below

if TYPE_CHECKING:
    from pinsite.build import Workshop
    from pinsite.outputs import Target


class Shelf(Protocol):
    """Something that has files of the site."""

    def has(self, path: str) -> bool:
        """Tell whether there is such a file."""

    def read(self, path: str) -> bytes | None:
        """Return its bytes, or None where there is none."""


class Disk:
    """The site as the last good build wrote it."""

    def __init__(self, output: Path) -> None:
        self._output = output

    def has(self, path: str) -> bool:
        """Tell whether there is such a file."""
        return file_below(self._output, path) is not None

    def read(self, path: str) -> bytes | None:
        """Return its bytes; a build may remove it at any moment."""
        found = file_below(self._output, path)
        try:
            return found.read_bytes() if found else None
        except FileNotFoundError:
            return None


class Early:
    """Makes single pages when they are asked for, so that nobody waits for the other ten thousand."""

    def __init__(self, workshop: Workshop, targets: Mapping[str, Target]) -> None:
        self._workshop, self._targets = workshop, targets
        self._lock = threading.Lock()

    def has(self, path: str) -> bool:
        """Tell whether the site will have such a file."""
        return path in self._targets

    def read(self, path: str) -> bytes | None:
        """Make the file; one that cannot be made is left to the build, which tells why."""
        target = self._targets.get(path)
        if target is None:
            return None
        with self._lock:
            try:
                return self._workshop.make(target).content
            except Exception:
                return None
