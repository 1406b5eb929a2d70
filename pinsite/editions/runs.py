"""The promises of runs: copies of one factory order can be told from those of another.

A remake may not pass for the first run. What tells them apart is a mark in words or a picture of the back, and,
where copies are numbered, the numbers of each run.
"""

from __future__ import annotations

from collections.abc import Sequence

from .copies import Ranges, clip, format_ranges, normalise
from .edition import Edition, Run
from .event import Key
from .violation import Severity, Violation, name_of


def runs_alike(key: Key, runs: Sequence[Run]) -> list[Violation]:
    """Warn of runs that nobody can tell apart; one of them may be the plain one."""
    groups: dict[str, list[str]] = {}
    for run in runs:
        if run.mark or not run.is_pictured:
            groups.setdefault(run.mark.casefold().strip(), []).append(run.id)
    return [_alike(key, ids, mark) for mark, ids in groups.items() if len(ids) > 1]


def _alike(key: Key, ids: list[str], mark: str) -> Violation:
    names = f"{', '.join(ids[:-1])} and {ids[-1]}"
    alike = "have the same mark" if mark else "have no mark"
    message = f"the runs {names} of {name_of(key)} {alike}: nothing tells them apart"
    help = "write in `mark` how a copy of this run is known, or name a picture of its back in `image`"
    return Violation("runs-alike", *key, message, help, (), "runs", Severity.WARNING)


def run_numbers(key: Key, runs: Sequence[Run], edition: Edition) -> list[Violation]:
    """Refuse numbers that two runs claim, or that the edition does not have."""
    found = []
    taken: list[tuple[Run, Ranges]] = []
    for run in runs:
        outside = clip(run.numbers, edition.last_number)[1]
        if outside:
            message = f"run {run.id} of {name_of(key)} has the numbers {_list(outside)}, beyond the edition"
            help = "spares never become numbers of the edition; correct `copies`"
            found.append(Violation("run-numbers", *key, message, help, (), "runs"))
        for other, numbers in taken:
            both = _shared(numbers, run.numbers)
            if both:
                message = f"the runs {other.id} and {run.id} of {name_of(key)} both have {_list(both)}"
                help = "one number is on one copy only; correct `copies` of one of them"
                found.append(Violation("run-numbers", *key, message, help, (), "runs"))
        taken.append((run, run.numbers))
    return found


def _shared(one: Ranges, other: Ranges) -> Ranges:
    pairs = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return normalise((first, last) for first, last in pairs if first <= last)


def _list(ranges: Ranges) -> str:
    return format_ranges(ranges).replace(";", ", ")
