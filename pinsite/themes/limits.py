"""What the templates of one page may use up, so that none of them can bring the machine down.

Templates that came with pinsite are trusted and cost nothing here. In any other, every turn of a loop, every call and
every piece of text is counted: by the same figures on every machine, so that a page is made everywhere or nowhere.
Only the clock, which catches what is slow without doing much, can tell machines apart, and it is generous.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from contextlib import contextmanager
from functools import wraps
from typing import Any

from jinja2 import Undefined

MOST_STEPS = 1_000_000
MOST_TEXT = 50_000_000
MOST_SECONDS = 30.0
#: The largest number that a function of texts and lists may be given: a width, a count.
LARGEST = 100_000
_DIGITS = 20_000
_CLOCK = 1024
#: A width of its own, in which a short text that is filled in asks for a long one.
_WIDE = re.compile(r"%(\([^)]*\))?[-+ #0]*(\d{5,}|\*|\d*\.(\d{5,}|\*))|\{[^{}]*:[^{}]*(\d{5,}|\{)")
_FILLED_IN = frozenset({"%", "format", "format_map", "_written", "_counted"})
_TEXT_OF_ITEMS = ("join",)


class TooMuch(Exception):  # noqa: N818 - it reads as the sentence it makes
    """A page's templates ask for more than a page may."""


class Budget:
    """What is used up of the page that is being written; a part of it is paid by the page that asked for it."""

    def __init__(self) -> None:
        self._depth = self._steps = self._text = 0
        self._deadline = 0.0

    @contextmanager
    def spending(self) -> Iterator[None]:
        """Begin anew where no page is being written yet."""
        if self._depth == 0:
            self._steps = self._text = 0
            self._deadline = time.monotonic() + MOST_SECONDS
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1

    @property
    def spent(self) -> tuple[int, int]:
        """Return the steps and the characters that the page has paid for."""
        return self._steps, self._text

    def pay(self, spent: tuple[int, int]) -> bool:
        """Pay what something cost when it was made; where that would be too much, tell so and pay nothing."""
        steps, text = self._steps + spent[0], self._text + spent[1]
        if steps > MOST_STEPS or text > MOST_TEXT:
            return False
        self._steps, self._text = steps, text
        return True

    def step(self, count: int = 1) -> None:
        """Pay for steps; raises `TooMuch`."""
        before = self._steps
        self._steps += count
        if self._steps > MOST_STEPS:
            raise TooMuch(f"the templates of one page may take {MOST_STEPS:,} steps, and these take more")
        if before // _CLOCK != self._steps // _CLOCK and self._depth and time.monotonic() > self._deadline:
            raise TooMuch(f"a page may take {MOST_SECONDS:.0f} seconds, and this one takes longer")

    def text(self, length: int) -> None:
        """Pay for a text; raises `TooMuch`."""
        self._text += length
        if self._text > MOST_TEXT:
            raise TooMuch(f"the templates of one page may make {MOST_TEXT:,} characters, and these make more")

    def made(self, value: Any) -> Any:
        """Pay for a value that was made, and return it."""
        if isinstance(value, str):
            self.text(len(value))
        return value

    def counted(self, values: Iterable[Any]) -> Iterable[Any]:
        """Pay for the turns of a loop, before they begin where their number is known."""
        if isinstance(values, Sized):
            self.step(len(values) + 1)
            return values
        return self._one_by_one(values)

    def _one_by_one(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self.step()
            yield value

    def before(self, name: str, subject: object, given: Sequence[object]) -> None:
        """Refuse a call or filter that would make too much of what it is given, before it does; raises `TooMuch`."""
        size = max(1, _size(subject))
        self.step(1 + size // 16)
        factor = 1
        for one in given:
            if isinstance(one, int):
                factor = max(factor, one)
            else:
                factor = max(factor, _size(one), _text_in(one) if name in _TEXT_OF_ITEMS else 0)
            if name in _FILLED_IN:
                _refuse_wide(one)
        if name in _FILLED_IN:
            _refuse_wide(subject)
        elif not isinstance(subject, str) and name in _TEXT_OF_ITEMS:
            self.text(_text_in(subject))
        if factor > LARGEST and any(isinstance(one, int) and one > LARGEST for one in given):
            raise TooMuch(f"`{name}` is given a number larger than {LARGEST:,}")
        if name not in _HARMLESS and _size(subject) * factor > MOST_TEXT:
            raise TooMuch(f"`{name}` would make more than {MOST_TEXT:,} characters")


def _refuse_wide(text: object) -> None:
    if isinstance(text, str) and _WIDE.search(text):
        raise TooMuch("a text that is to be filled in asks for a width that is too large")


#: What makes nothing longer, whatever it is given.
_HARMLESS = frozenset(
    {"truncate", "default", "d", "count", "index", "find", "startswith", "endswith", "get", "split"}
)


def _size(value: object) -> int:
    return len(value) if isinstance(value, Sized) and not isinstance(value, Undefined) else 0


def _text_in(values: object) -> int:
    """Return how long the texts in a list or tuple are together."""
    if not isinstance(values, list | tuple):
        return 0
    return sum(len(one) for one in values if isinstance(one, str))


def calculated(operator: str, left: Any, right: Any, plain: Callable[[Any, Any], Any], budget: Budget) -> Any:
    """Return what an operator makes of two values, unless it would be too much; raises `TooMuch`."""
    if isinstance(left, int) and isinstance(right, int):
        digits = left.bit_length() * (max(right, 0) if operator == "**" else 1)
        if operator in ("*", "**") and digits + right.bit_length() > _DIGITS:
            raise TooMuch("a number would have too many digits")
        return plain(left, right)
    if operator == "%" and isinstance(left, str):
        filled = right if isinstance(right, tuple) else (right,)
        budget.before("%", left, [one for one in filled if isinstance(one, str)])
    elif operator == "*":
        text, count = (left, right) if isinstance(left, Sized) else (right, left)
        if isinstance(text, Sized) and isinstance(count, int) and len(text) * count > MOST_TEXT // 10:
            raise TooMuch("a text or list would be repeated too often")
    made = budget.made(plain(left, right))
    if isinstance(made, list | tuple):
        budget.step(len(made))
    return made


def guarded(name: str, function: Callable[..., Any], budget: Budget, behind: int) -> Callable[..., Any]:
    """Return a filter that pays for what it does; its value is the argument `behind` others."""

    @wraps(function)
    def careful(*args: Any, **named: Any) -> Any:
        subject = args[behind] if len(args) > behind else None
        if name in _TEXT_OF_ITEMS and not isinstance(subject, str | Sized):
            subject = list(budget.counted(subject))  # type: ignore[arg-type]
            args = (*args[:behind], subject, *args[behind + 1 :])
        budget.before(name, subject, (*args[behind + 1 :], *named.values()))
        return budget.made(function(*args, **named))

    return careful
