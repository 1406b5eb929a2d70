"""The index of words, made drawer by drawer and shelf by shelf, finds what one look at all records finds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinsite.search import (
    WORDS,
    drawer_text,
    place_of,
    word_files,
    word_shelves,
)
from pinsite.search import index as index_of_words
from pinsite.search.packing import DIGITS

#: Some share their stem, some begin unlike it, some are of one letter or of a script without spaces.
_WORDS = (
    "moth",
    "moths/moth",
    "mice/mouse",
    "mouse",
    "7",
    "owl",
    "al/qalam",
    "qalam",
    "夜空",
    "空",
    "x/夜",
    "夜",
)

_Record = tuple[list[str], list[str]]
_words = st.lists(st.sampled_from(_WORDS), unique=True, max_size=5)
_records = st.lists(st.tuples(_words, _words), min_size=1, max_size=12)


def _text(record: _Record) -> str:
    name, others = record
    return json.dumps([[], {}, name, [word for word in others if word not in name]])


def _shelves(records: list[_Record], size: int) -> list[str]:
    """Return the shelves as a site has them, made from drawers of so many records."""
    drawers = [
        drawer_text(map(_text, records[at : at + size])).split("\n")[WORDS]
        for at in range(0, len(records), size)
    ]
    files = word_files("en", drawers).values()
    return [json.loads(content.partition("=")[2].removesuffix(";\n")) for content in files]


def _read(shelf: str, size: int) -> Iterator[tuple[str, frozenset[str], Mapping[int, bool]]]:
    """Walk a shelf as the browser does: each stem, its forms, and in which records it is (true: in the name)."""
    for line in filter(None, shelf.split("\n")):
        named, where = line.split("\t")
        stem, *forms = named.removeprefix("~").split(" ")
        numbers = _numbers(where)
        at: dict[int, bool] = {}
        drawer = -1
        for step in numbers:
            drawer += step + 1
            one = 0
            for _ in range(next(numbers)):
                one = (one & ~1) + next(numbers)
                at[drawer * size + (one >> 1)] = bool(one & 1)
        assert len(set(forms)) == len(forms) and stem not in forms
        yield stem, frozenset(forms if named.startswith("~") else (stem, *forms)), at


def _numbers(packed: str) -> Iterator[int]:
    number = bits = 0
    for digit in map(DIGITS.index, packed):
        number |= (digit & 31) << bits
        bits += 5
        if digit < 32:
            yield number
            number = bits = 0


def _expected(records: list[_Record]) -> dict[str, tuple[frozenset[str], dict[int, bool]]]:
    forms: dict[str, set[str]] = {}
    where: dict[str, dict[int, bool]] = {}
    for number, (name, others) in enumerate(records):
        for words, in_name in ((others, False), (name, True)):
            for word in words:
                form, _, stem = word.partition("/")
                forms.setdefault(stem or form, set()).add(form)
                where.setdefault(stem or form, {})[number] = in_name
    return {stem: (frozenset(forms[stem]), where[stem]) for stem in forms}


@pytest.mark.parametrize("room", [24_000, 4])
@given(_records, st.integers(1, 5))
def test_every_word_lies_whole_on_each_shelf_where_it_is_looked_for(
    room: int, records: list[_Record], size: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(index_of_words, "_SHELF", room)
        shelves = _shelves(records, size)
    read = [{stem: rest for stem, *rest in _read(shelf, size)} for shelf in shelves]
    expected = _expected(records)
    assert {stem for shelf in read for stem in shelf} == set(expected)
    for stem, (forms, where) in expected.items():
        places = {place_of(word[:2], len(shelves)) for word in (stem, *forms)}
        assert {number for number, shelf in enumerate(read) if stem in shelf} == places
        assert all(read[number][stem] == [forms, where] for number in places)


def test_many_words_lie_on_many_shelves_and_no_more_than_a_browser_knows() -> None:
    assert [word_shelves([f"{size} 100"]) for size in (0, 23_900, 23_901, 100_000)] == [1, 1, 2, 8]
    assert word_shelves(["9000000 100", "9000000 9000"]) == 256
    assert word_shelves([]) == 1
