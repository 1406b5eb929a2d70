"""Records as data: what `index.json`, `catalogue.json`, `catalogue.csv` and `editions.json` say."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from io import StringIO

from pinsite.catalogue import (
    LocalText,
    Money,
    PartialDate,
    Person,
    PinEntry,
    Rights,
    Size,
    Variant,
    address,
)
from pinsite.catalogue import Record as Model
from pinsite.editions import Snapshot, snapshot
from pinsite.views.json_text import compact, indented
from pinsite.views.material import Material
from pinsite.views.pins import face

Record = dict[str, object]


def edition_record(material: Material, id: str) -> Snapshot | None:
    """Return the numbers of a pin and its variants, or None where nothing is counted."""
    counted = material.accounts.counted
    pin = material.catalogue.pins[id]
    own = counted.get((id, None))
    variants = {one.id: counted[id, one.id] for one in pin.entry.variants if (id, one.id) in counted}
    if own is None and not variants:
        return None
    return snapshot(own, variants)


def edition_text(material: Material, id: str) -> str | None:
    """Return the numbers of a pin as JSON in one line, or None where nothing is counted."""
    record = edition_record(material, id)
    return compact(record) if record else None


def pin_record(material: Material, id: str) -> Record:
    """Return a pin as plain data: texts by language, sizes in millimetres, weights in grams, paths of the site."""
    pin = material.catalogue.pins[id]
    entry = pin.entry
    record: Record = {"id": id, "url": address(material.catalogue, "pin", id, material.main)}
    values = entry.__dict__
    record |= {name: _plain(values[name]) for name in _fields(type(entry)) if name not in _LEFT_OUT}
    record["status"] = material.accounts.statuses[id, None]
    record["edition"] = edition_record(material, id)
    record["designer"] = [str(one.name) for one in _makers(material, entry) if one.publish]
    record["variants"] = [_variant(material, id, one) for one in entry.variants]
    picture = face(material, pin, "pin", material.main)
    record["image"] = (
        {"src": picture.src, "width": picture.width, "height": picture.height} if picture else None
    )
    rights = entry.rights
    record["rights"] = _rights(rights) if rights else None
    return _told(record) | {"own": dict(entry.own)}


def record_text(material: Material, id: str) -> str:
    """Return a pin as JSON, indented as in the file of the pin."""
    return indented(pin_record(material, id))


_LEFT_OUT = {
    "images",
    "edition",
    "variants",
    "designer",
    "rights",
    "status",
    "draft",
    "publish",
    "expires",
    "aliases",
    "slug",
    "wholesale",
    "own",
}
_EMPTY: tuple[object, ...] = (None, (), [], {}, "")


def _makers(material: Material, entry: PinEntry) -> tuple[Person, ...]:
    return material.catalogue.site.credited(entry.designer)


def _variant(material: Material, id: str, variant: Variant) -> Record:
    record = _plain(variant.model_copy(update={"images": (), "edition": None}))
    assert isinstance(record, dict)
    record["status"] = material.accounts.statuses[id, variant.id]
    return record


def _told(record: Record) -> Record:
    return {key: value for key, value in record.items() if value or value not in _EMPTY}


def _plain(value: object) -> object:
    """Return a value of a record as JSON has it."""
    kind = type(value)
    write = _KNOWN.get(kind) or _KNOWN.setdefault(kind, _writer(kind))
    return write(value)


def _writer(kind: type) -> Callable[..., object]:
    """Return what writes values of a type."""
    found = next((write for known, write in _WRITERS if issubclass(kind, known)), None)
    return found or str


def _as_it_is(value: object) -> object:
    return value


def _items(values: tuple[object, ...] | list[object]) -> list[object]:
    return [_plain(item) for item in values]


def _map(values: dict[str, object]) -> Record:
    return {key: _plain(item) for key, item in values.items()}


def _rights(value: Rights) -> Record:
    return {"code": value.code, "label": value.label, "uri": value.uri}


@cache
def _fields(kind: type[Model]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


def _of_model(value: Model) -> object:
    values = value.__dict__
    if "publish" in values and values["publish"] is False:
        return None
    names = _fields(type(value))
    return _told({name: _plain(values[name]) for name in names if name not in ("own", "publish")})


def _size(size: Size) -> Record:
    sides = {
        "width_mm": size.width,
        "height_mm": size.height,
        "thickness_mm": size.thickness,
        "longest_mm": size.longest,
    }
    return {name: float(side) for name, side in sides.items() if side is not None}


_KNOWN: dict[type, Callable[..., object]] = {}

#: How values of each type are written; the first that fits.
_WRITERS: tuple[tuple[type | tuple[type, ...], Callable[..., object]], ...] = (
    (LocalText, lambda value: dict(sorted(value.texts))),
    (Money, lambda value: {"amount": str(value.amount), "currency": value.currency}),
    (PartialDate, lambda value: value.text),
    (Size, _size),
    (Rights, _rights),
    (Decimal, float),
    (Model, _of_model),
    ((tuple, list), _items),
    (dict, _map),
    ((str, int, float, bool, type(None)), _as_it_is),
)


# Columns of `catalogue.csv`.
_COLUMNS = (
    "id",
    "title",
    "url",
    "series",
    "released",
    "status",
    "technique",
    "base_metal",
    "plating",
    "effects",
    "width_mm",
    "height_mm",
    "edition_type",
    "edition_size",
    "claimed",
    "available",
    "as_of",
    "price",
    "currency",
    "sku",
    "designer",
    "tags",
    "rights",
)


def row_text(material: Material, id: str) -> str:
    """Return the line of a pin in `catalogue.csv`, in the site's main language."""
    return _line(map(_harmless, _row(material, id)))


def head_text() -> str:
    """Return the first line of `catalogue.csv`."""
    return _line(_COLUMNS)


def _line(cells: Iterable[str]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue()


def _harmless(cell: str) -> str:
    # A cell that begins like a formula would be run by spreadsheet programs.
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _row(material: Material, id: str) -> tuple[str, ...]:
    entry = material.catalogue.pins[id].entry
    edition = edition_record(material, id)
    size = entry.size or Size()
    rights = entry.rights
    makers = [str(one.name) for one in _makers(material, entry) if one.publish]
    cells = (
        id,
        entry.title,
        address(material.catalogue, "pin", id, material.main),
        entry.series,
        entry.released.text if entry.released else None,
        material.accounts.statuses[id, None],
        *(";".join(codes) for codes in (entry.technique, entry.base_metal, entry.plating, entry.effects)),
        size.width,
        size.height,
        *(edition[key] if edition else None for key in ("type", "size", "claimed", "available", "as_of")),
        entry.price.amount if entry.price else None,
        entry.price.currency if entry.price else None,
        entry.sku,
        ";".join(makers),
        ";".join(entry.tags),
        rights.code if rights else None,
    )
    return tuple("" if cell is None else str(cell) for cell in cells)
