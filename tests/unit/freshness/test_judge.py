"""The decision is pure: in goes what is remembered, out comes the first reason, or none."""

from __future__ import annotations

import pytest

from pinsite.freshness import Cause, Key, Reason, Remembered, judge

KNOWN = Remembered("recipe 1", ((("a",), "1"), (("b", "x"), "2")), "bytes", (10, 99))
SAME = {("a",): "1", ("b", "x"): "2"}


def asked(recipe: str = "recipe 1", known: Remembered | None = KNOWN, seen: tuple[int, int] | None = (10, 99),
          now: dict[Key, str] = SAME) -> Reason | None:  # fmt: skip
    """Judge one target."""
    return judge(recipe, known, seen, now.__getitem__)


def test_no_reason_no_work() -> None:
    """Everything is as it was."""
    assert asked() is None


@pytest.mark.parametrize(("change", "reason"), [
    ({"known": None}, Reason(Cause.NEW)),
    ({"recipe": "recipe 2"}, Reason(Cause.RECIPE)),
    ({"seen": None}, Reason(Cause.OUTPUT_GONE)),
    ({"seen": (10, 98)}, Reason(Cause.OUTPUT_CHANGED)),
    ({"seen": (11, 99)}, Reason(Cause.OUTPUT_CHANGED)),
    ({"now": {**SAME, ("b", "x"): "3"}}, Reason(Cause.FACT, ("b", "x"))),
    ({"now": {("a",): "0", ("b", "x"): "3"}}, Reason(Cause.FACT, ("a",))),
])  # fmt: skip
def test_a_reason_is_told(change: dict[str, object], reason: Reason) -> None:
    """The first that is found, from the general to the particular."""
    assert asked(**change) == reason  # type: ignore[arg-type]


def test_judging_stops_at_the_first_difference() -> None:
    """Later questions may make no sense any more (`card x` of a pin that went)."""
    seen: list[Key] = []

    def digest(key: Key) -> str:
        seen.append(key)
        return "other"

    judge("recipe 1", KNOWN, (10, 99), digest)
    assert seen == [("a",)]


def test_nothing_is_asked_where_the_recipe_is_another() -> None:
    """A reason is enough."""
    assert asked(recipe="x", now={}) == Reason(Cause.RECIPE)


def test_every_cause_is_the_end_of_a_sentence() -> None:
    """`pinsite why` says them."""
    assert all(cause.value and not cause.value.endswith(".") for cause in Cause)
