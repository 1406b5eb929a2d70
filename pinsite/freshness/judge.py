"""The decision: why should this target be made again? Pure; no reason, no work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from pinsite.freshness.facts import Key


class Cause(Enum):
    """Kinds of reasons."""

    NEW = "it was not there before"
    RECIPE = "it is made in another way now"
    OUTPUT_GONE = "its file is gone"
    OUTPUT_CHANGED = "its file was changed by somebody else"
    FACT = "something that it shows is different"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a target is made again; `key` is the first fact that differs."""

    cause: Cause
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the last build knew of a target: its recipe, the facts it read, its bytes and their stamp.

    `written` is size and modification time of the output, by which a change from outside is seen.
    """

    recipe: str
    facts: tuple[tuple[Key, str], ...]
    digest: str
    written: tuple[int, int]


def judge(
    recipe: str,
    remembered: Remembered | None,
    on_disk: tuple[int, int] | None,
    digest: Callable[[Key], str],
) -> Reason | None:
    """Return the first reason to make a target again, or None."""
    if remembered is None:
        return Reason(Cause.NEW)
    if remembered.recipe != recipe:
        return Reason(Cause.RECIPE)
    if on_disk is None:
        return Reason(Cause.OUTPUT_GONE)
    if on_disk != remembered.written:
        return Reason(Cause.OUTPUT_CHANGED)
    for key, known in remembered.facts:
        if digest(key) != known:
            return Reason(Cause.FACT, key)
    return None
