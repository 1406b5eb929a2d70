"""Stretches of a target: pieces of its text that have needs of their own, one within another.

Where a target has to be made again, a stretch whose needs are all as they were is as it was, and can be taken from what
was made before. What was asked outside of all stretches concerns each of them.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec import Struct, field

from pinsite.freshness.facts import Frame, Key
from pinsite.freshness.judge import Number
from pinsite.freshness.rows import Numbers


class Stretch(Struct):
    """One stretch: where it begins and ends (in characters), what it needs and drags along, and what it cost.

    `needs`, `marks` and `spent` are its own, without those of the stretches within it.
    """

    name: str
    begin: int
    end: int
    needs: list[Key | Number] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    spent: tuple[int, int] = (0, 0)
    inner: list[Stretch] = field(default_factory=list)


class Before(Struct, frozen=True):
    """A target as it lies in the output, and the stretches of it that are as they were, by their names."""

    text: str
    stretches: dict[str, Stretch]


class Woven(Struct):
    """What was found out while a target was made of stretches; `outside` is what all of them need."""

    outside: list[Key | Number] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)


class Written(NamedTuple):
    """A woven target as the memory has it: all facts that it read, what it drags along, and its stretches as a text."""

    reads: bytes
    marks: frozenset[str]
    stretches: str


_encoded = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


def write(frame: Frame, woven: Woven, numbers: Numbers) -> Written:
    """Return what is remembered of a target; in `frame` is what was asked outside of its stretches.

    Needs and marks of a stretch are written as their places among those of the whole target.
    """
    places: dict[Number, int] = {}
    marks = {mark: place for place, mark in enumerate(sorted(_marks_of(woven.stretches, set(frame.marks))))}
    _places(frame.needs, places, numbers)
    text = ""
    if woven.stretches:
        outside = _places(woven.outside, places, numbers)
        shared = frozenset(outside)
        text = _encoded([outside, *[_told(one, shared, places, marks, numbers) for one in woven.stretches]])
    return Written(array("q", places).tobytes(), frozenset(marks), text)


def _marks_of(stretches: list[Stretch], found: set[str]) -> set[str]:
    for one in stretches:
        found |= one.marks
        _marks_of(one.inner, found)
    return found


def _places(needs: Iterable[Key | Number], places: dict[Number, int], numbers: Numbers) -> list[int]:
    """Return the places of some facts; those that have none get the next."""
    return [
        places.setdefault(need if type(need) is int else numbers[need], len(places))  # type: ignore[index]
        for need in needs
    ]


def _told(
    one: Stretch,
    shared: frozenset[int],
    places: dict[Number, int],
    marks: Mapping[str, int],
    numbers: Numbers,
) -> list[object]:
    needs = sorted(set(_places(one.needs, places, numbers)) - shared)
    dragged = sorted(map(marks.__getitem__, one.marks)) if one.marks else []
    inner = [_told(other, shared, places, marks, numbers) for other in one.inner] if one.inner else []
    return [one.name, one.begin, one.end, needs, dragged, *one.spent, inner]


def standing(
    written: str, reads: Sequence[Number], marks: Sequence[str], changed: Container[Number]
) -> dict[str, Stretch]:
    """Return the stretches that need nothing of what has changed."""
    outside, *stretches = json.loads(written)
    gone = {place for place, number in enumerate(reads) if number in changed}
    if not gone.isdisjoint(outside):
        return {}
    found: dict[str, Stretch] = {}
    for one in stretches:
        _heard(one, reads, marks, gone, found)
    return found


def _heard(
    one: list[Any], reads: Sequence[Number], marks: Sequence[str], gone: set[int], found: dict[str, Stretch]
) -> Stretch:
    name, begin, end, needs, dragged, steps, text, inner = one
    within = [_heard(other, reads, marks, gone, found) for other in inner]
    own, shown = [reads[place] for place in needs], {marks[place] for place in dragged}
    stretch = Stretch(name, begin, end, own, shown, (steps, text), within)
    if gone.isdisjoint(needs):
        found[name] = stretch
    return stretch


__all__ = ["Before", "Stretch", "Woven", "Written", "standing", "write"]
