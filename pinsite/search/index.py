"""The index of words: which records hold a word, in shelves that a browser fetches one by one.

Records are numbered and lie in drawers of 256. The fragments of a drawer are its words with the numbers of the records
inside of it, laid out by shelves; `lines` joins what all drawers have for one shelf, and looks at no record. A change
of one record makes one drawer again and the few shelves on which its words lie. A word lies on the shelf of its first
two letters, so that whoever types a third fetches nothing more; one whose forms begin unlike its stem is a guest on the
shelves of those.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from pinsite.search.folding import is_unspaced
from pinsite.search.packing import packed

#: How many records lie in a drawer.
DRAWER = 256
_SHELF = 24_000  # characters that a shelf should hold
_MOST_SHELVES = 256

#: A word of a record: its form and its stem, folded.
Word = tuple[str, str]
#: A stem, its forms, and in which records of a drawer it is.
Fragment = tuple[str, str, str]


def fragments(records: Sequence[tuple[Iterable[Word], Iterable[Word]]]) -> list[Fragment]:
    """Return the words of a drawer; a record has those of its name first, and then all others."""
    where: dict[str, list[int]] = {}
    forms: dict[str, set[str]] = {}
    for number, (name, others) in enumerate(records):
        seen: dict[str, int] = {}
        for words, in_name in ((others, 0), (name, 1)):
            for form, stem in words:
                seen[stem] = in_name
                forms.setdefault(stem, set()).add(form)
        for stem, in_name in seen.items():
            where.setdefault(stem, []).append(number * 2 + in_name)
    return [(stem, " ".join(sorted(forms[stem])), _places(where[stem])) for stem in sorted(where)]


def _places(numbers: list[int]) -> str:
    """Write the records of a drawer as their number and the steps between them; the last bit says `in its name`."""
    steps, before = [len(numbers)], 0
    for one in numbers:
        steps.append(one - before)
        before = one & ~1
    return packed(steps)


def sizes(drawer: Iterable[Fragment]) -> tuple[int, int]:
    """Return how many characters of a drawer say where its words are, and how many are words."""
    words = places = 0
    for stem, forms, where in drawer:
        words += len(stem) + len(forms)
        places += len(where) + 1
    return places, words


def shelves_for(drawers: Collection[tuple[int, int]]) -> int:
    """Return how many shelves the words of some drawers need: a power of two, so that few catalogues ever change it.

    That drawers have most words in common is guessed, so that none has to be looked at again.
    """
    wanted = (sum(places for places, _ in drawers) + max((words for _, words in drawers), default=0)) / _SHELF
    count = 1
    while count < wanted and count < _MOST_SHELVES:
        count *= 2
    return count


def laid_out(drawer: Iterable[Fragment], count: int) -> list[list[Fragment]]:
    """Lay the words of a drawer on so many shelves, each by its stem."""
    shelves: list[list[Fragment]] = [[] for _ in range(count)]
    for fragment in drawer:
        shelves[place_of(fragment[0], count)].append(fragment)
    return shelves


def guests(drawer: Iterable[Fragment], count: int) -> dict[str, list[int]]:
    """Return the words of a drawer that lie on other shelves as well, since forms of theirs begin unlike the stem."""
    found = {}
    for stem, forms, _ in drawer:
        beginnings = {form[:2] for form in forms.split(" ")} - {stem[:2]}
        if beginnings:
            others = {place_of(one, count) for one in beginnings} - {place_of(stem, count)}
            if others:
                found[stem] = sorted(others)
    return found


def lines(drawers: Iterable[Iterable[Fragment]]) -> dict[str, str]:
    """Join what all drawers, in order, have for one shelf: by stem, its forms, a tab, and where it is."""
    # By stem: the last drawer, its forms (those of one drawer, or a set of such), and each drawer's step and places by
    # turns. One list each: there are tens of thousands.
    found: dict[str, list[Any]] = {}
    for number, drawer in enumerate(drawers):
        for stem, forms, places in drawer:
            entry = found.get(stem)
            if entry is None:
                found[stem] = [number, forms, packed((number,)), places]
                continue
            if forms != entry[1]:
                entry[1] = {forms, entry[1]} if isinstance(entry[1], str) else entry[1] | {forms}
            entry += (packed((number - entry[0] - 1,)), places)
            entry[0] = number
    return {
        stem: f"{_named(stem, _forms(forms))}\t{''.join(parts)}" for stem, (_, forms, *parts) in found.items()
    }


def _forms(groups: str | set[str]) -> list[str]:
    if isinstance(groups, str):
        # Those of one drawer are sorted already.
        return groups.split(" ")
    return sorted({form for group in groups for form in group.split(" ")})


def _named(stem: str, forms: list[str]) -> str:
    """Return a stem and its forms; a mark tells that the stem itself is none of them."""
    named = " ".join([stem, *(form for form in forms if form != stem)])
    return named if stem in forms else f"~{named}"


def place_of(word: str, count: int) -> int:
    """Return the number of the shelf that a word lies on."""
    number = 0
    for letter in word[: 1 if is_unspaced(word) else 2]:
        number = (number * 31 + ord(letter)) % 65_521
    return number % count
