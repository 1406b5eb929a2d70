"""Read the numbers of edition counters off a page, as a visitor does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

_SECTION = re.compile(
    r'<section class="counter" aria-labelledby="edition-([\w-]+)"[^>]*>(.*?)</section>', re.DOTALL
)
_ENTRY = re.compile(
    r'<h2 class="entry-title"><a href="([^"]+)">(.*?)</a>.*?'
    r'<p class="counter-words"[^>]*>(.*?)</p>(.*?)</li>',
    re.DOTALL,
)
_PLACE = re.compile(r'<div class="place place-(\w+)"><dt>.*?</dt><dd>([\d.,]+)</dd>')
_GRADE = re.compile(
    r'grade-code">(\w+)</span>.*?</th><td>([\d.,]+)</td><td>([\d.,]+)</td><td>([\d.,]+)</td>', re.DOTALL
)
_DATE = re.compile(r'<p class="as-of">.*?<time datetime="([\d-]+)"')


@dataclass(frozen=True)
class Shown:
    """What a counter says: the numbers of its words, places, grades (received, claimed, available), date."""

    words: tuple[int, ...]
    text: str
    places: dict[str, int] = field(default_factory=dict)
    grades: dict[str, tuple[int, ...]] = field(default_factory=dict)
    as_of: str | None = None


def number(text: str) -> int:
    """Return a whole number as people write it."""
    return int(re.sub(r"\D", "", text))


def _shown(words: str, rest: str) -> Shown:
    text = unescape(re.sub(r"<[^>]+>", "", words))
    places = {place: number(count) for place, count in _PLACE.findall(rest) if place != "proof"}
    grades = {code: tuple(map(number, counts)) for code, *counts in _GRADE.findall(rest)}
    date = _DATE.search(rest)
    found = tuple(number(one) for one in re.findall(r"\d[\d.,]*", text))
    return Shown(found, text, places, grades, date[1] if date else None)


def counters_of(page: str) -> dict[str, Shown]:
    """Return the full counters of a page by their key: the pin's id, or id and variant."""
    found = {}
    for key, inside in _SECTION.findall(page):
        words = re.search(r'<p class="counter-words"[^>]*>(.*?)</p>', inside, re.DOTALL)
        assert words
        found[key] = _shown(words[1], inside)
    return found


def register_of(page: str) -> list[tuple[str, Shown]]:
    """Return the rows of the register: the address of the pin, and the counter."""
    return [(address, _shown(words, rest)) for address, _, words, rest in _ENTRY.findall(page)]
