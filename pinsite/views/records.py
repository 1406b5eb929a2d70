"""Records as data: what `index.json`, `catalogue.json`, `catalogue.csv` and `editions.json` say."""

from __future__ import annotations

from decimal import Decimal

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


def pin_record(material: Material, id: str) -> Record:
    """Return a pin as plain data: texts by language, sizes in millimetres, weights in grams, paths of the site."""
    pin = material.catalogue.pins[id]
    entry = pin.entry
    record: Record = {"id": id, "url": address(material.catalogue, "pin", id, material.main)}
    record |= {
        name: _plain(getattr(entry, name)) for name in type(entry).model_fields if name not in _LEFT_OUT
    }
    record["status"] = material.accounts.statuses[id, None]
    record["edition"] = edition_record(material, id)
    record["designer"] = [str(one.name) for one in _makers(material, entry) if one.publish]
    record["variants"] = [_variant(material, id, one) for one in entry.variants]
    picture = face(material, pin, "pin", material.main)
    record["image"] = (
        {"src": picture.src, "width": picture.width, "height": picture.height} if picture else None
    )
    rights = entry.rights
    record["rights"] = {"code": rights.code, "label": rights.label, "uri": rights.uri} if rights else None
    return {key: value for key, value in record.items() if value not in _EMPTY} | {"own": dict(entry.own)}


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


def _plain(value: object) -> object:
    """Return a value of a record as JSON has it."""
    if isinstance(value, LocalText):
        return dict(sorted(value.texts))
    if isinstance(value, Money):
        return {"amount": str(value.amount), "currency": value.currency}
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, Size):
        return _size(value)
    if isinstance(value, Rights):
        return {"code": value.code, "label": value.label, "uri": value.uri}
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Model):
        return _of_model(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def _of_model(value: Model) -> object:
    fields = type(value).model_fields
    if getattr(value, "publish", True) is False:
        return None
    plain = {name: _plain(getattr(value, name)) for name in fields if name not in ("own", "publish")}
    return {name: part for name, part in plain.items() if part not in _EMPTY}


def _size(size: Size) -> Record:
    sides = {
        "width_mm": size.width,
        "height_mm": size.height,
        "thickness_mm": size.thickness,
        "longest_mm": size.longest,
    }
    return {name: float(side) for name, side in sides.items() if side is not None}


#: Columns of `catalogue.csv`.
COLUMNS = (
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


def csv_row(material: Material, id: str) -> tuple[str, ...]:
    """Return the row of a pin in `catalogue.csv`, in the site's main language."""
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
