"""Many editions in one ledger: variants, totals, dates, and what becomes of pins with unreadable rows."""

from __future__ import annotations

import datetime

from edition_rows import SCALE, event, keys, limited

from pinsite.editions import Edition, EditionType, Key, Ledger, Place, Totals, sum_of, tally_of_totals

MOTH: Key = ("moth", None)
GOLD: Key = ("moth", "gold")


def day(line: int) -> datetime.date:
    """Give the date of the row on a line."""
    return datetime.date(2025, 1, 1) + datetime.timedelta(days=line)


def test_a_variant_with_its_own_edition_counts_apart() -> None:
    ledger = Ledger({MOTH: limited(100), GOLD: limited(30)}, SCALE)
    ledger.add_all([event("sold 4", 2), event("sold 3", 3, variant="gold")])
    assert (ledger.tally("moth").sold, ledger.tally("moth").available) == (4, 96)
    assert (ledger.tally("moth", "gold").sold, ledger.tally("moth", "gold").available) == (3, 27)


def test_a_variant_without_an_edition_counts_in_its_pin_and_is_shown_for_itself() -> None:
    ledger = Ledger({MOTH: limited(100)}, SCALE)
    ledger.add_all([event("sold 4", 2), event("sold 3", 3, variant="gold")])
    assert (ledger.tally("moth").sold, ledger.tally("moth").available) == (7, 93)
    assert (ledger.tally("moth", "gold").sold, ledger.tally("moth", "gold").available) == (3, None)


def test_a_broken_promise_of_a_variant_names_it() -> None:
    ledger = Ledger({MOTH: limited(100), GOLD: limited(3)}, SCALE)
    ledger.add(event("sold 4", 2, variant="gold"))
    found = ledger.violations()
    assert (keys(found), found[0].variant) == (["oversold"], "gold")
    assert found[0].message == "moth (gold) is oversold by 1 copy, on line 2"


def test_a_pin_without_an_edition_is_open() -> None:
    ledger = Ledger({}, SCALE).add_all([event("sold 4")])
    assert (ledger.tally("moth").sold, ledger.tally("moth").available) == (4, None)
    assert ledger.violations() == []


def test_has_rows() -> None:
    ledger = Ledger({MOTH: limited(100)}, SCALE).add_all([event("sold", variant="gold")])
    assert (ledger.has_rows("moth"), ledger.has_rows("moth", "gold"), ledger.has_rows("fox")) == (
        True,
        True,
        False,
    )


class TestDates:
    """A tally says as of which day it holds."""

    def test_the_newest_row_wherever_it_stands(self) -> None:
        ledger = Ledger({MOTH: limited(100)}, SCALE).add_all([event("sold", 9), event("sold", 4)])
        assert ledger.tally("moth").as_of == ledger.as_of("moth") == day(9)

    def test_a_variant_without_rows_holds_as_of_the_newest_row_of_its_pin(self) -> None:
        ledger = Ledger({MOTH: limited(100), GOLD: limited(3)}, SCALE).add_all([event("sold", 9)])
        assert ledger.tally("moth", "gold").as_of == day(9)

    def test_a_pin_holds_as_of_its_variants_too(self) -> None:
        ledger = Ledger({MOTH: limited(100), GOLD: limited(3)}, SCALE)
        ledger.add_all([event("sold", 4), event("sold", 9, variant="gold"), event("sold", 5)])
        assert (ledger.tally("moth").as_of, ledger.tally("moth", "gold").as_of) == (day(9), day(9))

    def test_a_later_written_day_counts(self) -> None:
        written = Edition(EditionType.LIMITED, 100, as_of=day(30))
        ledger = Ledger({MOTH: written}, SCALE).add_all([event("sold", 9)])
        assert ledger.tally("moth").as_of == day(30)

    def test_no_day_is_known(self) -> None:
        ledger = Ledger({MOTH: limited(100)}, SCALE)
        assert (ledger.as_of("moth"), ledger.tally("moth").as_of) == (None, None)


class TestTotals:
    """A site without a ledger writes the totals in the pin."""

    TOTALS = Totals(sold=37, gifted=2, held=5, as_of=datetime.date(2026, 11, 20))

    def test_the_rest_of_the_size_is_available(self) -> None:
        found = Ledger({MOTH: limited(100)}, SCALE, {MOTH: self.TOTALS}).tally("moth")
        assert (found.size, found.claimed, found.held, found.available) == (100, 39, 5, 56)
        assert found.as_of == datetime.date(2026, 11, 20)

    def test_the_rest_of_what_was_received(self) -> None:
        assert tally_of_totals(limited(100), Totals(received=60, sold=10)).available == 50

    def test_without_a_size_nobody_knows(self) -> None:
        assert tally_of_totals(Edition(EditionType.OPEN), self.TOTALS).available is None

    def test_totals_keep_their_promises(self) -> None:
        assert Ledger({MOTH: limited(100)}, SCALE, {MOTH: self.TOTALS}).violations() == []

    def test_totals_give_too_many_away(self) -> None:
        found = Ledger({MOTH: limited(40)}, SCALE, {MOTH: self.TOTALS}).violations()
        assert (keys(found), found[0].lines) == (["totals-oversold"], ())
        assert "4 copies more" in found[0].message

    def test_totals_receive_too_many(self) -> None:
        found = Ledger({MOTH: limited(40)}, SCALE, {MOTH: Totals(received=41)}).violations()
        assert keys(found) == ["totals-over-received"]

    def test_either_totals_or_a_ledger(self) -> None:
        ledger = Ledger({MOTH: limited(100), GOLD: limited(9)}, SCALE, {MOTH: self.TOTALS})
        assert ledger.add_all([event("sold", 2, variant="gold")]).violations() == []
        found = ledger.add_all([event("sold", 3), event("sold", 4)]).violations()
        assert (keys(found), found[0].lines) == (["ledger-and-totals"], (3, 4))

    def test_proofs_are_all_there(self) -> None:
        found = tally_of_totals(limited(100, "yes", (("AP", 5),)), self.TOTALS)
        assert (found.proofs[0].available, found.proofs[0].numbers[0].place) == (5, Place.AVAILABLE)


def test_sizes_that_contradict_the_type() -> None:
    editions = {
        ("a", None): Edition(EditionType.LIMITED),
        ("b", None): Edition(EditionType.OPEN, 5),
        ("c", None): Edition(EditionType.LIMITED, 0),
        ("d", None): Edition(EditionType.RELEASE),
    }
    found = Ledger(editions, SCALE).violations()
    assert [(violation.pin, violation.key) for violation in found] == [
        ("a", "edition-size"),
        ("b", "edition-size"),
        ("c", "edition-size"),
    ]


def test_what_needs_every_row_is_not_said_of_a_pin_with_unreadable_rows() -> None:
    ledger = Ledger({MOTH: limited(3)}, SCALE)
    ledger.add_all([event("sold 4", 2), event("held 2 #9;10", 3), event("sold", 4, pin="fox")])
    assert "oversold" in keys(ledger.violations())
    found = keys(ledger.violations({"moth"}))
    assert "oversold" not in found
    assert "number-out-of-range" in found


def test_counting_goes_on_row_by_row() -> None:
    ledger = Ledger({MOTH: limited(10)}, SCALE).add_all([event("sold 4", 2)])
    assert ledger.tally("moth").available == 6
    ledger.add(event("sold 2", 3))
    assert ledger.tally("moth").available == 4


def test_variants_add_up() -> None:
    ledger = Ledger({("moth", "red"): limited(10), GOLD: limited(5)}, SCALE)
    ledger.add_all([event("sold 4", 2, variant="red"), event("gifted 1", 9, variant="gold")])
    found = sum_of([ledger.tally("moth", "red"), ledger.tally("moth", "gold")])
    assert (found.size, found.claimed, found.available, found.as_of) == (15, 5, 10, day(9))
    assert sum_of([found, ledger.tally("fox")]).size is None
