"""Squarespace: the export of orders, which looks like Shopify's. A line's number is `Order ID/place`."""

from __future__ import annotations

from collections.abc import Sequence

from pinsite.source.shops.cells import day_first, read_amount, read_day, read_quantity, read_title
from pinsite.source.shops.export import Cells, Export
from pinsite.source.shops.line_items import lines_of_orders
from pinsite.source.shops.order_state import OrderState, order_state
from pinsite.source.shops.reading import Remarks, line_of_order
from pinsite.source.shops.shop_row import ShopReading, ShopRow

NAME = "squarespace"
SIGNS = ("Order ID", "Lineitem name")

_OF_ORDER = ("Financial Status", "Paid at", "Created at", "Cancelled at", "Amount Refunded", "Total")
COLUMNS = (
    "Order ID",
    *_OF_ORDER,
    "Lineitem quantity",
    "Lineitem name",
    "Lineitem sku",
    "Lineitem variant",
)
_NEEDED = ("Order ID", "Financial Status", "Created at", "Lineitem quantity", "Lineitem name")


def recognises(export: Export) -> bool:
    """Tell whether a file is Squarespace's."""
    return export.has(*SIGNS)


def read(exports: Sequence[Export]) -> ShopReading:
    """Read exports of orders."""
    remarks = Remarks()
    rows = [row for export in exports for row in _rows(export, remarks)]
    return ShopReading(rows, remarks.all)


def _rows(export: Export, remarks: Remarks) -> list[ShopRow]:
    remarks.needs(export, _NEEDED)
    first = day_first(cells["Created at"] for _, cells in export.rows(["Created at"]))
    rows = []
    for where, cells, place in lines_of_orders(export, COLUMNS, "Order ID", _OF_ORDER):
        with remarks.of_row(where):
            row = ShopRow(
                where,
                NAME,
                f"{remarks.ref(cells['Order ID'])}/{place}",
                read_day(cells["Created at"] or cells["Paid at"], day_first=first),
                ((read_title(cells["Lineitem name"]), read_title(cells["Lineitem variant"])),),
                cells["Lineitem sku"],
                quantity=read_quantity(cells["Lineitem quantity"]),
            )
            rows += line_of_order(row, _state(cells), remarks)
    return rows


def _state(cells: Cells) -> OrderState:
    refunded, total = read_amount(cells["Amount Refunded"]), read_amount(cells["Total"])
    return order_state(cells["Financial Status"], cells["Cancelled at"], refunded, total)
