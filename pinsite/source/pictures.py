"""Finding the pictures that records name: beside the record first, then in `images/`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from html import unescape
from pathlib import Path

from pinsite.catalogue import DocumentEntry, PinEntry, SeriesEntry
from pinsite.diagnostics import Problems, did_you_mean
from pinsite.diagnostics.codes import CODES
from pinsite.files import Outside, inside
from pinsite.source.loaded import PictureUse, Where, Written
from pinsite.source.markup import refused_scheme
from pinsite.source.prose import Prose, texts_of

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
    root: Path, records: list[Written], paths: Mapping[str, object], problems: Problems
) -> dict[tuple[str, str], PictureUse]:
    """Return every picture that is named and there; what is missing, or outside, is reported."""
    found: dict[tuple[str, str], PictureUse] = {}
    for record in records:
        for name, where in named_pictures(record):
            if name.startswith(("http://", "https://", "//")):
                problems.add(
                    CODES["REF013"],
                    where(),
                    f"`{name}` is on another host",
                    "save the picture beside the text",
                )
                continue
            path = _look_up(root, record.folder, name, where, paths, problems)
            if path is not None:
                found.setdefault((record.folder, name), PictureUse(path, where))
    return found


def _look_up(
    root: Path, folder: str, name: str, where: Where, paths: Mapping[str, object], problems: Problems
) -> str | None:
    try:
        for place in (folder, "images"):
            path = inside(root, place, name)
            if _is_file(path):
                return path.relative_to(root).as_posix()
    except Outside:
        problems.add(
            CODES["REF008"], where(), f"`{name}` leaves the catalogue", "put the picture beside the record"
        )
        return None
    near = [
        path.rpartition("/")[2]
        for path in paths
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


def named_pictures(record: Written) -> Iterator[tuple[str, Where]]:
    """Walk the pictures that a record names, with the place of each."""
    entry = record.entry
    if isinstance(entry, PinEntry):
        yield from _of_pin(entry, record)
    elif isinstance(entry, SeriesEntry | DocumentEntry) and entry.image:
        yield entry.image, partial(record.place, "image")
    for prose in texts_of(record):
        yield from in_markdown(prose)


def _of_pin(entry: PinEntry, record: Written) -> Iterator[tuple[str, Where]]:
    for number, picture in enumerate(entry.images):
        yield picture.file, partial(record.place, "images", number, "file")
    for number, variant in enumerate(entry.variants):
        for inner, picture in enumerate(variant.images):
            yield picture.file, partial(record.place, "variants", number, "images", inner, "file")
    if entry.backstamp and entry.backstamp.image:
        yield entry.backstamp.image, partial(record.place, "backstamp", "image")
    for number, run in enumerate(entry.runs):
        if run.image:
            yield run.image, partial(record.place, "runs", number, "image")


def in_markdown(prose: Prose) -> Iterator[tuple[str, Where]]:
    """Walk the pictures in a Markdown text; what names no file (`data:` …) is none."""
    if "![" not in prose.text and "<" not in prose.text:
        return
    text = prose.visible
    for match in _IN_MARKDOWN.finditer(text):
        group = next(name for name, value in match.groupdict().items() if value is not None)
        if not refused_scheme(match[group]):
            yield unescape(match[group]), partial(prose.place, match.start(group), len(match[group]))
    wanted = {(match[2] or match[1]).casefold() for match in _BY_NAME.finditer(text)}
    for match in _DEFINED.finditer(text):
        if match[1].casefold() in wanted and not refused_scheme(match[2]):
            yield match[2], partial(prose.place, match.start(2), len(match[2]))
