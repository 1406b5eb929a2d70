"""Sales of a shop taken over: matched, compared with what the ledger holds, judged, and what is new appended.

Rows that would break a promise stay out, each with its reason; the others go in. The next import brings them again,
so nothing is lost, and importing the same or an overlapping export twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from pinsite.bookkeeping.adding import Misdirected
from pinsite.bookkeeping.comparing import Batch, compare
from pinsite.bookkeeping.entry import Entry
from pinsite.bookkeeping.import_memory import Lesson, learned, read_memory, write_memory
from pinsite.bookkeeping.judging import Judgement, judge
from pinsite.bookkeeping.ledger_file import LedgerFile, open_for_writing
from pinsite.bookkeeping.sentences import standing_of
from pinsite.diagnostics import Problem, Problems, did_you_mean
from pinsite.source import PinShelf, edition_of, read_pins
from pinsite.source.shops import (
    TABLE,
    Matcher,
    Remark,
    ShopReading,
    ShopRow,
    Target,
    Unmatched,
    Where,
    read_shop,
    read_table,
)


@dataclass(frozen=True)
class Order:
    """What an import is asked to do: which shop, which files (name and content), from which day on."""

    shop: str
    files: Sequence[tuple[str, bytes]]
    lesson: Lesson = field(default_factory=Lesson)
    since: date | None = None
    dry_run: bool = False


@dataclass(frozen=True)
class Written:
    """A row that went into the ledger, or would have: its line there, its text, and where it comes from."""

    line: int
    text: str
    where: Where


@dataclass(frozen=True)
class HeldBack:
    """A row that stays out, and why."""

    row: ShopRow
    target: Target
    reason: str


@dataclass(frozen=True)
class Imported:
    """What became of an import. `problems` are those of the ledger and the records, `warnings` of new rows.

    `unnumbered` are lines of numbered editions whose copy numbers no shop knows.
    """

    read: int = 0
    written: Sequence[Written] = ()
    already: int = 0
    undone: int = 0
    older: int = 0
    ignored: int = 0
    unmatched: Sequence[Unmatched] = ()
    held_back: Sequence[HeldBack] = ()
    remarks: Sequence[Remark] = ()
    problems: Sequence[Problem] = ()
    warnings: Sequence[Problem] = ()
    standings: Sequence[str] = ()
    unnumbered: Sequence[int] = ()
    lines: Sequence[str] = ()


def import_sales(root: Path, order: Order, now: datetime) -> Imported:
    """Take over what is new. Raises `Unusable`, `Unclear`, `Misdirected` and `NoColumn`; then nothing was written."""
    found = Problems()
    shelf = read_pins(root, found)
    _check(order.lesson, shelf)
    memory = learned(read_memory(root), order.lesson)
    reading = _read(order, memory.tables.get(order.lesson.channel, {}))
    matcher = Matcher(shelf.pins, memory.explained)
    matches = [(row, matcher.match(row)) for row in reading.rows]
    with open_for_writing(root) as file:
        done = _import(file, order, shelf, reading, matches, now)
        if order.lesson and not order.dry_run and not done.problems:
            write_memory(root, order.lesson)
    return done


def _check(lesson: Lesson, shelf: PinShelf) -> None:
    """Refuse to remember a pin that is not there."""
    for target in lesson.titles.values():
        if target.pin not in shelf.ids:
            raise Misdirected(
                f"there is no pin `{target.pin}`; {did_you_mean(target.pin, shelf.ids, 'look in pins/')}"
            )
        grades = [grade.code for grade in shelf.site.grades]
        if target.grade and target.grade not in grades:
            raise Misdirected(
                f"unknown grade `{target.grade}`; the grades of the site are {', '.join(grades)}"
            )


def _read(order: Order, fields: Mapping[str, str]) -> ShopReading:
    if order.shop == TABLE:
        return read_table(order.files, order.lesson.channel, fields)
    return read_shop(order.shop, order.files)


def _import(
    file: LedgerFile,
    order: Order,
    shelf: PinShelf,
    reading: ShopReading,
    matches: Sequence[tuple[ShopRow, Target | Unmatched | None]],
    now: datetime,
) -> Imported:
    first = file.next_line
    before = judge(file.content, first, shelf, now)
    if isinstance(before, Problems) or before.standing:
        return Imported(problems=list(before) if isinstance(before, Problems) else before.standing)
    batch = compare(
        matches, before.reading, order.shop if order.shop != TABLE else order.lesson.channel, order.since
    )
    kept, held, judged = _those_that_hold(file, batch, before, first, shelf, now)
    if kept and not order.dry_run:
        file.write(file.with_rows([entry for entry, _, _ in kept]))
    lines = judged.lines
    touched = {(target.pin, target.variant) for _, _, target in kept if target.pin in shelf.pins}
    return Imported(
        read=len(reading.rows),
        written=[Written(first + n, lines[first + n - 1], row.where) for n, (_, row, _) in enumerate(kept)],
        already=batch.already,
        undone=batch.undone,
        older=batch.older,
        ignored=batch.ignored,
        unmatched=batch.unmatched,
        held_back=held,
        remarks=[*reading.remarks, *batch.remarks],
        warnings=[problem for problem in judged.rows if problem.severity != "error"],
        standings=[
            said
            for pin, variant in sorted(touched, key=str)
            for said in standing_of(pin, variant, shelf.pins[pin], judged.ledger)
        ],
        unnumbered=[
            first + n for n, (entry, _, target) in enumerate(kept) if _lacks_number(entry, target, shelf)
        ],
        lines=lines,
    )


def _lacks_number(entry: Entry, target: Target, shelf: PinShelf) -> bool:
    """Tell whether a row moves numbered copies without saying which."""
    pin = shelf.pins.get(target.pin)
    if pin is None or entry.copies:
        return False
    own = next((one.edition for one in pin.variants if one.id == target.variant), None) or pin.edition
    return own is not None and own.numbered_to is None and edition_of(own).numbered != ""


Candidate = tuple[Entry, ShopRow, Target]


def _those_that_hold(
    file: LedgerFile, batch: Batch, before: Judgement, first: int, shelf: PinShelf, now: datetime
) -> tuple[list[Candidate], list[HeldBack], Judgement]:
    """Leave rows out, for each pin the first that is wrong, until every promise holds."""
    kept: list[Candidate] = list(batch.new)
    held: list[HeldBack] = []
    while kept:
        judged = judge(file.with_rows([entry for entry, _, _ in kept]), first, shelf, now)
        assert isinstance(judged, Judgement), "what was text stays text when text is added"
        wrong = _first_wrong(judged, first, kept)
        if not wrong:
            return kept, held, judged
        for number, problem in wrong.items():
            _, row, target = kept[number]
            held.append(HeldBack(row, target, _reason(problem, first + number)))
        kept = [one for number, one in enumerate(kept) if number not in wrong]
    return [], held, before


def _first_wrong(judged: Judgement, first: int, kept: Sequence[Candidate]) -> dict[int, Problem]:
    """Return the first row of each pin that is wrong, with its problem."""
    found: dict[str, tuple[int, Problem]] = {}
    for problem in judged.rows:
        number = problem.place.line - first
        if problem.severity == "error":
            pin = kept[number][2].pin
            if pin not in found or number < found[pin][0]:
                found[pin] = (number, problem)
    return dict(found.values())


def _reason(problem: Problem, line: int) -> str:
    """Say a problem of a row that has no line in the ledger, because it is not there."""
    said = problem.message
    for words in (f", on line {line}", f" on line {line}"):
        said = said.removesuffix(words)
    return f"{problem.code.id}: {said} ({problem.help})"
