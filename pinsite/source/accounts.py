"""Editions as records promise them, put together with what the ledger tells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime

from pinsite.catalogue import TOTALS, EditionEntry, Outline, PinEntry, Site, Stage
from pinsite.diagnostics import Place, Problems
from pinsite.diagnostics.codes import CODES, EDITION_CODES, LEDGER_CODES
from pinsite.editions import (
    Counted,
    Edition,
    EditionState,
    EditionType,
    Event,
    Grade,
    Ledger,
    Scale,
    Totals,
    Violation,
    derive_status,
    status_contradicted,
)
from pinsite.editions import Stage as MadeStage
from pinsite.source.ledger_csv import Known, LedgerReading, read_ledger
from pinsite.source.loaded import Accounts, Placed

Key = tuple[str, str | None]

#: The file that tells what happened to copies.
LEDGER = "ledger.csv"


def scale_of(site: Site) -> Scale:
    """Return the site's grades as editions know them."""
    return Scale(tuple(Grade(grade.code, str(grade.name), grade.counts) for grade in site.grades))


def edition_of(entry: EditionEntry) -> Edition:
    """Return the promise that a record writes."""
    numbered = entry.numbered or ("yes" if entry.numbered_to else "")
    return Edition(
        EditionType(entry.type),
        entry.size,
        "" if numbered.lower() in ("no", "false", "off") else numbered,
        tuple(entry.proofs.items()),
        EditionState(entry.state),
        entry.as_of,
        entry.numbered_to,
    )


def totals_of(entry: EditionEntry) -> Totals | None:
    """Return the totals that a record writes, or None where it writes none."""
    written = {name: getattr(entry, name) for name in TOTALS if getattr(entry, name) is not None}
    return Totals(**written, as_of=entry.as_of) if written else None


def editions_in(id: str, entry: PinEntry) -> Iterator[tuple[Key, EditionEntry]]:
    """Walk the editions of a pin: its own, then its variants'."""
    if entry.edition:
        yield (id, None), entry.edition
    for variant in entry.variants:
        if variant.edition:
            yield (id, variant.id), variant.edition


def open_ledger(pins: Mapping[str, PinEntry], events: Iterable[Event], site: Site) -> Ledger:
    """Return the ledger of all pins, fed with every row."""
    entries = {key: entry for id, pin in pins.items() for key, entry in editions_in(id, pin)}
    totals = {key: written for key, entry in entries.items() if (written := totals_of(entry))}
    ledger = Ledger({key: edition_of(entry) for key, entry in entries.items()}, scale_of(site), totals)
    return ledger.add_all(events)


def accounts_of(pins: Mapping[str, PinEntry], ledger: Ledger, now: datetime) -> Accounts:
    """Return how every edition stands at a moment, and the status that follows."""
    counted: dict[Key, Counted] = {}
    for id, pin in pins.items():
        for key, entry in _shown(id, pin, ledger):
            counted[key] = Counted(edition_of(entry), ledger.tally(*key))
    statuses = {key: status for id, pin in pins.items() for key, status in _statuses(id, pin, counted, now)}
    newest = {id: day.isoformat() if (day := ledger.as_of(id)) else None for id in pins}
    return Accounts(counted, statuses, newest, today=now.date().isoformat())


def _shown(id: str, pin: PinEntry, ledger: Ledger) -> Iterator[tuple[Key, EditionEntry]]:
    """Walk what is counted: every edition, and a pin without one that the ledger has rows of."""
    yield from editions_in(id, pin)
    if pin.edition is None and ledger.has_rows(id):
        yield (id, None), EditionEntry.model_construct(type="open", state="final", proofs={})


def _statuses(
    id: str, pin: PinEntry, counted: Mapping[Key, Counted], now: datetime
) -> Iterator[tuple[Key, str]]:
    parts = {
        key: counted[key] for key in [(id, None), *((id, one.id) for one in pin.variants)] if key in counted
    }
    stages = _stages(pin.production)
    released = pin.released.first_day if pin.released else None
    publish = pin.publish.date() if pin.publish and pin.publish > now else None
    derived = derive_status(list(parts.values()), now.date(), stages, released, publish)
    yield (id, None), pin.status or derived.value
    for variant in pin.variants:
        own = [parts[id, variant.id]] if (id, variant.id) in parts else list(parts.values())
        out = variant.released.first_day if variant.released else released
        yield (id, variant.id), variant.status or derive_status(own, now.date(), stages, out, publish).value


def _stages(production: Iterable[Stage]) -> list[MadeStage]:
    return [MadeStage(one.stage, _day(one)) for one in production]


def _day(stage: Stage) -> date | None:
    return stage.done.first_day if stage.done else None


def contradictions(pins: Mapping[str, PinEntry], accounts: Accounts) -> list[Violation]:
    """Return a warning for each written status that the counts contradict."""
    found = []
    for id, pin in pins.items():
        keys = [(id, None), *((id, variant.id) for variant in pin.variants)]
        parts = {key: accounts.counted[key] for key in keys if key in accounts.counted}
        if pin.status:
            found.append(status_contradicted((id, None), pin.status, list(parts.values())))
        for variant in pin.variants:
            if variant.status:
                own = [parts[id, variant.id]] if (id, variant.id) in parts else []
                found.append(status_contradicted((id, variant.id), variant.status, own))
    return [violation for violation in found if violation]


def read_rows(
    text: str,
    pins: Mapping[str, PinEntry],
    unread: Iterable[str],
    site: Site,
    now: datetime,
    problems: Problems,
    only: Collection[str] | None = None,
) -> LedgerReading:
    """Read the ledger and report what is wrong with its rows, or with those of `only` some pins.

    `unread` are pins whose records cannot be read: their rows are no second mistake, nor are their variants.
    """
    reading = read_ledger(text, names_known(pins, unread, site), now.date(), only=only)
    report_rows(reading, frozenset(unread) - set(pins), problems)
    return reading


def names_known(pins: Mapping[str, PinEntry | Outline], unread: Iterable[str], site: Site) -> Known:
    """Return the names that the ledger may use; of a pin that cannot be read no variant is known."""
    variants = {id: _variants_of(pin) for id, pin in pins.items()}
    missing = frozenset(unread) - set(pins)
    return Known(variants | dict.fromkeys(missing, frozenset()), [grade.code for grade in site.grades])


def _variants_of(pin: PinEntry | Outline) -> frozenset[str]:
    if isinstance(pin, Outline):
        return frozenset(str(id) for id, _ in pin.variants)
    return frozenset(one.id for one in pin.variants)


def report_rows(reading: LedgerReading, missing: Collection[str], problems: Problems) -> None:
    """Report what is wrong with rows; the variants of a pin that cannot be read are no second mistake."""
    for found in reading.problems:
        of_unread = found.key == "ledger-variant" and found.message.split(" ", 1)[0] in missing
        if not of_unread:
            place = Place(LEDGER, found.span.line, found.span.column, found.span.length)
            problems.add(CODES[LEDGER_CODES[found.key]], place, found.message, found.help)


def report_violations(
    violations: Iterable[Violation],
    records: Mapping[str, Placed],
    reading: LedgerReading | None,
    problems: Problems,
) -> None:
    """Turn broken promises into problems, at the row of the ledger or at the record."""
    for violation in violations:
        if violation.lines and reading:
            span = reading.span(violation.lines[0], violation.column)
            place = Place(LEDGER, span.line, span.column, span.length)
        else:
            place = _record_place(violation, records)
        problems.add(CODES[EDITION_CODES[violation.key]], place, violation.message, violation.help)


def _record_place(violation: Violation, records: Mapping[str, Placed]) -> Place:
    record = records[violation.pin]
    entry = record.entry
    key = violation.column if violation.column in ("status", "runs") else "edition"
    if violation.variant and isinstance(entry, PinEntry):
        number = [variant.id for variant in entry.variants].index(violation.variant)
        return record.place("variants", number, key)
    return record.place(key)
