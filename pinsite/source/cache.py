"""What was read before: the gist and values of every file that has not changed since.

One file, read and swapped in whole: a line that says what it holds for, a line with the gists of all records (read
straight into structs), then a line a record with its plain values, looked at only when somebody asks for the record.
What changed since is in a second, small file of the same form, so that one edit does not write all again. Nothing in
them is run, and a file that is lost, damaged, or made for other settings or another version is passed over: everything
is read again. So it is with one that was made elsewhere (by its folder's inode): whoever sent it may have filled it
with anything.
"""

from __future__ import annotations

import contextlib
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from errno import EACCES, EISDIR, ENOTDIR, ENOTEMPTY, EPERM, EROFS
from pathlib import Path

import msgspec
import pydantic
import yaml
from msgspec import Struct

from pinsite import __version__
from pinsite.catalogue import Site
from pinsite.files import Stamp, digest_bytes, digest_text, write_whole
from pinsite.source.filed import Filed, Library, file_away
from pinsite.source.folder import RecordFile
from pinsite.source.gist import Gist, packed
from pinsite.source.settings import reading_of

_NAME = "reading.json"
_NEWER = "reading-newer.json"
_FORM = 4
#: With fewer changes than this, or than a twentieth of all, only those are written.
_FEW = 50


@dataclass
class Kept:
    """A record as it was read, with the stamp and the digest of its file.

    `judged` is the digest of the ledger's rows with which its editions kept their promises; None where some did not.
    """

    filed: Filed
    stamp: Stamp
    digest: str
    judged: str | None = None


class _About(Struct, frozen=True):
    """What a file of readings holds for, and the digest of all that follows."""

    key: str
    base: str
    digest: str
    pictures: dict[str, Stamp]
    gists: int  # bytes of the second line


class _Line(Struct, frozen=True, array_like=True):
    """What the second line has of a record; `size` tells how many bytes its plain values are."""

    path: str
    stamp: Stamp
    digest: str
    judged: str | None
    size: int
    gist: Gist


_LINES = msgspec.json.Decoder(list[_Line])


class Cache:
    """Readings of one catalogue, kept in a folder, and in memory for as long as the same object is used."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._forget()

    def _forget(self) -> None:
        self._key = ""
        self._base = ""
        self._newer: set[str] = set()
        self._saved_pictures: dict[str, Stamp] = {}
        self.library: Library | None = None
        self.records: dict[str, Kept] = {}
        self.pictures: dict[str, Stamp] = {}
        self.changed: set[str] = set()

    def open(self, library: Library, site: Site, files: Iterable[RecordFile]) -> Library:
        """Look up what was read with these settings; the library to read the rest from."""
        key = _key(site, self._folder)
        if key == self._key and self.library == library and self.library is not None:
            return self.library
        self._forget()
        self._key, self.library = key, library
        if self._folder is not None:
            with contextlib.suppress(*_DAMAGED):
                self._load(self._folder, {file.path: file for file in files})
        return library

    def _load(self, folder: Path, files: Mapping[str, RecordFile]) -> None:
        stored = self._stored(folder / _NAME, files, "")
        if stored is None:
            return
        self._base, self.records, self.pictures = stored
        with contextlib.suppress(*_DAMAGED):
            newer = self._stored(folder / _NEWER, files, self._base)
            if newer is not None:
                self._newer = set(newer[1])
                self.records |= newer[1]
                self.pictures |= newer[2]
        self._saved_pictures = dict(self.pictures)

    def _stored(
        self, path: Path, files: Mapping[str, RecordFile], base: str
    ) -> tuple[str, dict[str, Kept], dict[str, Stamp]] | None:
        content = path.read_bytes()
        begin = content.index(b"\n") + 1
        stored = msgspec.json.decode(content[:begin], type=_About)
        rest = memoryview(content)[begin:]
        if (stored.key, stored.base, stored.digest) != (self._key, base, digest_bytes(rest)):
            return None
        assert self.library is not None
        records = {}
        begin += stored.gists + 1
        for line in _LINES.decode(rest[: stored.gists]):
            if line.path in files:
                values = content[begin : begin + line.size]
                filed = file_away(files[line.path], line.gist, values, self.library)
                records[line.path] = Kept(filed, line.stamp, line.digest, line.judged)
            begin += line.size + 1
        return stored.digest, records, stored.pictures

    def keep(self, kept: Kept) -> None:
        """Take in what was read of a file."""
        self.records[kept.filed.path] = kept
        self.changed.add(kept.filed.path)

    def judged(self, path: str) -> str | None:
        """Return the digest of the ledger's rows with which a pin kept its promises last."""
        kept = self.records.get(path)
        return kept.judged if kept else None

    def judge(self, path: str, rows: str) -> None:
        """Note that a pin keeps its promises with some rows of the ledger."""
        if path in self.records:
            self.records[path].judged = rows
            self.changed.add(path)

    def save(self) -> None:
        """Keep everything for another process; a folder that may not be written is no mistake."""
        if self._folder is None or not (self.changed or self.pictures != self._saved_pictures):
            return
        newer = (self._newer | self.changed) & set(self.records)
        self.changed = set()
        with _where_allowed():
            if self._base and len(newer) < max(_FEW, len(self.records) // 20):
                self._write(self._folder / _NEWER, newer, self._base)
                self._newer = newer
            else:
                self._base = self._write(self._folder / _NAME, self.records, "")
                self._newer = set()
                (self._folder / _NEWER).unlink(missing_ok=True)
            self._saved_pictures = dict(self.pictures)

    def _write(self, path: Path, names: Iterable[str], base: str) -> str:
        kept = [self.records[name] for name in sorted(names)]
        values = [one.filed.packed for one in kept]
        lines = packed(
            [
                _Line(one.filed.path, one.stamp, one.digest, one.judged, len(plain), one.filed.gist)
                for one, plain in zip(kept, values, strict=True)
            ]
        )
        rest = b"\n".join([lines, *values])
        digest = digest_bytes(rest)
        about = _About(self._key, base, digest, self.pictures, len(lines))
        write_whole(path, packed(about) + b"\n" + rest)
        return digest


@contextlib.contextmanager
def _where_allowed() -> Iterator[None]:
    """Pass over a place where nothing can be written; a disk that fails is no such place."""
    try:
        yield
    except OSError as error:
        if error.errno not in (EACCES, EPERM, EROFS, EISDIR, ENOTDIR, ENOTEMPTY):
            raise


_DAMAGED = (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError)


def _key(site: Site, folder: Path | None) -> str:
    """Return the digest of all that shapes reading, besides the files, and of the place where it is kept."""
    reading = reading_of(site)
    words = {
        name: {code: repr(term.own) for code, term in terms.items()}
        for name, terms in reading.vocabularies.items()
    }
    libraries = (pydantic.VERSION, yaml.__version__, sys.version, unicodedata.unidata_version)
    shapes = (
        reading.languages,
        reading.currency,
        reading.time_zone,
        words,
        repr(site.grades),
        repr(site.author),
    )
    return digest_text(repr((_FORM, __version__, _code(), _place(folder), libraries, shapes)))


def _code() -> list[tuple[str, int, int]]:
    """Return the stamps of the code that reads, so that a changed checkout reads again."""
    rooms = [
        Path(__file__).parent,
        *(Path(__file__).parents[1] / name for name in ("catalogue", "colours", "editions")),
    ]
    files = sorted(file for room in rooms for file in room.glob("*.py"))
    return [(file.name, (known := file.stat()).st_size, known.st_mtime_ns) for file in files]


def _place(folder: Path | None) -> tuple[int, int]:
    """Return what tells a catalogue's folder from any copy of it."""
    if folder is None:
        return 0, 0
    known = folder.parent.stat()
    return known.st_dev, known.st_ino
