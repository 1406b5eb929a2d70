"""Which copies a row names: numbers of the edition and proofs, as compact ranges.

A range is a pair of first and last number, both included. Ranges are kept sorted, apart and merged, so that
equal sets of copies are equal values and `1-100000` costs as little as `1`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

Ranges = tuple[tuple[int, int], ...]
"""Sorted pairs of first and last number that neither touch nor overlap."""

_PART = re.compile(r"([A-Za-z]{0,8})(\d{1,9})(?:\s*[-\u2013]\s*([A-Za-z]{0,8})(\d{1,9}))?")


class CopiesError(ValueError):
    """Say what is wrong with a list of copies, and where in the text."""

    def __init__(self, message: str, help: str, offset: int, length: int) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        self.offset = offset
        self.length = length


def normalise(pairs: Iterable[tuple[int, int]]) -> Ranges:
    """Sort pairs of first and last number and merge those that touch or overlap."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(pairs):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)


def size_of(ranges: Ranges) -> int:
    """Count the numbers in the ranges."""
    return sum(last - first + 1 for first, last in ranges)


def clip(ranges: Ranges, limit: int | None) -> tuple[Ranges, Ranges]:
    """Split ranges into those within 1…limit and those above it; without a limit all are within."""
    if limit is None:
        return ranges, ()
    inside = tuple((first, min(last, limit)) for first, last in ranges if first <= limit)
    outside = tuple((max(first, limit + 1), last) for first, last in ranges if last > limit)
    return inside, outside


def format_ranges(ranges: Ranges, prefix: str = "") -> str:
    """Write ranges the way the ledger does: `3;7;12-15`, with a prefix `AP3;AP12-15`."""
    return ";".join(
        f"{prefix}{first}" if first == last else f"{prefix}{first}-{last}" for first, last in ranges
    )


class Copies(Struct, frozen=True):
    """The copies of one row: numbers of the edition, and proofs by series."""

    numbers: Ranges = ()
    proofs: tuple[tuple[str, Ranges], ...] = ()

    def __bool__(self) -> bool:
        """Tell whether any copy is named."""
        return bool(self.numbers or self.proofs)

    def __str__(self) -> str:
        parts = [format_ranges(self.numbers)] if self.numbers else []
        parts += [format_ranges(ranges, series) for series, ranges in self.proofs]
        return ";".join(parts)

    @property
    def number_count(self) -> int:
        """Count the numbers of the edition."""
        return size_of(self.numbers)

    @property
    def proof_count(self) -> int:
        """Count the proofs of all series."""
        return sum(size_of(ranges) for _, ranges in self.proofs)


NO_COPIES = Copies()
"""What a row without a list of copies names."""


def parse_copies(text: str) -> Copies:
    """Read `12`, `12-15`, `3;7;12-15`, `AP2`, `AP1-AP5`; raise CopiesError with the place of the fault."""
    found: dict[str, list[tuple[int, int]]] = {}
    offset = 0
    for part in text.split(";"):
        if part.strip():
            series, pair = _parse_part(part, offset)
            _refuse_repeat(found.get(series, []), pair, part, offset)
            found.setdefault(series, []).append(pair)
        elif text.strip():
            at = min(offset, len(text) - 1)
            raise CopiesError("the list of copies has a gap", "remove the extra `;`", at, 1)
        offset += len(part) + 1
    proofs = tuple((series, normalise(found[series])) for series in sorted(found) if series)
    return Copies(normalise(found.get("", [])), proofs)


def _parse_part(part: str, offset: int) -> tuple[str, tuple[int, int]]:
    word = part.strip()
    at = offset + part.index(word)
    match = _PART.fullmatch(word)
    if match is None:
        raise CopiesError(f"`{word}` is not a copy number", _help_for(word), at, len(word))
    series, first, last_series, last = match.groups()
    if last_series and last_series.upper() != series.upper():
        raise CopiesError(f"`{word}` mixes two series", "write a range for each series", at, len(word))
    pair = (int(first), int(last or first))
    if pair[0] == 0:
        raise CopiesError("copy numbers start at 1", "write 1 for the first copy", at, len(word))
    if pair[1] < pair[0]:
        raise CopiesError(f"`{word}` runs backwards", f"write `{last}-{first}`", at, len(word))
    return series.upper(), pair


def _refuse_repeat(earlier: list[tuple[int, int]], pair: tuple[int, int], part: str, offset: int) -> None:
    if any(pair[0] <= last and first <= pair[1] for first, last in earlier):
        word = part.strip()
        at = offset + part.index(word)
        raise CopiesError(f"`{word}` lists a copy twice", "name each copy once in a row", at, len(word))


def _help_for(word: str) -> str:
    if "," in word:
        return "separate copies by `;`, as in `3;7;12-15`"
    if "/" in word:
        return f"write the number alone, `{word.partition('/')[0].strip()}`; the size stands in the pin"
    return "write numbers and ranges as in `12`, `3;7;12-15`, and proofs as in `AP2`"
