"""What a new row would do: the ledger is read and counted as it would be, before it is written.

A row that would be wrong is judged by the same functions that judge it when it stands in the file, so that what
is written is what a build accepts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from pinsite.diagnostics import Problem, Problems
from pinsite.editions import Ledger, Violation
from pinsite.source import (
    LEDGER,
    LedgerReading,
    PinShelf,
    decode_text,
    open_ledger,
    read_rows,
    report_violations,
)

_BROKEN_TEXT = ("LED001", "LED003")


class Judgement(Struct, frozen=True):
    """A ledger as it would be: its rows, its counts, and what is wrong with it.

    `standing` are problems of rows that were there before and hinder judging; `rows` those of new rows.
    """

    lines: Sequence[str]
    reading: LedgerReading
    ledger: Ledger
    standing: Sequence[Problem]
    rows: Sequence[Problem]

    @property
    def is_refused(self) -> bool:
        """Tell whether the new rows must not be written."""
        return bool(self.standing) or any(problem.severity == "error" for problem in self.rows)


def judge(
    content: bytes, first_new: int, shelf: PinShelf, now: datetime, only: Collection[str] | None = None
) -> Judgement | Problems:
    """Judge a ledger whose rows from line `first_new` on are new; give the problems where it is no text."""
    unreadable = Problems()
    file = decode_text(LEDGER, content, unreadable)
    if file is None:
        return unreadable
    found = Problems(strict=shelf.site.strict)
    reading = read_rows(file.text, shelf.pins, shelf.ids, shelf.site, now, found, only)
    ledger = open_ledger(shelf.pins, reading.events, shelf.site)
    rows = [problem for problem in found if problem.place.line >= first_new]
    rows += broken_by(ledger, reading, first_new, strict=shelf.site.strict)
    standing = [problem for problem in found if _hinders(problem, reading, first_new, only)]
    return Judgement(file.lines, reading, ledger, standing, rows)


def broken_by(ledger: Ledger, reading: LedgerReading, first_new: int, *, strict: bool) -> list[Problem]:
    """List the promises that rows from a line on break, each at the first of these rows."""
    found = [
        _at_new_row(violation, first_new)
        for violation in ledger.violations(reading.doubtful)
        if any(line >= first_new for line in violation.lines)
    ]
    problems = Problems(strict=strict)
    report_violations(found, {}, reading, problems)
    return list(problems)


def _at_new_row(violation: Violation, first_new: int) -> Violation:
    new = [line for line in violation.lines if line >= first_new]
    old = [line for line in violation.lines if line < first_new]
    return replace(violation, lines=(*new, *old))


def _hinders(problem: Problem, reading: LedgerReading, first_new: int, only: Collection[str] | None) -> bool:
    """Tell whether an older row keeps new ones from being judged: broken text, or a row of the same pin."""
    line = problem.place.line
    if line >= first_new or problem.severity != "error":
        return False
    return problem.code.id in _BROKEN_TEXT or (only is not None and reading.cell(line, "pin") in only)
