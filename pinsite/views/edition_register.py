"""The register of editions: which rows stand on which page, what each says, and by what it can be found."""

from __future__ import annotations

from collections import Counter as Tallied
from datetime import date
from typing import cast

from msgspec import Struct

from pinsite.catalogue import address
from pinsite.views.counters import counter
from pinsite.views.glance import glance
from pinsite.views.material import Material
from pinsite.views.pins import face
from pinsite.views.summary import summary_of
from pinsite.views.values import Choice, ChoiceField, RegisterRow
from pinsite.views.wording import status_of, term_label

#: What the register can be narrowed by, in the order of the form, each with its label.
FIELDS = {
    "availability": "Availability",
    "type": "Edition",
    "state": "How firm",
    "series": "Series",
    "numbered": "Numbers",
}
#: The values of fields that are no vocabulary.
NUMBERED = {"yes": "Numbered", "no": "Not numbered"}

#: A pin and a variant; the empty variant is the pin itself.
Row = tuple[str, str]


class RegisterSlice(Struct, frozen=True):
    """One page of the register: its rows, how many pages there are, and how many editions in all."""

    rows: tuple[Row, ...]
    pages: int
    count: int
    first: int


def _rows(material: Material) -> tuple[Row, ...]:
    """Return every edition, pin by pin by title, its variants after it; sorted once."""
    return cast("tuple[Row, ...]", material.ask("register rows"))


def register_rows(material: Material) -> tuple[Row, ...]:
    """Return every edition, pin by pin by title, its variants after it."""
    titles = sorted((glance(material, id).title, id) for id in material.catalogue.pins)
    return tuple((id, one.variant) for _, id in titles for one in glance(material, id).editions)


def register_pages(material: Material) -> int:
    """Return how many pages the register has; an empty one still has one."""
    return _pages(summary_of(material).editions, material.catalogue.site.paginate)


def _pages(rows: int, size: int) -> int:
    return max(1, -(-rows // size))


def register_slice(material: Material, number: int) -> RegisterSlice:
    """Return one page of the register, counted from 1."""
    rows, size = _rows(material), material.catalogue.site.paginate
    first = (number - 1) * size
    return RegisterSlice(rows[first : first + size], _pages(len(rows), size), len(rows), first + 1)


def register_row(material: Material, id: str, variant: str, lang: str) -> RegisterRow | None:
    """Return one edition as the register shows it."""
    found = counter(material, id, variant or None, lang)
    if found is None:
        return None
    pin = material.catalogue.pins[id]
    own = next((one for one in pin.entry.variants if one.id == variant), None)
    status = material.accounts.statuses[id, variant or None]
    return RegisterRow(
        id,
        address(material.catalogue, "pin", id, lang) or "",
        pin.entry.title.say(lang),
        own.title.say(lang) if own else None,
        found,
        status,
        term_label(material, "status", status, lang),
        status_of(material, id, variant or None),
        face(material, pin, "thumb", lang),
        tuple(zip(FIELDS, _codes(material, id, variant or None), strict=True)),
    )


def _codes(material: Material, id: str, variant: str | None) -> tuple[str, ...]:
    """Return by what an edition can be found, in the order of `FIELDS`; empty where it has no such thing."""
    seen = glance(material, id)
    one = next(one for one in seen.editions if one.variant == (variant or ""))
    series = seen.series if seen.series in material.catalogue.series else ""
    return one.status, one.type, one.state, series, "yes" if one.numbered else "no"


def register_choices(material: Material, lang: str) -> tuple[ChoiceField, ...]:
    """Return what the register can be narrowed by, with counts; a question with one answer is not asked."""
    columns = zip(*(_codes(material, id, variant or None) for id, variant in _rows(material)), strict=True)
    texts = material.texts(lang)
    fields = []
    for (name, label), codes in zip(FIELDS.items(), columns, strict=False):
        counts = sorted(Tallied(code for code in codes if code).items(), key=lambda one: (-one[1], one[0]))
        choices = tuple(_choice(material, name, code, count, lang) for code, count in counts)
        if len(choices) > 1:
            fields.append(ChoiceField(name, texts.said(label), choices))
    return tuple(fields)


def _choice(material: Material, name: str, code: str, count: int, lang: str) -> Choice:
    if name == "series":
        return Choice(code, material.catalogue.series[code].entry.title.say(lang), count)
    if name == "numbered":
        return Choice(code, material.texts(lang).said(NUMBERED[code]), count)
    vocabulary = {"availability": "status", "type": "edition_type", "state": "edition_state"}[name]
    return Choice(code, term_label(material, vocabulary, code, lang), count)


def register_index(material: Material) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return, for every row in order, the page it stands on and by what it can be found."""
    size = material.catalogue.site.paginate
    return tuple(
        (number // size + 1, _codes(material, id, variant or None))
        for number, (id, variant) in enumerate(_rows(material))
    )


def register_as_of(material: Material) -> date | None:
    """Return the newest day that any edition was counted on."""
    days = (glance(material, id).as_of for id in material.catalogue.pins if glance(material, id).editions)
    return max((day for day in days if day), default=None)
