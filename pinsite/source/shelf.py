"""The records of a catalogue, each from where it costs least: the memory, or its file."""

from __future__ import annotations

import time
from collections.abc import Mapping

from pinsite.catalogue import Site
from pinsite.diagnostics import Problem
from pinsite.files import Stamp, digest_bytes
from pinsite.source.cache import Cache, Kept
from pinsite.source.filed import Filed, Library
from pinsite.source.folder import RecordFile
from pinsite.source.gist import problems_of
from pinsite.source.own_reading import Fresh, content_of
from pinsite.source.reading_hands import read_files

#: A file that changed so shortly before it was read may change once more without its stamp telling.
_JUST_NOW = 50_000_000
_NO_STAMP: Stamp = (0, 0, 0, 0)


class Shelf:
    """Takes in the records of a catalogue; afterwards `read` has the paths of those that were new or changed."""

    def __init__(
        self, library: Library, site: Site, stamps: Mapping[str, Stamp], cache: Cache, jobs: int | None
    ) -> None:
        self.read: list[str] = []
        self.texts: list[str] = []
        self.problems: list[Problem] = []
        self._library = library
        self._site = site
        self._stamps = stamps
        self._cache = cache
        self._jobs = jobs
        self._before = time.time_ns() - _JUST_NOW

    def take(self, files: list[RecordFile]) -> list[Filed]:
        """Return the records of all files that can be read, in their order."""
        known = {file.path: kept for file in files if (kept := self._known(file))}
        wanted = [file for file in files if file.path not in known]
        fresh = dict(
            zip(
                (one.path for one in wanted),
                read_files(self._library, self._site, wanted, self._jobs),
                strict=True,
            )
        )
        self.read = list(fresh)
        self._cache.records = known
        found = (
            known[file.path].filed if file.path in known else self._filed(file, fresh[file.path])
            for file in files
        )
        return [filed for filed in found if filed is not None]

    def _known(self, file: RecordFile) -> Kept | None:
        kept = self._cache.records.get(file.path)
        if kept is None:
            return None
        stamp = self._stamps[file.path]
        if kept.stamp != stamp:
            if digest_bytes(content_of(self._library, file)) != kept.digest:
                return None
            kept.stamp = self._settled(stamp)
            self._cache.changed.add(file.path)
        self.texts.append(file.path)
        self.problems += kept.filed.problems
        return kept

    def _filed(self, file: RecordFile, fresh: Fresh) -> Filed | None:
        gist = fresh.gist
        if gist.is_text:
            self.texts.append(file.path)
        if gist.outline is None:
            self.problems += problems_of(file.path, gist.problems)
            return None
        filed = fresh.filed(file, self._library)
        self.problems += filed.problems
        if gist.can_be_kept:
            stamp = self._settled(self._stamps[file.path])
            self._cache.keep(Kept(filed, stamp, fresh.digest))
        return filed

    def _settled(self, stamp: Stamp) -> Stamp:
        """Return a stamp that can be trusted later, or one that no file has."""
        return stamp if max(stamp[1], stamp[2]) < self._before else _NO_STAMP
