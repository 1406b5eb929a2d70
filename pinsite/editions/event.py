"""What happened to copies: the events of the ledger and the places between which they move copies.

Every event takes copies from one place and puts them into another, so nothing can appear or vanish unnoticed.
"""

from __future__ import annotations

import datetime
from enum import StrEnum

from msgspec import Struct

from .copies import NO_COPIES, Copies

Key = tuple[str, str | None]
"""A pin and, for a colourway, its variant."""


class Place(StrEnum):
    """Where a copy can be. Only `received` takes copies from the factory."""

    FACTORY = "factory"
    AVAILABLE = "available"
    RESERVED = "reserved"
    COMMITTED = "committed"
    HELD = "held"
    CONSIGNED = "consigned"
    SOLD = "sold"
    GIFTED = "gifted"
    TRADED = "traded"
    LOST = "lost"
    DAMAGED = "damaged"


class EventKind(StrEnum):
    """The words of the ledger's `event` column."""

    RECEIVED = "received"
    RESERVED = "reserved"
    COMMITTED = "committed"
    HELD = "held"
    CONSIGNED = "consigned"
    RELEASED = "released"
    SOLD = "sold"
    GIFTED = "gifted"
    TRADED = "traded"
    LOST = "lost"
    DAMAGED = "damaged"
    RETURNED = "returned"


PLACES = tuple(place for place in Place if place is not Place.FACTORY)
"""The places that are counted."""

CLAIMED = frozenset({Place.SOLD, Place.GIFTED, Place.TRADED})
"""Places of copies that have an owner."""

GONE = frozenset({Place.LOST, Place.DAMAGED})
"""Places from which a number is never issued again."""

DEFAULT_SOURCE: dict[EventKind, Place] = {
    **dict.fromkeys(EventKind, Place.AVAILABLE),
    EventKind.RECEIVED: Place.FACTORY,
    EventKind.RELEASED: Place.RESERVED,
    EventKind.RETURNED: Place.SOLD,
}
"""From where an event takes copies when the row does not say."""

DESTINATION: dict[EventKind, Place] = {
    kind: Place(kind.value) if kind.value in {place.value for place in Place} else Place.AVAILABLE
    for kind in EventKind
}
"""To where an event brings copies: the place of its name, or available."""


class Event(Struct, frozen=True):
    """One row of the ledger. `ref` and `note` are not kept: they concern a buyer and never travel on.

    `quantity` is what the row says, None when it says nothing; `count` is what the row moves.
    """

    line: int
    date: datetime.date
    pin: str
    kind: EventKind
    variant: str | None = None
    origin: Place | None = None
    quantity: int | None = None
    copies: Copies = NO_COPIES
    grade: str | None = None
    channel: str = ""

    @property
    def key(self) -> Key:
        """Name the pin and variant that the row concerns."""
        return self.pin, self.variant

    @property
    def source(self) -> Place:
        """Name the place that the copies leave."""
        return self.origin or DEFAULT_SOURCE[self.kind]

    @property
    def destination(self) -> Place:
        """Name the place that the copies reach."""
        return DESTINATION[self.kind]

    @property
    def count(self) -> int:
        """Count the copies of the edition that move; proofs are counted apart."""
        if self.copies:
            return self.copies.number_count
        return 1 if self.quantity is None else self.quantity
