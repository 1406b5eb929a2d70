"""The ledger told: how every edition stands, and all that is known of one pin. Nothing of it names a buyer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from pinsite.bookkeeping.adding import Misdirected
from pinsite.catalogue import PinEntry
from pinsite.diagnostics import Problem, Problems, did_you_mean
from pinsite.editions import (
    ChannelTally,
    Counted,
    Event,
    GradeTally,
    NumbersAt,
    Tally,
    channels_of,
    format_ranges,
)
from pinsite.source import (
    LEDGER,
    accounts_of,
    open_ledger,
    read_pins,
    read_rows,
    read_text_file,
    report_violations,
)


class Standing(Struct, frozen=True):
    """How one edition stands: a pin's own, or a variant's."""

    pin: str
    variant: str | None
    title: str
    counted: Counted
    status: str


class Book(Struct, frozen=True):
    """The ledger as it was read, of all pins or of one; `problems` are those of rows, records and promises."""

    standings: Sequence[Standing]
    events: Sequence[Event]
    problems: Sequence[Problem]

    @property
    def channels(self) -> tuple[ChannelTally, ...]:
        """Count by channel."""
        return channels_of(self.events)


def read_book(root: Path, now: datetime, pin: str | None = None) -> Book:
    """Read the ledger, or the rows of one pin. Raises `Misdirected` where there is no such pin."""
    found = Problems()
    only = None if pin is None else [pin]
    shelf = read_pins(root, found, only)
    if pin is not None and pin not in shelf.ids:
        help = did_you_mean(pin, shelf.ids, "the id of a pin is the name of its file or folder in pins/")
        raise Misdirected(f"there is no pin `{pin}`; {help}")
    file = read_text_file(root, LEDGER, found) if (root / LEDGER).exists() else None
    reading = read_rows(file.text, shelf.pins, shelf.ids, shelf.site, now, found, only) if file else None
    ledger = open_ledger(shelf.pins, reading.events if reading else (), shelf.site)
    if reading:
        broken = [one for one in ledger.violations(reading.doubtful) if one.lines and one.pin in shelf.pins]
        report_violations(broken, {}, reading, found)
    accounts = accounts_of(shelf.pins, ledger, now)
    standings = [
        Standing(id, variant, _title(shelf.pins[id], variant), counted, accounts.statuses[id, variant])
        for (id, variant), counted in accounts.counted.items()
    ]
    return Book(standings, reading.events if reading else (), list(found))


def _title(pin: PinEntry, variant: str | None) -> str:
    if variant is None:
        return str(pin.title)
    return f"{pin.title} ({next(one.title for one in pin.variants if one.id == variant)})"


# ── as data ───────────────────────────────────────────────────────────────────────────────────────────


def as_data(book: Book) -> dict[str, object]:
    """Return a book as plain values: editions, channels and, of a single pin, its history."""
    return {
        "editions": [_standing(one) for one in book.standings],
        "channels": [
            {
                "channel": one.channel,
                "sold": one.sold,
                "gifted": one.gifted,
                "traded": one.traded,
                "returned": one.returned,
            }
            for one in book.channels
        ],
        "history": [event_data(event) for event in book.events],
    }


def event_data(event: Event) -> dict[str, object]:
    """Return a row as plain values, without its `ref` and `note`."""
    return {
        "line": event.line,
        "date": event.date.isoformat(),
        "pin": event.pin,
        "variant": event.variant,
        "event": event.kind.value,
        "from": event.source.value,
        "to": event.destination.value,
        "quantity": event.count,
        "copies": str(event.copies),
        "grade": event.grade,
        "channel": event.channel,
    }


def _standing(one: Standing) -> dict[str, object]:
    edition, tally = one.counted.edition, one.counted.tally
    return {
        "pin": one.pin,
        "variant": one.variant,
        "title": one.title,
        "type": edition.type.value,
        "state": edition.state.value,
        "status": one.status,
        "as_of": tally.as_of.isoformat() if tally.as_of else None,
        **_counts(tally),
        "grades": [{"grade": grade.code, "counts": grade.counts, **_counts(grade)} for grade in tally.grades],
        "numbers": _numbers(tally.numbers),
        "proofs": {
            proof.series: {"size": proof.size, **_numbers(proof.numbers, proof.series)}
            for proof in tally.proofs
        },
    }


def _counts(tally: Tally | GradeTally) -> dict[str, int | None]:
    whole = {"size": tally.size, "oversold": tally.oversold} if isinstance(tally, Tally) else {}
    return {
        **whole,
        "received": tally.received,
        "claimed": tally.claimed,
        "available": tally.available,
        "reserved": tally.reserved,
        "committed": tally.committed,
        "held": tally.held,
        "consigned": tally.consigned,
        "sold": tally.sold,
        "gifted": tally.gifted,
        "traded": tally.traded,
        "lost": tally.lost,
        "damaged": tally.damaged,
    }


def _numbers(numbers: Sequence[NumbersAt], prefix: str = "") -> dict[str, str]:
    return {at.place.value: format_ranges(at.ranges, prefix) for at in numbers}
