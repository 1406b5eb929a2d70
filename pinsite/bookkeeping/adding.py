"""One row more: judged, then written, or refused with the reasons and nothing written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct, field

from pinsite.bookkeeping.entry import Entry
from pinsite.bookkeeping.judging import judge
from pinsite.bookkeeping.ledger_file import LedgerFile, open_for_writing
from pinsite.bookkeeping.sentences import standing_of
from pinsite.catalogue import PinEntry
from pinsite.diagnostics import Problem, Problems, did_you_mean
from pinsite.source import PinShelf, read_pins


class Misdirected(Exception):  # noqa: N818 - it reads as the sentence it makes
    """A row that cannot be meant: an unknown pin, a variant that was left out. The text says what to do."""


class Added(Struct, frozen=True):
    """What became of a row: its line in the ledger (0: refused), what to say of it, how its edition stands now.

    `lines` are those of the ledger as it is, or would have been, for problems to point at; `asked` is the line
    that a row would have had, where it is the row that is wrong.
    """

    line: int
    problems: Sequence[Problem]
    lines: Sequence[str] = ()
    row: str = ""
    asked: int = 0
    standings: Sequence[str] = field(default=())


def add_row(root: Path, entry: Entry, now: datetime, *, dry_run: bool = False) -> Added:
    """Write a row at the end of the ledger, unless it breaks a promise. Raises `Misdirected` and `NoColumn`."""
    found = Problems()
    shelf = read_pins(root, found, only=[entry.pin])
    pin = shelf.pins.get(entry.pin)
    if pin is None:
        return _without_record(entry, shelf, found)
    _check_variant(entry, pin)
    with open_for_writing(root) as file:
        return _add(file, entry, shelf, now, dry_run=dry_run)


def _add(file: LedgerFile, entry: Entry, shelf: PinShelf, now: datetime, *, dry_run: bool) -> Added:
    content = file.with_rows([entry])
    line = file.next_line
    judged = judge(content, line, shelf, now, only=[entry.pin])
    if isinstance(judged, Problems):
        return Added(0, list(judged))
    if judged.is_refused:
        told = judged.standing or judged.rows
        return Added(0, told, judged.lines, judged.lines[line - 1], 0 if judged.standing else line)
    if not dry_run:
        file.write(content)
    standings = standing_of(entry.pin, entry.variant or None, shelf.pins[entry.pin], judged.ledger)
    return Added(line, judged.rows, judged.lines, judged.lines[line - 1], line, standings)


def _without_record(entry: Entry, shelf: PinShelf, found: Problems) -> Added:
    if entry.pin in shelf.ids:
        return Added(0, list(found))
    help = did_you_mean(entry.pin, shelf.ids, "the id of a pin is the name of its file or folder in pins/")
    raise Misdirected(f"there is no pin `{entry.pin}`; {help}")


def _check_variant(entry: Entry, pin: PinEntry) -> None:
    """Refuse a variant that is not there, and a row of a pin whose variants alone have editions."""
    ids = [variant.id for variant in pin.variants]
    if entry.variant and entry.variant not in ids:
        rest = f"its variants are {', '.join(ids)}" if ids else "it has no variants"
        raise Misdirected(
            f"{entry.pin} has no variant `{entry.variant}`; {did_you_mean(entry.variant, ids, rest)}"
        )
    counted = [variant.id for variant in pin.variants if variant.edition]
    if not entry.variant and pin.edition is None and counted:
        raise Misdirected(
            f"each variant of {entry.pin} has an edition of its own; "
            f"say which one with `--variant`: {', '.join(counted)}"
        )
