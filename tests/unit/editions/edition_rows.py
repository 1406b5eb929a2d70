"""Write ledgers as short sentences: `sold 2 from held`, `gifted #3;7 grade B`."""

from __future__ import annotations

import datetime
import re

from pinsite.editions import (
    Account,
    Edition,
    EditionType,
    Event,
    EventKind,
    Grade,
    Place,
    Scale,
    Tally,
    Violation,
    parse_copies,
)

SCALE = Scale((Grade("A"), Grade("B"), Grade("S", counts=False)))
_SENTENCE = re.compile(
    r"(?P<kind>\w+)(?: (?P<quantity>\d+))?(?: #(?P<copies>\S+))?"
    r"(?: grade (?P<grade>\w+))?(?: from (?P<origin>\w+))?"
)


def event(sentence: str, line: int = 2, pin: str = "moth", variant: str | None = None) -> Event:
    """Read one sentence as a row of the ledger."""
    match = _SENTENCE.fullmatch(sentence)
    assert match, sentence
    return Event(
        line=line,
        date=datetime.date(2025, 1, 1) + datetime.timedelta(days=line),
        pin=pin,
        variant=variant,
        kind=EventKind(match["kind"]),
        origin=Place(match["origin"]) if match["origin"] else None,
        quantity=int(match["quantity"]) if match["quantity"] else None,
        copies=parse_copies(match["copies"] or ""),
        grade=match["grade"],
    )


def limited(size: int = 100, numbered: str = "", proofs: tuple[tuple[str, int], ...] = ()) -> Edition:
    """Make a limited edition."""
    return Edition(EditionType.LIMITED, size, numbered, proofs)


def account(edition: Edition, *sentences: str) -> Account:
    """Fold sentences; the first stands on line 2, below the header."""
    made = Account(("moth", None), edition, SCALE)
    for line, sentence in enumerate(sentences, 2):
        made.add(event(sentence, line))
    return made


def tally(edition: Edition, *sentences: str) -> Tally:
    """Count an edition from sentences that break no promise."""
    made = account(edition, *sentences)
    assert made.violations() == []
    return made.tally()


def broken(edition: Edition, *sentences: str) -> list[Violation]:
    """List the promises that sentences break."""
    return account(edition, *sentences).violations()


def keys(violations: list[Violation]) -> list[str]:
    """Name the promises, in order."""
    return [violation.key for violation in violations]
