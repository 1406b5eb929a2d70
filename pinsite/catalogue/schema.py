"""The JSON Schema of records, for editors, and the list of fields for the manual."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from pinsite.catalogue.records import DocumentEntry, PinEntry, SeriesEntry, SiteEntry

_RECORDS: dict[str, type[BaseModel]] = {
    "pin": PinEntry, "site": SiteEntry, "story": DocumentEntry, "series": SeriesEntry,
}  # fmt: skip


def json_schema(record: str) -> dict[str, Any]:
    """Return the JSON Schema of `pin`, `site`, `story` (also pages) or `series`; `x_` keys are allowed everywhere."""
    schema = _RECORDS[record].model_json_schema(mode="validation")
    for part in (schema, *schema.get("$defs", {}).values()):
        if part.get("type") == "object":
            part.get("properties", {}).pop("x_*", None)
            part["patternProperties"] = {"^x_": {}}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One line of the field reference."""

    name: str
    required: bool
    description: str
    model: str


def field_lines(record: str) -> Iterator[FieldLine]:
    """Walk the fields of a record for the manual; `model` names the smaller record that a field holds."""
    for name, info in _RECORDS[record].model_fields.items():
        if name != "own":
            yield FieldLine(name, info.is_required(), info.description or "", _inner(info.annotation))


def _inner(annotation: object) -> str:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation.__name__
    return next((found for part in getattr(annotation, "__args__", ()) if (found := _inner(part))), "")
