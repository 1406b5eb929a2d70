"""The fold: one edition, fed with its events row by row, at any time ready to tell its tally."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from . import promises
from .copies import Ranges, clip
from .edition import UNGRADED, Edition, Scale
from .event import CLAIMED, Event, EventKind, Key, Place
from .milestones import Milestone, Watch
from .register import Register, Stretch
from .stock import Stock
from .tally import ProofTally, Tally, newest, numbers_of, tally_of_stock
from .violation import Violation


class _Listing:
    """How many copies one kind of row named by number, and which rows named none."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.listed = 0
        self.unlisted_copies = 0
        self.unlisted: list[int] = []

    def note(self, event: Event) -> None:
        self.listed += event.copies.number_count
        if not event.copies:
            self.unlisted_copies += event.count
            self.unlisted.append(event.line)

    def kept(self) -> list[Any]:
        return [self.listed, self.unlisted_copies, self.unlisted]

    def restore(self, kept: list[Any]) -> None:
        self.listed, self.unlisted_copies, self.unlisted = kept

    def judge(self, key: Key, edition: Edition) -> Violation | None:
        spare = edition.without_numbers
        if spare is None or self.unlisted_copies <= spare:
            return None
        return promises.numbers_missing(key, self.what, self.listed, self.unlisted, self.unlisted_copies)


class Account:
    """What became of the copies of one edition.

    A row that breaks a promise is noted and still counted, so that later rows are judged as they were meant.
    """

    def __init__(self, key: Key, edition: Edition, scale: Scale) -> None:
        self.key = key
        self.edition = edition
        self.lines: list[int] = []
        self._scale = scale
        self._newest: datetime.date | None = None
        self._stock = Stock(edition, scale)
        self._watch = Watch(edition, self._stock, scale.outside)
        self._numbers = Register()
        self._series = {series.upper(): size for series, size in edition.proofs}
        self._proofs = {series: Register() for series in self._series}
        self._received = _Listing("were received")
        self._claimed = _Listing("left")
        self._numbered_lines: list[int] = []
        self._found: list[Violation] = []

    @property
    def as_of(self) -> datetime.date | None:
        """Give the day to which the counts hold: the newest row, or a later day that the record names."""
        return newest((self._newest, self.edition.as_of))

    def add(self, event: Event) -> None:
        """Count one more row."""
        self.lines.append(event.line)
        if self._newest is None or event.date > self._newest:
            self._newest = event.date
        self._watch.turn_to(event)
        refused = promises.impossible_move(event)
        if refused:
            self._found.append(refused)
            if event.kind is not EventKind.RECEIVED:
                return
        self._keep(promises.quantity_mismatch(event))
        if event.copies:
            self._judge_copies(event)
        self._note_listing(event)
        self._move(event)

    @property
    def is_sound(self) -> bool:
        """Tell whether no row has broken a promise."""
        return not self._found and not self._stock.shortfalls

    def kept(self) -> dict[str, Any]:
        """Return a sound account as plain values; what broke a promise is not among them."""
        assert self.is_sound
        return {
            "lines": self.lines,
            "newest": self._newest.isoformat() if self._newest else None,
            "stock": self._stock.kept(),
            "watch": self._watch.kept(),
            "numbers": self._numbers.kept(),
            "proofs": {series: register.kept() for series, register in self._proofs.items()},
            "listings": [listing.kept() for listing in (self._received, self._claimed)],
            "numbered": self._numbered_lines,
        }

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Take an account of the same edition and scale from plain values."""
        self.lines = kept["lines"]
        self._newest = datetime.date.fromisoformat(kept["newest"]) if kept["newest"] else None
        self._stock.restore(kept["stock"])
        self._watch.restore(kept["watch"])
        self._numbers.restore(kept["numbers"])
        for series, register in kept["proofs"].items():
            self._proofs[series].restore(register)
        for listing, one in zip((self._received, self._claimed), kept["listings"], strict=True):
            listing.restore(one)
        self._numbered_lines = kept["numbered"]

    def milestones(self) -> tuple[Milestone, ...]:
        """List the days on which a line was crossed, oldest first."""
        return self._watch.found()

    def tally(self) -> Tally:
        """Tell the counts as they are now."""
        tally = tally_of_stock(self._stock, self.edition, self._scale, self.as_of)
        proofs = tuple(
            ProofTally(series, size, numbers_of(self._proofs[series], size))
            for series, size in self._series.items()
        )
        if not self.edition.numbered and not self._numbered_lines:
            return replace(tally, proofs=proofs)
        without = self._without_number()
        known = bool(self._numbered_lines) or not without
        numbers = numbers_of(self._numbers, self.edition.last_number) if known else ()
        return replace(tally, proofs=proofs, numbers=numbers, without_number=without)

    def violations(self) -> list[Violation]:
        """List the broken promises, those of single rows first."""
        found = [*self._found]
        found += [promises.short(self.key, shortfall) for shortfall in self._stock.shortfalls.values()]
        received, beyond = self._stock.received_in_edition, self._stock.beyond_size
        of_edition = [
            promises.over_received(self.key, self.edition, received, beyond),
            promises.numbers_unexpected(self.key, self.edition, self._numbered_lines),
            *(listing.judge(self.key, self.edition) for listing in self._listings()),
        ]
        return found + [violation for violation in of_edition if violation]

    def _listings(self) -> tuple[_Listing, ...]:
        return (self._received, self._claimed) if self.edition.numbered else ()

    def _keep(self, violation: Violation | None) -> None:
        if violation:
            self._found.append(violation)

    def _without_number(self) -> int:
        """Count the copies that left available without the number that they must have carried."""
        spare = self.edition.without_numbers
        if spare is None:
            return 0
        places = [place for place in self._stock.cells if place is not Place.AVAILABLE]
        return max(0, sum(max(0, self._unnumbered(place)) for place in places) - spare)

    def _unnumbered(self, place: Place) -> int:
        return self._stock.whole(place) - self._numbers.numbered[place]

    def _note_listing(self, event: Event) -> None:
        if event.copies.numbers:
            self._numbered_lines.append(event.line)
        if not self.edition.numbered:
            return
        if event.kind is EventKind.RECEIVED:
            self._received.note(event)
        elif event.destination in CLAIMED:
            self._claimed.note(event)

    def _judge_copies(self, event: Event) -> None:
        """Check each number and proof of a row against where it is."""
        limit = self.edition.last_number
        self._keep(promises.number_out_of_range(event, self.edition))
        self._found += promises.proof_out_of_series(event, self._series)
        self._judge(event, self._numbers, clip(event.copies.numbers, limit)[0], "", self._number_can_leave)
        for series, ranges in event.copies.proofs:
            if series in self._series:
                inside = clip(ranges, self._series[series])[0]
                self._judge(event, self._proofs[series], inside, series, _proof_can_leave)

    def _judge(
        self,
        event: Event,
        register: Register,
        ranges: Ranges,
        prefix: str,
        can_leave: Callable[[Place, Stretch], bool],
    ) -> None:
        if event.kind is EventKind.RECEIVED:
            self._keep(promises.received_twice(event, register.receipts_of(ranges), prefix))
            register.receive(ranges, event.line)
            return
        elsewhere = _elsewhere(event.source, register, ranges, can_leave)
        self._keep(promises.number_reissued(event, register.spent_of(ranges), prefix))
        if elsewhere:
            self._keep(promises.number_in_two_places(event, elsewhere, prefix))
            self._found += promises.number_elsewhere(event, elsewhere, prefix)
        register.move(ranges, event.destination, event.line)

    def _number_can_leave(self, source: Place, stretch: Stretch) -> bool:
        """Tell whether a number that no row has named can be among the copies of a place."""
        return source is Place.AVAILABLE or self._unnumbered(source) >= stretch.count

    def _move(self, event: Event) -> None:
        count = event.count
        if event.kind is EventKind.RECEIVED:
            if not event.copies:
                self._numbers.unlisted_receipts = True
            if count:
                self._stock.receive(event.grade, count, event.line)
        elif count:
            self._stock.move(event.source, event.destination, event.grade, count, event.line)


def _proof_can_leave(source: Place, stretch: Stretch) -> bool:
    """Tell whether a proof that no row has named can leave a place; artists hold theirs, often unwritten."""
    return source in (Place.AVAILABLE, Place.HELD)


def _elsewhere(
    source: Place, register: Register, ranges: Ranges, can_leave: Callable[[Place, Stretch], bool]
) -> list[Stretch]:
    """List the numbers that are not where the row takes them from, or still at the factory."""
    found = []
    for stretch in register.locate(ranges):
        if register.at_factory(stretch):
            found.append(replace(stretch, place=Place.FACTORY))
        elif stretch.place is None:
            if not can_leave(source, stretch):
                found.append(stretch)
        elif stretch.place is not source:
            found.append(stretch)
    return found


def fold(events: Iterable[Event], edition: Edition, scale: Scale = UNGRADED) -> Tally:
    """Count one edition from all its rows."""
    account = Account(("", None), edition, scale)
    for event in events:
        account.add(event)
    return account.tally()
