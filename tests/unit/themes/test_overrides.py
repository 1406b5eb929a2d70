"""What overrides what, what overrides nothing, and what has changed since an override was made."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.catalogues import write_text

from pinsite.diagnostics import Place, Problems
from pinsite.themes import (
    Chain,
    accept,
    all_notes,
    check_overrides,
    check_upstream,
    has_changed,
    noted,
    open_chain,
    overrides_of,
    remember_upstream,
)
from pinsite.themes.skeleton import skeleton_of

FRAME = "<main>{% block main %}{% endblock %}</main>{% block foot %}old foot{% endblock %}"
PIN = (
    "{% extends 'frame.html' %}{% block main %}{% block lead %}lead{% endblock %}"
    "{% block facts %}facts{% endblock %}{% endblock %}"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a catalogue with a theme that has a parent."""
    write_text(tmp_path / "themes/base/theme.yaml", "name: base\napi: 1\n")
    write_text(tmp_path / "themes/base/templates/frame.html", FRAME)
    write_text(tmp_path / "themes/base/templates/pin.html", PIN)
    write_text(tmp_path / "themes/base/templates/_card.html", "card")
    write_text(tmp_path / "themes/base/templates/home.html", "{% include '_card.html' %}")
    write_text(tmp_path / "themes/mine/theme.yaml", "name: mine\napi: 1\nparent: base\n")
    return tmp_path


def chain_of(root: Path) -> Chain:
    """Return the chain of the theme."""
    chain = open_chain(root, "mine", Problems(), Place("pinsite.yaml"))
    assert chain
    return chain


def told(root: Path) -> list[tuple[str, int, int, str]]:
    """Return the warnings of overrides: path, line, column, help."""
    problems = Problems()
    check_overrides(chain_of(root), problems)
    assert all(one.code.id == "THM007" and one.severity == "warning" for one in problems)
    return [(one.place.path, one.place.line, one.place.column, one.help) for one in problems]


def test_blocks_and_whole_templates_are_told_apart(root: Path) -> None:
    """A block is held against the nearest block of its name, however far down; the rest is inherited."""
    write_text(root / "themes/mine/templates/pin.html",
               '{% extends "parent:pin.html" %}{% block lead %}mine{% block new %}{% endblock %}{% endblock %}'
               "{% block foot %}old foot{% endblock %}")  # fmt: skip
    write_text(root / "templates/_card.html", "my card")
    found = [
        (one.title, one.upstream.shown, one.upstream_text, one.differs)
        for one in overrides_of(chain_of(root))
    ]
    assert found == [
        ("templates/_card.html", "themes/base/templates/_card.html", "card", True),
        ("themes/mine/templates/pin.html, block lead", "themes/base/templates/pin.html", "lead", True),
        ("themes/mine/templates/pin.html, block foot", "themes/base/templates/frame.html", "old foot", False),
    ]


def test_what_overrides_nothing_is_told_with_the_nearest_name(root: Path) -> None:
    """A template, a part that nobody refers to, a block, a text outside of blocks."""
    write_text(root / "templates/pinn.html", "x")
    write_text(root / "templates/_crad.html", "x")
    write_text(root / "themes/mine/templates/pin.html",
               '{% extends "parent:pin.html" %}\n{% block led %}x{% endblock %}\n\n  text\n{{ more }}\n')  # fmt: skip
    assert told(root) == [
        ("templates/_crad.html", 0, 0, "did you mean `_card.html`?"),
        ("templates/pinn.html", 0, 0, "did you mean `pin.html`?"),
        ("themes/mine/templates/pin.html", 2, 10, "did you mean `lead`?"),
        (
            "themes/mine/templates/pin.html", 4, 3,
            "a template that extends another shows its blocks only; put this into one of them",
        ),
    ]  # fmt: skip


def test_what_is_used_is_not_told(root: Path) -> None:
    """Parts of one's own that a template refers to, styles, texts, macros and imports above the blocks."""
    write_text(root / "templates/_mine.html", "x")
    write_text(root / "templates/site.css", "a{}")
    write_text(root / "templates/locale/de.po", "")
    write_text(root / "templates/pin.html",
               '{% extends "parent:pin.html" %}\n{# a word #}\n{% from "_mine.html" import a %}\n'
               "{% set b = 1 %}{% set c %}text{% endset %}{% macro d() %}text {{ b }}{% endmacro %}\n"
               "{% block lead %}{% include '_mine.html' %}{% block inner %}{% endblock %}{% endblock %}\n"
               "{% raw %}{% endraw %}")  # fmt: skip
    assert told(root) == []


def test_blocks_in_comments_and_raw_text_are_none() -> None:
    """Only what Jinja takes for a block is one."""
    text = "{# {% block a %}{% endblock %} #}{% raw %}{% block b %}{% endblock %}{% endraw %}"
    text += "{%- block c -%}x{%- endblock c -%}"
    assert {name: one.text for name, one in skeleton_of(text).blocks.items()} == {"c": "x"}


def test_a_change_upstream_is_told_of_the_block_that_it_is_in(root: Path, tmp_path: Path) -> None:
    """Once noted; a change of another block of the same template is inherited, and nobody's worry."""
    state = tmp_path / ".pinsite"
    path = write_text(root / "themes/mine/templates/pin.html",
                      '{% extends "parent:pin.html" %}\n{% block lead %}x{% endblock %}')  # fmt: skip
    accept(chain_of(root), 1)
    assert "lead" in (root / "themes/mine/upstream.yaml").read_text("utf-8")

    def warned() -> list[Place]:
        problems = Problems()
        check_upstream(chain_of(root), state, problems)
        return [one.place for one in problems]

    write_text(root / "themes/base/templates/pin.html", PIN.replace("facts{% endblock", "other{% endblock"))
    assert warned() == []
    write_text(root / "themes/base/templates/pin.html", PIN.replace("lead{% endblock", "new lead{% endblock"))
    assert warned() == [Place("themes/mine/templates/pin.html", 2, 10, 4)]
    accept(chain_of(root), 1)
    assert warned() == []
    path.unlink()
    accept(chain_of(root), 1)
    assert not (root / "themes/mine/upstream.yaml").exists()


def test_an_override_that_nobody_noted_is_remembered_by_the_build(root: Path, tmp_path: Path) -> None:
    """As it was when a build saw it first; a note of its author's goes before, and one that is broken does no harm."""
    state = tmp_path / ".pinsite"
    state.mkdir()
    write_text(root / "templates/_card.html", "mine")
    (override,) = overrides_of(chain_of(root))
    assert noted(override, all_notes(chain_of(root), state)) is None
    remember_upstream(chain_of(root), state)
    write_text(root / "themes/base/templates/_card.html", "changed")
    remember_upstream(chain_of(root), state)
    (override,) = overrides_of(chain_of(root))
    assert has_changed(override, all_notes(chain_of(root), state))
    accept(chain_of(root), 0)
    assert not has_changed(override, all_notes(chain_of(root), state))
    for broken in ("[", "- a", "a: b", "\udcff"):
        (root / "templates/upstream.yaml").write_bytes(broken.encode("utf-8", "surrogateescape"))
        assert has_changed(override, all_notes(chain_of(root), state))
    (state / "overrides.json").write_text("{", "utf-8")
    assert not has_changed(override, all_notes(chain_of(root), state))


@pytest.mark.parametrize(
    "text", ["a\n\n  b\n", "tab\there \n\tx", "'quotes\": {}", "- x\n# y", "ünï ✻", "", "\n\n a"]
)
def test_a_note_holds_any_text(text: str, root: Path) -> None:
    """What is noted is what was there, but for space that nobody sees."""
    write_text(root / "themes/base/templates/_card.html", text)
    write_text(root / "templates/_card.html", "mine")
    accept(chain_of(root), 0)
    (override,) = overrides_of(chain_of(root))
    assert not has_changed(override, all_notes(chain_of(root)))
    write_text(root / "themes/base/templates/_card.html", text + "more")
    (override,) = overrides_of(chain_of(root))
    assert has_changed(override, all_notes(chain_of(root)))
