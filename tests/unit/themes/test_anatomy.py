"""What a block comes from: its definitions, what they refer to, what they name; and no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.catalogues import write_text

from pinsite.diagnostics import Place, Problems
from pinsite.themes import REST, Anatomy, open_chain

FRAME = "<html>{% block main %}{% endblock %}{% block foot %}foot {{ site }}{% endblock %}</html>"
BASE_PIN = (
    '{% extends "frame.html" %}{% from "_macros.html" import one, two as second %}'
    "{% block main %}{% block lead %}{{ one() }}{% endblock %}{% block facts %}{{ second() }}{% endblock %}"
    '{% block notes %}{% include "_notes.html" %}{% endblock %}{% endblock %}'
)
PIN = '{% extends "parent:pin.html" %}\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a catalogue with a theme of two levels."""
    write_text(tmp_path / "themes/base/theme.yaml", "name: base\napi: 1\n")
    base = tmp_path / "themes/base/templates"
    write_text(base / "frame.html", FRAME)
    write_text(base / "pin.html", BASE_PIN)
    write_text(base / "_macros.html", "{% macro one() %}1{% endmacro %}{% macro two() %}2{% endmacro %}")
    write_text(base / "_notes.html", "notes {{ word }}")
    return tmp_path


def anatomy(root: Path, template: str = "pin.html") -> Anatomy:
    """Return the blocks as a new build sees them."""
    problems = Problems()
    chain = open_chain(root, "base", problems, Place("pinsite.yaml"))
    assert chain, list(problems)
    return Anatomy(chain, template)


def digests(root: Path) -> dict[str, str | None]:
    """Return the digest of each block that can be kept."""
    found = anatomy(root)
    return {name: found.digest(name) for name in found.names}


def changed(root: Path, own: str, path: str = "templates/pin.html") -> set[str]:
    """Return the blocks that a template changes."""
    before = digests(root)
    write_text(root / path, own)
    after = digests(root)
    return {name for name in before | after if before.get(name) != after.get(name)}


def test_every_block_and_the_rest_can_be_kept(root: Path) -> None:
    """The rest is what the last template writes outside of all."""
    assert set(digests(root)) == {REST, "main", "foot", "lead", "facts", "notes"}


def test_an_override_changes_its_blocks_alone(root: Path) -> None:
    """Also where there was none; what stands around a block does not hold it."""
    assert changed(root, PIN) == set()
    assert changed(root, PIN + "{% block foot %}{{ super() }}!{% endblock %}") == {"foot"}
    assert changed(root, PIN + "{% block foot %}{{ super() }}?{% endblock %}") == {"foot"}


def test_comments_and_lines_change_nothing(root: Path) -> None:
    """A digest is of what a template does."""
    write_text(root / "templates/pin.html", PIN + "{% block foot %}!{% endblock %}")
    assert changed(root, PIN + "\n\n{# why #}{%  block foot  %}!{% endblock foot %}") == set()


def test_what_is_set_changes_the_blocks_that_name_it(root: Path) -> None:
    """Through included templates, and through what uses it to set something else."""
    assert changed(root, PIN + '{% set word = "a" %}') == {"notes"}
    assert changed(root, PIN + '{% set word = "b" %}') == {"notes"}
    more = PIN + '{% set start = "%s" %}{% set word = start %}{% set site = 1 %}'
    assert changed(root, more.replace("%s", "a")) == {"notes", "foot"}
    assert changed(root, more.replace("%s", "b")) == {"notes"}


def test_an_imported_file_changes_the_blocks_that_call_it(root: Path) -> None:
    """By whatever name they have imported it."""
    write_text(root / "themes/base/templates/_more.html", "{% macro far() %}f{% endmacro %}")
    own = PIN + '{% from "_more.html" import far as near %}{% block lead %}{{ near() }}{% endblock %}'
    assert changed(root, own) == {"lead"}
    assert changed(root, "{% macro far() %}g{% endmacro %}", "themes/base/templates/_more.html") == {"lead"}
    assert changed(root, "{% macro one() %}x{% endmacro %}", "templates/_macros.html") == {"lead", "facts"}


def test_an_included_file_changes_the_block_that_includes_it(root: Path) -> None:
    """And one that is not there yet."""
    assert changed(root, "other {{ word }}", "templates/_notes.html") == {"notes"}
    own = PIN + '{% block foot %}{% include "_none.html" ignore missing %}{% endblock %}'
    assert changed(root, own) == {"foot"}
    assert changed(root, "now", "templates/_none.html") == {"foot"}


def test_a_block_of_a_turn_belongs_to_what_surrounds_it(root: Path) -> None:
    """A block that sees what is around it cannot be kept by itself."""
    turn = "{% block turn scoped %}{{ one }}%s{% endblock %}"
    own = PIN + "{% block lead %}{% for one in 'ab' %}" + turn + "{% endfor %}{% endblock %}"
    assert changed(root, own.replace("%s", "")) == {"lead"}
    assert changed(root, own.replace("%s", "!")) == {"lead"}
    assert "turn" not in digests(root)


@pytest.mark.parametrize(
    "own",
    [
        "{% set seen = namespace(n=0) %}",
        "{% set ids = [1]|map('string') %}",
        "{% block lead %}{{ self.foot() }}{% endblock %}",
        "{% if site %}{% block lead %}{% endblock %}{% endif %}",
    ],
)
def test_what_is_not_certain_is_not_kept(root: Path, own: str) -> None:
    """What is shared and changes while a page is made, and blocks that are called from elsewhere."""
    write_text(root / "templates/pin.html", PIN + own)
    assert anatomy(root).names == ()


@pytest.mark.parametrize(
    "own", ['{% extends "pin.html" %}', "{% extends site %}", "a {% extends 'frame.html' %}", "{% if"]
)
def test_a_line_that_cannot_be_followed_has_no_blocks(root: Path, own: str) -> None:
    """A template that extends itself, or any; its digest is that of the whole."""
    write_text(root / "templates/pin.html", own)
    found = anatomy(root)
    assert found.names == ()
    assert found.digest("foot") == found.digest("lead") is not None


def test_a_frame_that_sets_something_is_always_written(root: Path) -> None:
    """Its blocks see what it sets."""
    write_text(root / "templates/frame.html", "{% set word = 1 %}" + FRAME)
    assert REST not in anatomy(root).names
    assert changed(root, "{% set word = 2 %}" + FRAME, "templates/frame.html") == {"notes"}
