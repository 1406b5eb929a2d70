"""Keep made pictures by content key, outside the output. An entry is finished or absent."""

import os
import re
import secrets
import time
from collections.abc import Collection, Iterator
from pathlib import Path

from msgspec import Struct

_KEY = re.compile(r"[0-9a-f]{8,}")
_TEMPORARY = ".part-"
_STALE_SECONDS = 3600.0
_USED_SECONDS = 86_400.0


class Collected(Struct, frozen=True):
    """What a collection removed and what stayed, in entries and bytes."""

    removed: int
    freed: int
    kept: int
    held: int


class Store(Struct, frozen=True):
    """A folder of finished pictures: `ab/cdef…`, named by key alone; several processes may share it."""

    root: Path

    def path(self, key: str) -> Path:
        """Return where the entry is, or would be."""
        if not _KEY.fullmatch(key):
            raise ValueError(f"{key!r} is no key")
        return self.root / key[:2] / key[2:]

    def has(self, key: str) -> bool:
        """Say whether the entry is finished."""
        try:
            return self.path(key).stat().st_size > 0
        except (FileNotFoundError, NotADirectoryError):
            return False

    def use(self, key: str) -> bool:
        """Say whether the entry is finished, and note that it is still wanted; a day's precision is enough."""
        path = self.path(key)
        try:
            facts = path.stat()
            if time.time() - facts.st_mtime > _USED_SECONDS:
                os.utime(path)
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:  # a store that may only be read: its ages are somebody else's affair
            return True
        return facts.st_size > 0

    def read(self, key: str) -> bytes | None:
        """Return the bytes of an entry, or nothing when it is absent."""
        try:
            return self.path(key).read_bytes() or None
        except (FileNotFoundError, NotADirectoryError):
            return None

    def put(self, key: str, data: bytes) -> Path:
        """Write an entry whole: into a temporary file beside it, to the disk, then renamed into place."""
        target = self.path(key)
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{_TEMPORARY}{os.getpid()}-{secrets.token_hex(6)}")
        try:
            with part.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return target

    def keys(self) -> Iterator[str]:
        """Yield the keys of all finished entries."""
        for path in self._files():
            if not path.name.startswith(_TEMPORARY) and _KEY.fullmatch(path.parent.name + path.name):
                yield path.parent.name + path.name

    def collect(
        self,
        keep: Collection[str],
        *,
        max_bytes: int | None = None,
        max_age: float | None = None,
        now: float | None = None,
    ) -> Collected:
        """Remove entries that are not in `keep`.

        Those go that nobody has used for `max_age` seconds, then the longest unused until all fit into
        `max_bytes`; without either limit, all of them. Temporary files left by a crash go after an hour.
        """
        now = time.time() if now is None else now
        self._sweep(now)
        entries = sorted((self._facts(key) for key in self.keys()), key=lambda entry: entry[1])
        total = sum(size for _, _, size in entries)
        removed = freed = 0
        for key, written, size in entries:
            old = max_age is not None and now - written > max_age
            over = max_bytes is not None and total - freed > max_bytes
            if key not in keep and (old or over or (max_age is None and max_bytes is None)):
                self.path(key).unlink(missing_ok=True)
                removed, freed = removed + 1, freed + size
        return Collected(removed, freed, len(entries) - removed, total - freed)

    def held(self) -> tuple[int, int]:
        """Return how many entries there are, and their bytes."""
        sizes = [self._facts(key)[2] for key in self.keys()]
        return len(sizes), sum(sizes)

    def _facts(self, key: str) -> tuple[str, float, int]:
        facts = self.path(key).stat()
        return key, facts.st_mtime, facts.st_size

    def _sweep(self, now: float) -> None:
        for path in self._files():
            if path.name.startswith(_TEMPORARY) and now - path.stat().st_mtime > _STALE_SECONDS:
                path.unlink(missing_ok=True)

    def _files(self) -> Iterator[Path]:
        yield from sorted(self.root.glob("[0-9a-f][0-9a-f]/*"))
