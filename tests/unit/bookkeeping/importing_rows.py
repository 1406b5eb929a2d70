"""Import exports into a small catalogue, and look at the rows that come."""

from __future__ import annotations

from datetime import date

from unit.bookkeeping.studio import NOW, Studio

from pinsite.bookkeeping import Imported, Lesson, Order, import_sales
from pinsite.source.shops import Weight, read_target


def importing(place: Studio, shop: str, *files: bytes, dry_run: bool = False, since: date | None = None,
              maps: dict[str, str] | None = None, ignored: tuple[str, ...] = (), channel: str = "",
              fields: dict[str, str] | None = None) -> Imported:  # fmt: skip
    """Import files of a shop; they are called 1.csv, 2.csv …"""
    titles = {title: target for title, text in (maps or {}).items() if (target := read_target(text))}
    lesson = Lesson(titles, ignored, channel, fields or {})
    named = [(f"{number}.csv", content) for number, content in enumerate(files, 1)]
    return import_sales(place.root, Order(shop, named, lesson, since, dry_run), NOW)


def short(place: Studio) -> list[str]:
    """Return the rows of the ledger without empty cells: `2026-11-02 moon-moth sold 1 etsy 400001`."""
    return [" ".join(cell for cell in row.split(",") if cell) for row in place.rows()]


def remarks(done: Imported, weight: Weight) -> list[str]:
    """Return what is said of rows, with the place of each."""
    return [f"{one.where}: {one.text}" for one in done.remarks if one.weight is weight]
