"""Read texts as a catalogue does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from pinsite.diagnostics import Problem, Problems
from pinsite.files import stamps_below
from pinsite.source import Call, Loaded, TextFile, load
from pinsite.source.yaml_text import Node, compose, plain

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SETTINGS = "title: Test\nauthor: Ada\nlanguages: [en, ja]\n"


def compose_text(text: str) -> tuple[Node | None, list[Problem]]:
    """Read a YAML text."""
    problems = Problems()
    return compose(TextFile("pins/x.yaml", text), problems), list(problems)


def values(text: str) -> object:
    """Return the values of a YAML text that has no mistake."""
    node, problems = compose_text(text)
    assert not problems
    assert node is not None
    return plain(node)


def load_files(
    root: Path, files: Mapping[str, str | bytes], drafts: bool = False
) -> tuple[Loaded, list[Problem]]:
    """Write a catalogue and read it."""
    for path, content in {"pinsite.yaml": SETTINGS, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    problems = Problems()
    loaded = load(root, stamps_below(root), Call(NOW, drafts=drafts), problems)
    return loaded, list(problems)


def codes(problems: list[Problem]) -> set[str]:
    """Return the codes of problems, without what is merely missing."""
    return {one.code.id for one in problems if not one.code.id.startswith("PIN10")}


def spot(problem: Problem) -> tuple[str, int, int, int]:
    """Return code, line, column and length."""
    return problem.code.id, problem.place.line, problem.place.column, problem.place.length
