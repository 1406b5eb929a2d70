"""The edition counter: what was promised and how it stands, in numbers and in words."""

from __future__ import annotations

from pinsite.catalogue import EditionEntry, Said
from pinsite.editions import Counted, EditionType, GradeTally, Place, Tally
from pinsite.views.material import Material
from pinsite.views.texts import Texts
from pinsite.views.values import Counter, GradeCount, PlaceCount
from pinsite.views.wording import said, term_label

#: Places in the order of the counter, each with its word.
_PLACES = (
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

#: Ways of writing that copies are numbered without saying how.
_YES = ("yes", "true", "on")


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
    how = edition.numbered.lower()
    return Counter(
        edition.type.value,
        term_label(material, "edition_type", edition.type.value, lang),
        edition.state.value,
        term_label(material, "edition_state", edition.state.value, lang),
        tally.size,
        bool(how),
        None if how in ("", *_YES) else edition.numbered,
        edition.proofs,
        tally.received,
        tally.claimed,
        tally.available,
        _places(tally, texts),
        tuple(count for grade in tally.grades if (count := _grade(material, grade, lang))),
        tally.as_of,
        counted.is_sold_out,
        _has_counts(tally),
        statement(counted, texts),
        said(entry.note, lang) if entry else None,
    )


def _has_counts(tally: Tally) -> bool:
    return tally.as_of is not None or any(
        tally.count(place) for place, _ in _PLACES if place is not Place.AVAILABLE
    )


def _places(tally: Tally, texts: Texts) -> tuple[PlaceCount, ...]:
    return tuple(
        PlaceCount(place.value, texts.said(word), tally.count(place))
        for place, word in _PLACES
        if tally.count(place)
    )


def _grade(material: Material, tally: GradeTally, lang: str) -> GradeCount | None:
    entry = next((grade for grade in material.catalogue.site.grades if grade.code == tally.code), None)
    if entry is None or tally.received is None:
        return None
    return GradeCount(
        tally.code,
        entry.name.say(lang),
        said(entry.description, lang),
        tally.counts,
        tally.received,
        tally.claimed or 0,
        tally.available or 0,
    )


def statement(counted: Counted, texts: Texts) -> Said:
    """Say in plain words what the edition promises."""
    sentences = [_promise(counted, texts)]
    edition = counted.edition
    if edition.numbered:
        sentences.append(_numbering(edition.numbered, texts))
    count = sum(size for _, size in edition.proofs)
    if count:
        sentences.append(
            texts.counted(
                "%(n)s proof is outside the edition.", "%(n)s proofs are outside the edition.", count
            )
        )
    if edition.state.value != "final":
        sentences.append(texts.written("The number may still change."))
    return Said(" ".join(str(one) for one in sentences), texts.lang)


def _numbering(how: str, texts: Texts) -> str:
    if how.lower() in _YES:
        return texts.get("Each copy has its own number.")
    return texts.written("Each copy has its own number (%(how)s).", how=how)


def _promise(counted: Counted, texts: Texts) -> str:
    kind, size = counted.edition.type, counted.tally.size
    if kind is EditionType.LIMITED and size is not None:
        return texts.counted(
            "A limited edition: there is %(n)s copy.",
            "A limited edition: there are %(n)s copies, and there will be no more.",
            size,
        )
    if kind is EditionType.TIMED:
        if size is not None:
            return texts.counted(
                "A timed edition, closed at %(n)s copy.", "A timed edition, closed at %(n)s copies.", size
            )
        return texts.get("A timed edition: made to order while it was open.")
    if kind is EditionType.RELEASE:
        return texts.get("A limited release: made once, in a number that is not told.")
    return texts.get("An open edition: made again as long as it is wanted.")


def edition_line(material: Material, id: str, lang: str) -> Said | None:
    """Return the few words about the edition that a card has room for."""
    counted = material.accounts.counted.get((id, None))
    if counted is None:
        return None
    texts, size = material.texts(lang), counted.tally.size
    if counted.edition.type is EditionType.LIMITED and size is not None:
        return Said(str(texts.written("Edition of %(n)s", n=texts.number(size))), lang)
    return term_label(material, "edition_type", counted.edition.type.value, lang)
