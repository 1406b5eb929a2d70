"""Decide what must be made again, and make it. Nothing of the site is touched here."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError

from pinsite import __version__
from pinsite.diagnostics import Place, Problem, Problems
from pinsite.diagnostics.codes import CODES
from pinsite.files import digest_bytes
from pinsite.freshness import Facts, Key, Memory, Numbers, Reason, follow, judge
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
    part,
    writing,
)

_LIBRARIES = ("jinja2", "markdown", "nh3", "babel", "pymdown-extensions", "markupsafe")
_MODULES = ("PIL", "jinja2", "markdown", "nh3", "babel", "pymdownx", "markupsafe")
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


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a target, the facts that they show, and the pictures."""

    target: Target
    content: bytes
    reads: tuple[Key, ...]
    marks: frozenset[str]

    @property
    def digest(self) -> str:
        """Return the digest of the bytes."""
        return digest_bytes(self.content)


@dataclass
class Decision:
    """Which targets are made again and why, and which stay."""

    reasons: dict[str, Reason] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


class Workshop:
    """Facts, environment and material of one build."""

    def __init__(self, material: Material, cache: Path | None, memory: Memory | None = None) -> None:
        self.material = material
        self.memory = memory
        self.numbers = Numbers()
        self._answers = Answers(material)
        self.facts = Facts(self._answer, WORTH_KEEPING, memory, PRIVATE)
        material.watch(self.facts)
        environment = make_environment(material.chain, FILTERS, FUNCTIONS, partial(writing, None), cache)
        self._room = Room(
            self.facts, material.texts_unnoted, material.loaded.catalogue.site.base_url, environment
        )
        if memory is not None and not memory.is_empty:
            memory.believe(follow(memory, self.facts.digest_at_judgement, memory.suspect))

    def _answer(self, key: Key) -> object:
        return part(self._room, *key[1:]) if key[0] == "part" else self._answers(key)

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

    def make(self, target: Target) -> Made:
        """Make one target."""
        with self.facts.noting() as frame:
            content = MAKERS[target.maker].make(target, Views(self._room, target.path, target.lang))
        return Made(target, content, tuple(frame.needs), frozenset(frame.marks))

    def problem_of(self, error: Exception, target: Target) -> Problem:
        """Point at the line of the template; an exception that no template is part of is a bug, and raised again."""
        problems = Problems()
        _report(error, target, self, problems)
        return next(iter(problems))


def _report(error: Exception, target: Target, workshop: Workshop, problems: Problems) -> None:
    chain = workshop.material.chain
    if isinstance(error, TemplateNotFound):
        place = _place_in_template(error.__traceback__, workshop) or Place(str(error.name))
        problems.add(
            CODES["THM006"], place, f"there is no template `{error.name}`", f"while making {target.path}"
        )
        return
    if isinstance(error, TemplateSyntaxError):
        shown = _shown(Path(error.filename or ""), workshop)
        problems.add(CODES["THM005"], Place(shown, error.lineno, 1), str(error.message), "")
        return
    place_found = _place_in_template(error.__traceback__, workshop)
    if place_found is None or chain is None:
        raise error
    problems.add(
        CODES["THM005"], place_found, f"{type(error).__name__}: {error}", f"while making {target.path}"
    )


def _place_in_template(trace: TracebackType | None, workshop: Workshop) -> Place | None:
    folders = [folder for folder, _ in workshop.material.chain.folders]
    for frame in reversed(traceback.extract_tb(trace)):
        if any(Path(frame.filename).is_relative_to(folder) for folder in folders):
            return Place(_shown(Path(frame.filename), workshop), frame.lineno or 1, 1)
    return None


def _shown(path: Path, workshop: Workshop) -> str:
    for folder, shown in workshop.material.chain.folders:
        if path.is_relative_to(folder):
            inside = path.relative_to(folder).as_posix()
            return f"{shown}/{inside}" if shown == "templates" else f"themes/{shown}/{inside}"
    return path.as_posix()
