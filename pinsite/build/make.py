"""Decide what must be made again, and make it. Nothing of the site is touched here."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date
from functools import lru_cache, partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct, field

from pinsite import __version__
from pinsite.build.order import Superseded
from pinsite.build.template_mistakes import mistake_of
from pinsite.diagnostics import Problem
from pinsite.files import digest_bytes
from pinsite.freshness import (
    Answered,
    Before,
    Done,
    Facts,
    Key,
    Memory,
    Number,
    Numbers,
    Reason,
    Remembered,
    Row,
    Written,
    fact_rows,
    follow,
    judge,
    write,
)
from pinsite.outputs import MAKERS, Target
from pinsite.themes import make_environment
from pinsite.views import (
    FILTERS,
    FUNCTIONS,
    PRIVATE,
    WORTH_KEEPING,
    Answers,
    Material,
    Room,
    Views,
    writing,
)

_LIBRARIES = ("jinja2", "markdown", "nh3", "babel", "pymdown-extensions", "markupsafe", "snowballstemmer")
_MODULES = ("PIL", "jinja2", "markdown", "nh3", "babel", "pymdownx", "markupsafe", "snowballstemmer")
MOST_ERRORS = 20


@lru_cache(maxsize=1)
def versions() -> str:
    """Return the versions of all that shapes bytes."""
    return " ".join([__version__, *(f"{name} {version(name)}" for name in _LIBRARIES)])


def library_folders() -> tuple[Path, ...]:
    """Return the folders that libraries are installed in; another version changes their stamp."""
    found = (find_spec(name) for name in _MODULES)
    return tuple(sorted({Path(spec.origin).parent.parent for spec in found if spec and spec.origin}))


def recipe_of(target: Target, material: Material) -> str:
    """Return everything but facts and versions that shapes a target's bytes."""
    base = material.loaded.catalogue.site.base_url
    return f"{target.maker} {MAKERS[target.maker].RECIPE} {target.lang} {target.about} {base}"


class Made(Struct, frozen=True):
    """The bytes of a target, and the facts and pictures that they show."""

    target: Target
    content: bytes
    shows: Written

    @property
    def digest(self) -> str:
        """Return the digest of the bytes."""
        return digest_bytes(self.content)


class Decision(Struct):
    """Which targets are made again and why, and which stay."""

    reasons: dict[str, Reason] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


class Workshop:
    """Facts, environment and material of one build."""

    def __init__(
        self,
        material: Material,
        cache: Path | None,
        memory: Memory | None = None,
        is_superseded: Callable[[], bool] = lambda: False,
    ) -> None:
        self._is_superseded = is_superseded
        self.material = material
        self.memory = memory
        self.numbers = Numbers()
        #: Sources that the memory has as they are.
        self.as_before: frozenset[Key] = frozenset()
        self._changed: Mapping[Number, Key] = {}
        self._answers = Answers(material)
        self.facts = Facts(self._answer, WORTH_KEEPING, memory, PRIVATE)
        material.watch(self.facts)
        environment = make_environment(material.chain, FILTERS, FUNCTIONS, partial(writing, None), cache)
        base = material.loaded.catalogue.site.base_url
        self._room = Room(self.facts, material.texts_unnoted, base, environment, weaves=memory is not None)
        if memory is not None and not memory.is_empty:
            changes = follow(memory, self._digest_now, memory.suspect, self._whole_now)
            memory.believe(changes)
            self.as_before, self._changed = changes.same, changes.facts

    def _answer(self, key: Key) -> object:
        self._go_on()
        return self._answers(key)

    def _go_on(self) -> None:
        if self._is_superseded():
            raise Superseded

    def _digest_now(self, key: Key) -> str:
        self._go_on()
        return self._answers.digest_of_plain(key) or self.facts.digest_at_judgement(key)

    def _whole_now(self, question: str) -> str | None:
        self._go_on()
        return self._answers.digest_of_whole(question)

    @property
    def wholes(self) -> dict[str, str]:
        """Return the digests of all answers to a question together, for the questions that have such.

        No newer edit is heard here: it is asked when the site is written already.
        """
        known = ((question, self._answers.digest_of_whole(question)) for question in self._answers.wholes)
        return {question: digest for question, digest in known if digest is not None}

    def unasked(self, noted: Container[Number]) -> dict[Number, Row]:
        """Return the sources that have changed and that nobody needs any more, as they are now.

        Whoever needed one was asked again when the change was followed, and did without it.
        """
        digest = self._answers.digest_of_plain
        left = [key for number, key in self._changed.items() if number not in noted]
        now = ((key, Answered(found, (), frozenset())) for key in left if (found := digest(key)))
        return fact_rows(now, self.numbers)

    def warm_up(self) -> None:
        """Load what every process would load for itself: how each language writes numbers and dates."""
        for lang in self.material.loaded.catalogue.site.languages:
            texts = self.material.texts_unnoted(lang)
            texts.number(1234)
            texts.day(date(2000, 1, 1))

    def begin_apart(self) -> frozenset[Key]:
        """Make ready for work in a forked process; return the facts that the other processes know already."""
        if self.memory is not None:
            self.memory.reopen()
        return self.facts.keys

    def decide(
        self, targets: Iterable[Target], on_disk: Callable[[str], tuple[int, int] | None], decision: Decision
    ) -> None:
        """Ask each target why it should be made again."""
        memory = self.memory
        assert memory is not None
        for target in targets:
            known = memory.targets.get(target.path)
            seen = on_disk(target.path) if known else None
            differs = partial(memory.differs, target.path)
            reason = judge(recipe_of(target, self.material), known, seen, differs)
            if reason is None:
                decision.kept.append(target.path)
            else:
                decision.reasons[target.path] = reason

    def make(self, target: Target, lying: Callable[[str], bytes | None] = lambda _: None) -> Made:
        """Make one target; `lying` gives what lies in the output at its path, so that stretches of it can be kept."""
        views = Views(self._room, target.path, target.lang, self._before(target, lying))
        with self.facts.noting() as frame:
            content = MAKERS[target.maker].make(target, views)
        return Made(target, content, write(frame, views.woven(frame), self.numbers))

    def done(self, made: Made, stamp: tuple[int, int]) -> Done:
        """Return what is remembered of a target."""
        remembered = Remembered(recipe_of(made.target, self.material), made.digest, stamp)
        return Done(remembered, *made.shows)

    def _before(self, target: Target, lying: Callable[[str], bytes | None]) -> Before | None:
        """Return a target as it was made last, with the stretches that are as they were, if it lies there unchanged."""
        memory = self.memory
        known = memory.targets.get(target.path) if memory is not None else None
        if memory is None or known is None or known.recipe != recipe_of(target, self.material):
            return None
        stretches = memory.standing(target.path)
        content = lying(target.path) if stretches else None
        if content is None or digest_bytes(content) != known.digest:
            return None
        return Before(content.decode(), stretches)

    def problem_of(self, error: Exception, target: Target) -> Problem:
        """Point at the line of the template; an exception that no template is part of is a bug, and raised again."""
        return mistake_of(error, target.path, self._room.environment, self.material.chain)
