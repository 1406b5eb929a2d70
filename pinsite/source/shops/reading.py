"""What the readers of shops share: remarks on rows, and what the state of an order makes of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct, field
from msgspec.structs import replace

from pinsite.source.shops.export import Export
from pinsite.source.shops.order_state import OrderState
from pinsite.source.shops.shop_row import Kind, Misread, Remark, ShopRow, Unusable, Weight, Where


class Remarks(Struct):
    """The remarks on one shop's exports, as they are gathered."""

    all: list[Remark] = field(default_factory=list)

    def look(self, where: Where, text: str) -> None:
        """Note something that the artist must look at."""
        self.all.append(Remark(where, Weight.LOOK, text))

    def skipped(self, where: Where, text: str) -> None:
        """Note a row that is left out on purpose."""
        self.all.append(Remark(where, Weight.SKIPPED, text))

    @contextmanager
    def of_row(self, where: Where) -> Iterator[None]:
        """Turn what is wrong with a row into a remark, so that it hides no other row."""
        try:
            yield
        except Misread as wrong:
            self.all.append(Remark(where, Weight.ERROR, str(wrong)))

    def needs(self, export: Export, columns: Sequence[str]) -> None:
        """Refuse a file that lacks a column without which no row can be read."""
        missing = export.missing(columns)
        if missing:
            names = ", ".join(f"`{name}`" for name in missing)
            raise Unusable(f"{export.name} has no column {names}; export it again with all columns")

    def ref(self, text: str) -> str:
        """Return the shop's own number of a row; without it nobody could tell a row that was imported before."""
        if not text:
            raise Misread("the row has no number of its own")
        return " ".join(text.split())


def line_of_order(row: ShopRow, state: OrderState, remarks: Remarks) -> list[ShopRow]:
    """Return what a line of an order means, as the order stands: a sale, a sale undone, or nothing yet."""
    if row.quantity <= 0:
        remarks.skipped(row.where, "no copy was sold")
        return []
    if state is OrderState.WAITING:
        remarks.skipped(row.where, "not paid yet; a later export brings it")
        return []
    if state is OrderState.UNDONE:
        return [replace(row, kind=Kind.UNDONE)]
    if state is OrderState.PARTLY:
        remarks.look(
            row.where,
            "a part of this order was refunded; if a copy came back, write it down yourself: "
            "`pinsite ledger add PIN returned`",
        )
    return [row]
