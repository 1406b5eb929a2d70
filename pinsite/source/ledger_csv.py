"""Read `ledger.csv`: from text to events, with line and column of everything that is wrong.

The order of the file is the order of the ledger: a row with an earlier date than the row before it is fine,
and counts where it stands. A row with a problem gives no event, but for a wrong date, which changes no count.
The `ref` and `note` of a row stay here: events do not carry them.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pinsite.diagnostics import nearest
from pinsite.editions import Copies, CopiesError, Event, EventKind, Place, parse_copies

from .csv_rows import Row, Span
from .ledger_table import DATE, LedgerProblem, Table, shortened

KEYS = (
    "ledger-header",
    "ledger-cells",
    "ledger-quote",
    "ledger-date",
    "ledger-future",
    "ledger-pin",
    "ledger-variant",
    "ledger-event",
    "ledger-from",
    "ledger-quantity",
    "ledger-copies",
    "ledger-grade",
    "ledger-duplicate",
)
"""The names of all problems that reading can find."""

_KINDS = {kind.value: kind for kind in EventKind}
_PLACES = {place.value: place for place in Place}
_ENDINGS = frozenset({EventKind.SOLD, EventKind.GIFTED, EventKind.TRADED, EventKind.LOST, EventKind.DAMAGED})
_SEARCHED = 60


@dataclass(frozen=True, slots=True)
class Known:
    """The names that the ledger may use: the variants of each pin, and the grades of the site."""

    pins: Mapping[str, Collection[str]]
    grades: Collection[str] = ()


Refs = dict[str, dict[str, int]]
"""The rows of shops: for each channel, in small letters, the line of each `ref`."""


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of the rows above: how many lines they take, and which rows of shops they hold.

    Of these lines those in `again` are read once more.
    """

    lines: int = 0
    refs: Refs = field(default_factory=dict)
    again: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class LedgerReading:
    """What a ledger holds. `doubtful` are pins with unreadable rows, without which they may seem short.

    `refs` leads from a shop's own row to the line where it stands.
    """

    events: tuple[Event, ...]
    problems: tuple[LedgerProblem, ...]
    doubtful: frozenset[str]
    refs: Refs = field(repr=False, compare=False)
    _table: Table = field(repr=False, compare=False)

    @property
    def columns(self) -> Mapping[str, int]:
        """Give the columns that the header names, each with its number."""
        return self._table.columns

    @property
    def last_line(self) -> int:
        """Give the number of the last line that holds anything."""
        return self._table.last_line

    def span(self, line: int, column: str | None = None) -> Span:
        """Give the place of a cell, or of a whole row, to point at."""
        return self._table.span(line, column)

    def cell(self, line: int, column: str) -> str:
        """Give what stands in a cell; nothing where there is none."""
        return self._table.cell(line, column)


def read_ledger(
    text: str,
    known: Known,
    today: datetime.date,
    past: Past | None = None,
    only: Collection[str] | None = None,
) -> LedgerReading:
    """Read a ledger; nothing is raised, whatever the text.

    With `past` only the rows below it are read, and its `refs` grow. With `only` rows of other pins give neither
    events nor problems, save that the shops' rows are known and what is broken as text is told.
    """
    table = Table(text)
    reader = _Reader(known, today, table, past or Past(), only)
    if past is not None:
        for line in past.again:
            reader.take(table.row(line))
    for row in table.rows(past.lines if past else 0):
        reader.take(row)
    found = [*table.problems, *reader.problems]
    problems = sorted(found, key=lambda problem: (problem.span.line, problem.span.column))
    return LedgerReading(
        tuple(reader.events), tuple(problems), frozenset(reader.doubtful), reader.refs, table
    )


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────────


class _Reader:
    """Turn rows into events, and collect what is wrong with them."""

    def __init__(
        self, known: Known, today: datetime.date, table: Table, past: Past, only: Collection[str] | None
    ) -> None:
        self.events: list[Event] = []
        self.problems: list[LedgerProblem] = []
        self.doubtful: set[str] = set()
        self._known = known
        self._today = today
        self._latest = today + datetime.timedelta(days=1)
        self._columns = table.columns
        self._width = table.width
        self._only = only
        self.refs = past.refs
        self._dates: dict[str, datetime.date] = {}
        self._copies: dict[str, Copies] = {}
        self._nearest: dict[tuple[str, str], str | None] = {}
        self._row = Row(0, [])

    def take(self, row: Row) -> None:
        """Read one row."""
        self._row = row
        if row.fault is not None:
            found = row.fault
            self.problems.append(LedgerProblem("ledger-quote", found.span, found.message, found.help))
            self._doubt(self._cell("pin"), None)
            return
        if len(row.cells) != self._width:
            self._say_width(row)
            self._doubt(self._cell("pin"), None)
            return
        if self._only is not None and self._cell("pin") not in self._only:
            self._is_duplicate()
            return
        before = len(self.problems)
        date = self._date()
        after_date = len(self.problems)
        event = self._event(date)
        if self._is_duplicate():
            return
        if event is not None and len(self.problems) == after_date:
            self.events.append(event)
        elif len(self.problems) > before:
            self._doubt(self._cell("pin"), _KINDS.get(self._cell("event").lower()))

    def _event(self, date: datetime.date) -> Event | None:
        pin, kind = self._pin(), self._kind()
        variant = self._variant(pin) if pin else None
        origin, quantity, copies = self._origin(), self._quantity(), self._listed()
        grade = self._grade()
        if pin is None or kind is None:
            return None
        channel = self._cell("channel")
        return Event(self._row.line, date, pin, kind, variant, origin, quantity, copies, grade, channel)

    def _cell(self, column: str) -> str:
        index = self._columns.get(column)
        return "" if index is None or index >= len(self._row.cells) else self._row.cells[index].strip()

    def _say(self, key: str, column: str, message: str, help: str) -> None:
        span = self._row.span(self._columns[column])
        self.problems.append(LedgerProblem(key, span, message, help))

    def _say_width(self, row: Row) -> None:
        found = len(row.cells)
        message = f"the row has {found} {'cell' if found == 1 else 'cells'}, the header has {self._width}"
        if found > self._width:
            help = 'put a cell that holds a comma in quotes: `"a, b"`'
        else:
            help = "keep the commas of empty cells"
        start, end = row.span(min(found - 1, self._width)), row.span(found - 1)
        length = end.column + end.length - start.column if end.line == start.line else start.length
        span = Span(start.line, start.column, max(1, length))
        self.problems.append(LedgerProblem("ledger-cells", span, message, help))

    def _doubt(self, pin: str, kind: EventKind | None) -> None:
        """Remember a pin that lacks a row; a copy that only leaves is not missed by later rows."""
        if kind not in _ENDINGS:
            meant = pin if pin in self._known.pins else self._meant("pin", pin, self._known.pins)
            self.doubtful.update({meant} if meant else ())

    def _date(self) -> datetime.date:
        text = self._cell("date")
        if text in self._dates:
            return self._dates[text]
        date = _parse_date(text)
        if date is None:
            message = f"`{shortened(text)}` is not a date" if text else "the row has no date"
            self._say("ledger-date", "date", message, "write year, month and day: `2026-11-22`")
            return self.events[-1].date if self.events else self._today
        if date > self._latest:
            self._say(
                "ledger-future", "date", f"{text} lies in the future", "the ledger tells what has happened"
            )
            return date
        self._dates[text] = date
        return date

    def _pin(self) -> str | None:
        text = self._cell("pin")
        if text in self._known.pins:
            return text
        message = f"there is no pin `{shortened(text)}`" if text else "the row names no pin"
        self._say(
            "ledger-pin", "pin", message, self._near("pin", text, self._known.pins, "an id is a file name")
        )
        return None

    def _variant(self, pin: str) -> str | None:
        text = self._cell("variant")
        variants = self._known.pins[pin]
        if not text or text in variants:
            return text or None
        names = ", ".join(sorted(variants))
        rest = f"its variants are {names}" if names else "it has no variants; leave the cell empty"
        help = self._near(pin, text, variants, rest)
        self._say("ledger-variant", "variant", f"{pin} has no variant `{shortened(text)}`", help)
        return None

    def _kind(self) -> EventKind | None:
        text = self._cell("event").lower()
        kind = _KINDS.get(text)
        if kind is None:
            message = f"unknown event `{shortened(text)}`" if text else "the row names no event"
            help = self._near("event", text, _KINDS, f"events are {', '.join(_KINDS)}")
            self._say("ledger-event", "event", message, help)
        return kind

    def _origin(self) -> Place | None:
        text = self._cell("from").lower()
        if not text or text in _PLACES:
            return _PLACES.get(text)
        help = self._near("from", text, _PLACES, f"places are {', '.join(_PLACES)}")
        self._say("ledger-from", "from", f"unknown place `{shortened(text)}`", help)
        return None

    def _quantity(self) -> int | None:
        text = self._cell("quantity")
        if not text:
            return None
        if text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0:
            return int(text)
        help = "write a whole number from 1"
        if text.startswith("-"):
            help += "; copies that come back are `returned`"
        self._say("ledger-quantity", "quantity", f"`{shortened(text)}` is not a quantity", help)
        return None

    def _listed(self) -> Copies:
        text = self._cell("copies")
        if text in self._copies:
            return self._copies[text]
        try:
            self._copies[text] = copies = parse_copies(text)
        except CopiesError as fault:
            span = self._row.span(self._columns["copies"])
            quoted = 1 if self._row.spans is not None and len(text) < span.length else 0
            place = Span(span.line, span.column + quoted + fault.offset, fault.length)
            self.problems.append(LedgerProblem("ledger-copies", place, fault.message, fault.help))
            return Copies()
        return copies

    def _grade(self) -> str | None:
        text = self._cell("grade")
        if not text or text in self._known.grades:
            return text or None
        codes = ", ".join(self._known.grades)
        rest = f"the grades of the site are {codes}" if codes else "name the grades in `pinsite.yaml`"
        help = self._near("grade", text, self._known.grades, rest)
        self._say("ledger-grade", "grade", f"unknown grade `{shortened(text)}`", help)
        return None

    def _is_duplicate(self) -> bool:
        """Tell whether the shop's own row stands in the ledger already."""
        channel, ref = self._cell("channel"), self._cell("ref")
        if not channel or not ref:
            return False
        first = self.refs.setdefault(channel.casefold(), {}).setdefault(ref, self._row.line)
        if first == self._row.line:
            return False
        message = f"this row of {shortened(channel)} stands on line {first} already"
        self._say(
            "ledger-duplicate", "ref", message, "remove one of the two; the same `ref` is the same event"
        )
        return True

    def _near(self, what: str, text: str, names: Iterable[str], rest: str) -> str:
        meant = self._meant(what, text, names)
        return f"did you mean `{meant}`?" if meant else rest

    def _meant(self, what: str, text: str, names: Iterable[str]) -> str | None:
        """Find the nearest name, once for each wrong one and not for ever in a ledger full of strangers."""
        if (what, text) not in self._nearest and len(self._nearest) < _SEARCHED:
            self._nearest[what, text] = nearest(text, names)
        return self._nearest.get((what, text))


def _parse_date(text: str) -> datetime.date | None:
    if not DATE.fullmatch(text):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
