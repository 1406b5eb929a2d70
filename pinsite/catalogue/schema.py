"""The JSON Schema of records, for editors, and the list of fields for the manual."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from pinsite.catalogue.records import DocumentEntry, PinEntry, SeriesEntry, SiteEntry

_RECORDS: dict[str, type[BaseModel]] = {
    "pin": PinEntry,
    "site": SiteEntry,
    "story": DocumentEntry,
    "series": SeriesEntry,
}


def json_schema(record: str) -> dict[str, Any]:
    """Return the JSON Schema of `pin`, `site`, `story` (also pages) or `series`; `x_` keys are allowed everywhere."""
    schema = _RECORDS[record].model_json_schema(mode="validation")
    for part in (schema, *schema.get("$defs", {}).values()):
        if part.get("type") == "object":
            part.get("properties", {}).pop("x_*", None)
            part["patternProperties"] = {"^x_": {}}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


class FieldLine(Struct, frozen=True):
    """One line of the field reference; `model` names the smaller record that the field holds."""

    name: str
    required: bool
    description: str
    model: str


def field_lines(record: str) -> Iterator[FieldLine]:
    """Walk the fields of `pin`, `site`, `story` or `series` for the manual."""
    return _lines(_RECORDS[record])


def inner_records() -> list[tuple[str, list[FieldLine]]]:
    """Return the smaller records that fields hold, each with its fields, by name."""
    found: dict[str, type[BaseModel]] = {}
    for model in _RECORDS.values():
        _collect(model, found)
    return [(name, list(_lines(found[name]))) for name in sorted(found)]


def _collect(model: type[BaseModel], found: dict[str, type[BaseModel]]) -> None:
    for info in model.model_fields.values():
        inner = inner_model(info.annotation)
        if inner is not None and inner.__name__ not in found:
            found[inner.__name__] = inner
            _collect(inner, found)


def _lines(model: type[BaseModel]) -> Iterator[FieldLine]:
    for name, info in model.model_fields.items():
        if name != "own":
            inner = inner_model(info.annotation)
            yield FieldLine(name, info.is_required(), info.description or "", inner.__name__ if inner else "")


def inner_model(annotation: object) -> type[BaseModel] | None:
    """Return the record that a field's type holds, alone, in a list or optionally; None for plain values."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := inner_model(part))), None)
