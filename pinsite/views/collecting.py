"""What a visitor's collection knows of pins: a few words each, in small files that are asked for one by one.

A collection holds ids. Which file (a shelf) an id is in follows from the id alone, so a page reads the shelves of the
pins in a list and no others, and a list that somebody shared needs nothing but ids. Shelves hold every language of a
title.

Why shelves, and not a file of all pins or one a pin: ten thousand pins are some 3 MB, of which fifty pins need a
hundredth; ten thousand files more would be made, laid out and published for them.
"""

from __future__ import annotations

from typing import cast
from zlib import crc32

from msgspec import Struct

from pinsite.catalogue import LocalText, Size, Variant, address
from pinsite.views.cutouts import cutout
from pinsite.views.json_text import compact
from pinsite.views.material import Material
from pinsite.views.pins import face
from pinsite.views.values import PictureView

#: The most pins that a shelf holds on average.
_FULL = 64


class Shelf(Struct, frozen=True):
    """The ids in one file: of pins, and of series."""

    pins: tuple[str, ...]
    series: tuple[str, ...]


def shelf_count(material: Material) -> int:
    """Return how many shelves there are."""
    return shelves_for(len(material.catalogue.pins))


def shelves_for(pins: int) -> int:
    """Return how many shelves so many pins need: a power of two, so that few catalogues ever change it."""
    count = 1
    while count * _FULL < pins:
        count *= 2
    return count


def shelf_of(id: str, count: int) -> int:
    """Return on which of so many shelves an id is; `crc32` is what a script can work out in a few lines, too."""
    return crc32(id.encode()) % count


def shelves(material: Material) -> tuple[Shelf, ...]:
    """Return what is on each shelf, by id."""
    count = shelf_count(material)
    pins: list[list[str]] = [[] for _ in range(count)]
    series: list[list[str]] = [[] for _ in range(count)]
    for ids, found in ((material.catalogue.pins, pins), (material.catalogue.series_in_order, series)):
        for id in ids:
            found[shelf_of(id, count)].append(id)
    return tuple(Shelf(tuple(sorted(a)), tuple(sorted(b))) for a, b in zip(pins, series, strict=True))


def shelf(material: Material, number: int) -> Shelf:
    """Return what is on one shelf."""
    return cast("tuple[Shelf, ...]", material.ask("shelves"))[number]


def collectable(material: Material, id: str) -> str:
    """Return what a collection knows of a pin, as JSON."""
    pin = material.catalogue.pins[id]
    entry = pin.entry
    told = {
        "title": _title(material, entry.title),
        "path": address(material.catalogue, "pin", id, material.main),
        "series": entry.series if entry.series in material.catalogue.series else None,
        **_size(entry.size),
        "picture": _picture(face(material, pin, "card", material.main)),
        "cut": _cut(material, id, None),
        "edition": _edition(material, id, None),
        "variants": {one.id: _variant(material, id, one) for one in entry.variants},
    }
    return compact({name: value for name, value in told.items() if value})


def _variant(material: Material, id: str, variant: Variant) -> dict[str, object]:
    told = {
        "title": _title(material, variant.title),
        **_size(variant.size),
        "cut": _cut(material, id, variant.id),
        "edition": _edition(material, id, variant.id),
    }
    return {name: value for name, value in told.items() if value}


def _size(size: Size | None) -> dict[str, object]:
    """Return what is written of a size in millimetres: width and height, or the longest side."""
    if size is None:
        return {}
    sides = [float(side) for side in (size.width, size.height) if side]
    return {"size": sides, "longest": float(size.longest) if size.longest else None}


def collectable_series(material: Material, id: str) -> str:
    """Return what a collection knows of a series, as JSON."""
    series = material.catalogue.series[id]
    return compact({
        "title": _title(material, series.entry.title),
        "path": address(material.catalogue, "series", id, material.main),
        "pins": material.catalogue.members.get(id, ()),
    })  # fmt: skip


def _title(material: Material, text: LocalText) -> str | dict[str, str]:
    """Return a text by language, the one that stands in for missing ones first; alone where there is one only."""
    main = text.say(material.main)
    others = {lang: text.say(lang) for lang in material.catalogue.site.languages}
    said = {one.lang: one.text for one in (main, *others.values())}
    return said if len(said) > 1 else main.text


def _picture(picture: PictureView | None) -> dict[str, object] | None:
    """Return the smallest file of a picture: a list shows it small."""
    return dict(zip(("src", "width", "height"), picture.smallest, strict=True)) if picture else None


def _cut(material: Material, id: str, variant: str | None) -> dict[str, object] | None:
    """Return where the metal is in its picture, and its millimetres; None where either is not known."""
    cut = cutout(material, id, variant, "card", material.main)
    if cut is None or cut.metal is None:
        return None
    at = cut.at
    return {"src": cut.src, "width": at.width, "height": at.height, "box": at.box, "metal": cut.metal}


def outlines(material: Material, id: str) -> str:
    """Return the outlines of a pin and its variants by key, as lines of JSON without braces; empty without any."""
    variants = material.catalogue.pins[id].entry.variants
    keys = {id: None, **{f"{id}:{one.id}": one.id for one in variants}}
    cuts = {key: cutout(material, id, variant, "card", material.main) for key, variant in keys.items()}
    found = {key: cut.at.path for key, cut in cuts.items() if cut and cut.at.path and cut.metal}
    return ",\n".join(f"{compact(key)}:{compact(path)}" for key, path in found.items())


def _edition(material: Material, id: str, variant: str | None) -> dict[str, object] | None:
    """Return what of an edition a collector quotes: its size, and the numbers that its copies can carry."""
    counted = material.accounts.counted.get((id, variant))
    if counted is None:
        return None
    edition = counted.edition
    told = {
        "size": edition.limit,
        "numbers": (edition.last_number or True) if edition.numbered else None,
        "proofs": dict(edition.proofs),
    }
    return {name: value for name, value in told.items() if value}
