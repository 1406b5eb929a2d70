"""Count the copies of one edition, place by place and grade by grade.

Grades are often written on some rows only, so each place keeps a cell per grade and one for copies without
a grade. A row without a grade takes ungraded copies first; when only one grade is left there, it is that one;
else the ungraded cell goes below zero: copies have left whose grade nobody knows. A row with a grade takes
copies of that grade, then ungraded ones (they are graded now). Totals over all cells are always exact.

Copies in grades that do not count stand outside the edition: they have cells, and no part in the totals.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from .edition import Edition, Scale
from .event import PLACES, Place

Cells = dict[str | None, int]


class Shortfall(Struct):
    """Rows that took more copies from a place than it had, and by how many at the worst."""

    place: Place
    grade: str | None
    deepest: int = 0
    lines: list[int] = field(default_factory=list)


class Stock:
    """The counts of one edition, row by row.

    Without a receipt in a counting grade the edition starts with its size in available; with one, with what
    was received. An edition without a size starts with an unknown number, which is never short.
    """

    def __init__(self, edition: Edition, scale: Scale) -> None:
        self._limit = edition.limit
        self._outside = scale.outside
        self._counting = tuple(code for code in scale.codes if code not in self._outside)
        self._awaited = 0
        self.cells: dict[Place, Cells] = {place: {} for place in PLACES}
        self.total: dict[Place, int] = dict.fromkeys(PLACES, 0)
        self.received: Cells = {}
        self.received_in_edition: int | None = None
        self.beyond_size: list[int] = []
        self.shortfalls: dict[tuple[Place, str | None], Shortfall] = {}
        if self._limit is not None:
            self._put(Place.AVAILABLE, None, self._limit)

    @property
    def is_counted(self) -> bool:
        """Tell whether the number of copies in available is known at all."""
        return self._limit is not None or self.received_in_edition is not None

    @property
    def awaited(self) -> int:
        """Count preorders, taken ahead of the first receipt, whose copies are still at the factory."""
        if not self._awaited:
            return 0
        ordered = self.total[Place.COMMITTED] + self.total[Place.RESERVED]
        return max(0, min(self._awaited, -self.total[Place.AVAILABLE], ordered, self._still_to_come()))

    @property
    def oversold(self) -> int:
        """Count the copies missing in available."""
        return max(0, -self.total[Place.AVAILABLE] - self.awaited) if self.is_counted else 0

    def whole(self, place: Place) -> int:
        """Count all copies in a place, those outside the edition too."""
        return sum(self.cells[place].values())

    def kept(self) -> dict[str, Any]:
        """Return the counts as plain values; shortfalls are not among them, they are told at their rows."""
        return {
            "awaited": self._awaited,
            "cells": [[place.value, list(cells.items())] for place, cells in self.cells.items() if cells],
            "total": {place.value: count for place, count in self.total.items() if count},
            "received": list(self.received.items()),
            "in_edition": self.received_in_edition,
            "beyond": self.beyond_size,
        }

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Take the counts from plain values."""
        self._awaited = kept["awaited"]
        self.cells |= {Place(place): dict(cells) for place, cells in kept["cells"]}
        self.total = dict.fromkeys(PLACES, 0) | {
            Place(place): count for place, count in kept["total"].items()
        }
        self.received = dict(kept["received"])
        self.received_in_edition = kept["in_edition"]
        self.beyond_size = kept["beyond"]

    def receive(self, grade: str | None, count: int, line: int) -> None:
        """Take copies from the factory."""
        short = self.oversold
        self.received[grade] = self.received.get(grade, 0) + count
        self._put(Place.AVAILABLE, grade, count)
        if grade not in self._outside:
            self._receive_in_edition(count, line)
        self._note_oversold(short, line)

    def move(self, source: Place, destination: Place, grade: str | None, count: int, line: int) -> None:
        """Move copies between two places, and note the row when the first has too few."""
        short = self.oversold
        for paid, arriving, number in self._pick(source, grade, count):
            self._put(source, paid, -number)
            self._put(destination, arriving, number)
        if self.awaited < self._awaited:
            self._awaited = self.awaited
        self._note_oversold(short, line)
        self._note_short(source, grade, count, line)

    def _put(self, place: Place, grade: str | None, count: int) -> None:
        cells = self.cells[place]
        cells[grade] = cells.get(grade, 0) + count
        if grade not in self._outside:
            self.total[place] += count

    def _receive_in_edition(self, count: int, line: int) -> None:
        if self.received_in_edition is None:
            if self._limit is not None:
                self._put(Place.AVAILABLE, None, -self._limit)
            self.received_in_edition = count
            self._awaited = max(0, -self.total[Place.AVAILABLE])
        else:
            self.received_in_edition += count
        self._awaited = self.awaited
        if self._limit is not None and self.received_in_edition > self._limit:
            self.beyond_size.append(line)

    def _still_to_come(self) -> int:
        if self._limit is None:
            return self._awaited
        return self._limit - (self.received_in_edition or 0)

    def _pick(self, source: Place, grade: str | None, count: int) -> list[tuple[str | None, str | None, int]]:
        """Choose the cells that pay: (grade that leaves, grade that arrives, number)."""
        cells = self.cells[source]
        if grade is None:
            loose = min(count, max(0, cells.get(None, 0)))
            rest = self._only_grade(source, count - loose) if count > loose else None
            return [(None, None, loose), (rest, rest, count - loose)]
        if grade in self._outside:
            return [(grade, grade, count)]
        own = min(count, max(0, cells.get(grade, 0)))
        loose = min(count - own, max(0, cells.get(None, 0)))
        if loose and source is not Place.AVAILABLE and self._all_received_graded():
            self._settle(grade, loose)
        return [(grade, grade, count - loose), (None, grade, loose)]

    def _only_grade(self, source: Place, count: int) -> str | None:
        """Name the grade that ungraded copies must have, because the place holds no other."""
        cells = self.cells[source]
        held = [code for code in self._counting if cells.get(code, 0) > 0]
        if len(held) == 1 and cells[held[0]] >= count:
            return held[0]
        return None

    def _all_received_graded(self) -> bool:
        return self.received_in_edition is not None and not self.received.get(None)

    def _settle(self, grade: str, count: int) -> None:
        """Say of copies that left available ungraded what their grade was, now that it is known."""
        self._put(Place.AVAILABLE, None, count)
        self._put(Place.AVAILABLE, grade, -count)

    def _note_oversold(self, before: int, line: int) -> None:
        if self.oversold > before:
            self._note(Place.AVAILABLE, None, self.oversold, line)

    def _note_short(self, source: Place, grade: str | None, count: int, line: int) -> None:
        """Note a row that a place, or a grade in a place, had too few copies for."""
        counts = grade not in self._outside
        if counts and source is not Place.AVAILABLE and self.total[source] < 0:
            self._note(source, None, -self.total[source], line)
        elif grade is not None and self._checks_grade(source, counts):
            short = -self.cells[source].get(grade, 0)
            if short > 0 and not (counts and self.total[source] < 0):
                self._note(source, grade, short, line)

    def _checks_grade(self, source: Place, counts: bool) -> bool:
        if source is not Place.AVAILABLE:
            return True
        return self.received_in_edition is not None if counts else bool(self.received)

    def _note(self, place: Place, grade: str | None, short: int, line: int) -> None:
        shortfall = self.shortfalls.setdefault((place, grade), Shortfall(place, grade))
        shortfall.deepest = max(shortfall.deepest, short)
        shortfall.lines.append(line)
