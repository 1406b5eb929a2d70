"""What a ledger, or the totals written in a pin, add up to."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import TypedDict

from msgspec import Struct

from .copies import Ranges, size_of
from .edition import Edition, Scale, Totals
from .event import CLAIMED, PLACES, Place
from .register import Register
from .stock import Stock


class GradeTally(Struct, frozen=True):
    """Copies of one grade. None is a number that the ledger does not tell.

    `counts` says whether the grade is part of the edition. The grade `""` gathers copies without a grade.
    """

    code: str
    counts: bool
    received: int | None
    available: int | None
    reserved: int | None
    committed: int | None
    held: int | None
    consigned: int | None
    sold: int | None
    gifted: int | None
    traded: int | None
    lost: int | None
    damaged: int | None

    @property
    def claimed(self) -> int | None:
        """Count the copies that have an owner."""
        if self.sold is None or self.gifted is None or self.traded is None:
            return None
        return self.sold + self.gifted + self.traded


class NumbersAt(Struct, frozen=True):
    """The numbered copies in one place."""

    place: Place
    ranges: Ranges


class ProofTally(Struct, frozen=True):
    """The proofs of one series; all of them exist from the start and none uses a number of the edition."""

    series: str
    size: int
    numbers: tuple[NumbersAt, ...]

    @property
    def claimed(self) -> int:
        """Count the proofs that have an owner."""
        return sum(size_of(at.ranges) for at in self.numbers if at.place in CLAIMED)

    @property
    def available(self) -> int:
        """Count the proofs that are not anywhere else."""
        return sum(size_of(at.ranges) for at in self.numbers if at.place is Place.AVAILABLE)


class Tally(Struct, frozen=True):
    """The counts of one edition, all of copies in grades that count; other grades only stand in `grades`.

    `received` is None when nobody wrote down a receipt, `available` when nobody knows (an edition without a
    size and without a receipt). `awaited` counts preorders whose copies are still at the factory while others
    have arrived; `oversold` counts copies that were promised and do not exist. Both leave `available` at 0,
    so that the places add up to the stock plus `awaited` plus `oversold`. `numbers` tells where each number
    is; those that no row took stand in available, and as many of these as `without_number` says may be gone:
    copies of a numbered edition that left available on rows without a number.
    """

    size: int | None = None
    received: int | None = None
    available: int | None = None
    reserved: int = 0
    committed: int = 0
    held: int = 0
    consigned: int = 0
    sold: int = 0
    gifted: int = 0
    traded: int = 0
    lost: int = 0
    damaged: int = 0
    awaited: int = 0
    oversold: int = 0
    without_number: int = 0
    as_of: datetime.date | None = None
    grades: tuple[GradeTally, ...] = ()
    numbers: tuple[NumbersAt, ...] = ()
    proofs: tuple[ProofTally, ...] = ()

    @property
    def claimed(self) -> int:
        """Count the copies that have an owner: sold, gifted and traded."""
        return self.sold + self.gifted + self.traded

    def count(self, place: Place) -> int:
        """Count the copies in a place other than the factory; an unknown number counts as none."""
        number: int | None = getattr(self, place.value)
        return number or 0

    @property
    def is_gone(self) -> bool:
        """Tell whether nothing is available; never true when the number is not known."""
        return self.available == 0

    @property
    def still_to_come(self) -> int:
        """Count the copies of the size that no receipt has brought yet; 0 when receipts are not kept."""
        if self.size is None or self.received is None:
            return 0
        return max(0, self.size - self.received)

    def grade(self, code: str) -> GradeTally | None:
        """Look up the counts of a grade; None when no row names it."""
        return next((grade for grade in self.grades if grade.code == code), None)

    def numbers_in(self, place: Place) -> Ranges:
        """List the numbers in a place."""
        return next((at.ranges for at in self.numbers if at.place is place), ())


class _Elsewhere(TypedDict):
    reserved: int
    committed: int
    held: int
    consigned: int
    sold: int
    gifted: int
    traded: int
    lost: int
    damaged: int


def _elsewhere(count: Callable[[Place], int]) -> _Elsewhere:
    """Count every place but available."""
    return {
        "reserved": count(Place.RESERVED),
        "committed": count(Place.COMMITTED),
        "held": count(Place.HELD),
        "consigned": count(Place.CONSIGNED),
        "sold": count(Place.SOLD),
        "gifted": count(Place.GIFTED),
        "traded": count(Place.TRADED),
        "lost": count(Place.LOST),
        "damaged": count(Place.DAMAGED),
    }


def tally_of_totals(edition: Edition, totals: Totals) -> Tally:
    """Count an edition from the totals written in the pin."""
    gone = sum(totals.count(place) for place in PLACES if place is not Place.AVAILABLE)
    stock = edition.limit if totals.received is None else totals.received
    left = None if stock is None else stock - gone
    return Tally(
        size=edition.limit,
        received=totals.received,
        available=None if left is None else max(0, left),
        oversold=0 if left is None else max(0, -left),
        as_of=totals.as_of or edition.as_of,
        proofs=tuple(ProofTally(series, size, _all_available(size)) for series, size in edition.proofs),
        **_elsewhere(totals.count),
    )


def _all_available(size: int) -> tuple[NumbersAt, ...]:
    return (NumbersAt(Place.AVAILABLE, ((1, size),)),) if size > 0 else ()


def tally_of_stock(stock: Stock, edition: Edition, scale: Scale, as_of: datetime.date | None) -> Tally:
    """Count an edition from its stock, without its numbers."""
    return Tally(
        size=edition.limit,
        received=stock.received_in_edition,
        available=max(0, stock.total[Place.AVAILABLE]) if stock.is_counted else None,
        awaited=stock.awaited if stock.is_counted else 0,
        oversold=stock.oversold,
        as_of=as_of,
        grades=_grades(stock, scale),
        **_elsewhere(lambda place: max(0, stock.total[place])),
    )


def numbers_of(register: Register, limit: int | None) -> tuple[NumbersAt, ...]:
    """List the numbers of an edition or a series of proofs, place by place."""
    return tuple(NumbersAt(place, ranges) for place, ranges in register.places(limit).items())


def sum_of(tallies: Sequence[Tally]) -> Tally:
    """Add the tallies of variants up, for a pin that has no edition of its own.

    Grades, numbers and proofs belong to each variant and are left out.
    """
    return Tally(
        size=_sum_known(tally.size for tally in tallies),
        received=_sum_known(tally.received for tally in tallies),
        available=_sum_known(tally.available for tally in tallies),
        awaited=sum(tally.awaited for tally in tallies),
        oversold=sum(tally.oversold for tally in tallies),
        without_number=sum(tally.without_number for tally in tallies),
        as_of=newest(tally.as_of for tally in tallies),
        **_elsewhere(lambda place: sum(tally.count(place) for tally in tallies)),
    )


def newest(dates: Iterable[datetime.date | None]) -> datetime.date | None:
    """Give the latest of the dates that are known."""
    return max((date for date in dates if date is not None), default=None)


def _sum_known(numbers: Iterable[int | None]) -> int | None:
    total = 0
    for number in numbers:
        if number is None:
            return None
        total += number
    return total


def _grades(stock: Stock, scale: Scale) -> tuple[GradeTally, ...]:
    """List the grades that rows name, best first, then what has no grade; nothing when no row names one."""
    named = set(stock.received).union(*stock.cells.values())
    found = [_grade_tally(stock, grade.code, grade.counts) for grade in scale.grades if grade.code in named]
    loose = [place for place in PLACES if stock.cells[place].get(None, 0) > 0]
    if found and (loose or stock.received.get(None)):
        found.append(_ungraded_tally(stock))
    return tuple(found)


def _grade_tally(stock: Stock, code: str, counts: bool) -> GradeTally:
    elsewhere = {place.value: _told(stock, place, code, counts) for place in PLACES}
    if not _knows_available(stock, code, counts):
        elsewhere["available"] = None
    received = stock.received.get(code, 0) if stock.received else None
    return GradeTally(code=code, counts=counts, received=received, **elsewhere)


def _ungraded_tally(stock: Stock) -> GradeTally:
    cells: dict[str, int | None] = {place.value: max(0, stock.cells[place].get(None, 0)) for place in PLACES}
    if not stock.is_counted:
        cells["available"] = None
    received = stock.received.get(None, 0) if stock.received else None
    return GradeTally(code="", counts=True, received=received, **cells)


def _knows_available(stock: Stock, code: str, counts: bool) -> bool:
    """Tell whether available copies of a grade can be told from ungraded ones."""
    if not counts:
        return bool(stock.received)
    if stock.received_in_edition is None:
        return False
    return code in stock.received or stock.cells[Place.AVAILABLE].get(None, 0) <= 0


def _told(stock: Stock, place: Place, code: str, counts: bool) -> int | None:
    """Give the copies of a grade in a place, or None when ungraded rows may have taken some of them."""
    own = stock.cells[place].get(code, 0)
    taken = -stock.cells[place].get(None, 0) if counts else 0
    if taken <= 0:
        return max(0, own)
    least, most = max(0, own - taken), min(own, stock.total[place])
    if own <= 0:
        return 0
    return least if least == most else None
