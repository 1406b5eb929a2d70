"""Facts are looked up once, absence is an answer, and keys survive a line of text."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinsite.freshness import GONE, Facts, Key, digest_of, key_of, key_text

_WORD = st.text(st.characters(exclude_characters="\t\n", exclude_categories=["Cs"]), max_size=8)


@dataclass
class Counting:
    """Answers with what it is told, and counts the questions."""

    answers: dict[Key, object]
    asked: int = 0

    def __call__(self, key: Key) -> object:
        """Answer."""
        self.asked += 1
        return self.answers[key]


def test_a_question_is_looked_up_once_however_often_it_is_read() -> None:
    """One look-up a distinct fact, also for its digest."""
    answer = Counting({("a",): 1, ("b", "x"): None})
    facts = Facts(answer)
    for _ in range(3):
        assert facts.value(("a",)) == 1
        assert facts.value(("b", "x")) is None
        facts.digest(("a",))
    assert (answer.asked, facts.asked) == (2, 2)


def test_what_was_asked_is_noted_in_order_and_once() -> None:
    """What another target asked is not noted."""
    facts = Facts(lambda key: key)
    with facts.noting() as one:
        for key in (("b",), ("a",), ("b",)):
            facts.value(key)
    with facts.noting() as other:
        facts.value(("c",))
    assert tuple(one.needs) == (("b",), ("a",))
    assert tuple(other.needs) == (("c",),)


def test_a_question_that_has_no_answer_was_asked_all_the_same() -> None:
    """A target that reads what is not there depends on its being not there."""
    facts = Facts(Counting({}))
    with facts.noting() as noted, pytest.raises(KeyError):
        facts.value(("gone",))
    assert tuple(noted.needs) == (("gone",),)
    assert facts.digest(("gone",)) == GONE


def test_what_an_answer_came_from_is_noted_with_it() -> None:
    """Also by whom it is read a second time, and also where it came to nothing."""

    def answer(key: Key) -> object:
        if key == ("sum",):
            return sum(int(str(facts.value(("part", name)))) for name in "ab")
        if key == ("broken",):
            facts.value(("part", "a"))
            raise KeyError(key)
        return 2

    facts = Facts(answer)
    for _ in range(2):
        with facts.noting() as noted:
            assert facts.value(("sum",)) == 4
        assert tuple(noted.needs) == (("sum",),)
    assert facts.digest(("broken",)) == GONE
    answered = dict(facts.answered())
    assert answered["sum",].needs == (("part", "a"), ("part", "b"))
    assert answered["broken",].needs == (("part", "a"),)


def test_what_is_looked_up_later_is_needed_by_all_who_ask_for_it() -> None:
    """It is made when it is asked first; who asks many times needs it once, and who does not ask needs nothing."""
    facts = Facts(Counting({("card", "a"): "Owl", ("site",): "S"}))
    made = []

    def make() -> str:
        made.append(facts.value(("card", "a")))
        facts.mark("owl.jpg")
        return f"<{made[-1]}>"

    get = facts.later(make)
    for _ in range(2):
        with facts.noting() as around:
            with facts.noting() as inner:
                assert (get(), get()) == ("<Owl>", "<Owl>")
            assert facts.value(("site",)) == "S"
        assert (list(inner.needs), inner.marks) == ([("card", "a")], {"owl.jpg"})
        assert (list(around.needs), around.marks) == ([("site",)], set())
    assert made == ["Owl"]


def test_a_piece_is_made_once_and_whoever_shows_it_needs_what_it_needed() -> None:
    """It is no fact of its own; when something that it needed is forgotten, so is the piece."""
    made: list[str] = []

    def piece() -> str:
        made.append("card")
        facts.mark("a.jpg")
        return f"<{facts.value(('title',))}>"

    answers = Counting({("title",): "Owl", ("other",): 1})
    facts = Facts(answers)
    for _ in range(2):
        with facts.noting() as noted:
            assert facts.piece(("card", 1), piece) == "<Owl>"
        assert (tuple(noted.needs), noted.marks) == ((("title",),), {"a.jpg"})
    assert (made, [key for key, _ in facts.answered()]) == (["card"], [("title",)])
    facts.value(("other",))
    facts.forget([("other",)], lambda key: False)
    facts.piece(("card", 1), piece)
    answers.answers["title",] = "Moth"
    facts.forget([("title",)], lambda key: False)
    assert (facts.piece(("card", 1), piece), made) == ("<Moth>", ["card", "card"])


@pytest.mark.parametrize(("one", "other"), [
    (None, ()), (None, ""), ("1", 1), ((), []), (("a", "b"), ("ab",)), (True, 1), (0.0, -0.0), ("a\n", "a"),
])  # fmt: skip
def test_unlike_values_have_unlike_digests(one: object, other: object) -> None:
    """Also those that are equal to Python, but not to a reader."""
    assert digest_of(one) != digest_of(other)


@given(st.lists(_WORD, min_size=1, max_size=4))
def test_a_key_comes_back_from_its_text(words: list[str]) -> None:
    """The memory keeps keys as lines."""
    assert key_of(key_text(tuple(words))) == tuple(words)


def test_order_is_part_of_a_list() -> None:
    """Membership is a fact, and so is order."""
    assert digest_of(("a", "b")) != digest_of(("b", "a"))
