"""Orders with one row a line item, as Shopify and Squarespace write them.

What concerns the order as a whole (its state, its days) stands on its first row only and is carried down. A line
has no number of its own: the order's number and the place of the line in it are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pinsite.source.shops.export import Cells, Export
from pinsite.source.shops.shop_row import Where


def lines_of_orders(
    export: Export, columns: Sequence[str], number: str, of_order: Sequence[str]
) -> Iterator[tuple[Where, Cells, int]]:
    """Yield each line with the cells of its order carried down, and its place in the order from 1.

    A row without an order's number belongs to the order above it.
    """
    order, count = "", 0
    carried: Cells = {}
    for where, cells in export.rows(columns):
        if cells[number] and cells[number] != order:
            order, count = cells[number], 0
            carried = {name: cells[name] for name in of_order}
        count += 1
        filled = {name: cells[name] or carried.get(name, "") for name in of_order}
        yield where, {**cells, **filled, number: order}, count
