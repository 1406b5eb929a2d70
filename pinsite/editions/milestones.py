"""What is worth telling to people who follow an edition: the days on which it crossed a line.

A line is looked at when a day is over, so that copies packed for a fair and unpacked the same evening are no news.
Milestones follow from the rows alone; rows of later days never change those of earlier ones.

Only what is available is counted here, with four additions a row: places, grades and promises are the account's
business, and a ledger of 100,000 rows is walked through for its news at every build.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .edition import UNGRADED, Edition, EditionType, Scale
from .event import Event, EventKind, Key, Place
from .status import LOW_COPIES, LOW_PERCENT


class MilestoneKind(StrEnum):
    """What happened to an edition."""

    LAST_COPIES = "last-copies"
    SOLD_OUT = "sold-out"
    RESTOCKED = "restocked"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day on which an edition crossed a line, and how many copies could be had that evening."""

    kind: MilestoneKind
    day: datetime.date
    available: int
    size: int | None


class _Level(StrEnum):
    PLENTY = "plenty"
    LOW = "low"
    GONE = "gone"


class _Watch:
    """Watches one edition; `close` ends a day."""

    def __init__(self, edition: Edition, outside: frozenset[str]) -> None:
        self._edition = edition
        self._outside = outside
        self._left = edition.limit or 0
        self._received: int | None = None
        self._day: datetime.date | None = None
        self._arrived = False
        self._level = self._now()
        self.found: list[Milestone] = []

    def add(self, event: Event) -> None:
        """Count one more row; copies in grades that do not count are no part of the edition."""
        if event.date != self._day:
            if self._day is not None:
                self.close()
            self._day = event.date
        if event.grade not in self._outside:
            if event.kind is EventKind.RECEIVED:
                self._receive(event.count)
            elif event.source is not Place.FACTORY:
                self._left -= event.count * (event.source is Place.AVAILABLE)
                self._left += event.count * (event.destination is Place.AVAILABLE)

    def _receive(self, count: int) -> None:
        """Take copies from the factory; with the first ones, what is there is no longer the whole size."""
        if count:
            if self._received is None:
                self._left -= self._edition.limit or 0
            self._received = (self._received or 0) + count
            self._left += count
            self._arrived = True

    def close(self) -> None:
        """End the day: note the line that was crossed, if one was."""
        before, self._level = self._level, self._now()
        kind = self._crossed(before, self._level)
        if kind and self._day:
            self.found.append(Milestone(kind, self._day, max(0, self._left), self._edition.limit))
        self._arrived = False

    def _now(self) -> _Level | None:
        whole = self._edition.limit if self._edition.limit is not None else self._received
        if whole is None:
            return None
        if self._left <= 0:
            return _Level.GONE
        low = self._left <= LOW_COPIES or self._left * 100 <= whole * LOW_PERCENT
        return _Level.LOW if low else _Level.PLENTY

    def _crossed(self, before: _Level | None, after: _Level | None) -> MilestoneKind | None:
        if before is None or after is None or before is after:
            return None
        if before is _Level.GONE or (before is _Level.LOW and after is _Level.PLENTY and self._arrived):
            return MilestoneKind.RESTOCKED
        if self._edition.type is EditionType.OPEN or after is _Level.PLENTY:
            return None
        return MilestoneKind.SOLD_OUT if after is _Level.GONE else MilestoneKind.LAST_COPIES


def milestones(
    events: Iterable[Event], editions: Mapping[Key, Edition], scale: Scale = UNGRADED
) -> dict[Key, tuple[Milestone, ...]]:
    """List the milestones of every edition that has any, oldest first.

    Rows of a variant that has no edition of its own count in the edition of its pin.
    """
    watched: dict[Key, _Watch] = {}
    for event in events:
        key = event.key if event.key in editions else (event.pin, None)
        if key not in watched:
            watched[key] = _Watch(editions.get(key, Edition()), scale.outside)
        watched[key].add(event)
    for watch in watched.values():
        watch.close()
    return {key: tuple(watch.found) for key, watch in watched.items() if watch.found}
