"""Etsy: order items joined with orders."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.bookkeeping.exports import ETSY_ITEMS, ETSY_ORDERS, etsy, etsy_order, table
from unit.bookkeeping.importing_rows import importing, remarks, short
from unit.bookkeeping.studio import Studio, studio

from pinsite.source.shops import Unusable, Weight


@pytest.fixture
def place(tmp_path: Path) -> Studio:
    return studio(tmp_path / "site")


def test_a_row_an_item_and_its_transaction_is_its_number(place: Studio) -> None:
    """Two items of one order are two rows; the date is month, day, year."""
    items = table(
        ETSY_ITEMS,
        etsy(1, **{"Order ID": "7"}),
        etsy(2, **{"Order ID": "7", "SKU": "SM-01", "Quantity": "3"}),
    )
    done = importing(place, "etsy", items, table(ETSY_ORDERS, etsy_order(7, **{"Order ID": "7"})))
    assert short(place) == [
        "2026-11-02 moon-moth sold 1 etsy 400001",
        "2026-11-02 sun-moth sold 3 etsy 400002",
    ]
    assert list(done.standings) == [
        "Moon Moth: 1 of 25 claimed, 24 available.",
        "Sun Moth: 3 of 100 claimed, 97 available.",
    ]
    assert list(done.unnumbered) == [2], "Moon Moth is numbered, and no shop knows which copy it sent"


@pytest.mark.parametrize(
    "header", [ETSY_ITEMS, ETSY_ITEMS[:-1], ETSY_ITEMS[:-3], [*ETSY_ITEMS, "Gift Message"]]
)
def test_columns_at_the_end_vary_by_year(header: list[str], place: Studio) -> None:
    importing(place, "etsy", table(header, etsy(1)))
    assert short(place) == ["2026-11-02 moon-moth sold 1 etsy 400001"]


def test_the_variation_leads_to_the_variant(place: Studio) -> None:
    importing(place, "etsy", table(ETSY_ITEMS, etsy(1, Variations="Colour:Gold,Backing:Rubber")))
    assert short(place) == ["2026-11-02 moon-moth gold sold 1 etsy 400001"]


def test_a_variation_in_another_language(place: Studio) -> None:
    importing(place, "etsy", table(ETSY_ITEMS, etsy(1, SKU="TW-01", Variations="Farbe:blau")))
    assert short(place) == ["2026-11-02 twins blue sold 1 etsy 400001"]


def test_a_sale_in_person_names_the_place(place: Studio) -> None:
    row = etsy(1, **{"InPerson Location": "Linden Fair"})
    importing(place, "etsy", table(ETSY_ITEMS, row))
    assert short(place) == ["2026-11-02 moon-moth sold 1 etsy Linden Fair 400001"]
    assert importing(place, "etsy", table(ETSY_ITEMS, row)).already == 1


@pytest.mark.parametrize("state", [{"Status": "Canceled"}, {"Status": "Refunded"},
                                   {"Status": "Completed", "Adjusted Card Processing Fees": "0.30"}])  # fmt: skip
def test_an_order_that_was_undone_before_the_first_import_leaves_nothing(
    state: dict[str, str], place: Studio
) -> None:
    """There is no refund column in the items: the orders tell."""
    done = importing(
        place,
        "etsy",
        table(ETSY_ITEMS, etsy(1), etsy(2)),
        table(ETSY_ORDERS, etsy_order(1, **state), etsy_order(2)),
    )
    assert short(place) == ["2026-11-02 moon-moth sold 1 etsy 400002"]
    assert done.undone == 1


def test_an_order_that_was_refunded_since_comes_back(place: Studio) -> None:
    items = table(ETSY_ITEMS, etsy(1, Quantity="2"))
    importing(place, "etsy", items, table(ETSY_ORDERS, etsy_order(1)))
    refunded = table(ETSY_ORDERS, etsy_order(1, Status="Refunded"))
    for _ in range(2):
        done = importing(place, "etsy", items, refunded)
        assert short(place) == [
            "2026-11-02 moon-moth sold 2 etsy 400001",
            "2026-11-02 moon-moth returned 2 etsy 400001 returned",
        ]
    assert done.already == 1


def test_a_return_takes_back_the_copies_and_the_grade_of_its_sale(place: Studio) -> None:
    """The artist has written down which copies went; these come back, and no others."""
    place.write_ledger("2026-11-05,moon-moth,gold,gifted,,,3;4,B,etsy,400001,for Bo")
    place.ledger.write_text(place.ledger.read_text().replace("moon-moth,gold", "moon-moth,"))
    importing(
        place,
        "etsy",
        table(ETSY_ITEMS, etsy(1, Quantity="2")),
        table(ETSY_ORDERS, etsy_order(1, Status="Canceled")),
    )
    assert short(place)[1:] == ["2026-11-05 moon-moth returned gifted 3-4 B etsy 400001 returned"]


def test_amounts_that_are_all_zero_mean_that_nothing_was_adjusted(place: Studio) -> None:
    zeros = {
        "Adjusted Order Total": "0.0",
        "Adjusted Card Processing Fees": "",
        "Adjusted Net Order Amount": "0",
    }
    importing(place, "etsy", table(ETSY_ITEMS, etsy(1)), table(ETSY_ORDERS, etsy_order(1, **zeros)))
    assert len(place.rows()) == 1


def test_a_refund_in_part_is_for_the_artist_to_judge(place: Studio) -> None:
    """A refund is an amount: nobody knows whether a copy came back."""
    done = importing(
        place,
        "etsy",
        table(ETSY_ITEMS, etsy(1)),
        table(ETSY_ORDERS, etsy_order(1, **{"Adjusted Order Total": "20.00"})),
    )
    assert short(place) == ["2026-11-02 moon-moth sold 1 etsy 400001"]
    assert "a part of this order was refunded" in remarks(done, Weight.LOOK)[0]


def test_items_without_orders_are_taken_with_a_word_of_warning(place: Studio) -> None:
    done = importing(place, "etsy", table(ETSY_ITEMS, etsy(1)))
    assert len(done.written) == 1
    assert "cancelled or refunded" in remarks(done, Weight.LOOK)[0]


def test_orders_without_items_say_nothing_of_pins(place: Studio) -> None:
    with pytest.raises(Unusable, match="list of order items"):
        importing(place, "etsy", table(ETSY_ORDERS, etsy_order(1)))


def test_an_order_that_two_lists_hold_is_undone_if_one_of_them_says_so(place: Studio) -> None:
    lists = [table(ETSY_ORDERS, etsy_order(1, Status="Canceled")), table(ETSY_ORDERS, etsy_order(1))]
    assert importing(place, "etsy", *lists, table(ETSY_ITEMS, etsy(1))).undone == 1


@pytest.mark.parametrize(("cell", "text", "said"), [
    ("Sale Date", "31/01/26", "month/day/year"),
    ("Sale Date", "02/30/26", "month/day/year"),
    ("Sale Date", "", "month/day/year"),
    ("Quantity", "two", "not a whole number"),
    ("Transaction ID", "", "no number of its own"),
])  # fmt: skip
def test_a_row_that_cannot_be_read_is_named_and_hides_no_other(
    cell: str, text: str, said: str, place: Studio
) -> None:
    done = importing(place, "etsy", table(ETSY_ITEMS, etsy(1, **{cell: text}), etsy(2)))
    assert short(place) == ["2026-11-02 moon-moth sold 1 etsy 400002"]
    (found,) = remarks(done, Weight.ERROR)
    assert found.startswith("1.csv:2: ") and said in found


def test_entities_in_titles_are_the_characters_they_stand_for(place: Studio) -> None:
    row = etsy(1, **{"Listing ID": "9", "Item Name": "Ada&#39;s &quot;Moth&quot;"})
    importing(place, "etsy", table(ETSY_ITEMS, row), maps={'Ada\'s "Moth"': "sun-moth"})
    assert short(place) == ["2026-11-02 sun-moth sold 1 etsy 400001"]
