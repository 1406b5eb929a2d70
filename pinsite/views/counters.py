"""The edition counter: what was promised and how it stands, in numbers and in words."""

from __future__ import annotations

from pinsite.catalogue import EditionEntry, Money, Said
from pinsite.editions import EditionType, GradeTally, Place, Tally
from pinsite.views.material import Material
from pinsite.views.statement import how_numbered, meanings, statement
from pinsite.views.texts import Texts
from pinsite.views.values import Counter, GradeCount, PlaceCount
from pinsite.views.wording import grade_name, said, term_label

#: Places in the order of the counter, each with its word.
PLACE_WORDS = (
    (Place.SOLD, "Sold"),
    (Place.GIFTED, "Gifted"),
    (Place.TRADED, "Traded"),
    (Place.RESERVED, "Reserved"),
    (Place.COMMITTED, "Committed"),
    (Place.HELD, "Held back"),
    (Place.CONSIGNED, "In shops"),
    (Place.LOST, "Lost"),
    (Place.DAMAGED, "Damaged"),
    (Place.AVAILABLE, "Available"),
)


def entry_of(material: Material, id: str, variant: str | None) -> EditionEntry | None:
    """Return the edition that a record writes for a pin or variant."""
    entry = material.catalogue.pins[id].entry
    if variant is None:
        return entry.edition
    return next((one.edition for one in entry.variants if one.id == variant), None)


def counter(material: Material, id: str, variant: str | None, lang: str) -> Counter | None:
    """Return the counter of a pin (variant None) or of one of its variants; None without an edition."""
    counted = material.accounts.counted.get((id, variant)) if id in material.catalogue.pins else None
    if counted is None:
        return None
    entry = entry_of(material, id, variant)
    texts, tally, edition = material.texts(lang), counted.tally, counted.edition
    runs = 0 if variant else len(material.catalogue.pins[id].entry.runs)
    return Counter(
        f"{id}:{variant}" if variant else id,
        edition.type.value,
        term_label(material, "edition_type", edition.type.value, lang),
        edition.state.value,
        term_label(material, "edition_state", edition.state.value, lang),
        tally.size,
        bool(edition.numbered),
        how_numbered(edition),
        edition.proofs,
        tally.received,
        tally.claimed,
        tally.available,
        _places(tally, texts),
        _grades(material, id, variant, tally, lang),
        tally.as_of,
        counted.is_sold_out,
        _has_counts(tally),
        statement(material, counted, runs, lang),
        meanings(material, counted, lang),
        said(entry.note, lang) if entry else None,
        tally.still_to_come,
        edition.last_number,
    )


def _has_counts(tally: Tally) -> bool:
    return tally.as_of is not None or any(
        tally.count(place) for place, _ in PLACE_WORDS if place is not Place.AVAILABLE
    )


def _places(tally: Tally, texts: Texts) -> tuple[PlaceCount, ...]:
    return tuple(
        PlaceCount(place.value, texts.said(word), tally.count(place))
        for place, word in PLACE_WORDS
        if tally.count(place)
    )


def _grades(
    material: Material, id: str, variant: str | None, tally: Tally, lang: str
) -> tuple[GradeCount, ...]:
    """Return the grades of an edition, each with its price where that is another than the pin's."""
    entry = material.catalogue.pins[id].entry
    own = next((one for one in entry.variants if one.id == variant), None)
    prices = {**entry.grade_prices, **(own.grade_prices if own else {})}
    found = (_grade(material, grade, prices.get(grade.code), lang) for grade in tally.grades)
    return tuple(count for count in found if count)


def _grade(material: Material, tally: GradeTally, price: Money | None, lang: str) -> GradeCount | None:
    entry = next((grade for grade in material.catalogue.site.grades if grade.code == tally.code), None)
    if entry is None and tally.code:
        return None
    texts = material.texts(lang)
    return GradeCount(
        tally.code,
        grade_name(entry, texts) if entry else texts.said("Without a grade"),
        said(entry.description, lang) if entry else None,
        tally.counts,
        tally.received,
        tally.claimed,
        tally.available,
        texts.money(price) if price else None,
    )


def edition_line(material: Material, id: str, lang: str) -> Said | None:
    """Return the few words about the edition that a card has room for."""
    counted = material.accounts.counted.get((id, None))
    if counted is None:
        return None
    texts, size = material.texts(lang), counted.tally.size
    if counted.edition.type is EditionType.LIMITED and size is not None:
        return Said(str(texts.written("Edition of %(n)s", n=texts.number(size))), lang)
    return term_label(material, "edition_type", counted.edition.type.value, lang)
