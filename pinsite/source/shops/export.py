"""The text of an export as a table, whatever program wrote it.

Only the columns that a shop's reader asks for are ever taken out of a row; the others hold names, addresses and
e-mails, and nothing of them is kept, logged or quoted. That is why errors here name columns and lines, never cells.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from pinsite.source.shops.shop_row import Unusable, Where

_LONGEST_CELL = 10_000_000
_SEPARATORS = (",", ";", "\t")

Cells = dict[str, str]
"""The cells of one row by the names of their columns, as the reader spells them; absent columns are empty."""


class Export(Struct, frozen=True):
    """One file: its name, and its text from the header on."""

    name: str
    header: tuple[str, ...]
    _text: str
    _separator: str

    def has(self, *columns: str) -> bool:
        """Tell whether the header names all of these columns."""
        return all(plain(column) in self.header for column in columns)

    def missing(self, columns: Collection[str]) -> list[str]:
        """List those of the columns that the header does not name."""
        return [column for column in columns if plain(column) not in self.header]

    def rows(self, columns: Sequence[str]) -> Iterator[tuple[Where, Cells]]:
        """Yield each row that holds anything, with these columns of it and no others."""
        places = {name: self.header.index(plain(name)) for name in columns if plain(name) in self.header}
        reader = csv.reader(io.StringIO(self._text, newline=""), delimiter=self._separator)
        seen_header = False
        line = 1
        try:
            for cells in reader:
                where, line = Where(self.name, line), reader.line_num + 1
                if not any(cell.strip() for cell in cells):
                    continue
                if seen_header:
                    yield where, {name: _cell(cells, places.get(name)) for name in columns}
                seen_header = True
        except csv.Error:
            raise Unusable(f"{self.name}: line {line} is no row of a table; export the file again") from None


def read_export(name: str, content: bytes) -> Export:
    """Read the bytes of an export; raise `Unusable` where they are no table."""
    text = _decode(name, content)
    csv.field_size_limit(_LONGEST_CELL)
    separator = _separator(text)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        header = next((row for row in rows if any(cell.strip() for cell in row)), None)
    except csv.Error:
        header = None
    if header is None:
        raise Unusable(f"{name} is empty")
    return Export(name, tuple(plain(cell) for cell in header), text, separator)


def plain(name: str) -> str:
    """Return the name of a column without capitals and needless blanks."""
    return " ".join(name.replace("\ufeff", "").split()).casefold()


def _cell(cells: Sequence[str], index: int | None) -> str:
    return cells[index].strip() if index is not None and index < len(cells) else ""


def _decode(name: str, content: bytes) -> str:
    """Decode what shops and spreadsheets write: UTF-8, UTF-16 with its mark, else Windows-1252."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    if content[:4] == b"PK\x03\x04":
        raise Unusable(f"{name} is a workbook or an archive, not a table; save it as CSV, or unpack it")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if "\0" in text:
        raise Unusable(f"{name} is not text; export it as CSV")
    return text


def _separator(text: str) -> str:
    """Return what stands between the names of the header: a comma, else a semicolon or a tab."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    return max(_SEPARATORS, key=head.count)
