"""What lists of all pins ask of each: a few words a pin, kept as one text between builds.

A list that walks the whole catalogue (the register, the board of preorders, the sitemap) depends on this and not on
the records: a new description changes no glance, so nobody walks; a sale changes one, and the others are at hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct

from pinsite.editions import Counted, EditionType, MilestoneKind, Status, stock_status
from pinsite.views.json_text import compact
from pinsite.views.material import Material
from pinsite.views.number_register import large_registers
from pinsite.views.production import is_in_making, ready_of


class EditionGlance(Struct, frozen=True):
    """One edition: its variant (empty: the pin itself), status, type, state, whether it is numbered, how it stands.

    `news` is `sold-out` or `last-copies` where that can be told of it.
    """

    variant: str
    status: str
    type: str
    state: str
    numbered: bool
    news: str
    as_of: str | None
    available: int | None
    size: int | None


class Glance(Struct, frozen=True):
    """A pin at a glance; `ready` is when it is expected, where it is in the making."""

    title: str
    status: str
    series: str
    has_picture: bool
    released: date | None
    as_of: date | None
    in_making: bool
    ready: str
    has_large_register: bool
    editions: tuple[EditionGlance, ...]

    @property
    def changed(self) -> date | None:
        """Return the day its content last changed: its release, or its newest sale."""
        return max((day for day in (self.released, self.as_of) if day), default=None)


def glance_text(material: Material, id: str) -> str:
    """Return a pin at a glance, as the text that is kept."""
    pin, accounts = material.catalogue.pins[id], material.accounts
    ready = ready_of(material, id)
    return compact([
        str(pin.entry.title).casefold(),
        accounts.statuses[id, None],
        pin.entry.series or "",
        bool(pin.entry.images),
        pin.entry.released.first_day.isoformat() if pin.entry.released else None,
        accounts.as_of.get(id),
        is_in_making(material, id),
        ready.text if ready else "",
        bool(large_registers(material, id)),
        list(_editions(material, id)),
    ])  # fmt: skip


def _editions(material: Material, id: str) -> Iterator[list[object]]:
    accounts = material.accounts
    for variant in (None, *(one.id for one in material.catalogue.pins[id].entry.variants)):
        counted = accounts.counted.get((id, variant))
        if counted is not None:
            edition, tally = counted.edition, counted.tally
            as_of = tally.as_of.isoformat() if tally.as_of else None
            known = variant or "", accounts.statuses[id, variant], edition.type.value, edition.state.value
            yield [*known, bool(edition.numbered), _news(counted), as_of, tally.available, tally.size]


def _news(counted: Counted) -> str:
    if counted.edition.type is EditionType.OPEN:
        return ""
    known = {Status.SOLD_OUT: MilestoneKind.SOLD_OUT, Status.LOW_STOCK: MilestoneKind.LAST_COPIES}
    kind = known.get(stock_status([counted]))
    return kind.value if kind else ""


def glance(material: Material, id: str) -> Glance:
    """Return a published pin at a glance."""
    return _read(material.ask("glance", id))


@lru_cache(maxsize=1 << 15)
def _read(text: str) -> Glance:
    title, status, series, picture, released, as_of, making, ready, large, editions = json.loads(text)
    return Glance(
        title,
        status,
        series,
        picture,
        date.fromisoformat(released) if released else None,
        date.fromisoformat(as_of) if as_of else None,
        making,
        ready,
        large,
        tuple(EditionGlance(*one) for one in editions),
    )
