"""The decision: which facts have changed, and why should a target be made again? No reason, no work.

Only sources are asked again (facts that need no other: there are about as many as records); from those that differ
the change is followed upwards, fact by fact, with the same functions that answered before. A fact that comes out
as it was stops the change there. Every fact is looked up in the state of now, whole, so the order does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from enum import Enum
from typing import NamedTuple, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from pinsite.freshness.facts import Key

#: The number that stands for a fact or target in the memory.
Number = int


class Cause(Enum):
    """Kinds of reasons."""

    NEW = "it was not there before"
    RECIPE = "it is made in another way now"
    OUTPUT_GONE = "its file is gone"
    OUTPUT_CHANGED = "its file was changed by somebody else"
    FACT = "something that it shows is different"


class Reason(Struct, frozen=True):
    """Why a target is made again; `key` is the first fact that differs."""

    cause: Cause
    key: Key | None = None


class Remembered(NamedTuple):
    """What the last build knew of a target: its recipe, the digest of its bytes, and their stamp.

    `written` is size and modification time of the output, by which a change from outside is seen.
    """

    recipe: str
    digest: str
    written: tuple[int, int]


class Web(Protocol):
    """What the memory knows of who needs what."""

    def wholes(self) -> Mapping[str, str]:
        """Return the digest of all answers to a question together, for questions of which that is known."""

    def sources(self, but: Collection[str] = ()) -> Iterable[tuple[Number, Key, str]]:
        """Return every source with its digest, but for the answers to some questions."""

    def users(self, number: Number) -> Iterable[Number]:
        """Return the facts and targets that a fact was needed for; some may need it no more."""

    def needs(self, number: Number) -> Iterable[Number]:
        """Return the facts that a fact needed."""

    def fact(self, number: Number) -> tuple[Key, str] | None:
        """Return a fact and its digest; None for a number that is none (a target's)."""


class Changes(Struct, frozen=True):
    """The facts that differ by their numbers, and the numbers of all that was reached from them; `same` are the
    sources that were asked and came out as they were.
    """

    facts: Mapping[Number, Key] = field(default_factory=dict)
    reached: Collection[Number] = frozenset()
    same: frozenset[Key] = frozenset()


def follow(
    web: Web,
    digest: Callable[[Key], str],
    suspect: Callable[[Collection[Number]], None] = lambda _: None,
    whole: Callable[[str], str | None] = lambda _: None,
) -> Changes:
    """Find out which facts differ from what is remembered.

    `whole` gives the digest of all answers to a question together: where that is what it was, none of them is asked.

    First it is found out how far a change could reach at most, and `suspect` is told: all other facts are as true as
    they were, and may be taken from the memory by those that are now asked again. What turns out to be as it was
    leaves the suspects at once.
    """
    work, same = [], []
    settled = [question for question, known in web.wholes().items() if whole(question) == known]
    for number, key, known in web.sources(but=settled):
        if digest(key) == known:
            same.append(key)
        else:
            work.append((number, key))
    return replace(trace(web, work, digest, suspect), same=frozenset(same))


def trace(
    web: Web,
    sources: Iterable[tuple[Number, Key]],
    digest: Callable[[Key], str],
    suspect: Callable[[Collection[Number]], None] = lambda _: None,
) -> Changes:
    """Follow the change of some sources upwards."""
    changed = dict(sources)
    doubtful = reach(web, changed)
    suspect(doubtful)
    reached = set(changed)
    settled = set(changed)

    def settle(number: Number) -> None:
        # What a fact needed is settled before it is asked itself, so that it finds all that stayed in the memory.
        settled.add(number)
        fact = web.fact(number)
        if fact is None:
            return
        needs = [need for need in web.needs(number) if need in doubtful]
        for need in needs:
            if need not in settled:
                settle(need)
        if any(need in changed for need in needs) and digest(fact[0]) != fact[1]:
            changed[number] = fact[0]
            work.append(number)
        else:
            doubtful.discard(number)

    work = list(changed)
    while work:
        users = web.users(work.pop())
        reached.update(users)
        for user in users:
            if user not in settled:
                settle(user)
    return Changes(changed, reached)


def reach(web: Web, start: Iterable[Number]) -> set[Number]:
    """Return all facts and targets that a change of some facts could reach."""
    reached = set(start)
    work = list(reached)
    while work:
        new = [user for user in web.users(work.pop()) if user not in reached]
        reached.update(new)
        work += new
    return reached


def judge(
    recipe: str,
    remembered: Remembered | None,
    on_disk: tuple[int, int] | None,
    differs: Callable[[], Key | None],
) -> Reason | None:
    """Return the first reason to make a target again, or None; `differs` finds the first changed fact that it read."""
    if remembered is None:
        return Reason(Cause.NEW)
    if remembered.recipe != recipe:
        return Reason(Cause.RECIPE)
    if on_disk is None:
        return Reason(Cause.OUTPUT_GONE)
    key = differs()
    if key is not None:
        return Reason(Cause.FACT, key)
    return Reason(Cause.OUTPUT_CHANGED) if on_disk != remembered.written else None
