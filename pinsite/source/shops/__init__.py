"""Exports of shops: one file a shop, all of one shape. Each knows its columns, and no other is ever read.

A reader is `NAME`, `SIGNS` (columns by which its export is known), `recognises(export)` and `read(exports)`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from pinsite.source.shops import etsy, plain_table, shopify, square, squarespace
from pinsite.source.shops.export import Export, read_export
from pinsite.source.shops.matching import Explained, Matcher, Target, Unmatched, read_target
from pinsite.source.shops.shop_row import Kind, Remark, ShopReading, ShopRow, Unusable, Weight, Where


class _Shop(Struct, frozen=True):
    """One shop's reader."""

    signs: tuple[str, ...]
    recognises: Callable[[Export], bool]
    read: Callable[[Sequence[Export]], ShopReading]


_SHOPS = {
    module.NAME: _Shop(module.SIGNS, module.recognises, module.read)
    for module in (etsy, shopify, square, squarespace)
}

TABLE = plain_table.NAME
FIELDS = plain_table.FIELDS
SHOPS = (*_SHOPS, TABLE)
"""The names of all shops, and `csv` for a table of one's own."""


def read_shop(shop: str, files: Sequence[tuple[str, bytes]]) -> ShopReading:
    """Read exports of a shop, each by name and content; raise `Unusable` where a file is another thing."""
    exports = [read_export(name, content) for name, content in files]
    reader = _SHOPS[shop]
    for export in exports:
        if not reader.recognises(export):
            raise Unusable(_not_of(export, shop))
    return reader.read(exports)


def read_table(files: Sequence[tuple[str, bytes]], channel: str, fields: Mapping[str, str]) -> ShopReading:
    """Read tables of one's own."""
    return plain_table.read([read_export(name, content) for name, content in files], channel, fields)


def _not_of(export: Export, shop: str) -> str:
    for name, other in _SHOPS.items():
        if other.recognises(export):
            return f"{export.name} looks like an export of {name}; write `pinsite ledger import {name} …`"
    signs = ", ".join(f"`{sign}`" for sign in export.missing(_SHOPS[shop].signs) or _SHOPS[shop].signs)
    return f"{export.name} is no export of {shop} that is known here: its first line has no column {signs}"


__all__ = [
    "FIELDS",
    "SHOPS",
    "TABLE",
    "Explained",
    "Kind",
    "Matcher",
    "Remark",
    "ShopReading",
    "ShopRow",
    "Target",
    "Unmatched",
    "Unusable",
    "Weight",
    "Where",
    "read_shop",
    "read_table",
    "read_target",
]
