"""What is worth telling to people who follow an edition: the days on which it crossed a line.

A line is looked at when a day is over, so that copies packed for a fair and unpacked the same evening are no news.
Milestones follow from the rows alone; rows added later never change those of earlier days.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .edition import UNGRADED, Edition, EditionType, Scale
from .event import Event, EventKind, Key, Place
from .status import LOW_COPIES, LOW_PERCENT
from .stock import Stock


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

    def __init__(self, edition: Edition, scale: Scale) -> None:
        self._edition = edition
        self._stock = Stock(edition, scale)
        self._day: datetime.date | None = None
        self._arrived = False
        self._level = self._now()
        self.found: list[Milestone] = []

    def add(self, event: Event) -> None:
        """Count one more row."""
        if self._day is not None and event.date != self._day:
            self.close()
        self._day = event.date
        count = event.count
        if event.kind is EventKind.RECEIVED:
            if count:
                self._arrived = True
                self._stock.receive(event.grade, count, event.line)
        elif count and event.source is not Place.FACTORY and event.source is not event.destination:
            self._stock.move(event.source, event.destination, event.grade, count, event.line)

    def close(self) -> None:
        """End the day: note the line that was crossed, if one was."""
        before, self._level = self._level, self._now()
        kind = self._crossed(before, self._level)
        if kind and self._day:
            self.found.append(Milestone(kind, self._day, self._available() or 0, self._edition.limit))
        self._arrived = False

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
            watched[key] = _Watch(editions.get(key, Edition()), scale)
        watched[key].add(event)
    for watch in watched.values():
        watch.close()
    return {key: tuple(watch.found) for key, watch in watched.items() if watch.found}
