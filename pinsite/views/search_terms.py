"""The choices of the search page: what pins are narrowed by, and the shorthand of collectors.

Most are the terms that have pages of their own; availability, series, edition and size come beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from pinsite.catalogue import ALSO, VOCABULARY_OF, Pin, Said, section
from pinsite.search import Codes, fold, words_in
from pinsite.views.material import Material
from pinsite.views.wording import FIELD_LABELS, field_label, term_label, term_title

#: Choices beside the terms that have pages of their own, and what they are called; tags are themes to a visitor.
MORE_FIELDS = {
    "status": "Availability",
    "series": "Series",
    "edition": "Edition",
    "size": "Size",
    "tags": "Theme",
}
#: All choices in the order in which they are shown.
FIELDS = (
    "technique", "plating", "effects", "colours", "size", "series", "tags", "places", "year", "status", "edition",
    "construction", "metal", "designer", "fandom", "character", "causes", "events",
)  # fmt: skip
#: The bands of the longest side: code, and from how many millimetres on.
SIZES = (("-20", 0), ("20-30", 20), ("30-40", 30), ("40-50", 40), ("50-", 50))
_INCH = Decimal("25.4")

#: What collectors write for a term: `GITD` finds what glows in the dark.
SHORTHAND: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("effects", "glow"): ("GITD", "GOTD"),
    ("effects", "stained-glass"): ("SG",),
    ("edition", "limited"): ("LE",),
    ("edition", "release"): ("LR",),
    ("edition", "open"): ("OE",),
    ("edition", "timed"): ("TE",),
    ("technique", "hard-enamel"): ("HE", "epola"),
    ("technique", "soft-enamel"): ("SE",),
    ("construction", "pin-on-pin"): ("PoP",),
    ("status", "preorder"): ("PO",),
    ("status", "not-for-sale"): ("NFS",),
}
#: What they write for the kinds of proofs, and for what a pin comes on.
PROOFS = "AP PP HC"
PACKAGING = "BP backing card backer"


class SearchField(Struct, frozen=True):
    """A choice: its label, and the page of its terms, if there is one."""

    name: str
    label: Said
    path: str | None


def search_fields(material: Material, lang: str) -> tuple[SearchField, ...]:
    """Return the choices of the search page, the most wanted first."""
    terms = material.catalogue.terms
    return tuple(
        SearchField(name, _label(material, name, lang), _path(material, name, lang))
        for name in FIELDS
        if name in MORE_FIELDS or name in terms
    )


def _label(material: Material, name: str, lang: str) -> Said:
    if name in MORE_FIELDS:
        return material.texts(lang).said(MORE_FIELDS[name])
    return field_label(material, name, lang)


def _path(material: Material, name: str, lang: str) -> str | None:
    if name == "series":
        return section(material.catalogue, "series", lang) if material.catalogue.series_in_order else None
    known = name in FIELD_LABELS and name in material.catalogue.terms
    return section(material.catalogue, name, lang) if known else None


def label_of(material: Material, name: str, code: str, lang: str) -> Said:
    """Return what a code is called."""
    if name == "series":
        return material.catalogue.series[code].entry.title.say(lang)
    if name == "size":
        return Said(_size_label(material, code, lang), lang)
    if name in ("status", "edition"):
        return term_label(material, "status" if name == "status" else "edition_type", code, lang)
    return term_title(material, name, code, lang)


def _size_label(material: Material, code: str, lang: str) -> str:
    texts = material.texts(lang)
    sides = [int(one) for one in code.split("-") if one]
    inches = [texts.number((Decimal(side) / _INCH).quantize(Decimal("0.1")).normalize()) for side in sides]
    values = {"mm": "–".join(map(texts.number, sides)), "inch": "–".join(inches)}
    if code.startswith("-"):
        return str(texts.written("Under %(mm)s mm (%(inch)s in)", **values))
    if code.endswith("-"):
        return str(texts.written("%(mm)s mm (%(inch)s in) and more", **values))
    return str(texts.written("%(mm)s mm (%(inch)s in)", **values))


def codes_of(material: Material, pin: Pin) -> dict[str, list[str]]:
    """Return the codes that a pin bears, choice by choice; the most telling colour first."""
    found: dict[str, list[str]] = {"status": [material.accounts.statuses[pin.id, None]]}
    for folder, code, _ in material.catalogue.subjects(pin.id):
        found.setdefault(folder, []).append(code)
    if pin.entry.series in material.catalogue.series:
        found["series"] = [pin.entry.series or ""]
    found["edition"] = _edition_types(material, pin)
    side = longest(pin)
    if side:
        found["size"] = [[code for code, least in SIZES if side >= least][-1]]
    return found


def _edition_types(material: Material, pin: Pin) -> list[str]:
    counted = material.accounts.counted
    keys = [(pin.id, None), *((pin.id, one.id) for one in pin.entry.variants)]
    return list(dict.fromkeys(counted[key].edition.type.value for key in keys if key in counted))


def longest(pin: Pin) -> Decimal | None:
    """Return the longest side of a pin in millimetres, or None where it is not told."""
    size = pin.entry.size
    sides = [side for side in (size.longest, size.width, size.height) if side] if size else []
    return max(sides, default=None)


def also_written(folder: str, code: str) -> Iterator[str]:
    """Walk what people write for a term in place of its label."""
    for written, meant in ALSO.get(VOCABULARY_OF.get(folder, ""), {}).items():
        if meant == code:
            yield written


def shorthand(material: Material, known: Codes, lang: str) -> dict[str, list[list[str]]]:
    """Return the shorthand for terms that some pin bears: the folded word, and for what it stands, with its label."""
    found: dict[str, list[list[str]]] = {}
    for (field, code), written in SHORTHAND.items():
        if code in known.get(field, ()):
            for word in written:
                label = label_of(material, field, code, lang).text
                found.setdefault(fold(next(words_in(word))), []).append([field, code, word, label])
    return found
