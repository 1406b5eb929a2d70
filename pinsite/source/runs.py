"""Runs as records write them: read, and held to what they promise."""

from __future__ import annotations

from pinsite.catalogue import PinEntry
from pinsite.diagnostics import Problems
from pinsite.diagnostics.codes import CODES
from pinsite.editions import CopiesError, Edition, Run, parse_copies, run_numbers, runs_alike
from pinsite.source.accounts import edition_of, report_violations
from pinsite.source.loaded import Written


def runs_of(entry: PinEntry) -> list[Run]:
    """Return the runs of a pin; numbers that cannot be read are left out."""
    return [
        Run(run.id, str(run.mark or ""), run.image is not None, _numbers(run.copies)) for run in entry.runs
    ]


def check_runs(record: Written, problems: Problems) -> None:
    """Report runs of a pin that nobody can tell apart, and numbers of runs that cannot be."""
    if isinstance(record.entry, PinEntry) and record.entry.runs:
        _check_texts(record, record.entry, problems)
        key = (record.id, None)
        runs = runs_of(record.entry)
        edition = edition_of(record.entry.edition) if record.entry.edition else Edition()
        found = [*runs_alike(key, runs), *run_numbers(key, runs, edition)]
        report_violations(found, {record.id: record}, None, problems)


def _numbers(text: str | None) -> tuple[tuple[int, int], ...]:
    try:
        return parse_copies(text or "").numbers
    except CopiesError:
        return ()


def _check_texts(record: Written, entry: PinEntry, problems: Problems) -> None:
    for number, run in enumerate(entry.runs):
        try:
            parse_copies(run.copies or "")
        except CopiesError as fault:
            problems.add(CODES["LED011"], record.place("runs", number, "copies"), fault.message, fault.help)
