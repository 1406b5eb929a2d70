"""Lists of copies: numbers, ranges and proofs, and what is said of a wrong one."""

from __future__ import annotations

import pytest

from pinsite.editions import Copies, CopiesError, format_ranges, normalise, parse_copies, size_of


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", ""),
        ("12", "12"),
        ("12-15", "12-15"),
        ("3;7;12-15", "3;7;12-15"),
        ("7; 3 ;4", "3-4;7"),
        ("007", "7"),
        ("12–15", "12-15"),
        ("AP2", "AP2"),
        ("ap1-3", "AP1-3"),
        ("AP1-AP3;5", "5;AP1-3"),
        ("PP1;AP1", "AP1;PP1"),
    ],
)
def test_lists_are_read_and_written_in_one_form(text: str, written: str) -> None:
    assert str(parse_copies(text)) == written
    assert parse_copies(written) == parse_copies(text)


def test_counts() -> None:
    copies = parse_copies("3;7;12-15;AP2-3")
    assert (copies.number_count, copies.proof_count, bool(copies), bool(Copies())) == (6, 2, True, False)


@pytest.mark.parametrize(
    ("text", "offset", "length", "message"),
    [
        ("3;x", 2, 1, "not a copy number"),
        ("3; 12/100", 3, 6, "not a copy number"),
        ("3,7", 0, 3, "not a copy number"),
        ("1-0", 0, 3, "runs backwards"),
        ("0", 0, 1, "start at 1"),
        ("4;15-12", 2, 5, "runs backwards"),
        ("12-15;14", 6, 2, "twice"),
        ("AP1;ap1", 4, 3, "twice"),
        ("AP1-PP3", 0, 7, "two series"),
        ("3;;4", 2, 1, "gap"),
        ("3;", 1, 1, "gap"),
    ],
)
def test_a_wrong_list_says_where(text: str, offset: int, length: int, message: str) -> None:
    with pytest.raises(CopiesError) as raised:
        parse_copies(text)
    assert (raised.value.offset, raised.value.length) == (offset, length)
    assert message in raised.value.message
    assert raised.value.help


def test_a_number_with_its_size_is_explained() -> None:
    with pytest.raises(CopiesError) as raised:
        parse_copies("23/50")
    assert "`23`" in raised.value.help


def test_huge_ranges_cost_nothing() -> None:
    assert parse_copies("1-999999999").number_count == 999_999_999


def test_normalise_merges_what_touches() -> None:
    assert normalise([(5, 9), (1, 2), (3, 3), (8, 12)]) == ((1, 3), (5, 12))
    assert size_of(((1, 3), (5, 12))) == 11
    assert format_ranges(((1, 3), (5, 5)), "AP") == "AP1-3;AP5"
