"""Stretches of a target come back from the memory as they were, but for those that something has happened to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pinsite.freshness import Frame, Key, Number, Numbers, Stretch, Woven, write
from pinsite.freshness.rows import unpacked
from pinsite.freshness.stretches import standing

_KEYS: st.SearchStrategy[Key] = st.tuples(
    st.sampled_from(("card", "pin", "block")), st.sampled_from("abcdef")
)
_NEEDS = st.lists(_KEYS, max_size=4, unique=True)
_MARKS = st.sets(st.sampled_from(("a.jpg", "b.jpg", "c.jpg")), max_size=2)
NUMBERS = Numbers()


def stretch(inner: st.SearchStrategy[list[Stretch]]) -> st.SearchStrategy[Stretch]:
    """Return stretches with others within; what a kept one needs is told in numbers."""
    needs = st.tuples(_NEEDS, st.booleans()).map(lambda two: numbered(two[0]) if two[1] else list(two[0]))
    place, spent = st.integers(0, 10**6), st.tuples(st.integers(0, 9), st.integers(0, 9))
    return st.builds(Stretch, st.just(""), place, place, needs, _MARKS, spent, inner)


def numbered(needs: list[Key]) -> list[Key | Number]:
    """Return the numbers of facts."""
    return [NUMBERS[need] for need in needs]


_FLAT = st.lists(stretch(st.just([])), max_size=2)
_TREES = st.lists(stretch(st.lists(stretch(_FLAT), max_size=2)), max_size=3)


def every(stretches: list[Stretch]) -> list[Stretch]:
    """Return stretches and all within them, each with a name of its own."""
    found: list[Stretch] = []
    for one in stretches:
        found += [one, *every(one.inner)]
    for number, one in enumerate(found):
        one.name = f"s{number}"
    return found


@given(_TREES, _NEEDS, _NEEDS, _MARKS, st.sets(_KEYS))
def test_stretches_come_back(
    trees: list[Stretch], first: list[Key], outside: list[Key], marks: set[str], changed: set[Key]
) -> None:
    """With needs, marks, places and costs; all are gone where something that all need has changed."""
    flat = every(trees)
    frame = Frame(dict.fromkeys([*first, *outside]), set(marks))
    written = write(frame, Woven(list(outside), trees), NUMBERS)
    reads = list(unpacked(written.reads))
    needed = {number for one in flat for number in numbers(one)} | {NUMBERS[key] for key in frame.needs}
    assert len(reads) == len(set(reads)) and set(reads) == needed
    assert written.marks == set(marks).union(*(one.marks for one in flat))
    if not trees:
        assert written.stretches == ""
        return
    gone = {NUMBERS[key] for key in changed}
    shared = {NUMBERS[key] for key in outside}
    found = standing(written.stretches, reads, sorted(written.marks), gone)
    if shared & gone:
        assert found == {}
        return
    assert found.keys() == {one.name for one in flat if not (numbers(one) & gone)}
    for one in flat:
        if one.name in found:
            back = found[one.name]
            assert (back.begin, back.end, back.marks, back.spent) == (
                one.begin,
                one.end,
                one.marks,
                one.spent,
            )
            assert numbers(back) | shared == numbers(one) | shared
            assert [inner.name for inner in back.inner] == [inner.name for inner in one.inner]


def numbers(one: Stretch) -> set[Number]:
    """Return what a stretch needs, as numbers."""
    return {need if isinstance(need, int) else NUMBERS[need] for need in one.needs}
