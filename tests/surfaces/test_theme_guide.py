"""Every example of the theme guide after its first section, done as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from command import CHECKOUT, pinsite
from support.catalogues import write_small_catalogue, write_text

_BLOCK = re.compile(r"```(\w+)(?: (\S+))?\n(.*?)```", re.DOTALL)
#: Of what stands within a line, all that is whole.
_INLINE = re.compile(r"`(\{\{ (?:part|pin)\b[^`]*\}\})`")
_OWN = '{% extends "parent:pin.html" %}\n'


def examples() -> list[tuple[str, str, str]]:
    """Return the examples: kind, file, text."""
    rest = (CHECKOUT / "docs/theme-guide.md").read_text("utf-8").split("\n## Options\n")[1]
    found = _BLOCK.findall(rest)
    return [*found, *(("jinja", "templates/pin.html", one) for one in _INLINE.findall(rest))]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small catalogue whose pin has a key of its own, with a theme of its own as the guide makes it."""
    root = write_small_catalogue(tmp_path / "pins")
    pin = root / "pins/moon-moth.yaml"
    pin = pin if pin.exists() else root / "pins/moon-moth/pin.yaml"
    write_text(pin, pin.read_text("utf-8") + "x_scent: night jasmine\n")
    assert pinsite("theme", "new", "mine", "--parent", "atelier", cwd=root).code == 0
    return root


def do(site: Path, path: str, text: str) -> None:
    """Put an example into its file: settings and declarations key by key, a template whole or as a block of its own."""
    file = site / path
    before = file.read_text("utf-8") if file.exists() else ""
    if path.endswith(".yaml"):
        keys = set(re.findall(r"^(\w+):", text, re.MULTILINE))
        kept = re.split(r"^(?=\w+:)", before, flags=re.MULTILINE)
        before = "".join(part for part in kept if part.partition(":")[0] not in keys)
        write_text(file, f"{before.rstrip()}\n{text}")
    elif path.endswith("pin.html") and "extends" not in text:
        write_text(file, f"{before or _OWN}".replace("{% block stories %}", "{% block stories %}" + text))
    else:
        write_text(file, text)


def test_every_example_does_what_the_guide_says(site: Path) -> None:
    """All of them together make a site without a complaint about its theme, and each is seen in it."""
    found = examples()
    assert {(kind, path) for kind, path, _ in found} == {
        ("yaml", "pinsite.yaml"), ("css", "templates/site.css"), ("jinja", "templates/pin.html"), ("text", ""),
        ("yaml", "themes/mine/theme.yaml")}  # fmt: skip
    for kind, path, text in found:
        if kind != "text":
            do(site, path, text)
    settings = (site / "pinsite.yaml").read_text("utf-8")
    write_text(
        site / "pinsite.yaml",
        settings.replace("theme: atelier", "theme: mine").replace("hero: wide", "hero: none"),
    )
    write_text(site / "themes/mine/styles/mine.css", ".card { gap: 3px; }\n")
    for told in (pinsite("check", cwd=site), pinsite("build", cwd=site)):
        assert told.code == 0, told.err
        assert "THM" not in told.err, told.err
    page = (site / "public/pins/moon-moth/index.html").read_text("utf-8")
    (style,) = (site / "public/assets").glob("theme-*.css")
    css = style.read_text("utf-8")
    assert "Write to me if you own one of these." in page
    assert "night jasmine" in page
    assert 'id="colours"' not in page
    assert "--option-columns:3;" in css
    assert "--option-accent:#7a2426;" in css
    assert "--paper: #fdfdfb" in css
    assert ".card { gap: 3px; }" in css


def test_the_tree_of_a_theme_is_what_a_theme_may_hold(site: Path) -> None:
    """The guide's picture of a theme's folder names files that `theme new` makes and folders that are read."""
    (tree,) = (text for kind, _, text in examples() if kind == "text")
    names = re.findall(r"^  ([\w.]+)/?", tree, re.MULTILINE)
    assert names[0] == "theme.yaml"
    for folder in names[1:]:
        (site / "themes/mine" / folder).mkdir(exist_ok=True)
        write_text(site / "themes/mine" / folder / "nothing.txt", "")
    told = pinsite("theme", "list", cwd=site).err
    assert "nothing of a theme is read from this folder" not in told
