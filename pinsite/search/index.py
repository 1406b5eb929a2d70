"""The index of words: which records hold a word, in shelves that a browser fetches one by one.

Records are numbered and lie in drawers of 256. The fragment of a drawer holds its words with the numbers of the records
inside of it; `gathered` joins the fragments of all drawers, for which it looks at no record: a change of one record
makes one drawer again. A word lies on the shelf of its first two letters, so that whoever types a third
fetches nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

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


class Index(Struct, frozen=True):
    """The words of all records; each entry is a line of text: the stem, its forms, a tab, and where it is."""

    entries: tuple[tuple[str, tuple[str, ...], str], ...]

    @property
    def size(self) -> int:
        """Return how many characters it has."""
        return sum(len(stem) + len(" ".join(forms)) + len(where) for stem, forms, where in self.entries)


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


def gathered(drawers: Iterable[Iterable[Fragment]]) -> Index:
    """Join the fragments of all drawers, in order."""
    # By stem: the last drawer, its forms (those of one drawer, or a set of such), and each drawer's step and places by
    # turns. One list each: there are tens of thousands.
    found: dict[str, list[Any]] = {}
    for number, drawer in enumerate(drawers):
        steps = [packed((step,)) for step in range(number + 1)]
        for stem, forms, places in drawer:
            entry = found.get(stem)
            if entry is None:
                found[stem] = [number, forms, steps[number], places]
                continue
            if forms != entry[1]:
                entry[1] = {forms, entry[1]} if isinstance(entry[1], str) else entry[1] | {forms}
            entry += (steps[number - entry[0] - 1], places)
            entry[0] = number
    return Index(
        tuple((stem, _forms(forms), "".join(parts)) for stem, (_, forms, *parts) in sorted(found.items()))
    )


def _forms(groups: str | set[str]) -> tuple[str, ...]:
    if isinstance(groups, str):
        # Those of one drawer are sorted already.
        return tuple(groups.split(" "))
    return tuple(sorted({form for group in groups for form in group.split(" ")}))


def shelves(index: Index) -> list[str]:
    """Lay the entries on shelves; one whose forms begin unlike its stem lies on several."""
    wanted, count = index.size / _SHELF, 1
    while count < wanted and count < _MOST_SHELVES:
        count *= 2
    lines: list[list[str]] = [[] for _ in range(count)]
    for stem, forms, where in index.entries:
        line = " ".join(one for one in (stem, *forms) if one is stem or one != stem)
        if stem not in forms:
            line = f"~{line}"
        beginnings = {one[:2] for one in (stem, *forms)}
        for place in sorted({place_of(one, count) for one in beginnings}):
            lines[place].append(f"{line}\t{where}")
    return ["\n".join(shelf) for shelf in lines]


def place_of(word: str, count: int) -> int:
    """Return the number of the shelf that a word lies on."""
    number = 0
    for letter in word[: 1 if is_unspaced(word) else 2]:
        number = (number * 31 + ord(letter)) % 65_521
    return number % count
