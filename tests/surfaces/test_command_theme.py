"""`pinsite theme`, as an artist types it: the guide's five minutes, and an upgrade that changes an override."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from command import CHECKOUT, Outcome, pinsite
from support.catalogues import edit, write_small_catalogue, write_text

GUIDE = CHECKOUT / "docs/theme-guide.md"
MAIN = '{%% extends "parent:404.html" %%}\n{%% block main %%}%s{%% endblock %%}'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small catalogue with the theme of artists."""
    root = write_small_catalogue(tmp_path / "pins")
    edit(root / "pinsite.yaml", '"foundation"', '"atelier"')
    return root


def done(*arguments: str, cwd: Path) -> Outcome:
    """Run a command that must succeed."""
    outcome = pinsite(*arguments, cwd=cwd)
    assert outcome.code == 0, outcome.err
    return outcome


def test_a_newcomer_changes_a_colour_and_a_block_as_the_guide_says(site: Path) -> None:
    """Every command and every text of the first section is typed as it stands there, in its order."""
    section = GUIDE.read_text("utf-8").split("\n## ")[1]
    assert section.startswith("Five minutes")
    steps = re.findall(r"```(\w+)(?: (\S+))?\n(.*?)```", section, re.DOTALL)
    assert {kind for kind, _, _ in steps} == {"sh", "yaml", "html"}
    for kind, path, text in steps:
        if kind == "sh":
            for line in text.strip().splitlines():
                done(*line.removeprefix("pinsite ").split(), cwd=site)
        elif path == "pinsite.yaml":
            settings = (site / path).read_text("utf-8")
            write_text(site / path, settings + text)
        else:
            before, after = (site / path).read_text("utf-8"), text.splitlines()
            assert [line for line in after if line in before.splitlines()] == before.splitlines()
            write_text(site / path, text)
    assert "THM" not in done("check", cwd=site).err
    page = (site / "public/404.html").read_text("utf-8")
    (style,) = (site / "public/assets").glob("theme-*.css")
    assert "--option-accent:#7a2426;" in style.read_text("utf-8")
    assert "I am at the market" in page
    assert "I am at the market" in (site / "public/pins/moon-moth/index.html").read_text("utf-8")


def test_list_tells_themes_options_and_what_is_wrong(site: Path) -> None:
    """Which is in use, whose child each is, what each option takes; a broken theme hides no other."""
    write_text(site / "themes/broken/theme.yaml", "name: broken\n")
    outcome = done("theme", "list", cwd=site)
    assert "atelier (in use, comes with pinsite, child of foundation)" in outcome.out
    assert "hero: one of `split`, `wide`, `none`; 'split' by default." in outcome.out
    assert "broken cannot be used:" in outcome.out
    assert "themes/broken/theme.yaml:1:1: error THM001: `api` is missing" in outcome.err


def test_a_new_theme_looks_like_its_parent(site: Path) -> None:
    """One command and one line of settings; the site is the same but for the name of a layer."""
    done("build", cwd=site)
    before = (site / "public/pins/moon-moth/index.html").read_text("utf-8")
    done("theme", "new", "mine", cwd=site)
    edit(site / "pinsite.yaml", '"atelier"', '"mine"')
    assert "THM" not in done("build", cwd=site).err
    after = (site / "public/pins/moon-moth/index.html").read_text("utf-8")
    hashed = re.compile(r"theme-\w+\.css")
    assert hashed.sub("", after) == hashed.sub("", before)


@pytest.mark.parametrize(("name", "said"), [
    ("My Theme", "is no name for a theme"), ("site", "is no name for a theme"), ("../x", "is no name for a theme"),
    ("atelier", "there is a theme `atelier` already"),
])  # fmt: skip
def test_a_name_that_cannot_be_is_refused(name: str, said: str, site: Path) -> None:
    """And nothing is written."""
    outcome = pinsite("theme", "new", name, cwd=site)
    assert outcome.code == 2
    assert said in outcome.err
    assert not (site / "themes").exists()


@pytest.mark.parametrize(("call", "said"), [
    (("pinn.html",), "there is no template `pinn.html`; did you mean `pin.html`?"),
    (("pin.html", "fact"), "`pin.html` has no block `fact`; did you mean `facts`?"),
    (("404.html",), "is there already"),
    (("404.html", "main"), "is copied already"),
])  # fmt: skip
def test_what_cannot_be_copied_is_said(call: tuple[str, ...], said: str, site: Path) -> None:
    """With the nearest name."""
    write_text(site / "templates/404.html", '{% extends "parent:404.html" %}{% block main %}{% endblock %}')
    outcome = pinsite("theme", "copy", *call, cwd=site)
    assert outcome.code == 2
    assert said in outcome.err


def test_a_copied_block_changes_nothing_and_diff_says_so(site: Path) -> None:
    """It brings the imports that it needs; a second one goes into the same file."""
    done("build", cwd=site)
    before = (site / "public/pins/moon-moth/index.html").read_bytes()
    for block in ("neighbours", "facts", "story"):
        done("theme", "copy", "pin.html", block, cwd=site)
    done("build", cwd=site)
    assert (site / "public/pins/moon-moth/index.html").read_bytes() == before
    told = done("theme", "diff", cwd=site).out
    assert told.count("the same as what it overrides; it can go") == 3


def test_an_upgrade_is_told_shown_and_accepted(site: Path) -> None:
    """What was overridden changes with another version of the theme: a warning, the change, and peace again."""
    parent = site / "themes/parent"
    shutil.copytree(CHECKOUT / "themes/atelier", parent)
    edit(parent / "theme.yaml", "name: atelier", "name: parent")
    write_text(parent / "templates/404.html", MAIN % "\none\ntwo\n")
    edit(site / "pinsite.yaml", '"atelier"', '"parent"')
    write_text(site / "templates/404.html", MAIN % "one\nmine\n")
    assert "nothing notes what it was made from" in done("theme", "diff", cwd=site).out
    assert "templates/upstream.yaml notes" in done("theme", "diff", "--accept", cwd=site).out
    edit(parent / "templates/404.html", "two", "three")
    warned = done("build", cwd=site).err
    assert "templates/404.html:2:10: warning THM012" in warned
    assert "THM012" in done("build", cwd=site).err
    shown = done("theme", "diff", "--lines", cwd=site).out
    title = "templates/404.html, block main (themes/parent/templates/404.html)"
    assert f"{title}: differs; what it overrides has changed" in shown
    assert {"-two", "+three", "+mine"} <= {line.strip() for line in shown.splitlines()}
    done("theme", "diff", "--accept", cwd=site)
    assert "THM012" not in done("build", cwd=site).err


def test_diff_knows_what_a_build_saw_first(site: Path) -> None:
    """Of an override written by hand nobody has noted what it was made from; a build remembers, for every output."""
    write_text(site / "templates/404.html", MAIN % "Gone for a walk")
    assert "nothing notes" in done("theme", "diff", cwd=site).out
    done("build", "--output", "elsewhere", cwd=site)
    told = done("theme", "diff", cwd=site).out
    assert "404.html, block main" in told
    assert "nothing notes" not in told
