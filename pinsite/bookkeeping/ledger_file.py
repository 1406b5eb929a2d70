"""The ledger on the disk: one writer at a time, whole or not at all, and in the file's own form.

Why the whole file is swapped in, though only rows are added: a process that dies while it appends leaves half a
row, and a build that reads meanwhile sees it. A ledger of 100,000 rows has some 5 MB; to write it is a few
milliseconds. The lock is another file, in the folder of caches, since the ledger itself is a new file each time.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from pinsite.bookkeeping.entry import Entry
from pinsite.files import Stamp, locked, rewrite, stamp_of
from pinsite.source import COLUMNS, LEDGER

_LOCK = Path(".pinsite") / "ledger.lock"
_MARK = b"\xef\xbb\xbf"


class NoColumn(Exception):  # noqa: N818 - it reads as the sentence it makes
    """The ledger's header lacks a column that a new row needs."""


class Changed(OSError):  # noqa: N818 - it reads as the sentence it makes
    """Another program wrote the ledger while a row was being judged."""


class LedgerFile(Struct, frozen=True):
    """The ledger as it is while nobody else of us may write it; empty where there is none yet."""

    path: Path
    content: bytes
    stamp: Stamp | None

    @property
    def next_line(self) -> int:
        """Give the number of the line that a new row gets."""
        text = self.content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            return text.count("\n") + 2
        return text.count("\n") + (1 if text.endswith("\n") else 2)

    def with_rows(self, entries: Sequence[Entry]) -> bytes:
        """Return the content with rows added the way the file is written: its columns, line ends and last line."""
        head = "" if self.content.removeprefix(_MARK).strip() else ",".join(COLUMNS) + "\n"
        text = self.content.decode("utf-8-sig", "replace") + head
        end = _line_end(text)
        columns = _columns(text)
        rows = [_row(entry, columns) for entry in entries]
        closed = text.endswith(("\n", "\r"))
        added = head + ("" if closed else end) + end.join(rows) + (end if closed else "")
        return self.content + added.encode()

    def write(self, content: bytes) -> None:
        """Swap the new content in; raise `Changed` where the file is not the one that was read."""
        if stamp_of(self.path) != self.stamp:
            raise Changed(f"{LEDGER} was changed by another program just now; nothing was written, try again")
        rewrite(self.path, content)


@contextmanager
def open_for_writing(root: Path) -> Iterator[LedgerFile]:
    """Hold the ledger of a catalogue; other commands that write it wait until this one is done."""
    with locked(root / _LOCK):
        path = root / LEDGER
        for left in root.glob(f".{LEDGER}.*.part"):
            left.unlink(missing_ok=True)
        stamp = stamp_of(path)
        yield LedgerFile(path, path.read_bytes() if stamp else b"", stamp)


def _line_end(text: str) -> str:
    """Return how lines of the file end: as its first line does."""
    at = min((found for found in (text.find("\n"), text.find("\r")) if found >= 0), default=-1)
    if at < 0:
        return "\n"
    return "\r\n" if text[at : at + 2] == "\r\n" else text[at]


def _columns(text: str) -> list[str]:
    """Return the names in the header, which may stand below blank lines."""
    for cells in csv.reader(io.StringIO(text, newline=""), skipinitialspace=True):
        if any(cell.strip() for cell in cells):
            return [cell.strip().lower() for cell in cells]
    return []


def _row(entry: Entry, columns: Sequence[str]) -> str:
    """Write a row in the order of the header, with empty cells in columns of the author's own."""
    cells = entry.cells()
    for name, text in cells.items():
        if text and name not in columns:
            raise NoColumn(name)
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([cells.get(name, "") for name in columns])
    return line.getvalue()
