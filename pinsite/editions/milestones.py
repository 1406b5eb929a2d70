"""What is worth telling to people who follow an edition: the days on which it crossed a line.

A line is looked at when a day is over, so that copies packed for a fair and unpacked the same evening are no news.
Milestones follow from the rows alone; rows of later days never change those of earlier ones.

The stock that is watched is the account's own, so that a ledger is walked through once, and a row more costs a row.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct

from .edition import Edition, EditionType
from .event import Event, EventKind, Place
from .status import LOW_COPIES, LOW_PERCENT
from .stock import Stock


class MilestoneKind(StrEnum):
    """What happened to an edition."""

    LAST_COPIES = "last-copies"
    SOLD_OUT = "sold-out"
    RESTOCKED = "restocked"


class Milestone(Struct, frozen=True):
    """A day on which an edition crossed a line, and how many copies could be had that evening."""

    kind: MilestoneKind
    day: datetime.date
    available: int
    size: int | None


class _Level(StrEnum):
    PLENTY = "plenty"
    LOW = "low"
    GONE = "gone"


class Watch:
    """Watches the stock of one edition, evening by evening."""

    def __init__(self, edition: Edition, stock: Stock, outside: frozenset[str]) -> None:
        self._edition = edition
        self._stock = stock
        self._outside = outside
        self._day: datetime.date | None = None
        self._arrived = False
        self._level = self._now()
        self._found: list[Milestone] = []

    def turn_to(self, event: Event) -> None:
        """Look at the stock before a row is counted: another day ends the one before."""
        if self._day is not None and event.date != self._day:
            self._found += self._evening()
            self._level = self._now()
            self._arrived = False
        self._day = event.date
        if event.kind is EventKind.RECEIVED and event.count and event.grade not in self._outside:
            self._arrived = True

    def found(self) -> tuple[Milestone, ...]:
        """List the milestones, oldest first, as if the day of the last row were over."""
        return (*self._found, *self._evening())

    def kept(self) -> dict[str, Any]:
        """Return what was seen as plain values."""
        return {
            "day": self._day.isoformat() if self._day else None,
            "arrived": self._arrived,
            "level": self._level.value if self._level else None,
            "found": [[one.kind.value, one.day.isoformat(), one.available, one.size] for one in self._found],
        }

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Take what was seen from plain values."""
        self._day = datetime.date.fromisoformat(kept["day"]) if kept["day"] else None
        self._arrived = kept["arrived"]
        self._level = _Level(kept["level"]) if kept["level"] else None
        self._found = [
            Milestone(MilestoneKind(kind), datetime.date.fromisoformat(day), available, size)
            for kind, day, available, size in kept["found"]
        ]

    def _evening(self) -> list[Milestone]:
        """Tell the line that was crossed on this day, if one was."""
        kind = self._crossed(self._level, self._now())
        if kind is None or self._day is None:
            return []
        return [Milestone(kind, self._day, self._available() or 0, self._edition.limit)]

    def _available(self) -> int | None:
        return max(0, self._stock.total[Place.AVAILABLE]) if self._stock.is_counted else None

    def _now(self) -> _Level | None:
        left = self._available()
        if left is None:
            return None
        if left == 0:
            return _Level.GONE
        whole = self._edition.limit if self._edition.limit is not None else self._stock.received_in_edition
        low = left <= LOW_COPIES or (whole is not None and left * 100 <= whole * LOW_PERCENT)
        return _Level.LOW if low else _Level.PLENTY

    def _crossed(self, before: _Level | None, after: _Level | None) -> MilestoneKind | None:
        if before is None or after is None or before is after:
            return None
        if before is _Level.GONE or (before is _Level.LOW and after is _Level.PLENTY and self._arrived):
            return MilestoneKind.RESTOCKED
        if self._edition.type is EditionType.OPEN or after is _Level.PLENTY:
            return None
        return MilestoneKind.SOLD_OUT if after is _Level.GONE else MilestoneKind.LAST_COPIES
