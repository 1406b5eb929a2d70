"""Square: the detail of item sales, in its generations of 21 to 35 columns.

A row's number is made of its transaction, its payment, and its place among the rows of both. The oldest form has
no transactions: there a row is known by what it says, and by how many of its day say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pinsite.files import digest_text
from pinsite.source.shops.cells import channel_of, day_first, read_day, read_quantity, read_title
from pinsite.source.shops.export import Cells, Export
from pinsite.source.shops.reading import Remarks
from pinsite.source.shops.shop_row import Kind, ShopReading, ShopRow

NAME = "square"
SIGNS = ("Price Point Name", "Item", "Qty")

COLUMNS = (
    "Date",
    "Item",
    "Qty",
    "Price Point Name",
    "SKU",
    "Transaction ID",
    "Payment ID",
    "Event Type",
    "Location",
    "Channel",
    "Itemization Type",
)
_NEEDED = ("Date", "Item", "Qty")
_PLAIN = ("regular", "regular price", "default", "variable price")


def recognises(export: Export) -> bool:
    """Tell whether a file is Square's detail of item sales."""
    return export.has(*SIGNS)


def read(exports: Sequence[Export]) -> ShopReading:
    """Read details of item sales."""
    remarks = Remarks()
    rows = [row for export in exports for row in _rows(export, remarks)]
    return ShopReading(rows, remarks.all)


def _rows(export: Export, remarks: Remarks) -> list[ShopRow]:
    remarks.needs(export, _NEEDED)
    first = day_first(cells["Date"] for _, cells in export.rows(["Date"]))
    places: Counter[str] = Counter()
    rows = []
    for where, cells in export.rows(COLUMNS):
        with remarks.of_row(where):
            day = read_day(cells["Date"], day_first=first)
            stem = _stem(cells, day.isoformat())
            places[stem] += 1
            quantity = read_quantity(cells["Qty"])
            if _is_custom(cells):
                remarks.skipped(where, "a custom amount, without an item")
            elif quantity == 0:
                remarks.skipped(where, "no copy was sold")
            else:
                refund = quantity < 0 or "refund" in cells["Event Type"].casefold()
                rows.append(
                    ShopRow(
                        where,
                        channel_of(NAME, cells["Location"] or cells["Channel"]),
                        f"{stem}/{places[stem]}",
                        day,
                        ((read_title(cells["Item"]), _variation(cells)),),
                        cells["SKU"],
                        quantity=abs(quantity),
                        kind=Kind.RETURNED if refund else Kind.SOLD,
                    )
                )
    return rows


def _stem(cells: Cells, day: str) -> str:
    if cells["Transaction ID"]:
        return "/".join(part for part in (cells["Transaction ID"], cells["Payment ID"]) if part)
    said = [cells[name] for name in ("Item", "Price Point Name", "SKU", "Qty", "Event Type")]
    return f"{day}/{digest_text('|'.join(said))[:8]}"


def _is_custom(cells: Cells) -> bool:
    kind, item = cells["Itemization Type"].casefold(), cells["Item"].casefold()
    return not item or "custom" in kind or item == "custom amount"


def _variation(cells: Cells) -> str:
    name = read_title(cells["Price Point Name"])
    return "" if name.casefold() in _PLAIN else name
