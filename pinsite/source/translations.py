"""Which texts have no translation."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from pydantic import BaseModel

from pinsite.catalogue import LocalText
from pinsite.source.loaded import Loaded


class Missing(Struct, frozen=True):
    """How many texts of how many records fall back to the main language."""

    texts: int
    records: int


def missing_translations(loaded: Loaded) -> dict[str, Missing]:
    """Count, for each further language, the texts that it has no translation of."""
    site = loaded.catalogue.site
    counts = {}
    for lang in site.languages[1:]:
        without = [sum(not text.has(lang) for text in _texts(record.entry)) for record in loaded.written]
        counts[lang] = Missing(sum(without), sum(bool(one) for one in without))
    return counts


def _texts(value: object) -> Iterator[LocalText]:
    if isinstance(value, LocalText):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)
