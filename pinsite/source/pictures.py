"""Finding the pictures that records name: beside the record first, then in `images/`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from pinsite.catalogue import DocumentEntry, PinEntry, SeriesEntry
from pinsite.diagnostics import Problems, did_you_mean
from pinsite.diagnostics.codes import CODES
from pinsite.files import Outside, Stamp, inside
from pinsite.source.filed import Filed
from pinsite.source.gist import Named
from pinsite.source.loaded import PictureUse, Where, Written
from pinsite.source.markup import refused_scheme
from pinsite.source.prose import Prose

# Bounded, so that a text full of openings that never close is not searched to its end for each of them.
_IN_MARKDOWN = re.compile(
    r"!\[(?:[^\]\\]|\\.){0,999}\]\(\s*(?:<(?P<pointed>[^>\n]+)>|(?P<bare>[^)\s]+))"
    r"|<img\s[^>]{0,999}?src\s*=\s*(?:\"(?P<quoted>[^\"\n]*)\"|'(?P<single>[^'\n]*)')",
    re.IGNORECASE,
)
_BY_NAME = re.compile(r"!\[((?:[^\]\\]|\\.){0,999})\](?:\[([^\]]*)\])?(?![(\[])")
_DEFINED = re.compile(r"^ {0,3}\[([^\]]+)\]:[ \t]*<?([^\s>]+)", re.MULTILINE)
_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".gif", ".heic", ".svg")


def find_pictures(
    root: Path,
    records: Iterable[Filed],
    stamps: Mapping[str, Stamp],
    seen: dict[str, Stamp],
    problems: Problems,
) -> dict[tuple[str, str], PictureUse]:
    """Return every picture that is named and there; what is missing, or outside, is reported.

    `seen` holds the stamps of pictures that were found within the catalogue before; new ones are added.
    """
    found: dict[tuple[str, str], PictureUse] = {}
    names = _Names(stamps)
    for record in records:
        for named in record.gist.pictures:
            name, where = named.name, partial(record.spot, named)
            if name.startswith(("http://", "https://", "//")):
                problems.add(
                    CODES["REF013"],
                    where(),
                    f"`{name}` is on another host",
                    "save the picture beside the text",
                )
                continue
            path = _seen(record.folder, name, stamps, seen)
            if path is None:
                path = _look_up(root, record.folder, name, where, names, problems)
                if path is not None and path in stamps:
                    seen[path] = stamps[path]
            if path is not None:
                found.setdefault((record.folder, name), PictureUse(path, where))
    return found


def _seen(folder: str, name: str, stamps: Mapping[str, Stamp], seen: Mapping[str, Stamp]) -> str | None:
    """Return the picture that a plain name leads to, where it is the one that was found before."""
    path = f"{folder}/{name}"
    path = path if path in stamps else f"images/{name}"
    plain = not (":" in name or "\\" in name)
    return path if plain and path in seen and seen[path] == stamps.get(path) else None


class _Names:
    """Knows how files are really called, where they are named in other letters that look, or sound, the same.

    macOS writes `ü` as two characters, and its disks and those of Windows take `Front.JPG` for `front.jpg`. So that a
    catalogue means the same on every disk, such a name leads to the one file that can be meant, on all of them.
    """

    def __init__(self, paths: Collection[str]) -> None:
        self.paths = paths
        self._tables: dict[Callable[[str], str], Mapping[str, list[str]]] = {}

    def of(self, path: str) -> str:
        """Return the path of the file that is meant, or the path itself where none or several could be."""
        if path in self.paths:
            return path
        for alike in (_composed, _folded):
            meant = self._alike(alike).get(alike(path), ())
            if len(meant) == 1:
                return meant[0]
        return path

    def _alike(self, key: Callable[[str], str]) -> Mapping[str, list[str]]:
        if key not in self._tables:
            table: dict[str, list[str]] = {}
            for path in self.paths:
                table.setdefault(key(path), []).append(path)
            self._tables[key] = table
        return self._tables[key]


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path)


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", _composed(path).casefold())


def _look_up(
    root: Path, folder: str, name: str, where: Where, names: _Names, problems: Problems
) -> str | None:
    try:
        # Markdown editors write `my photo.jpg` as `my%20photo.jpg`; a file that is really called so goes first.
        for called in dict.fromkeys((name, unquote(name))):
            for place in (folder, "images"):
                path = names.of(inside(root, place, called).relative_to(root).as_posix())
                if _is_file(inside(root, "", path)):
                    return path
    except Outside:
        problems.add(
            CODES["REF008"], where(), f"`{name}` leaves the catalogue", "put the picture beside the record"
        )
        return None
    near = [
        path.rpartition("/")[2]
        for path in names.paths
        if path.lower().endswith(_ENDINGS) and path.startswith((f"{folder}/", "images/"))
    ]
    problems.add(
        CODES["REF007"],
        where(),
        f"there is no picture `{name}`",
        did_you_mean(name, near, f"it is looked up in {folder}/, then in images/"),
    )
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is longer than the file system takes
        return False


def named_pictures(record: Written, texts: Iterable[Prose]) -> Iterator[Named]:
    """Walk the pictures that a record names."""
    entry = record.entry
    if isinstance(entry, PinEntry):
        yield from _of_pin(entry)
    elif isinstance(entry, SeriesEntry | DocumentEntry) and entry.image:
        yield Named("picture", entry.image, ["image"])
    for prose in texts:
        yield from in_markdown(prose)


def _of_pin(entry: PinEntry) -> Iterator[Named]:
    for number, picture in enumerate(entry.images):
        yield Named("picture", picture.file, ["images", number, "file"])
    for number, variant in enumerate(entry.variants):
        for inner, picture in enumerate(variant.images):
            yield Named("picture", picture.file, ["variants", number, "images", inner, "file"])
    if entry.backstamp and entry.backstamp.image:
        yield Named("picture", entry.backstamp.image, ["backstamp", "image"])
    for number, run in enumerate(entry.runs):
        if run.image:
            yield Named("picture", run.image, ["runs", number, "image"])


def in_markdown(prose: Prose) -> Iterator[Named]:
    """Walk the pictures in a Markdown text; what names no file (`data:` …) is none."""
    if "![" not in prose.text and "<" not in prose.text:
        return
    text, location = prose.visible, list(prose.location)
    for match in _IN_MARKDOWN.finditer(text):
        group = next(name for name, value in match.groupdict().items() if value is not None)
        if not refused_scheme(match[group]):
            yield Named("picture", unescape(match[group]), location, match.start(group), len(match[group]))
    wanted = {(match[2] or match[1]).casefold() for match in _BY_NAME.finditer(text)}
    for match in _DEFINED.finditer(text):
        if match[1].casefold() in wanted and not refused_scheme(match[2]):
            yield Named("picture", match[2], location, match.start(2), len(match[2]))
