"""Shopify: the export of orders. A line's number is the order's name and its place in the order: `#1001/2`."""

from __future__ import annotations

from collections.abc import Sequence

from pinsite.source.shops.cells import channel_of, read_amount, read_day, read_quantity, read_title
from pinsite.source.shops.export import Cells, Export
from pinsite.source.shops.line_items import lines_of_orders
from pinsite.source.shops.order_state import OrderState, order_state
from pinsite.source.shops.reading import Remarks, line_of_order
from pinsite.source.shops.shop_row import ShopReading, ShopRow

NAME = "shopify"
SIGNS = ("Name", "Lineitem name")

_OF_ORDER = (
    "Financial Status",
    "Paid at",
    "Created at",
    "Cancelled at",
    "Refunded Amount",
    "Total",
    "Source",
    "Location",
)
COLUMNS = ("Name", *_OF_ORDER, "Lineitem quantity", "Lineitem name", "Lineitem sku")
_NEEDED = ("Name", "Financial Status", "Created at", "Lineitem quantity", "Lineitem name")


def recognises(export: Export) -> bool:
    """Tell whether a file is Shopify's; Squarespace's looks alike, and has an `Order ID` and a `Lineitem variant`."""
    return export.has(*SIGNS) and not export.has("Lineitem variant")


def read(exports: Sequence[Export]) -> ShopReading:
    """Read exports of orders."""
    remarks = Remarks()
    rows = [row for export in exports for row in _rows(export, remarks)]
    return ShopReading(rows, remarks.all)


def _rows(export: Export, remarks: Remarks) -> list[ShopRow]:
    remarks.needs(export, _NEEDED)
    rows = []
    for where, cells, place in lines_of_orders(export, COLUMNS, "Name", _OF_ORDER):
        with remarks.of_row(where):
            row = ShopRow(
                where,
                channel_of(NAME, cells["Location"] if cells["Source"].casefold() == "pos" else ""),
                f"{remarks.ref(cells['Name'])}/{place}",
                read_day(cells["Created at"] or cells["Paid at"]),
                _names(read_title(cells["Lineitem name"])),
                cells["Lineitem sku"],
                quantity=read_quantity(cells["Lineitem quantity"]),
            )
            rows += line_of_order(row, _state(cells), remarks)
    return rows


def _state(cells: Cells) -> OrderState:
    refunded, total = read_amount(cells["Refunded Amount"]), read_amount(cells["Total"])
    return order_state(cells["Financial Status"], cells["Cancelled at"], refunded, total)


def _names(title: str) -> tuple[tuple[str, str], ...]:
    """Read `Title - Variant` as a whole, and in two; a title may hold a dash of its own."""
    head, dash, tail = title.rpartition(" - ")
    return ((title, ""), (head, tail)) if dash else ((title, ""),)
