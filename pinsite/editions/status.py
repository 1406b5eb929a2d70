"""The status of a pin: derived from its editions, its production and its dates, or written and then compared.

Several statuses may hold at once. The first of this list is the one that a visitor needs to know:

1. `sold-out`: nothing is available, and no more copies are being made.
2. `upcoming`: the release or the publication lies ahead, or the edition is planned and not in production.
3. `in-production`, `preorder`: a stage of production is not done; `preorder` as long as no stage is.
4. `sold-out` and `low-stock` (3 copies or 10 % left).
5. `available`.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from .edition import Edition, EditionState, EditionType
from .event import Key
from .tally import Tally
from .violation import Severity, Violation, count_noun, name_of

LOW_COPIES = 3
LOW_PERCENT = 10


class Status(StrEnum):
    """The statuses that follow from what is known; a record may write others."""

    UPCOMING = "upcoming"
    PREORDER = "preorder"
    IN_PRODUCTION = "in-production"
    AVAILABLE = "available"
    LOW_STOCK = "low-stock"
    SOLD_OUT = "sold-out"


class Stage(Struct, frozen=True):
    """One stage of production, and the day on which it was done."""

    name: str
    done: datetime.date | None = None


class Counted(Struct, frozen=True):
    """An edition together with its counts."""

    edition: Edition
    tally: Tally

    @property
    def is_sold_out(self) -> bool:
        """Tell whether nothing is left of an edition that has an end; an open one is made again."""
        return self.edition.type is not EditionType.OPEN and self.tally.is_gone


def is_low(tally: Tally) -> bool:
    """Tell whether 3 copies or 10 % are left, of the size or else of what was received."""
    left, whole = tally.available, tally.size if tally.size is not None else tally.received
    if not left:
        return False
    return left <= LOW_COPIES or (whole is not None and left * 100 <= whole * LOW_PERCENT)


def stock_status(editions: Sequence[Counted]) -> Status:
    """Derive the status from the counts alone; with variants, from what is still to be had of any."""
    if not editions or any(counted.tally.available is None for counted in editions):
        return Status.AVAILABLE
    left = [counted for counted in editions if not counted.is_sold_out]
    if not left:
        return Status.SOLD_OUT
    low = all(counted.edition.type is not EditionType.OPEN and is_low(counted.tally) for counted in left)
    return Status.LOW_STOCK if low else Status.AVAILABLE


def production_status(production: Sequence[Stage], today: datetime.date) -> Status | None:
    """Derive the status from the stages of production; None when there are none left to do."""
    done = [stage for stage in production if stage.done is not None and stage.done <= today]
    if len(done) == len(production):
        return None
    return Status.IN_PRODUCTION if done else Status.PREORDER


def derive_status(
    editions: Sequence[Counted],
    today: datetime.date,
    production: Sequence[Stage] = (),
    released: datetime.date | None = None,
    publish: datetime.date | None = None,
) -> Status:
    """Derive the status of a pin; `released` and `publish` are the first day that they can mean."""
    stock, making = stock_status(editions), production_status(production, today)
    if stock is Status.SOLD_OUT and not (making and _more_to_come(editions)):
        return Status.SOLD_OUT
    if any(day is not None and day > today for day in (released, publish)):
        return Status.UPCOMING
    if making is None and editions and all(_is_planned(counted.edition) for counted in editions):
        return Status.UPCOMING
    return making or stock


def status_contradicted(key: Key, written: str, editions: Sequence[Counted]) -> Violation | None:
    """Warn when a written status and the counts cannot both be true."""
    if not editions:
        return None
    stock = stock_status(editions)
    reason = _contradiction(written, stock, editions)
    if reason is None:
        return None
    message = f"status of {name_of(key)} is `{written}`, but {reason}"
    help = "leave `status` out to have it derived, or correct the counts"
    return Violation("status-contradicted", *key, message, help, (), "status", Severity.WARNING)


def _contradiction(written: str, stock: Status, editions: Sequence[Counted]) -> str | None:
    left = sum(counted.tally.available or 0 for counted in editions)
    if stock is Status.SOLD_OUT and written in _TO_BE_HAD and not _more_to_come(editions):
        return "nothing is available"
    if left and written in _NOT_TO_BE_HAD:
        return f"{count_noun(left)} {'is' if left == 1 else 'are'} available"
    if stock is Status.AVAILABLE and left and written == Status.LOW_STOCK:
        return f"{left} copies are available"
    return None


_TO_BE_HAD = frozenset({"available", "low-stock", "preorder", "in-person-only"})
_NOT_TO_BE_HAD = frozenset({"sold-out", "reserved"})


def _more_to_come(editions: Sequence[Counted]) -> bool:
    return any(counted.tally.still_to_come > 0 for counted in editions)


def _is_planned(edition: Edition) -> bool:
    return edition.state is EditionState.PLANNED
