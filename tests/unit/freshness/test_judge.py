"""The decision: changes are followed from the sources upwards, and stop where a fact comes out as it was."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import pytest

from pinsite.freshness import Cause, Key, Reason, Remembered, follow, judge

KNOWN = Remembered("recipe 1", "bytes", (10, 99))
A, B, SUM, PAGE, TARGET = 1, 2, 3, 4, 5


def asked(recipe: str = "recipe 1", known: Remembered | None = KNOWN, seen: tuple[int, int] | None = (10, 99),
          differs: Key | None = None) -> Reason | None:  # fmt: skip
    """Judge one target."""
    return judge(recipe, known, seen, lambda: differs)


def test_no_reason_no_work() -> None:
    """Everything is as it was."""
    assert asked() is None


@pytest.mark.parametrize(("change", "reason"), [
    ({"known": None}, Reason(Cause.NEW)),
    ({"recipe": "recipe 2"}, Reason(Cause.RECIPE)),
    ({"seen": None}, Reason(Cause.OUTPUT_GONE)),
    ({"seen": (10, 98)}, Reason(Cause.OUTPUT_CHANGED)),
    ({"seen": (11, 99)}, Reason(Cause.OUTPUT_CHANGED)),
    ({"differs": ("b", "x")}, Reason(Cause.FACT, ("b", "x"))),
    ({"recipe": "recipe 2", "differs": ("b", "x")}, Reason(Cause.RECIPE)),
])  # fmt: skip
def test_a_reason_is_told(change: dict[str, object], reason: Reason) -> None:
    """The first that is found, from the general to the particular."""
    assert asked(**change) == reason  # type: ignore[arg-type]


@dataclass
class SmallWeb:
    """Two sources, their sum, what a page shows of it, and the page."""

    known: dict[Key, str] = field(
        default_factory=lambda: {("a",): "1", ("b",): "2", ("sum",): "3", ("page",): "odd"}
    )

    def wholes(self) -> dict[str, str]:
        """Return what is known of all answers to a question together."""
        return {"a": "all of a"}

    def sources(self, but: Collection[str] = ()) -> list[tuple[int, Key, str]]:
        """Return the sources, but for some."""
        both = [(A, ("a",), self.known["a",]), (B, ("b",), self.known["b",])]
        return [one for one in both if one[1][0] not in but]

    def users(self, number: int) -> tuple[int, ...]:
        """Return who needs a fact."""
        return {A: (SUM, TARGET), B: (SUM,), SUM: (PAGE,), PAGE: (TARGET,)}.get(number, ())

    def needs(self, number: int) -> tuple[int, ...]:
        """Return what a fact needs."""
        return {SUM: (A, B), PAGE: (SUM,)}.get(number, ())

    def fact(self, number: int) -> tuple[Key, str] | None:
        """Return a fact."""
        keys: dict[int, Key] = {A: ("a",), B: ("b",), SUM: ("sum",), PAGE: ("page",)}
        return (keys[number], self.known[keys[number]]) if number in keys else None


def followed(**now: str) -> tuple[set[int], set[int], list[str]]:
    """Return what differs, what was reached, and what was asked, when some facts are other than known."""
    web, questions = SmallWeb(), []

    def digest(key: Key) -> str:
        questions.append(key[0])
        return now.get(key[0], web.known[key])

    changes = follow(web, digest)
    return set(changes.facts), set(changes.reached), questions


def test_nothing_but_sources_is_asked_where_they_are_as_they_were() -> None:
    """That is what makes a build with one edit cheap."""
    assert followed() == (set(), set(), ["a", "b"])


@pytest.mark.parametrize(("whole", "asked"), [("all of a", ["b"]), ("other", ["a", "b"]), (None, ["a", "b"])])
def test_what_is_together_as_it_was_is_not_asked_one_by_one(whole: str | None, asked: list[str]) -> None:
    """Ten thousand answers are compared at once; where they differ, or nobody can tell, each is asked."""
    web, questions = SmallWeb(), []

    def digest(key: Key) -> str:
        questions.append(key[0])
        return web.known[key]

    assert follow(web, digest, whole=lambda _: whole).facts == {}
    assert questions == asked


def test_a_change_is_followed_to_the_target() -> None:
    """Through every fact that comes out different."""
    assert followed(b="4", sum="5", page="even") == (
        {B, SUM, PAGE},
        {B, SUM, PAGE, TARGET},
        ["a", "b", "sum", "page"],
    )


def test_a_fact_that_comes_out_equal_stops_the_change() -> None:
    """What needs only the sum is not even asked."""
    assert followed(b="4") == ({B}, {B, SUM}, ["a", "b", "sum"])


def test_a_fact_is_asked_once_however_many_ways_lead_to_it() -> None:
    """Both sources differ; their sum is looked up once."""
    _, _, questions = followed(a="2", b="1", sum="3")
    assert sorted(questions) == ["a", "b", "sum"]


def test_how_far_a_change_could_reach_is_told_before_anything_is_asked_again() -> None:
    """So that what is asked again can take all else from the memory."""
    told: list[set[int]] = []
    web = SmallWeb()
    follow(
        web, lambda key: "4" if key == ("b",) else web.known[key], lambda reached: told.append(set(reached))
    )
    assert told == [{B, SUM, PAGE, TARGET}]


def test_every_cause_is_the_end_of_a_sentence() -> None:
    """`pinsite why` says them."""
    assert all(cause.value and not cause.value.endswith(".") for cause in Cause)
