"""The status of a pin, derived and written; and its entry in `editions.json`."""

from __future__ import annotations

import datetime

import pytest
from edition_rows import limited, tally

from pinsite.editions import (
    Counted,
    Edition,
    EditionState,
    EditionType,
    Stage,
    derive_status,
    newest_of,
    snapshot,
    status_contradicted,
)

TODAY = datetime.date(2026, 11, 22)
TOMORROW = TODAY + datetime.timedelta(days=1)


def counted(edition: Edition, *rows: str) -> Counted:
    """Count an edition from sentences."""
    return Counted(edition, tally(edition, *rows))


@pytest.mark.parametrize(
    ("size", "sold", "status"),
    [
        (100, 0, "available"),
        (100, 89, "available"),
        (100, 90, "low-stock"),
        (100, 99, "low-stock"),
        (100, 100, "sold-out"),
        (20, 16, "available"),
        (20, 17, "low-stock"),
    ],
)
def test_what_is_left_decides(size: int, sold: int, status: str) -> None:
    rows = [f"sold {sold}"] if sold else []
    assert derive_status([counted(limited(size), *rows)], TODAY) == status


def test_held_copies_are_not_available() -> None:
    assert derive_status([counted(limited(10), "sold 6", "held 4")], TODAY) == "sold-out"


def test_an_open_edition_of_unknown_number_is_available() -> None:
    assert derive_status([counted(Edition(EditionType.OPEN), "sold 900")], TODAY) == "available"


def test_an_open_edition_never_sells_out() -> None:
    edition = Edition(EditionType.OPEN)
    assert derive_status([counted(edition, "received 50", "sold 45")], TODAY) == "available"
    assert derive_status([counted(edition, "received 50", "sold 50")], TODAY) == "available"


def test_a_pin_without_any_edition_is_available() -> None:
    assert derive_status([], TODAY) == "available"


def test_variants_are_all_that_can_be_had() -> None:
    gone, low, full = (counted(limited(10), f"sold {sold}") for sold in (10, 9, 1))
    assert derive_status([gone, full], TODAY) == "available"
    assert derive_status([gone, low], TODAY) == "low-stock"
    assert derive_status([gone, gone], TODAY) == "sold-out"


class TestBeforeTheRelease:
    """Dates and production."""

    FULL = counted(limited(100))
    DONE = Stage("artwork", datetime.date(2026, 2, 1))
    OPEN = Stage("plating")

    def test_a_future_day_is_upcoming(self) -> None:
        assert derive_status([self.FULL], TODAY, released=TOMORROW) == "upcoming"
        assert derive_status([self.FULL], TODAY, publish=TOMORROW) == "upcoming"
        assert derive_status([self.FULL], TODAY, released=TODAY, publish=TODAY) == "available"

    def test_production(self) -> None:
        assert derive_status([self.FULL], TODAY, [self.OPEN, self.OPEN]) == "preorder"
        assert derive_status([self.FULL], TODAY, [self.DONE, self.OPEN]) == "in-production"
        assert derive_status([self.FULL], TODAY, [self.DONE, self.DONE]) == "available"
        assert derive_status([self.FULL], TODAY, [Stage("artwork", TOMORROW)]) == "preorder"

    def test_a_future_release_says_more_than_its_production(self) -> None:
        assert derive_status([self.FULL], TODAY, [self.DONE, self.OPEN], released=TOMORROW) == "upcoming"

    def test_a_full_preorder_is_sold_out(self) -> None:
        full = counted(limited(10), "committed 10")
        assert derive_status([full], TODAY, [self.DONE, self.OPEN], released=TOMORROW) == "sold-out"

    def test_a_second_delivery_in_production(self) -> None:
        first = counted(limited(100), "received 40", "sold 40")
        assert derive_status([first], TODAY, [self.DONE, self.OPEN]) == "in-production"
        assert derive_status([first], TODAY) == "sold-out"

    def test_a_planned_edition_is_upcoming(self) -> None:
        planned = Counted(Edition(EditionType.LIMITED, 50, state=EditionState.PLANNED), self.FULL.tally)
        assert derive_status([planned], TODAY) == "upcoming"
        assert derive_status([planned], TODAY, [self.OPEN]) == "preorder"


@pytest.mark.parametrize(
    ("written", "sold", "warned"),
    [
        ("available", 10, True),
        ("available", 9, False),
        ("low-stock", 10, True),
        ("low-stock", 2, True),
        ("low-stock", 9, False),
        ("sold-out", 10, False),
        ("sold-out", 9, True),
        ("reserved", 1, True),
        ("preorder", 10, True),
        ("retired", 3, False),
        ("made-to-order", 10, False),
        ("not-for-sale", 10, False),
    ],
)
def test_a_written_status_and_the_counts(written: str, sold: int, warned: bool) -> None:
    found = status_contradicted(("moth", None), written, [counted(limited(10), f"sold {sold}")])
    assert (found is not None) == warned
    if found is not None:
        assert (found.key, found.severity, found.lines) == ("status-contradicted", "warning", ())


def test_nothing_is_contradicted_without_numbers() -> None:
    assert status_contradicted(("moth", None), "sold-out", []) is None
    assert status_contradicted(("moth", None), "sold-out", [counted(Edition())]) is None


class TestSnapshot:
    """The entry of a pin in `editions.json`."""

    def test_a_pin_with_a_variant(self) -> None:
        own = counted(limited(100), "sold 37", "gifted 4", "reserved 2", "held 5")
        gold = counted(limited(2), "sold 2")
        assert snapshot(own, {"gold": gold}) == {
            "type": "limited",
            "size": 100,
            "state": "final",
            "claimed": 41,
            "reserved": 2,
            "held": 5,
            "available": 52,
            "as_of": "2025-01-06",
            "sold_out": False,
            "variants": {
                "gold": {
                    "type": "limited",
                    "size": 2,
                    "state": "final",
                    "claimed": 2,
                    "reserved": 0,
                    "held": 0,
                    "available": 0,
                    "as_of": "2025-01-03",
                    "sold_out": True,
                }
            },
        }

    def test_an_open_edition(self) -> None:
        found = snapshot(counted(Edition()))
        assert (found["type"], found["size"], found["available"], found["as_of"]) == (
            "open",
            None,
            None,
            None,
        )
        assert (found["sold_out"], found["variants"]) == (False, {})

    def test_a_pin_whose_variants_are_its_editions(self) -> None:
        red, gold = counted(limited(10), "sold 3"), counted(limited(5), "sold 1", "sold 1")
        found = snapshot(None, {"red": red, "gold": gold})
        assert (found["type"], found["size"], found["claimed"], found["available"]) == ("limited", 15, 5, 10)
        assert found["as_of"] == "2025-01-04"

    def test_variants_of_several_types(self) -> None:
        found = snapshot(None, {"red": counted(limited(10)), "open": counted(Edition())})
        assert (found["type"], found["state"], found["available"]) == (None, "final", None)

    def test_the_newest_day_of_all(self) -> None:
        entries = {"a": snapshot(counted(limited(9), "sold")), "b": snapshot(counted(limited(9)))}
        assert newest_of(entries) == "2025-01-03"
        assert newest_of({}) is None
