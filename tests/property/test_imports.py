"""Exports that overlap, in any order and number, bring each sale once; nobody's data comes with them."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.bookkeeping.exports import (
    ETSY_ITEMS,
    ETSY_ORDERS,
    PRIVATE,
    SHOPIFY,
    SQUARE_21,
    SQUARE_35,
    SQUARESPACE,
    blank,
    etsy,
    etsy_order,
    shopify,
    square,
    squarespace,
    table,
)
from unit.bookkeeping.importing_rows import importing, short
from unit.bookkeeping.studio import studio

COUNT = 8


def _etsy(numbers: list[int]) -> bytes:
    return table(
        ETSY_ITEMS, *(etsy(number, **{"Order ID": f"o{number // 3}", "SKU": "SM-01"}) for number in numbers)
    )


def _shopify(numbers: list[int]) -> bytes:
    rows = []
    for number in numbers:
        rows.append(shopify(number, **{"Lineitem sku": "SM-01"}))
        rows.append(
            blank(
                SHOPIFY,
                Name=f"#{number}",
                **{"Lineitem quantity": "1", "Lineitem name": "Sun", "Lineitem sku": "SM-01"},
            )
        )
    return table(SHOPIFY, *rows)


def _squarespace(numbers: list[int]) -> bytes:
    return table(SQUARESPACE, *(squarespace(number, **{"Lineitem sku": "SM-01"}) for number in numbers))


def _square(numbers: list[int]) -> bytes:
    return table(SQUARE_35, *(square(f"T{number}", SKU="SM-01") for number in numbers for _ in range(2)))


def _days(numbers: list[int]) -> bytes:
    """Return the oldest form of Square, whole days at a time."""
    return table(
        SQUARE_21,
        *(square("", SQUARE_21, SKU="SM-01", Date=f"2026-10-{number + 1:02}") for number in numbers),
    )


SHOPS = {
    "etsy": _etsy,
    "shopify": _shopify,
    "squarespace": _squarespace,
    "square": _square,
    "square 21": _days,
}


@pytest.mark.parametrize("shop", SHOPS)
@given(st.lists(st.lists(st.integers(0, COUNT - 1), unique=True, min_size=1), min_size=1, max_size=3))
@settings(max_examples=12, deadline=None)
def test_overlapping_exports_bring_each_sale_once(shop: str, exports: list[list[int]]) -> None:
    """In whatever pieces and order they come, the ledger ends with the rows of all of them, once."""
    name = shop.split()[0]
    with TemporaryDirectory() as folder:
        piecemeal, at_once = studio(Path(folder, "a")), studio(Path(folder, "b"))
        for numbers in exports:
            importing(piecemeal, name, SHOPS[shop](numbers))
        importing(at_once, name, *(SHOPS[shop](numbers) for numbers in exports))
        every = sorted({number for numbers in exports for number in numbers})
        whole = studio(Path(folder, "c"))
        importing(whole, name, SHOPS[shop](every))
        assert sorted(short(piecemeal)) == sorted(short(at_once)) == sorted(short(whole))
        before = piecemeal.ledger.read_bytes()
        for numbers in exports:
            assert importing(piecemeal, name, SHOPS[shop](numbers)).written == []
        assert piecemeal.ledger.read_bytes() == before


NAUGHTY = st.text(
    st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=("Cs",)), max_size=12
)
KINDS = {
    "etsy": (ETSY_ITEMS, etsy(1, Variations=f"Colour:Rose,Personalisation:for {PRIVATE}, 1999")),
    "etsy orders": (ETSY_ORDERS, etsy_order(1)),
    "shopify": (SHOPIFY, shopify(1, **{"Lineitem sku": "unknown"})),
    "squarespace": (SQUARESPACE, squarespace(1)),
    "square": (SQUARE_35, square("T1")),
}


@pytest.mark.parametrize("kind", KINDS)
@given(around=NAUGHTY, broken=st.sampled_from(["", "date", "quantity", "torn"]))
@settings(max_examples=25, deadline=None)
def test_nothing_of_a_stranger_survives(kind: str, around: str, broken: str) -> None:
    """A mark stands in every cell that is not asked for: it reaches no file, no message and no error."""
    from pinsite.cli.ledger.importing import command

    header, row = KINDS[kind]
    mark = f"Zq{PRIVATE}Zq"
    cells = {name: f"{around}{mark}{around}" for name in header if name not in row and name not in _ASKED}
    row = {**row, **cells}
    row = {**row, **{name: "nonsense" for name in row if broken and broken in name.casefold().split()}}
    content = table(header, row)
    content = content[: -len(content) // 4] if broken == "torn" else content
    with TemporaryDirectory() as folder:
        place = studio(Path(folder, "site"))
        files = [Path(folder, "1.csv")]
        files[0].write_bytes(content)
        if kind == "etsy orders":
            files.append(Path(folder, "2.csv"))
            files[1].write_bytes(table(ETSY_ITEMS, etsy(1)))
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            arguments = [kind.split()[0], *map(str, files), "--site", str(place.root)]
            command.main(arguments, standalone_mode=False)
        written = [
            path.read_bytes().decode("utf-8", "replace") for path in place.root.rglob("*") if path.is_file()
        ]
        assert said.getvalue(), "something must have been said"
        for text in (said.getvalue(), *written):
            assert PRIVATE not in text and mark not in text


#: Cells that are asked for but not given by the rows above; they are no private data.
_ASKED = {
    *("InPerson Location", "SKU", "Variations", "Listing ID", "Order Total", "Adjusted Order Total"),
    *("Adjusted Card Processing Fees", "Adjusted Net Order Amount", "Status"),
    *("Paid at", "Cancelled at", "Refunded Amount", "Total", "Source", "Location", "Amount Refunded"),
    *("Lineitem variant", "Price Point Name", "Event Type", "Channel", "Itemization Type"),
}
