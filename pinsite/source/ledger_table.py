"""The text of `ledger.csv` as a table: its header, its rows, and the place of every cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from pinsite.diagnostics import did_you_mean

from .csv_rows import Row, Span, is_blank, row_at, rows_of, split_lines

COLUMNS = ("date", "pin", "variant", "event", "from", "quantity", "copies", "grade", "channel", "ref", "note")
"""The columns of the ledger, in the order in which it is written."""

DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

_HEADER_HELP = f"the header is `{','.join(COLUMNS)}`"
_REQUIRED = ("date", "pin", "event")
_SHOWN = 40


class LedgerProblem(Struct, frozen=True):
    """What is wrong with a cell, where it stands and what to do."""

    key: str
    span: Span
    message: str
    help: str


class Table:
    """The text of a ledger as rows of cells, below its header."""

    def __init__(self, text: str) -> None:
        self.problems: list[LedgerProblem] = []
        self.columns: dict[str, int] = {}
        self.width = 0
        self._lines = split_lines(text)
        self._body = len(self._lines)
        header = next(rows_of(self._lines), None)
        if header is not None:
            self._body = header.last_line
            self._read_header(header)

    @property
    def last_line(self) -> int:
        """Give the number of the last line that holds anything."""
        number = len(self._lines)
        while number and is_blank(self._lines[number - 1]):
            number -= 1
        return number

    @property
    def is_understood(self) -> bool:
        """Tell whether the header names what every row needs."""
        return all(name in self.columns for name in _REQUIRED)

    def rows(self, after: int = 0) -> Iterator[Row]:
        """Yield the rows below the header, and below line `after`; none when the header cannot be understood."""
        if self.is_understood:
            yield from rows_of(self._lines, max(after, self._body))

    def row(self, line: int) -> Row:
        """Read the row that begins on a line."""
        return row_at(self._lines, line - 1)

    def span(self, line: int, column: str | None = None) -> Span:
        """Give the place of a cell, or of the whole line."""
        index = self.columns.get(column or "")
        text = self._lines[line - 1] if 0 < line <= len(self._lines) else ""
        if index is None or is_blank(text):
            return Span(line, 1, max(1, len(text)))
        return row_at(self._lines, line - 1).span(index)

    def cell(self, line: int, column: str) -> str:
        """Give what stands in a cell; nothing where there is none."""
        index = self.columns.get(column)
        if index is None or not 0 < line <= len(self._lines):
            return ""
        cells = row_at(self._lines, line - 1).cells
        return cells[index].strip() if index < len(cells) else ""

    def _read_header(self, row: Row) -> None:
        names = [cell.strip().lower() for cell in row.cells]
        if self._is_no_header(row, names):
            return
        self.width = len(names)
        for index, name in enumerate(names):
            self._read_name(row, index, name)
        for name in _REQUIRED:
            if name not in self.columns:
                self._header_problem(row.span(0), f"the ledger has no column `{name}`", _HEADER_HELP)

    def _is_no_header(self, row: Row, names: list[str]) -> bool:
        whole = Span(row.line, 1, max(1, len(self._lines[row.line - 1])))
        if row.fault is not None:
            self._header_problem(row.fault.span, row.fault.message, row.fault.help)
            return True
        if DATE.fullmatch(names[0]):
            self._header_problem(whole, "the ledger has no header", f"{_HEADER_HELP}; put it above this row")
            return True
        for mark, word in ((";", "semicolons"), ("\t", "tabs")):
            if len(names) == 1 and mark in names[0]:
                self._header_problem(whole, f"the cells are separated by {word}", "save the file with commas")
                return True
        return False

    def _read_name(self, row: Row, index: int, name: str) -> None:
        if name in self.columns:
            self._header_problem(row.span(index), f"column `{name}` stands twice", "remove one of the two")
        elif name in COLUMNS:
            self.columns[name] = index
        elif name and not name.startswith("x_"):
            help = did_you_mean(name, COLUMNS, f"{_HEADER_HELP}; columns of your own begin with `x_`")
            self._header_problem(row.span(index), f"unknown column `{shortened(name)}`", help)

    def _header_problem(self, span: Span, message: str, help: str) -> None:
        self.problems.append(LedgerProblem("ledger-header", span, message, help))


def shortened(text: str) -> str:
    """Cut a text that is too long for a message."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
