"""What all shops have in common: one row of an export, without anything that names a buyer."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from enum import Enum

from msgspec import Struct


class Kind(Enum):
    """What a row says: a sale, a refund on a row of its own, or a sale that was undone as a whole."""

    SOLD = "sold"
    RETURNED = "returned"
    UNDONE = "undone"


class Where(Struct, frozen=True):
    """A row of an export: the file's name, and the line on which the row begins."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class ShopRow(Struct, frozen=True):
    """One sale or refund. `ref` is the shop's own number of the row, the same in every export.

    `names` are ways to read what was sold, as title and variation, the likeliest first. The last fields are only
    known to a table that the artist keeps.
    """

    where: Where
    channel: str
    ref: str
    day: datetime.date
    names: tuple[tuple[str, str], ...]
    sku: str = ""
    listing: str = ""
    quantity: int = 1
    kind: Kind = Kind.SOLD
    pin: str = ""
    event: str = ""
    copies: str = ""
    grade: str = ""


class Weight(Enum):
    """How much a remark matters: an error, something to look at, or something left out on purpose."""

    ERROR = "error"
    LOOK = "look"
    SKIPPED = "skipped"


class Remark(Struct, frozen=True):
    """What there is to say of a row, or of a file (line 0); it never quotes a cell that may name somebody."""

    where: Where
    weight: Weight
    text: str


class ShopReading(Struct, frozen=True):
    """What the exports of a shop hold."""

    rows: Sequence[ShopRow]
    remarks: Sequence[Remark]


class Misread(Exception):  # noqa: N818 - it reads as the sentence it makes
    """A cell that cannot be read; the text says what was expected."""


class Unusable(Exception):  # noqa: N818 - it reads as the sentence it makes
    """A file that is not the export it should be; the text says what is missing."""
