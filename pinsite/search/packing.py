"""Whole numbers as text: five bits a character, as in source maps, so that small numbers are one character.

Text and not bytes, because web hosts compress scripts and leave unknown files as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def _written(number: int) -> str:
    text = ""
    while number > 31:
        text += DIGITS[number & 31 | 32]
        number >>= 5
    return text + DIGITS[number]


_SMALL = tuple(map(_written, range(4096)))


def packed(numbers: Iterable[int]) -> str:
    """Return numbers from 0 as text."""
    return "".join([_SMALL[one] if one < 4096 else _written(one) for one in numbers])


def lists_packed(lists: Iterable[Sequence[int]]) -> str:
    """Return lists of numbers as text, each with its length before it."""
    return "".join(packed((len(one), *one)) for one in lists)
