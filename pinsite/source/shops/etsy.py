"""Etsy: the list of sold order items, joined with the list of sold orders, which alone knows of refunds.

The row's own number is its Transaction ID. Columns at the end of both lists vary by year.
"""

from __future__ import annotations

from collections.abc import Sequence

from pinsite.source.shops.cells import (
    channel_of,
    read_amount,
    read_choices,
    read_day,
    read_quantity,
    read_title,
)
from pinsite.source.shops.export import Cells, Export
from pinsite.source.shops.order_state import OrderState, order_state
from pinsite.source.shops.reading import Remarks, line_of_order
from pinsite.source.shops.shop_row import ShopReading, ShopRow, Unusable, Where

NAME = "etsy"
SIGNS = ("Transaction ID", "Item Name")
_ORDER_SIGNS = ("Order ID", "Number of Items")

#: What is read of an item. `Order ID` joins it with its order and goes no further.
ITEM = (
    "Sale Date",
    "Item Name",
    "Quantity",
    "Transaction ID",
    "Listing ID",
    "Order ID",
    "Variations",
    "InPerson Location",
    "SKU",
)
ORDER = (
    "Order ID",
    "Status",
    "Order Total",
    "Adjusted Order Total",
    "Adjusted Card Processing Fees",
    "Adjusted Net Order Amount",
)
_NEEDED = ("Sale Date", "Item Name", "Quantity", "Transaction ID")


def recognises(export: Export) -> bool:
    """Tell whether a file is one of Etsy's two lists."""
    return export.has(*SIGNS) or export.has(*_ORDER_SIGNS)


def read(exports: Sequence[Export]) -> ShopReading:
    """Read lists of items and lists of orders, in any order and number."""
    remarks = Remarks()
    items = [export for export in exports if export.has(*SIGNS)]
    orders = [export for export in exports if not export.has(*SIGNS)]
    if not items:
        raise Unusable(
            f"{orders[0].name} is Etsy's list of orders, which does not say what was sold; "
            "give the list of order items (EtsySoldOrderItems….csv) with it"
        )
    states = _states(orders)
    if not orders:
        remarks.look(
            Where(items[0].name, 0),
            "nothing tells which of these were cancelled or refunded; "
            "Etsy's list of orders (EtsySoldOrders….csv), given with it, does",
        )
    rows = [row for export in items for row in _rows(export, states, remarks)]
    return ShopReading(rows, remarks.all)


def _states(orders: Sequence[Export]) -> dict[str, OrderState]:
    states: dict[str, OrderState] = {}
    for export in orders:
        for _, cells in export.rows(ORDER):
            state = _state(cells)
            if states.get(cells["Order ID"]) is not OrderState.UNDONE:
                states[cells["Order ID"]] = state
    return states


def _state(cells: Cells) -> OrderState:
    """Judge an order. Adjusted amounts are all 0 where nothing was adjusted, so 0 alone is no full refund."""
    total, adjusted = read_amount(cells["Order Total"]), read_amount(cells["Adjusted Order Total"])
    others = (
        read_amount(cells["Adjusted Card Processing Fees"]),
        read_amount(cells["Adjusted Net Order Amount"]),
    )
    was_adjusted = bool(adjusted) or any(others)
    refunded = total - (adjusted or 0) if total and was_adjusted else None
    return order_state(cells["Status"], refunded=refunded, total=total)


def _rows(export: Export, states: dict[str, OrderState], remarks: Remarks) -> list[ShopRow]:
    remarks.needs(export, _NEEDED)
    rows = []
    for where, cells in export.rows(ITEM):
        with remarks.of_row(where):
            state = states.get(cells["Order ID"], OrderState.PAID)
            row = ShopRow(
                where,
                channel_of(NAME, cells["InPerson Location"]),
                remarks.ref(cells["Transaction ID"]),
                read_day(cells["Sale Date"]),
                ((read_title(cells["Item Name"]), read_choices(cells["Variations"])),),
                cells["SKU"],
                cells["Listing ID"],
                read_quantity(cells["Quantity"]),
            )
            rows += line_of_order(row, state, remarks)
    return rows
