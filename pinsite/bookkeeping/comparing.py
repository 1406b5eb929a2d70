"""What of a shop's rows is new: sales that the ledger lacks, and sales of the ledger that were undone since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct, field

from pinsite.bookkeeping.entry import Entry
from pinsite.editions import CLAIMED, Event, EventKind, Place
from pinsite.source import LedgerReading
from pinsite.source.shops import Kind, Remark, ShopRow, Target, Unmatched, Weight

#: What the `ref` of a return adds to the `ref` of its sale, so that both are known again.
RETURNED = " returned"


class Batch(Struct):
    """The rows of an import, sorted by what is to be done with them."""

    new: list[tuple[Entry, ShopRow, Target]] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    already: int = 0
    undone: int = 0
    older: int = 0
    ignored: int = 0


def compare(
    matches: Iterable[tuple[ShopRow, Target | Unmatched | None]],
    ledger: LedgerReading,
    shop: str,
    since: date | None,
) -> Batch:
    """Sort the rows of a shop: by day, as the ledger is kept, and by their order in the export within a day."""
    return _Comparison(ledger, shop, since).of(_once(matches))


def _once(
    matches: Iterable[tuple[ShopRow, Target | Unmatched | None]],
) -> list[tuple[ShopRow, Target | Unmatched | None]]:
    """Keep each row of the shop once, though overlapping exports hold it twice; one that was undone is undone."""
    found: dict[str, tuple[ShopRow, Target | Unmatched | None]] = {}
    for row, target in matches:
        known = found.get(row.ref)
        if known is None or (row.kind is Kind.UNDONE and known[0].kind is not Kind.UNDONE):
            found[row.ref] = (row, target)
    return sorted(found.values(), key=lambda one: one[0].day)


class _Comparison:
    """Compares with one ledger."""

    def __init__(self, ledger: LedgerReading, shop: str, since: date | None) -> None:
        self._ledger = ledger
        self._since = since
        self._lines = {
            ref: line
            for channel, refs in ledger.refs.items()
            if _is_of(channel, shop)
            for ref, line in refs.items()
        }
        self._events = {event.line: event for event in ledger.events}
        self._batch = Batch()

    def of(self, matches: Sequence[tuple[ShopRow, Target | Unmatched | None]]) -> Batch:
        for row, target in matches:
            if self._since is not None and row.day < self._since:
                self._batch.older += 1
            elif row.kind is Kind.UNDONE:
                self._undo(row)
            elif row.ref in self._lines:
                self._batch.already += 1
                self._differs(row, target)
            elif target is None:
                self._batch.ignored += 1
            elif isinstance(target, Unmatched):
                self._batch.unmatched.append(target)
            else:
                self._batch.new.append((_entry(row, target), row, target))
        return self._batch

    def _undo(self, row: ShopRow) -> None:
        """Write a sale of the ledger back; one that never got there vanishes."""
        line = self._lines.get(row.ref)
        if line is None:
            self._batch.undone += 1
            return
        if row.ref + RETURNED in self._lines:
            self._batch.already += 1
            return
        event = self._events.get(line)
        if event is None or event.destination not in CLAIMED:
            self._look(row, f"undone in the shop; line {line} of the ledger is no sale: look at it")
            return
        self._batch.new.append((_return_of(event, row, self._ledger), row, Target(event.pin, event.variant)))

    def _differs(self, row: ShopRow, target: Target | Unmatched | None) -> None:
        event = self._events.get(self._lines[row.ref])
        if event is None or not isinstance(target, Target):
            return
        if (event.pin, event.variant) != (target.pin, target.variant):
            there = event.pin + (f"/{event.variant}" if event.variant else "")
            self._look(
                row, f"line {event.line} of the ledger says {there}, the export {target}: left as it is"
            )
        elif event.count + event.copies.proof_count != row.quantity:
            self._look(
                row,
                f"line {event.line} of the ledger says {event.count}, the export {row.quantity}: left as it is",
            )

    def _look(self, row: ShopRow, text: str) -> None:
        self._batch.remarks.append(Remark(row.where, Weight.LOOK, text))


def _is_of(channel: str, shop: str) -> bool:
    """Tell whether a channel is the shop's: `square`, or `square Linden Fair`."""
    return channel == shop.casefold() or channel.startswith(shop.casefold() + " ")


def _entry(row: ShopRow, target: Target) -> Entry:
    kind = EventKind.RETURNED.value if row.kind is Kind.RETURNED else row.event or EventKind.SOLD.value
    return Entry(
        row.day.isoformat(),
        target.pin,
        kind,
        target.variant or "",
        quantity="" if row.copies else str(row.quantity),
        copies=row.copies,
        grade=row.grade or target.grade or "",
        channel=row.channel,
        ref=row.ref,
    )


def _return_of(event: Event, row: ShopRow, ledger: LedgerReading) -> Entry:
    """Take back exactly what the sale's own row gave: its copies, its grade, from where it brought them."""
    return Entry(
        max(event.date, row.day).isoformat(),
        event.pin,
        EventKind.RETURNED.value,
        event.variant or "",
        "" if event.destination is Place.SOLD else event.destination.value,
        "" if event.copies else str(event.count),
        str(event.copies),
        event.grade or "",
        ledger.cell(event.line, "channel"),
        row.ref + RETURNED,
    )
