"""Counts per grade: exact where rows tell, None where they do not, and never a guess."""

from __future__ import annotations

from edition_rows import SCALE, broken, keys, limited, tally

from pinsite.editions import Edition, EditionType, GradeTally, Tally, fold


def grade(found: Tally, code: str) -> GradeTally:
    """Look up a grade that must be there."""
    made = found.grade(code)
    assert made is not None
    return made


def test_graded_receipts_and_sales() -> None:
    found = tally(
        limited(100), "received 90 grade A", "received 10 grade B", "sold 5 grade A", "gifted grade B"
    )
    assert (found.received, found.available, found.claimed) == (100, 94, 6)
    a, b = grade(found, "A"), grade(found, "B")
    assert (a.received, a.available, a.sold, a.claimed) == (90, 85, 5, 5)
    assert (b.received, b.available, b.gifted, b.claimed) == (10, 9, 1, 1)
    assert found.grade("") is None


def test_returned_goes_back_to_its_grade() -> None:
    found = tally(
        limited(10), "received 6 grade A", "received 4 grade B", "sold 3 grade B", "returned grade B"
    )
    assert (grade(found, "B").available, grade(found, "B").sold, grade(found, "A").available) == (2, 2, 6)


def test_a_sale_without_grade_has_the_only_grade_that_is_there() -> None:
    found = tally(limited(100), "received 100 grade A", "sold 5")
    assert (grade(found, "A").available, grade(found, "A").sold) == (95, 5)


def test_a_sale_without_grade_among_several_leaves_their_stock_unknown() -> None:
    found = tally(limited(100), "received 90 grade A", "received 10 grade B", "sold 5")
    assert (found.available, found.sold) == (95, 5)
    assert (grade(found, "A").available, grade(found, "B").available) == (None, None)
    assert (grade(found, "").sold, grade(found, "").available, grade(found, "A").sold) == (5, 0, 0)


def test_ungraded_stock_is_unknown_while_only_copies_outside_the_edition_came() -> None:
    """An open edition of which only scrap was received has a number of nothing that counts."""
    found = tally(Edition(EditionType.OPEN), "received 3 grade S", "sold")
    assert (grade(found, "S").received, grade(found, "").sold, grade(found, "").available) == (3, 1, None)


def test_bounds_that_meet_are_exact() -> None:
    rows = ("received 90 grade A", "received 10 grade B", "sold 5", "sold 90 grade A")
    found = tally(limited(100), *rows)
    assert (found.available, grade(found, "A").available, grade(found, "B").available) == (5, 0, 5)


def test_preorders_get_their_grade_when_they_are_sent() -> None:
    rows = ("committed 20", "received 90 grade A", "received 10 grade B", "sold 20 grade A from committed")
    found = tally(limited(100), *rows)
    assert (grade(found, "A").available, grade(found, "A").sold, grade(found, "B").available) == (70, 20, 10)


def test_without_receipts_a_graded_sale_takes_ungraded_stock() -> None:
    found = tally(limited(100), "sold 5 grade B", "sold 2")
    b, loose = grade(found, "B"), grade(found, "")
    assert (found.available, b.sold, b.received, b.available) == (93, 5, None, None)
    assert (loose.sold, loose.available) == (2, 93)


def test_copies_of_a_grade_that_does_not_count_stand_outside() -> None:
    rows = ("received 95 grade A", "received 5 grade S", "sold 2 grade S", "sold 3 grade A")
    found = tally(limited(95), *rows)
    assert (found.received, found.available, found.sold, found.claimed) == (95, 92, 3, 3)
    scrap = grade(found, "S")
    assert (scrap.counts, scrap.received, scrap.available, scrap.sold) == (False, 5, 3, 2)


def test_scrap_of_unknown_number_is_unknown() -> None:
    found = tally(limited(50), "sold 2 grade S")
    assert (found.available, found.sold) == (50, 0)
    assert (grade(found, "S").sold, grade(found, "S").available) == (2, None)


def test_a_grade_has_too_few_though_the_edition_has_enough() -> None:
    found = broken(limited(100), "received 90 grade A", "received 10 grade B", "sold 11 grade B")
    assert keys(found) == ["oversold"]
    assert "1 copy in grade B" in found[0].message
    assert found[0].lines == (4,)


def test_scrap_has_too_few() -> None:
    found = broken(limited(100), "received 2 grade S", "sold 3 grade S")
    assert keys(found) == ["oversold"]


def test_a_copy_leaves_the_grade_that_it_has() -> None:
    found = broken(
        limited(10), "received 6 grade A", "received 4 grade B", "held 2 grade A", "sold grade B from held"
    )
    assert keys(found) == ["wrong-place"]
    assert "grade B" in found[0].message


def test_receipts_without_grade_count() -> None:
    found = tally(limited(100), "received 60", "received 10 grade B", "sold grade B")
    assert (found.received, found.available) == (70, 69)
    assert (grade(found, "B").available, grade(found, "").available) == (9, 60)


def test_grades_come_in_the_order_of_the_scale() -> None:
    found = tally(limited(), "received 3 grade S", "received 9 grade B", "received 60 grade A", "received 2")
    assert [made.code for made in found.grades] == ["A", "B", "S", ""]


def test_nothing_is_said_of_grades_that_no_row_names() -> None:
    assert tally(limited(), "received 100", "sold 3").grades == ()


def test_an_open_edition_counts_grades_without_stock() -> None:
    found = fold([], Edition(EditionType.OPEN), SCALE)
    assert found.grades == ()
    found = tally(Edition(EditionType.OPEN), "sold 2 grade B")
    assert (grade(found, "B").sold, grade(found, "B").available, found.available) == (2, None, None)


def test_an_open_edition_of_which_only_scrap_was_received() -> None:
    """Ungraded copies of an edition whose number nobody knows have no number available either."""
    found = tally(Edition(EditionType.OPEN), "received 1 grade S", "sold 1")
    loose = found.grade("")
    assert loose is not None
    assert (loose.available, loose.sold) == (None, 1)
