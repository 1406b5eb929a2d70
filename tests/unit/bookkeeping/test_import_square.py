"""Square: item sales in five generations, payments and refunds, amounts without an item."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.bookkeeping.exports import (
    SQUARE_21,
    SQUARE_24,
    SQUARE_30,
    SQUARE_33,
    SQUARE_35,
    square,
    table,
)
from unit.bookkeeping.importing_rows import importing, remarks, short
from unit.bookkeeping.studio import Studio, studio

from pinsite.source.shops import Weight


@pytest.fixture
def place(tmp_path: Path) -> Studio:
    return studio(tmp_path / "site")


@pytest.mark.parametrize("header", [SQUARE_24, SQUARE_30, SQUARE_33, SQUARE_35], ids=len)
def test_generations_with_a_transaction(header: list[str], place: Studio) -> None:
    content = table(header, square("T1", header), square("T1", header, SKU="SM-01"), square("T2", header))
    for _ in range(2):
        importing(place, "square", content)
    assert short(place) == [
        "2026-11-07 moon-moth sold 1 square Linden Fair T1/payT1/1",
        "2026-11-07 sun-moth sold 1 square Linden Fair T1/payT1/2",
        "2026-11-07 moon-moth sold 1 square Linden Fair T2/payT2/1",
    ]


def test_the_oldest_generation_has_no_transactions(place: Studio) -> None:
    """A row is known by what it says, and by how many of its day say the same."""
    assert len(SQUARE_21) == 21
    rows = [square("", SQUARE_21), square("", SQUARE_21), square("", SQUARE_21, Date="2026-11-08")]
    noon, night = table(SQUARE_21, rows[0]), table(SQUARE_21, *rows)
    importing(place, "square", noon)
    for _ in range(2):
        importing(place, "square", night)
    assert [row.rsplit(" ", 1)[0] for row in short(place)] == [
        "2026-11-07 moon-moth sold 1 square Linden Fair",
        "2026-11-07 moon-moth sold 1 square Linden Fair",
        "2026-11-08 moon-moth sold 1 square Linden Fair",
    ]


@pytest.mark.parametrize("refund", [
    {"Event Type": "Refund", "Gross Sales": "-$8.00"},
    {"Event Type": "Refund", "Qty": "-1", "Gross Sales": "($8.00)"},
    {"Event Type": "", "Qty": "-1.0"},
])  # fmt: skip
def test_a_refund_is_a_row_of_its_own_and_comes_back(refund: dict[str, str], place: Studio) -> None:
    content = table(SQUARE_35, square("T2", **{**refund, "Date": "2026-11-08"}), square("T1"))
    for _ in range(2):
        importing(place, "square", content)
    assert short(place) == [
        "2026-11-07 moon-moth sold 1 square Linden Fair T1/payT1/1",
        "2026-11-08 moon-moth returned 1 square Linden Fair T2/payT2/1",
    ]


def test_a_refund_of_a_sale_that_the_ledger_never_had_is_held_back(place: Studio) -> None:
    done = importing(place, "square", table(SQUARE_35, square("T2", **{"Event Type": "Refund"})))
    assert place.rows() == []
    assert [held.reason[:6] for held in done.held_back] == ["EDN007"]


@pytest.mark.parametrize("custom", [
    {"Item": "", "Itemization Type": "Custom Amount"},
    {"Item": "Custom Amount"},
    {"Item": "", "SKU": ""},
])  # fmt: skip
def test_a_custom_amount_has_no_item(custom: dict[str, str], place: Studio) -> None:
    done = importing(place, "square", table(SQUARE_35, square("T1", **custom), square("T1", SKU="SM-01")))
    assert short(place) == ["2026-11-07 sun-moth sold 1 square Linden Fair T1/payT1/2"]
    assert remarks(done, Weight.SKIPPED) == ["1.csv:2: a custom amount, without an item"]


def test_the_price_point_is_the_variant(place: Studio) -> None:
    rows = (square("T1", SKU="TW-01", **{"Price Point Name": "Red"}), square("T2", SKU="MM-01"))
    importing(place, "square", table(SQUARE_35, *rows))
    assert [row.split()[1:3] for row in short(place)] == [["twins", "red"], ["moon-moth", "sold"]]


def test_without_a_place_the_channel_is_named(place: Studio) -> None:
    importing(place, "square", table(SQUARE_35, square("T1", Location="", Channel="Online")))
    assert short(place) == ["2026-11-07 moon-moth sold 1 square Online T1/payT1/1"]


def test_weights_are_no_copies(place: Studio) -> None:
    done = importing(place, "square", table(SQUARE_35, square("T1", Qty="0.5")))
    assert remarks(done, Weight.ERROR) == ["1.csv:2: the quantity is not a whole number"]


def test_an_export_in_another_order_changes_nothing(place: Studio) -> None:
    rows = [square("T1"), square("T1", SKU="SM-01"), square("T2")]
    importing(place, "square", table(SQUARE_35, *rows))
    before = place.rows()
    assert importing(place, "square", table(SQUARE_35, *reversed(rows))).already == 3
    assert place.rows() == before


def test_a_row_that_stands_in_the_ledger_as_another_pin_is_left_and_told(place: Studio) -> None:
    importing(place, "square", table(SQUARE_35, square("T1")))
    done = importing(place, "square", table(SQUARE_35, square("T1", SKU="SM-01")))
    assert len(place.rows()) == 1
    assert remarks(done, Weight.LOOK) == [
        "1.csv:2: line 2 of the ledger says moon-moth, the export sun-moth: left as it is"
    ]
