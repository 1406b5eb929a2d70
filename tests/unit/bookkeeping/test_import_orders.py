"""Shopify and Squarespace: one row a line item, what concerns the order on its first row only."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.bookkeeping.exports import (
    ETSY_ITEMS,
    SHOPIFY,
    SQUARESPACE,
    blank,
    etsy,
    shopify,
    squarespace,
    table,
)
from unit.bookkeeping.importing_rows import importing, remarks, short
from unit.bookkeeping.studio import Studio, studio

from pinsite.source.shops import Unusable, Weight


@pytest.fixture
def place(tmp_path: Path) -> Studio:
    return studio(tmp_path / "site")


def second(name: str, **cells: str) -> dict[str, str]:
    """Return a later line of an order of Shopify."""
    return blank(
        SHOPIFY,
        Name=name,
        **{"Lineitem quantity": "2", "Lineitem name": "Sun Moth", "Lineitem sku": "SM-01"},
        **cells,
    )


class TestShopify:
    def test_cells_of_the_order_are_carried_down(self, place: Studio) -> None:
        """Date and state stand on the first row; the day is the shop's own, whatever the offset."""
        importing(place, "shopify", table(SHOPIFY, shopify(1001), second("#1001")))
        assert short(place) == [
            "2026-11-03 moon-moth sold 1 shopify #1001/1",
            "2026-11-03 sun-moth sold 2 shopify #1001/2",
        ]

    @pytest.mark.parametrize("state", [
        {"Financial Status": "refunded"},
        {"Financial Status": "voided"},
        {"Cancelled at": "2026-11-04 09:00:00 +0100"},
        {"Refunded Amount": "28.00"},
    ])  # fmt: skip
    def test_an_order_undone_is_undone_in_all_its_lines(self, state: dict[str, str], place: Studio) -> None:
        undone = table(SHOPIFY, shopify(1001, **state), second("#1001"))
        assert importing(place, "shopify", undone).undone == 2
        assert place.rows() == []
        importing(place, "shopify", table(SHOPIFY, shopify(1001), second("#1001")))
        importing(place, "shopify", undone)
        assert short(place)[2:] == [
            "2026-11-03 moon-moth returned 1 shopify #1001/1 returned",
            "2026-11-03 sun-moth returned 2 shopify #1001/2 returned",
        ]

    def test_a_refund_is_an_amount_of_the_order_not_of_a_line(self, place: Studio) -> None:
        row = shopify(1001, **{"Financial Status": "partially_refunded", "Refunded Amount": "14.00"})
        done = importing(place, "shopify", table(SHOPIFY, row, second("#1001")))
        assert len(place.rows()) == 2
        assert [line.split(":")[1] for line in remarks(done, Weight.LOOK)] == ["2", "3"]

    def test_what_is_not_paid_waits_for_a_later_export(self, place: Studio) -> None:
        pending = table(SHOPIFY, shopify(1001, **{"Financial Status": "pending"}))
        done = importing(place, "shopify", pending)
        assert (place.rows(), len(remarks(done, Weight.SKIPPED))) == ([], 1)
        importing(place, "shopify", table(SHOPIFY, shopify(1001)))
        assert len(place.rows()) == 1

    def test_the_variant_is_the_tail_of_the_name(self, place: Studio) -> None:
        row = shopify(1001, **{"Lineitem sku": "TW-01", "Lineitem name": "Twins - one pin - Red"})
        importing(place, "shopify", table(SHOPIFY, row))
        assert short(place) == ["2026-11-03 twins red sold 1 shopify #1001/1"]

    def test_a_title_that_holds_a_dash_of_its_own(self, place: Studio) -> None:
        row = shopify(1001, **{"Lineitem sku": "", "Lineitem name": "Sun - Moth"})
        importing(place, "shopify", table(SHOPIFY, row), maps={"Sun - Moth": "sun-moth"})
        assert short(place) == ["2026-11-03 sun-moth sold 1 shopify #1001/1"]

    def test_a_sale_at_the_till_names_the_place(self, place: Studio) -> None:
        importing(place, "shopify", table(SHOPIFY, shopify(1001, Source="pos", Location="Linden Fair")))
        assert short(place) == ["2026-11-03 moon-moth sold 1 shopify Linden Fair #1001/1"]

    def test_a_line_that_was_taken_out_of_the_order(self, place: Studio) -> None:
        done = importing(place, "shopify", table(SHOPIFY, shopify(1001, **{"Lineitem quantity": "0"})))
        assert (place.rows(), len(remarks(done, Weight.SKIPPED))) == ([], 1)

    @pytest.mark.parametrize("left", [len(SHOPIFY), 56, 48])
    def test_generations_of_the_header(self, left: int, place: Studio) -> None:
        cells = {name: text for name, text in shopify(1001).items() if name in SHOPIFY[:left]}
        importing(place, "shopify", table(SHOPIFY[:left], cells))
        assert short(place) == ["2026-11-03 moon-moth sold 1 shopify #1001/1"]


class TestSquarespace:
    def test_a_near_clone_with_an_order_id_and_a_variant(self, place: Studio) -> None:
        later = blank(
            SQUARESPACE,
            **{
                "Order ID": "00007",
                "Lineitem quantity": "1",
                "Lineitem name": "Twins",
                "Lineitem sku": "TW-01",
                "Lineitem variant": "Blue",
            },
        )
        importing(place, "squarespace", table(SQUARESPACE, squarespace(7), later))
        assert short(place) == [
            "2026-11-03 moon-moth sold 1 squarespace 00007/1",
            "2026-11-03 twins blue sold 1 squarespace 00007/2",
        ]

    def test_a_continuation_without_the_number_belongs_to_the_order_above(self, place: Studio) -> None:
        later = blank(
            SQUARESPACE, **{"Lineitem quantity": "1", "Lineitem name": "Sun", "Lineitem sku": "SM-01"}
        )
        importing(place, "squarespace", table(SQUARESPACE, squarespace(7), later))
        assert short(place)[1] == "2026-11-03 sun-moth sold 1 squarespace 00007/2"

    @pytest.mark.parametrize("state", [
        {"Amount Refunded": "28"},
        {"Financial Status": "REFUNDED"},
        {"Cancelled at": "11/4/2026 9:00"},
    ])  # fmt: skip
    def test_cancelled_and_refunded_rows_are_no_sales(self, state: dict[str, str], place: Studio) -> None:
        """Nobody has to drop them by hand."""
        assert importing(place, "squarespace", table(SQUARESPACE, squarespace(7, **state))).undone == 1
        assert place.rows() == []

    def test_days_before_months_where_a_day_says_so(self, place: Studio) -> None:
        rows = (
            squarespace(7, **{"Created at": "3/11/2026 9:00"}),
            squarespace(8, **{"Created at": "21/11/2026 9:00"}),
        )
        importing(place, "squarespace", table(SQUARESPACE, *rows))
        assert [row[:10] for row in short(place)] == ["2026-11-03", "2026-11-21"]


@pytest.mark.parametrize(("shop", "content", "meant"), [
    ("shopify", table(SQUARESPACE, squarespace(7)), "squarespace"),
    ("squarespace", table(SHOPIFY, shopify(1001)), "shopify"),
    ("square", table(ETSY_ITEMS, etsy(1)), "etsy"),
])  # fmt: skip
def test_the_shops_are_told_apart(shop: str, content: bytes, meant: str, place: Studio) -> None:
    with pytest.raises(Unusable, match=f"pinsite ledger import {meant}"):
        importing(place, shop, content)
