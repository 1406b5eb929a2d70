"""Where each numbered copy is: a map from stretches of numbers to places, as compact as the ledger itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from .copies import Ranges, normalise
from .event import GONE, PLACES, Place


class Stretch(Struct, frozen=True):
    """Neighbouring numbers that share a place, and the row that brought them there.

    A place of None means that no row has named these numbers yet.
    """

    first: int
    last: int
    place: Place | None = None
    line: int = 0

    @property
    def count(self) -> int:
        """Count the numbers."""
        return self.last - self.first + 1

    @property
    def range(self) -> tuple[int, int]:
        """Give the first and the last number."""
        return self.first, self.last


class StretchMap:
    """Stretches in order, without overlap; putting one cuts what it covers."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._stretches: list[Stretch] = []

    def __iter__(self) -> Iterator[Stretch]:
        return iter(self._stretches)

    def put(self, new: Stretch) -> None:
        """Set the place of a stretch of numbers."""
        low, high = self._span(new.first, new.last)
        pieces = [new]
        if low < high:
            before, after = self._stretches[low], self._stretches[high - 1]
            if before.first < new.first:
                pieces.insert(0, Stretch(before.first, new.first - 1, before.place, before.line))
            if after.last > new.last:
                pieces.append(Stretch(new.last + 1, after.last, after.place, after.line))
        self._stretches[low:high] = pieces
        self._starts[low:high] = [piece.first for piece in pieces]

    def kept(self) -> list[list[object]]:
        """Return the stretches as plain values."""
        return [[one.first, one.last, one.place.value if one.place else None, one.line] for one in self]

    def restore(self, kept: Iterable[tuple[int, int, str | None, int]]) -> None:
        """Take the stretches from plain values."""
        self._stretches = [
            Stretch(first, last, Place(place) if place else None, line) for first, last, place, line in kept
        ]
        self._starts = [one.first for one in self._stretches]

    def find(self, first: int, last: int) -> list[Stretch]:
        """List what is known about numbers, with a stretch without a place for each gap."""
        low, high = self._span(first, last)
        found: list[Stretch] = []
        for known in self._stretches[low:high]:
            if known.first > first:
                found.append(Stretch(first, known.first - 1))
            found.append(Stretch(max(first, known.first), min(last, known.last), known.place, known.line))
            first = known.last + 1
        if first <= last:
            found.append(Stretch(first, last))
        return found

    def _span(self, first: int, last: int) -> tuple[int, int]:
        low = bisect_right(self._starts, first)
        if low and self._stretches[low - 1].last >= first:
            low -= 1
        return low, max(low, bisect_left(self._starts, last + 1))


class Register:
    """The numbers of an edition, or of one series of proofs.

    A number that no row has named stands with the copies that left without one, else in available. When every
    receipt has listed its numbers, a number that none of them lists is still at the factory.
    """

    def __init__(self) -> None:
        self._where = StretchMap()
        self._received = StretchMap()
        self._spent = StretchMap()
        self._received_count = 0
        self.numbered: dict[Place, int] = dict.fromkeys(PLACES, 0)
        self.unlisted_receipts = False

    @property
    def receipts_are_listed(self) -> bool:
        """Tell whether copies were received, each by its number."""
        return self._received_count > 0 and not self.unlisted_receipts

    def locate(self, ranges: Ranges) -> list[Stretch]:
        """List where numbers are."""
        return [stretch for first, last in ranges for stretch in self._where.find(first, last)]

    def receipts_of(self, ranges: Ranges) -> list[Stretch]:
        """List which of the numbers were received already, with the row of the receipt."""
        return _known(self._received, ranges)

    def spent_of(self, ranges: Ranges) -> list[Stretch]:
        """List which of the numbers were lost or damaged at some time, with the row that says so."""
        return _known(self._spent, ranges)

    def at_factory(self, stretch: Stretch) -> bool:
        """Tell whether a number that no row has moved has not even been received."""
        return stretch.place is None and self.receipts_are_listed

    def receive(self, ranges: Ranges, line: int) -> None:
        """Put numbers into available; those that a preorder has named already stay where they are."""
        for first, last in ranges:
            for stretch in self._where.find(first, last):
                if stretch.place is None:
                    self._put(stretch, Place.AVAILABLE, line)
            self._received.put(Stretch(first, last, Place.AVAILABLE, line))
            self._received_count += last - first + 1

    def move(self, ranges: Ranges, destination: Place, line: int) -> None:
        """Put numbers into a place, wherever they were."""
        for first, last in ranges:
            for stretch in self._where.find(first, last):
                self._put(stretch, destination, line)
            if destination in GONE:
                self._spent.put(Stretch(first, last, destination, line))

    def places(self, limit: int | None) -> dict[Place, Ranges]:
        """List the numbers of each place, with those that no row has named in available."""
        found: dict[Place, list[tuple[int, int]]] = {}
        for stretch in self._all(limit):
            if not self.at_factory(stretch):
                found.setdefault(stretch.place or Place.AVAILABLE, []).append(stretch.range)
        return {place: normalise(found[place]) for place in PLACES if place in found}

    def kept(self) -> dict[str, Any]:
        """Return all that is known as plain values."""
        return {
            "where": self._where.kept(),
            "received": self._received.kept(),
            "spent": self._spent.kept(),
            "count": self._received_count,
            "numbered": {place.value: count for place, count in self.numbered.items() if count},
            "unlisted": self.unlisted_receipts,
        }

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Take all that is known from plain values."""
        self._where.restore(kept["where"])
        self._received.restore(kept["received"])
        self._spent.restore(kept["spent"])
        self._received_count = kept["count"]
        self.numbered |= {Place(place): count for place, count in kept["numbered"].items()}
        self.unlisted_receipts = kept["unlisted"]

    def _all(self, limit: int | None) -> list[Stretch]:
        return list(self._where) if limit is None else self._where.find(1, limit)

    def _put(self, stretch: Stretch, place: Place, line: int) -> None:
        if stretch.place is not None:
            self.numbered[stretch.place] -= stretch.count
        self.numbered[place] += stretch.count
        self._where.put(Stretch(stretch.first, stretch.last, place, line))


def _known(stretches: StretchMap, ranges: Ranges) -> list[Stretch]:
    return [
        stretch
        for first, last in ranges
        for stretch in stretches.find(first, last)
        if stretch.place is not None
    ]


def ranges_of(stretches: list[Stretch]) -> Ranges:
    """Gather the numbers of stretches."""
    return normalise(stretch.range for stretch in stretches)
