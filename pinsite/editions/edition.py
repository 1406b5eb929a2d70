"""What an edition promises, and the scale by which a site grades its copies."""

from __future__ import annotations

import datetime
from enum import StrEnum

from msgspec import Struct

from .copies import Ranges
from .event import Place


class EditionType(StrEnum):
    """How the number of copies is promised."""

    LIMITED = "limited"
    TIMED = "timed"
    RELEASE = "release"
    OPEN = "open"


class EditionState(StrEnum):
    """How firm the promise is."""

    PLANNED = "planned"
    PROVISIONAL = "provisional"
    FINAL = "final"


class Edition(Struct, frozen=True):
    """The promise of how many copies there are, without what became of them.

    `numbered` is empty for copies without numbers, else a word for how they are numbered (`yes`, `stamped`,
    `card`); with `numbered_to` only the first copies are, up to that number. `proofs` pairs a
    series with its count. `as_of` is the day to which it is complete.
    """

    type: EditionType = EditionType.OPEN
    size: int | None = None
    numbered: str = ""
    proofs: tuple[tuple[str, int], ...] = ()
    state: EditionState = EditionState.FINAL
    as_of: datetime.date | None = None
    numbered_to: int | None = None

    @property
    def limit(self) -> int | None:
        """Tell the size that copies are counted against; an open edition has none."""
        return None if self.type is EditionType.OPEN else self.size

    @property
    def last_number(self) -> int | None:
        """Tell the highest number that a copy can carry; None where nothing says where numbers end."""
        return self.limit if self.numbered_to is None else self.numbered_to

    @property
    def without_numbers(self) -> int | None:
        """Count the copies at the end of the edition that carry no number; None where there is no end."""
        if self.numbered_to is None:
            return 0
        return None if self.limit is None else max(0, self.limit - self.numbered_to)


class Run(Struct, frozen=True):
    """One factory order: what tells its copies from those of other runs, and which numbers they carry."""

    id: str
    mark: str = ""
    is_pictured: bool = False
    numbers: Ranges = ()


class Grade(Struct, frozen=True):
    """One step of the scale; a grade that does not count is outside the edition."""

    code: str
    name: str = ""
    counts: bool = True
    description: str = ""


class Scale(Struct, frozen=True):
    """The site's grades, best first."""

    grades: tuple[Grade, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """List the codes, best first."""
        return tuple(grade.code for grade in self.grades)

    @property
    def outside(self) -> frozenset[str]:
        """Name the grades that do not count towards the edition."""
        return frozenset(grade.code for grade in self.grades if not grade.counts)


UNGRADED = Scale()
"""The scale of a site that does not grade."""


class Totals(Struct, frozen=True):
    """The numbers that a site without a ledger writes in the pin."""

    received: int | None = None
    reserved: int = 0
    committed: int = 0
    held: int = 0
    consigned: int = 0
    sold: int = 0
    gifted: int = 0
    traded: int = 0
    lost: int = 0
    damaged: int = 0
    as_of: datetime.date | None = None

    def count(self, place: Place) -> int:
        """Give the number written for a place."""
        number: int = getattr(self, place.value)
        return number
