"""Addresses that records had before: a changed slug gets its redirect by itself.

The last build's addresses are remembered; one that differs now is added to `addresses.csv` in the catalogue,
which belongs under version control with everything else: from then on the redirect follows from the sources
alone, on any machine and after any clean build.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

import msgspec

from pinsite.build.order import Order
from pinsite.catalogue import Catalogue
from pinsite.files import write_if_other, write_whole

#: The file of old addresses.
ADDRESSES = "addresses.csv"
_HEADER = "kind,id,slug"
Slugs = dict[tuple[str, str], tuple[str, ...]]


def known_moves(order: Order, catalogue: Catalogue) -> Slugs:
    """Return the old slugs of each record: those written down, and those new since the last build."""
    found: dict[tuple[str, str], list[str]] = {}
    for kind, id, slug in [*_written(order), *_new(order, catalogue)]:
        found.setdefault((kind, id), []).append(slug)
    return {key: tuple(dict.fromkeys(slugs)) for key, slugs in found.items()}


def _written(order: Order) -> Iterator[tuple[str, str, str]]:
    try:
        text = (order.root / ADDRESSES).read_text("utf-8-sig")
    except FileNotFoundError:
        return
    for row in csv.DictReader(StringIO(text)):
        if row.get("kind") and row.get("id") and row.get("slug"):
            yield row["kind"], row["id"], row["slug"]


def _new(order: Order, catalogue: Catalogue) -> list[tuple[str, str, str]]:
    now, known = current_slugs(catalogue), set(_written(order))
    return [
        row
        for row in _before(order)
        if row[:2] in now and now[row[:2]] != row[2] and row not in known and row[2] != row[1]
    ]


def _before(order: Order) -> list[tuple[str, str, str]]:
    try:
        return msgspec.json.decode(
            (order.state / "addresses.json").read_bytes(), type=list[tuple[str, str, str]]
        )
    except (OSError, ValueError):
        return []


def current_slugs(catalogue: Catalogue) -> Mapping[tuple[str, str], str]:
    """Return the slug of every published record."""
    return {(kind, id): record.slug for kind, records in catalogue.records for id, record in records.items()}


def remember_addresses(order: Order, catalogue: Catalogue) -> list[str]:
    """Write new moves down, keep the addresses of now; return a sentence for each move."""
    new = _new(order, catalogue)
    if new:
        path = order.root / ADDRESSES
        text = path.read_text("utf-8-sig") if path.exists() else _HEADER + "\n"
        lines = "".join(",".join(row) + "\n" for row in new)
        write_whole(path, (text.rstrip("\n") + "\n" + lines).encode())
    # A record that is hidden now may come back under another slug, so that what it had is kept.
    rows = {row[:2]: row[2] for row in _before(order)} | dict(current_slugs(catalogue))
    write_if_other(
        order.state / "addresses.json", msgspec.json.encode([(*key, slug) for key, slug in rows.items()])
    )
    return [
        f"{id} has a new address; the old one ({slug}) now leads to it, and is written down in {ADDRESSES}"
        for _, id, slug in new
    ]
