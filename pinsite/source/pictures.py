"""Finding the pictures that records name: beside the record first, then in `images/`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pinsite.catalogue import DocumentEntry, LocalText, PinEntry, SeriesEntry
from pinsite.diagnostics import Place, Problems, did_you_mean
from pinsite.diagnostics.codes import CODES
from pinsite.files import Outside, inside
from pinsite.source.loaded import PictureUse, Written

_IN_MARKDOWN = re.compile(r"!\[(?:[^\]\\]|\\.)*\]\(\s*(?:<([^>\n]+)>|([^)\s]+))")
_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", ".gif", ".heic", ".svg")


def find_pictures(
    root: Path, records: list[Written], paths: Mapping[str, object], problems: Problems
) -> dict[tuple[str, str], PictureUse]:
    """Return every picture that is named and there; what is missing, or outside, is reported."""
    found: dict[tuple[str, str], PictureUse] = {}
    for record in records:
        for name, place in named_pictures(record):
            if name.startswith(("http://", "https://")):
                problems.add(CODES["REF013"], place, f"`{name}` is on another host",
                             "save the picture beside the text")
                continue
            path = _look_up(root, record.folder, name, place, paths, problems)
            if path is not None:
                found.setdefault((record.folder, name), PictureUse(path, place))
    return found


def _look_up(
    root: Path, folder: str, name: str, place: Place, paths: Mapping[str, object], problems: Problems
) -> str | None:
    try:
        for where in (folder, "images"):
            path = inside(root, where, name)
            if path.is_file():
                return path.relative_to(root).as_posix()
    except Outside:
        problems.add(CODES["REF008"], place, f"`{name}` leaves the catalogue", "put the picture beside the record")
        return None
    near = [path.rpartition("/")[2] for path in paths
            if path.lower().endswith(_ENDINGS) and path.startswith((f"{folder}/", "images/"))]
    problems.add(CODES["REF007"], place, f"there is no picture `{name}`",
                 did_you_mean(name, near, f"it is looked up in {folder}/, then in images/"))
    return None


def named_pictures(record: Written) -> Iterator[tuple[str, Place]]:
    """Walk the pictures that a record names, with the place of each."""
    entry = record.entry
    if isinstance(entry, PinEntry):
        yield from _of_pin(entry, record)
        yield from in_markdown(record, entry.description, "description")
    elif isinstance(entry, SeriesEntry | DocumentEntry):
        if entry.image:
            yield entry.image, record.place("image")
        if isinstance(entry, SeriesEntry):
            yield from in_markdown(record, entry.description, "description")
    for number, line in enumerate(record.body.split("\n")):
        for match in _IN_MARKDOWN.finditer(line):
            name = match[1] or match[2]
            yield name, Place(record.file.path, record.body_line + number, match.start() + 1, len(match[0]))


def _of_pin(entry: PinEntry, record: Written) -> Iterator[tuple[str, Place]]:
    for number, picture in enumerate(entry.images):
        yield picture.file, record.place("images", number, "file")
    for number, variant in enumerate(entry.variants):
        for inner, picture in enumerate(variant.images):
            yield picture.file, record.place("variants", number, "images", inner, "file")
    if entry.backstamp and entry.backstamp.image:
        yield entry.backstamp.image, record.place("backstamp", "image")
    for number, run in enumerate(entry.runs):
        if run.image:
            yield run.image, record.place("runs", number, "image")


def in_markdown(record: Written, text: LocalText | None, key: str) -> Iterator[tuple[str, Place]]:
    """Walk the pictures in a Markdown text of a record."""
    for _, one in text.texts if text else ():
        for match in _IN_MARKDOWN.finditer(one):
            place = record.place(key)
            yield match[1] or match[2], record.file.find(match[0], place.line, place.line + one.count("\n") + 2)
