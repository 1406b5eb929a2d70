"""Each promise, kept and broken, and the stories that they come from."""

from __future__ import annotations

from edition_rows import account, broken, keys, limited, tally

from pinsite.editions import KEYS, Edition, EditionType, Place, Severity

NUMBERED = limited(50, "stamped", (("AP", 5),))


class TestStories:
    """What really happened to artists."""

    def test_the_same_number_sold_twice_names_both_rows(self) -> None:
        found = broken(NUMBERED, "sold #22", "sold #23", "gifted #24", "sold #23")
        assert keys(found) == ["number-in-two-places"]
        assert found[0].lines == (5, 3)
        assert found[0].message == "copy 23 of moth was sold already, on line 3"
        assert (found[0].pin, found[0].column, found[0].severity) == ("moth", "copies", Severity.ERROR)

    def test_26_to_28_of_25(self) -> None:
        rows = [f"sold #{number}" for number in range(1, 29)]
        found = broken(limited(25, "card"), *rows)
        assert keys(found) == ["number-out-of-range"] * 3 + ["oversold"]
        assert found[0].message == "copy 26 of moth is beyond the edition of 25"
        assert found[3].message == "moth is oversold by 3 copies, on lines 27, 28 and 29"
        assert found[3].lines == (27, 28, 29)

    def test_26_to_28_of_25_without_numbers(self) -> None:
        found = broken(limited(25), "sold 24", "sold", "sold 3")
        assert keys(found) == ["oversold"]
        assert (found[0].lines, "by 3 copies" in found[0].message) == ((4,), True)

    def test_sold_in_person_and_again_online(self) -> None:
        found = broken(limited(2), "received 2", "sold", "sold", "sold")
        assert keys(found) == ["oversold"]
        assert (found[0].lines, "line 5" in found[0].message) == ((5,), True)

    def test_the_first_hundred_numbered_and_the_next_not(self) -> None:
        found = broken(limited(200, "stamped"), "received #1-100", "received 100")
        assert keys(found) == ["numbers-missing"]
        assert found[0].message == "100 copies of moth were received with a number and 100 without, on line 3"
        assert found[0].severity is Severity.WARNING

    def test_a_hundred_more_than_promised(self) -> None:
        found = broken(limited(100, "stamped"), "received #1-100", "received 100")
        assert "over-received" in keys(found)

    def test_spares_sold_as_extra_numbers(self) -> None:
        found = broken(NUMBERED, "received 53", "sold #51-53")
        assert keys(found) == ["number-out-of-range", "over-received"]
        assert "copies 51-53 of moth are beyond" in found[0].message
        assert "3 more than the edition of 50, on line 2" in found[1].message


class TestPlacesNeverFallBelowZero:
    """Promise 1."""

    def test_the_last_copy_may_go(self) -> None:
        assert tally(limited(3), "sold 3").available == 0

    def test_a_shortfall_is_mended_only_by_a_row_before_it(self) -> None:
        assert keys(broken(limited(3), "sold 4", "returned")) == ["oversold"]
        assert broken(limited(3), "sold 3", "returned", "sold") == []

    def test_each_row_that_makes_it_worse_is_named(self) -> None:
        found = broken(limited(3), "sold 4", "returned 2", "sold", "sold 2")
        assert (found[0].lines, "by 2 copies" in found[0].message) == ((2, 5), True)

    def test_another_place_is_short(self) -> None:
        found = broken(limited(10), "reserved 4", "released 6")
        assert keys(found) == ["wrong-place"]
        assert found[0].message == "2 copies more of moth left `reserved` than were there, on line 3"

    def test_tallies_show_the_shortfall_and_no_negative_number(self) -> None:
        found = account(limited(3), "sold 5", "released 2").tally()
        assert (found.available, found.oversold, found.sold, found.reserved) == (0, 0, 5, 0)
        found = account(limited(3), "sold 5").tally()
        assert (found.available, found.oversold) == (0, 2)

    def test_an_open_edition_without_receipts_is_never_short(self) -> None:
        assert broken(Edition(EditionType.OPEN), "sold 9000") == []

    def test_an_open_edition_with_receipts_can_be_short(self) -> None:
        assert keys(broken(Edition(EditionType.OPEN), "received 5", "sold 6")) == ["oversold"]


class TestReceipts:
    """Promise 2."""

    def test_exactly_the_size(self) -> None:
        assert tally(limited(100), "received 60", "received 40").received == 100

    def test_one_more(self) -> None:
        found = broken(limited(100), "received 60", "received 41")
        assert (keys(found), found[0].lines) == (["over-received"], (3,))

    def test_spares_in_a_grade_that_does_not_count(self) -> None:
        assert broken(limited(100), "received 100 grade A", "received 5 grade S") == []

    def test_proofs_are_not_part_of_the_size(self) -> None:
        assert broken(NUMBERED, "received 50", "received #AP1-5") == []

    def test_only_a_limited_edition_is_bound(self) -> None:
        assert broken(Edition(EditionType.TIMED, 10), "received 12") == []


class TestNumbers:
    """Promise 3."""

    def test_a_number_has_one_place(self) -> None:
        found = tally(NUMBERED, "sold #1-3", "held #7", "gifted #7 from held", "returned #2")
        assert found.numbers_in(Place.SOLD) == ((1, 1), (3, 3))
        assert found.numbers_in(Place.GIFTED) == ((7, 7),)
        assert found.numbers_in(Place.AVAILABLE) == ((2, 2), (4, 6), (8, 50))
        assert (found.available, found.without_number) == (47, 0)

    def test_the_last_number_of_the_edition(self) -> None:
        assert broken(NUMBERED, "sold #50") == []

    def test_without_a_size_any_number_is_within(self) -> None:
        assert broken(Edition(EditionType.RELEASE, numbered="yes"), "sold #900") == []

    def test_a_number_received_twice(self) -> None:
        found = broken(NUMBERED, "received #1-10", "received #9-12")
        assert (keys(found), found[0].lines) == (["number-in-two-places"], (3, 2))
        assert "copies 9-10 of moth were received already" in found[0].message

    def test_a_number_that_was_given_away(self) -> None:
        found = broken(NUMBERED, "gifted #4", "committed #4")
        assert (keys(found), found[0].lines) == (["number-in-two-places"], (3, 2))

    def test_a_returned_number_may_be_sold_again(self) -> None:
        assert broken(NUMBERED, "sold #4", "returned #4", "sold #4") == []

    def test_a_lost_number_is_never_issued_again(self) -> None:
        found = broken(NUMBERED, "lost #4", "sold #4")
        assert (keys(found), found[0].lines) == (["number-reissued"], (3, 2))
        assert "copy 4 of moth was lost on line 2 and now issued again" in found[0].message

    def test_nor_after_it_came_back(self) -> None:
        found = broken(NUMBERED, "sold #4", "damaged #4 from sold", "returned #4 from damaged")
        assert keys(found) == ["number-reissued"]

    def test_a_found_number_may_be_kept(self) -> None:
        assert broken(NUMBERED, "lost #4", "held #4 from lost") == []

    def test_a_replacement_has_another_number(self) -> None:
        assert broken(NUMBERED, "sold #4", "lost #4 from sold", "sold #5") == []

    def test_numbers_of_an_edition_without_numbers(self) -> None:
        found = broken(limited(50), "sold #4")
        assert (keys(found), found[0].severity) == (["numbers-unexpected"], Severity.WARNING)

    def test_a_ledger_without_any_number_is_fine(self) -> None:
        found = tally(NUMBERED, "sold 4", "gifted")
        assert (found.numbers, found.without_number) == ((), 5)

    def test_some_numbers_are_missing(self) -> None:
        found = broken(NUMBERED, "sold #4-8", "sold 2", "held 3")
        assert (keys(found), found[0].lines) == (["numbers-missing"], (3,))
        assert "5 copies of moth left with a number and 2 without" in found[0].message


class TestProofs:
    """Promise 4, and proofs are counted apart."""

    def test_a_proof_uses_no_number_and_no_copy(self) -> None:
        found = tally(NUMBERED, "gifted #AP2", "sold #AP4 from held")
        assert (found.available, found.claimed) == (50, 0)
        proofs = found.proofs[0]
        assert (proofs.series, proofs.size, proofs.claimed, proofs.available) == ("AP", 5, 2, 3)

    def test_a_row_may_name_both(self) -> None:
        found = tally(NUMBERED, "gifted 2 #7;AP2")
        assert (found.gifted, found.proofs[0].claimed) == (1, 1)

    def test_beyond_the_series(self) -> None:
        found = broken(NUMBERED, "gifted #AP6")
        assert (keys(found), found[0].column) == (["proof-out-of-series"], "copies")
        assert found[0].message == "moth has 5 proofs AP, but the row names proof AP6"

    def test_an_unknown_series(self) -> None:
        assert (
            broken(NUMBERED, "gifted #PP1")[0].message == "moth has no proofs PP, but the row names proof PP1"
        )

    def test_a_proof_given_twice(self) -> None:
        found = broken(NUMBERED, "gifted #AP2", "sold #AP2")
        assert keys(found) == ["number-in-two-places"]
        assert found[0].message == "proof AP2 of moth was gifted already, on line 2"


class TestCopiesLeaveThePlaceWhereTheyAre:
    """Promise 5."""

    def test_a_held_number_leaves_held(self) -> None:
        assert broken(NUMBERED, "held #9", "sold #9 from held") == []

    def test_a_held_number_is_not_available(self) -> None:
        found = broken(NUMBERED, "held #9-10", "sold #9")
        assert (keys(found), found[0].lines, found[0].column) == (["wrong-place"], (3, 2), "from")
        assert found[0].message == "copy 9 of moth: held since line 2, not available"
        assert found[0].help == "write `held` in `from`"

    def test_a_gifted_number_is_not_returned_from_sold(self) -> None:
        found = broken(NUMBERED, "sold 3", "gifted #9", "returned #9")
        assert "wrong-place" in keys(found)
        assert "number-in-two-places" not in keys(found)

    def test_a_number_that_has_not_come(self) -> None:
        found = broken(NUMBERED, "received #1-25", "sold #26")
        assert keys(found) == ["wrong-place"]
        assert "not received yet" in found[0].message

    def test_a_number_named_late_can_be_among_copies_without_one(self) -> None:
        assert broken(NUMBERED, "held 5", "sold #17 from held") == []
        assert keys(broken(NUMBERED, "held #1-5", "sold #17 from held")) == ["wrong-place"]

    def test_a_preordered_number_that_comes_later(self) -> None:
        found = tally(NUMBERED, "committed #7", "received #1-50", "sold #7 from committed")
        assert found.numbers_in(Place.SOLD) == ((7, 7),)

    def test_quantity_equals_the_copies_listed(self) -> None:
        assert broken(NUMBERED, "sold 3 #7-9") == []
        found = broken(NUMBERED, "sold 3 #7-8")
        assert (keys(found), found[0].column) == (["quantity-mismatch"], "quantity")
        assert found[0].message == "quantity is 3, but `7-8` lists 2 copies"


def test_every_promise_that_is_broken_has_a_listed_key_and_a_help() -> None:
    found = broken(
        NUMBERED,
        "received 99",
        "sold 3 #7-8;AP9;77",
        "sold #7",
        "lost #9",
        "sold #9",
        "released",
        "held from held",
    )
    found += broken(limited(5), "sold #1", "sold 9")
    assert {violation.key for violation in found} <= set(KEYS)
    assert all(violation.message and violation.help and violation.pin == "moth" for violation in found)
