"""Makers have one shape, and ask only questions that there are."""

from __future__ import annotations

import ast
import re

import pytest
from support.builds import Studio
from support.house import HOUSE, files, tree

from pinsite.build.make import recipe_of, versions
from pinsite.outputs import MAKERS
from pinsite.views import Answers


@pytest.mark.parametrize("name", MAKERS)
def test_a_maker_is_two_functions_and_a_constant(name: str) -> None:
    """`plan`, `make` and `RECIPE`, all said what they do."""
    maker = MAKERS[name]
    assert isinstance(maker.RECIPE, int)
    assert maker.plan.__doc__ and maker.make.__doc__ and maker.__doc__


def test_every_question_that_is_asked_has_an_answer(studio: Studio) -> None:
    """A misspelt question would be a crash on somebody's page."""
    assert studio.last.material
    known = Answers(studio.last.material).names
    asked = set()
    for file in files():
        if file.startswith(("outputs/", "views/")):
            for node in ast.walk(tree(file)):
                if (
                    isinstance(node, ast.Call)
                    and getattr(node.func, "attr", "") in ("ask", "_ask")
                    and node.args
                ):
                    first = node.args[0]
                    if isinstance(first, ast.Constant):
                        asked.add(first.value)
    assert asked <= known
    assert len(asked) > 20


def test_every_answer_is_read_by_somebody() -> None:
    """A question that nobody asks is one too many; the judge asks only what was read."""
    text = "".join(
        (HOUSE / file).read_text("utf-8")
        for file in files()
        if file.startswith(("outputs/", "views/", "build/"))
    )
    names = re.findall(r'^    "([a-z ]+)":', (HOUSE / "views/answers.py").read_text("utf-8"), re.MULTILINE)
    assert len(names) > 30
    unread = [name for name in names if text.count(f'"{name}"') < 2]
    assert unread == []


def test_every_target_says_where_it_comes_from(studio: Studio) -> None:
    """Should two want one path, people must know which."""
    targets = studio.last.targets or {}
    assert all(target.origin for target in targets.values())


def test_a_recipe_names_maker_language_subject_and_libraries(studio: Studio) -> None:
    """All that shapes bytes and is no fact."""
    target = studio.last.targets["de/pins/moon-moth/index.html"]
    assert studio.last.material
    assert recipe_of(target, studio.last.material).split()[:3] == ["pin", "1", "de"]
    assert all(library in versions() for library in ("jinja2", "markdown", "babel", "nh3"))
