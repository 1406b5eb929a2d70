"""A broken promise, as a plain value: what is wrong, what to do, and which rows it concerns."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from .event import Event, Key

_SHOWN = 8


class Severity(StrEnum):
    """How bad a broken promise is: an error makes a number on the site wrong."""

    ERROR = "error"
    WARNING = "warning"


class Violation(Struct, frozen=True):
    """A broken promise of one edition.

    `key` names the promise and never changes. `lines` are the rows of the ledger, the one to point at first;
    without any the pin's record is meant. `column` names the cell of that row.
    """

    key: str
    pin: str
    variant: str | None
    message: str
    help: str
    lines: tuple[int, ...] = ()
    column: str | None = None
    severity: Severity = Severity.ERROR


def name_of(key: Key) -> str:
    """Name an edition in a sentence: `moon-moth`, `moon-moth (gold)`."""
    pin, variant = key
    return f"{pin} ({variant})" if variant else pin


def count_noun(count: int, noun: str = "copy", plural: str = "copies") -> str:
    """Write a number with its noun: `1 copy`, `3 copies`."""
    return f"{count} {noun if count == 1 else plural}"


def name_rows(lines: Sequence[int]) -> str:
    """Name rows of the ledger: `line 4`, `lines 4, 7 and 9`."""
    shown = [str(line) for line in lines[:_SHOWN]]
    hidden = len(lines) - len(shown)
    if len(lines) == 1:
        return f"line {shown[0]}"
    if hidden:
        return f"lines {', '.join(shown)} and {hidden} more"
    return f"lines {', '.join(shown[:-1])} and {shown[-1]}"


def on_row(event: Event, key: str, message: str, help: str, column: str, *others: int) -> Violation:
    """Make the violation of one row, with the other rows that it collides with."""
    lines = tuple(dict.fromkeys((event.line, *others)))
    return Violation(key, event.pin, event.variant, message, help, lines, column)
