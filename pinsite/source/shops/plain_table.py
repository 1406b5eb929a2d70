"""A table of one's own: any columns, and a map that says which of them is what.

Where no column holds a number of the row, a row is known by what it says and by how many of its day say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pinsite.files import digest_text
from pinsite.source.shops.cells import day_first, read_day, read_quantity, read_title
from pinsite.source.shops.export import Cells, Export
from pinsite.source.shops.reading import Remarks
from pinsite.source.shops.shop_row import Kind, ShopReading, ShopRow, Unusable

NAME = "csv"

FIELDS = ("date", "title", "sku", "pin", "variant", "quantity", "ref", "event", "copies", "grade")
"""What a column can be. `pin` holds ids of the catalogue; `copies` numbers that the artist wrote down."""

_NAMING = ("title", "sku", "pin")


def read(exports: Sequence[Export], channel: str, fields: Mapping[str, str]) -> ShopReading:
    """Read tables whose columns `fields` names; a field that it leaves out is a column of its own name."""
    remarks = Remarks()
    columns = {name: fields.get(name, name) for name in FIELDS}
    rows = [row for export in exports for row in _rows(export, channel, columns, fields, remarks)]
    return ShopReading(rows, remarks.all)


def _rows(
    export: Export, channel: str, columns: Mapping[str, str], fields: Mapping[str, str], remarks: Remarks
) -> list[ShopRow]:
    remarks.needs(export, [columns["date"], *(fields[name] for name in FIELDS if name in fields)])
    if not any(export.has(columns[name]) for name in _NAMING):
        raise Unusable(
            f"{export.name}: no column says what was sold; name one with `--field title=COLUMN` (or sku, or pin)"
        )
    wanted = list(columns.values())
    first = day_first(cells[columns["date"]] for _, cells in export.rows([columns["date"]]))
    places: Counter[str] = Counter()
    rows = []
    for where, row in export.rows(wanted):
        cells = {name: row[column] for name, column in columns.items()}
        with remarks.of_row(where):
            day = read_day(cells["date"], day_first=first)
            quantity = read_quantity(cells["quantity"])
            if quantity == 0:
                remarks.skipped(where, "no copy was sold")
                continue
            back = quantity < 0 or cells["event"].casefold() in ("refund", "refunded", "return", "returned")
            rows.append(
                ShopRow(
                    where,
                    channel,
                    cells["ref"] or _ref(cells, day.isoformat(), places),
                    day,
                    ((read_title(cells["title"]), read_title(cells["variant"])),),
                    cells["sku"],
                    quantity=abs(quantity),
                    kind=Kind.RETURNED if back else Kind.SOLD,
                    pin=cells["pin"],
                    event="" if back else cells["event"].casefold(),
                    copies=cells["copies"],
                    grade=cells["grade"],
                )
            )
    return rows


def _ref(cells: Cells, day: str, places: Counter[str]) -> str:
    said = [
        cells[name] for name in ("title", "sku", "pin", "variant", "quantity", "event", "copies", "grade")
    ]
    stem = f"{day}/{digest_text('|'.join(said))[:8]}"
    places[stem] += 1
    return f"{stem}/{places[stem]}"
