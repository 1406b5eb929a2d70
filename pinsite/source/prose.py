"""The Markdown texts of a record, with the place of every stretch of them in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from pinsite.catalogue import DocumentEntry, PinEntry, SeriesEntry
from pinsite.diagnostics import Place
from pinsite.source.loaded import Written
from pinsite.source.matter import at
from pinsite.source.yaml_text import find

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_ITEM = re.compile(r" {0,3}([-*+]|\d+[.)])\s")


class Prose(Struct, frozen=True, dict=True):
    """One Markdown text of a record: the value at a location of its keys, or (without) below its front matter."""

    record: Written
    text: str
    location: tuple[str | int, ...] = ()

    @cached_property
    def visible(self) -> str:
        """Return the text with everything that Markdown shows as code blanked out, at the same length."""
        if not any(mark in self.text for mark in ("`", "~~~", "    ", "\t")):
            return self.text
        plain = "\n".join(_without_blocks(self.text.split("\n")))
        return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), plain)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Walk the lines that are not code, each with the index of its first character."""
        start = 0
        for line in self.visible.split("\n"):
            yield start, line
            start += len(line) + 1

    def place(self, start: int, length: int) -> Place:
        """Return where a stretch of the text stands in the file.

        YAML folds and escapes, so a stretch of a value is looked for: as many equal ones stand before it in the
        file as in the value. One that an escape hides has the place of the value.
        """
        wanted = self.text[start : start + length].split("\n", 1)[0]
        if not self.location:
            line = self.text.count("\n", 0, start)
            column = start - (self.text.rfind("\n", 0, start) + 1)
            return Place(self.record.file.path, self.record.body_line + line, column + 1, max(1, len(wanted)))
        before = self.text.count(wanted, 0, start) if wanted else 0
        node = find(self.record.matter.node, self.location)
        found = self.record.file.find(wanted, node.line, node.last, before) if wanted else None
        return found or node.place(self.record.file.path)


def spot(record: Written, location: Sequence[str | int], start: int, length: int) -> Place:
    """Return where a value of a record stands, or (from `start` on) a stretch of one of its texts."""
    if start < 0:
        return record.place(*location)
    text = at(record.matter.tree, tuple(location)) if location else record.body
    return Prose(record, str(text), tuple(location)).place(start, length)


def texts_of(record: Written) -> Iterator[Prose]:
    """Walk the texts of a record that are read as Markdown."""
    if isinstance(record.entry, PinEntry | SeriesEntry):
        yield from _of_value(record, "description")
    if isinstance(record.entry, PinEntry):
        for number in range(len(record.entry.images)):
            yield from _of_value(record, "images", number, "long_description")
        for number, variant in enumerate(record.entry.variants):
            for inner in range(len(variant.images)):
                yield from _of_value(record, "variants", number, "images", inner, "long_description")
    if isinstance(record.entry, DocumentEntry):
        yield Prose(record, record.body)


def _of_value(record: Written, *location: str | int) -> Iterator[Prose]:
    """Walk a value in all its languages; none where the record leaves it out."""
    owner = at(record.matter.tree, location[:-1])
    value = at(owner, location[-1:])
    if value is owner:
        return
    if isinstance(value, str):
        yield Prose(record, value, location)
    elif isinstance(value, dict):
        for lang, text in value.items():
            if isinstance(text, str):
                yield Prose(record, text, (*location, lang))


def _without_blocks(lines: list[str]) -> Iterator[str]:
    """Blank the lines of fenced and indented blocks of code."""
    fence, in_list, before = "", False, ""
    for line in lines:
        mark = _FENCE.match(line)
        bare = line.strip()
        if fence:
            fence = "" if mark and mark[1].startswith(fence) and set(bare) == {fence[0]} else fence
            yield " " * len(line)
            continue
        if mark:
            fence = mark[1]
            yield " " * len(line)
            continue
        if bare and not line.startswith((" ", "\t")) and not before:
            in_list = False
        in_list = in_list or bool(_ITEM.match(line))
        # What is indented below an item belongs to it; elsewhere it is code, if a blank line stands above.
        is_code = bool(bare) and line.startswith(("    ", "\t")) and not in_list and before in ("", "code")
        yield " " * len(line) if is_code else line
        before = "code" if is_code else bare
