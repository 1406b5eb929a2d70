"""Ranges of numbers: one form for one set, there and back through text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pinsite.editions import Copies, format_ranges, normalise, parse_copies, size_of

PAIRS = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 9)).map(lambda pair: (pair[0], sum(pair))))


def numbers(pairs: list[tuple[int, int]]) -> set[int]:
    """Write ranges out."""
    return {number for first, last in pairs for number in range(first, last + 1)}


@given(PAIRS)
def test_normalising_keeps_the_numbers(pairs: list[tuple[int, int]]) -> None:
    """The set of numbers stays, sorted, apart, and counted."""
    ranges = normalise(pairs)
    assert numbers(list(ranges)) == numbers(pairs)
    assert size_of(ranges) == len(numbers(pairs))
    assert normalise(ranges) == ranges
    assert all(last + 1 < first for (_, last), (first, _) in pairwise(ranges))


@given(PAIRS, st.randoms())
def test_equal_sets_are_equal_values(pairs: list[tuple[int, int]], random: object) -> None:
    """Neither order nor cutting matters."""
    single = [(number, number) for number in numbers(pairs)]
    random.shuffle(single)  # type: ignore[attr-defined]
    assert normalise(single) == normalise(pairs)


@given(PAIRS, PAIRS)
def test_there_and_back_through_text(pairs: list[tuple[int, int]], proofs: list[tuple[int, int]]) -> None:
    """What is written is read as the same copies."""
    made = Copies(normalise(pairs), (("AP", normalise(proofs)),) if proofs else ())
    assert parse_copies(str(made)) == made
    assert parse_copies(format_ranges(made.numbers)).numbers == made.numbers
