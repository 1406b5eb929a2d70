"""What was counted before, so that a row more costs a row, not the whole ledger.

Kept are the counts of each pin, and the rows of shops, as they were after a certain stretch of text. They are true
as long as the ledger still begins with exactly this text (its digest says so), and for each pin as long as all that
shapes its counts is the same: its editions and the grades. A pin of which that changed, or whose rows break a
promise, is counted again from its own lines. Anything else that is odd (a name that is gone, a clock that went back,
a memory of another version) means that everything is counted anew; a memory that is lost costs time, never truth.

Why only now and then it is written: a few hundred rows are read faster than all counts are written.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from pinsite import __version__
from pinsite.catalogue import Outline, PinEntry, Site
from pinsite.diagnostics import Problems
from pinsite.editions import Event, Ledger
from pinsite.files import digest_text, write_whole
from pinsite.source.accounts import names_known, open_ledger, report_rows
from pinsite.source.ledger_csv import Known, LedgerReading, Past, read_ledger

#: Raised whenever the counts of the same rows, or how they are kept, would be others.
_FORM = 1

#: A shorter ledger is read faster than remembered.
LEAST_LINES = 2000

#: So many lines more, and the memory is written again.
MORE_LINES = 500

#: Where it is kept, in the catalogue.
MEMORY = Path(".pinsite") / "ledger.json"

_ODD = (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, AssertionError)


class CountedLedger(Struct, frozen=True):
    """A ledger that was read and counted; `rows` are those that were read this time, None where there is no file.

    `digests` tell for each pin whether any of its rows is another; they do not depend on what was remembered.
    """

    rows: LedgerReading | None
    ledger: Ledger
    digests: Mapping[str, str] = field(default_factory=dict)


def count_rows(
    root: Path,
    text: str,
    known_pins: Mapping[str, PinEntry | Outline],
    unread: Iterable[str],
    site: Site,
    now: datetime,
    problems: Problems,
) -> CountedLedger:
    """Read and count the ledger, from what is remembered where that is true still; report what is wrong.

    Of pins that no row can concern the outline is enough.
    """
    every = list(unread)
    known = names_known(known_pins, every, site)
    pins = {id: pin for id, pin in known_pins.items() if isinstance(pin, PinEntry)}
    memory = root / MEMORY
    remembered = _Remembered.load(memory)
    counted = remembered.go_on(text, known, open_ledger(pins, (), site), now.date()) if remembered else None
    used = counted is not None
    if counted is None:
        reading = read_ledger(text, known, now.date())
        counted = reading, open_ledger(pins, reading.events, site), {}
    reading, ledger, before = counted
    digests = _digests(before, reading.events)
    report_rows(reading, frozenset(every) - set(known_pins), problems)
    lines = text.count("\n")
    is_new = not used or remembered is None or remembered.has_aged or lines - remembered.lines > MORE_LINES
    if is_new and lines >= LEAST_LINES and not reading.problems:
        _keep(memory, text, reading, ledger, digests)
    return CountedLedger(reading, ledger, digests)


class _Remembered:
    """What a memory says; every doubt about it ends in None, and so in counting anew."""

    def __init__(self, stored: Mapping[str, Any]) -> None:
        self.size: int = stored["size"]
        self.lines: int = stored["lines"]
        self.pins: Mapping[str, Any] = stored["pins"]
        self._digest: str = stored["digest"]
        self._latest = date.fromisoformat(stored["latest"])
        self._refs: dict[str, dict[str, int]] = stored["refs"]
        self.has_aged = False

    @classmethod
    def load(cls, path: Path) -> _Remembered | None:
        """Read a memory of this version."""
        try:
            stored = json.loads(path.read_bytes())
            is_ours = stored["form"] == _FORM and stored["version"] == __version__
            return cls(stored) if is_ours else None
        except _ODD:
            return None

    def go_on(
        self, text: str, known: Known, ledger: Ledger, today: date
    ) -> tuple[LedgerReading, Ledger, Mapping[str, str]] | None:
        """Count the rows that are new, and the pins that have changed, on top of what is remembered.

        The digests are those of the rows that were not read again.
        """
        try:
            if not self._begins(text) or not self._names_are_known(known):
                return None
            if self._latest > today + timedelta(days=1):
                return None
            true = {pin for pin, kept in self.pins.items() if self._is_true(pin, kept, ledger)}
            again = sorted(
                line for pin, kept in self.pins.items() if pin not in true for line in kept["lines"]
            )
            reading = read_ledger(text, known, today, Past(self.lines, self._refs, again))
            # A row without a date that can be read takes that of the row above, which was perhaps not read.
            if any(one.span.line <= self.lines or one.key == "ledger-date" for one in reading.problems):
                return None
            for pin in true:
                ledger.restore(pin, self.pins[pin])
            before = {pin: str(self.pins[pin]["rows"]) for pin in true}
            return reading, ledger.add_all(reading.events), before
        except _ODD:
            return None

    def _begins(self, text: str) -> bool:
        """Tell whether the ledger begins with the text that was counted, and goes on with a line of its own."""
        before, after = text[: self.size], text[self.size : self.size + 1]
        ends_here = before.endswith("\n") or after in ("", "\n")
        return ends_here and len(before) == self.size and digest_text(before) == self._digest

    def _names_are_known(self, known: Known) -> bool:
        return all(
            pin in known.pins and set(kept["variants"]) <= set(known.pins[pin])
            for pin, kept in self.pins.items()
        )

    def _is_true(self, pin: str, kept: Mapping[str, Any], ledger: Ledger) -> bool:
        if kept["promise"] != _promise(ledger, pin):
            self.has_aged = True
            return False
        return bool(kept["sound"])


def _promise(ledger: Ledger, pin: str) -> str:
    return digest_text(ledger.promise_of(pin))


def _digests(before: Mapping[str, str], events: Iterable[Event]) -> dict[str, str]:
    """Chain a digest of the rows of each pin, so that it can be gone on with."""
    found = dict(before)
    for event in events:
        found[event.pin] = digest_text(f"{found.get(event.pin, '')}{event!r}")
    return found


def _keep(path: Path, text: str, reading: LedgerReading, ledger: Ledger, digests: Mapping[str, str]) -> None:
    pins = ledger.kept()
    if not pins:
        return
    for pin, kept in pins.items():
        kept["promise"] = _promise(ledger, pin)
        kept["rows"] = digests[pin]
    stored = {
        "form": _FORM,
        "version": __version__,
        "size": len(text),
        "digest": digest_text(text),
        "lines": text.count("\n") + (0 if text.endswith("\n") else 1),
        "latest": max(kept["newest"] for kept in pins.values()),
        "refs": reading.refs,
        "pins": pins,
    }
    content = json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    # A catalogue that cannot be written to can still be read.
    with contextlib.suppress(OSError):
        write_whole(path, content)
