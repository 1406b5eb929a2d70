"""The pins alone, or a few of them: what the ledger's commands need of a catalogue, and no more."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct

from pinsite.catalogue import PinEntry, Site
from pinsite.diagnostics import Problems
from pinsite.files import stamps_below
from pinsite.source.folder import record_files
from pinsite.source.matter import read_matter
from pinsite.source.settings import SETTINGS, read_settings, reading_of
from pinsite.source.text_file import TextFile, read_text_file
from pinsite.source.validation import validate


class PinShelf(Struct, frozen=True):
    """The settings, every pin's id, and the records that were read; a record with mistakes is not among them."""

    site: Site
    ids: frozenset[str]
    pins: Mapping[str, PinEntry]


def read_pins(root: Path, problems: Problems, only: Collection[str] | None = None) -> PinShelf:
    """Read the records of all pins, or of `only` some; what is wrong with them is in `problems`."""
    settings = read_text_file(root, SETTINGS, problems) or TextFile(SETTINGS, "title: Untitled\n")
    site, _ = read_settings(settings, problems)
    files = record_files((f"pins/{path}" for path in stamps_below(root / "pins")), Problems())
    reading = reading_of(site)
    pins: dict[str, PinEntry] = {}
    for file in files:
        if only is not None and file.id not in only:
            continue
        text = read_text_file(root, file.path, problems)
        matter = read_matter(text, problems) if text else None
        if matter is None:
            continue
        read = validate(PinEntry, matter, reading, problems)
        if read.whole:
            pins[file.id] = read.entry
    return PinShelf(site, frozenset(file.id for file in files), pins)
