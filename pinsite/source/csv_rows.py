"""Split comma-separated text into rows of cells that know where they stand.

The `csv` module forgets positions; here each cell has its line and column, quoted or not. A row whose quotes
are wrong keeps the cells before the fault, and the next row begins on the next line: one slip hides no other.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from msgspec import Struct


class Span(Struct, frozen=True):
    """A stretch of one line: line and column from 1, length in characters."""

    line: int
    column: int
    length: int


class Fault(Struct, frozen=True):
    """What is wrong with the quotes of a row."""

    span: Span
    message: str
    help: str


class Row(Struct):
    """The cells of one row, where it starts and ends, and the spans of cells when it has quotes.

    `quoted` is the text of a row with quotes whose spans nobody has asked for yet.
    """

    line: int
    cells: list[str]
    spans: list[Span] | None = None
    last_line: int = 0
    fault: Fault | None = None
    quoted: str | None = None

    def span(self, index: int) -> Span:
        """Give the place of a cell without the blanks around it; an absent one is at the end of the row."""
        if self.spans is None and self.quoted is not None:
            self.spans = _Scan([self.quoted], 0, self.line).read().spans
        if self.spans is not None:
            return self.spans[min(index, len(self.spans) - 1)]
        start = sum(len(cell) + 1 for cell in self.cells[:index]) + 1
        if index >= len(self.cells):
            return Span(self.line, max(1, start - 1), 1)
        cell = self.cells[index]
        inner = cell.strip()
        blanks = len(cell) - len(cell.lstrip()) if inner else 0
        return Span(self.line, start + blanks, max(1, len(inner or cell)))


def split_lines(text: str) -> list[str]:
    """Split text into lines as editors count them, without a byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def is_blank(line: str) -> bool:
    """Tell whether a line holds nothing but blanks and commas."""
    return not line.strip(" \t,")


def rows_of(lines: Sequence[str], index: int = 0) -> Iterator[Row]:
    """Yield the rows from a line on, without blank lines."""
    while index < len(lines):
        row = row_at(lines, index)
        if not is_blank(lines[index]):
            yield row
        index = row.last_line


def row_at(lines: Sequence[str], index: int) -> Row:
    """Read the row that begins on a line, counted from 0."""
    line = lines[index]
    if '"' not in line:
        return Row(index + 1, line.split(","), None, index + 1)
    cells = _cells_of_one_line(line)
    if cells is not None:
        return Row(index + 1, cells, None, index + 1, None, line)
    return _Scan(lines, index, index + 1).read()


def _cells_of_one_line(line: str) -> list[str] | None:
    """Split a well-formed line with quotes fast; None when it needs a closer look."""
    try:
        return next(csv.reader([line], strict=True, skipinitialspace=True))
    except csv.Error:
        return None


class _Scan:
    """Read one row with quoted cells, which may run over several lines."""

    def __init__(self, lines: Sequence[str], index: int, line: int) -> None:
        self._lines = lines
        self._index = index
        self._shift = line - index
        self._at = 0
        self._spans: list[Span] = []
        self._row = Row(line, [], self._spans)

    def read(self) -> Row:
        while self._cell():
            self._at += 1
        self._row.last_line = self._row.line if self._row.fault else self._index + self._shift
        return self._row

    def _cell(self) -> bool:
        """Read one cell; tell whether a comma and another cell follow."""
        line = self._lines[self._index]
        begin = self._at + len(line[self._at :]) - len(line[self._at :].lstrip(" \t"))
        if line[begin : begin + 1] != '"':
            self._plain(line, begin)
        elif not self._quoted(begin):
            return False
        return self._at < len(self._lines[self._index])

    def _plain(self, line: str, begin: int) -> None:
        comma = line.find(",", self._at)
        end = len(line) if comma < 0 else comma
        self._add(line[self._at : end], begin, len(line[self._at : end].strip()))
        self._at = end

    def _quoted(self, begin: int) -> bool:
        opened, line = self._index, self._lines[self._index]
        text = self._until_quote(begin + 1)
        if text is None:
            self._index = opened
            return self._fail(begin, 1, "a quoted cell is not closed", 'write `"` at its end')
        self._add(text, begin, (self._at if self._index == opened else len(line)) - begin, opened)
        rest = self._lines[self._index][self._at :]
        stray = rest.partition(",")[0]
        if stray.strip():
            help = 'put the whole cell in quotes, and write `""` for a quote within'
            return self._fail(self._at, len(stray), "text follows a quoted cell", help)
        self._at += len(stray)
        return True

    def _until_quote(self, at: int) -> str | None:
        """Read up to the closing quote and stand behind it; None when there is none."""
        parts: list[str] = []
        while self._index < len(self._lines):
            line = self._lines[self._index]
            end = line.find('"', at)
            if end < 0:
                parts.append(line[at:] + "\n")
                self._index, at = self._index + 1, 0
            elif line[end + 1 : end + 2] == '"':
                parts.append(line[at : end + 1])
                at = end + 2
            else:
                self._at = end + 1
                return "".join(parts) + line[at:end]
        return None

    def _add(self, text: str, begin: int, length: int, index: int | None = None) -> None:
        line = self._index if index is None else index
        self._row.cells.append(text)
        self._spans.append(Span(line + self._shift, begin + 1, max(1, length)))

    def _fail(self, at: int, length: int, message: str, help: str) -> bool:
        span = Span(self._index + self._shift, at + 1, length)
        self._row.fault = Fault(span, message, help)
        if not self._spans:
            self._spans.append(span)
            self._row.cells.append("")
        return False
