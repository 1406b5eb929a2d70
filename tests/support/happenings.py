"""What can happen to a small catalogue between two builds: one function each, of a studio."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from support.builds import Studio
from support.catalogues import (
    write_document,
    write_ledger,
    write_picture,
    write_pin,
    write_series,
    write_settings,
    write_text,
)
from support.stopping import Stopped, stopped_at

TEMPLATES = {
    "404.html": (
        '{% extends "parent:404.html" %}{% block main %}'
        '{% include "_part.html" ignore missing %}{% endblock %}'
    ),
    "_part.html": "part {{ site.title|said }}",
    "_card.html": "{% macro pin_card(card) %}{{ card.title|said }}{% endmacro %}"
    "{% macro pin_grid(cards) %}{% for card in cards %}{{ card.title|said }}{% endfor %}{% endmacro %}",
    "home.html": '{% from "_card.html" import pin_grid with context %}{{ pin_grid(newest) }}',
    "pin.html": '{% extends "parent:pin.html" %}{% block footer %}{{ site.title|said }}{% endblock %}',
    "terms.html": "{% for term in terms %}{{ term.label|said }} {{ term.count }}\n{% endfor %}",
    "story.html": (
        '{% for card in cards %}{{ card.title|said }}{% endfor %}{% include "_none.html" ignore missing %}'
    ),
    "_none.html": "{{ option.motto if option.motto is defined else 'no motto' }}",
    "site.css": "body { margin: 1rem }",
}
#: What a template of pin pages can do with blocks.
BLOCKS = {
    "more": "{% block footer %}{{ super() }} more{% endblock %}",
    "less": "{% block footer %}{{ site.title|said }}{% endblock %}",
    "one word": '{% set word = "one" %}{% block lead %}{{ word }}{{ super() }}{% endblock %}',
    "another word": '{% set word = "another" %}{% block lead %}{{ word }}{{ super() }}{% endblock %}',
    "a title": "{% set named = pin.title.text %}{% block story %}{{ named }}{{ super() }}{% endblock %}",
    "a filter": "{% block facts %}{% filter upper %}{{ super() }}{% endfilter %}{% endblock %}",
    "a block within": "{% block notes %}{% block within %}{{ status }}{% endblock %}{{ super() }}{% endblock %}",
    "kept apart": "{% block numbers %}{% set kept %}{% block apart %}{{ status }}{% endblock %}{% endset %}"
    "{{ kept|upper }}{% endblock %}",
    "several times": "{% block variants %}{% for one in 'ab' %}{% block again %}{{ counter.left if counter }}"
    "{% block deep %}{{ pin.title|said }}{% endblock %}{% endblock %}{% endfor %}{% endblock %}",
    "scoped": "{% block making %}{% for one in (status, 2) %}{% block turn scoped %}{{ one }}{% endblock %}"
    "{% endfor %}{% endblock %}",
    "counted": "{% set seen = namespace(n=0) %}{% block gallery %}{% set seen.n = 2 if counter else 1 %}"
    "{{ super() }}{% endblock %}{% block origin %}{{ seen.n }}{% endblock %}",
    "once more": "{% block collect %}{{ self.story() }}{% endblock %}",
    "a macro": "{% macro shout(text) %}{{ text|upper }}{{ page.title }}{% endmacro %}"
    "{% block colours %}{{ shout(status) }}{% endblock %}",
    "a part": '{% block edition %}{{ part("_part.html") }}{{ super() }}{% endblock %}',
    "any template": "{% block stories %}{% include [option.motto ~ '.html', '_part.html'] ignore missing %}"
    "{% endblock %}",
    "what surrounds": "{% block main %}<div>{{ super() }}</div>{% endblock %}",
    "used up": "{% set ids = related.ids|map('upper') %}{% block header %}{{ ids|join }}{% endblock %}"
    "{% block trail %}{{ ids|join }}{% endblock %}",
}
OWN_THEMES = {
    "with a motto": "options:\n  motto: {type: text, default: quiet}\n",
    "with another motto": "options:\n  motto: {type: text, default: loud}\n",
    "with more": "options:\n  motto: {type: text, default: quiet}\n  more: {type: flag, default: 'false'}\n",
    "without a motto": "options: {}\n",
}
GERMAN = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Pins"
msgstr "Anstecker"
"""
_USUAL = {"paginate": 2, "images": {"formats": ["jpeg"]}}


def start(studio: Studio) -> None:
    """Write the catalogue that edits begin with: `moth` stays, the others come and go."""
    settings(studio, {})
    write_picture(studio.root / "images/wing.png", "#112233", (40, 30))
    write_picture(studio.root / "images/back.png", "#332211", (30, 40))
    write_pin(studio.root, "moth", title="Moth", edition={"type": "limited", "size": 30})
    write_pin(studio.root, "fox", series="garden")
    write_document(studio.root, "stories", "tale", "Once.")
    own_theme(studio, "foundation", "with a motto")


def start_again(studio: Studio) -> None:
    """Put everything back to what it was at first; the site, the memory and the day stay as they are."""
    for path in studio.root.iterdir():
        if path.name not in (".pinsite", "public"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    call(studio, None, False)
    start(studio)


def settings(studio: Studio, given: Mapping[str, object]) -> None:
    """Write the settings."""
    write_settings(studio.root, **{**_USUAL, **given})


def pin(studio: Studio, id: str, given: Mapping[str, object]) -> None:
    """Write a pin, wherever it stood before."""
    shutil.rmtree(studio.root / "pins" / id, ignore_errors=True)
    write_pin(studio.root, id, **given)


def pin_in_a_folder(studio: Studio, id: str) -> None:
    """Give a pin a folder of its own, with a picture beside it that shadows the shared one."""
    path = studio.root / "pins" / f"{id}.yaml"
    if path.exists():
        folder = path.with_suffix("")
        folder.mkdir()
        path.rename(folder / "pin.yaml")
        write_picture(folder / "back.png", "#998877", (20, 20))


def rename(studio: Studio, old: str, new: str) -> None:
    """Give the file of a pin another name, which makes it another pin."""
    path = studio.root / "pins" / f"{old}.yaml"
    if path.exists():
        shutil.rmtree(studio.root / "pins" / new, ignore_errors=True)
        path.replace(path.with_name(f"{new}.yaml"))


def series(studio: Studio, id: str, given: Mapping[str, object]) -> None:
    """Write a series."""
    write_series(studio.root, id, **given)


def document(studio: Studio, kind: str, id: str, given: Mapping[str, object], body: str) -> None:
    """Write a story or a page."""
    write_document(studio.root, kind, id, body, **given)


def ledger(studio: Studio, rows: list[str]) -> None:
    """Write the ledger anew."""
    write_ledger(studio.root, rows)


def addresses(studio: Studio, row: str) -> None:
    """Write down by hand what was once called otherwise."""
    write_text(studio.root / "addresses.csv", f"kind,id,slug\n{row}\n")


def remove(studio: Studio, path: str) -> None:
    """Take a file away, or a folder with all that is in it."""
    whole = studio.root / path
    shutil.rmtree(whole) if whole.is_dir() else whole.unlink(missing_ok=True)


def touch(studio: Studio, path: str) -> None:
    """Give a file another time and nothing else."""
    if (studio.root / path).exists():
        (studio.root / path).touch()


def comment(studio: Studio, path: str) -> None:
    """Write a remark into a YAML file, and turn its keys around."""
    whole = studio.root / path
    if whole.is_file():
        lines = [line for line in whole.read_text("utf-8").splitlines() if not line.startswith("#")]
        whole.write_text("\n".join(["# a remark", *reversed(lines)]) + "\n", "utf-8")


def sneak(studio: Studio, path: str, letter: str) -> None:
    """Change a letter of a text; the time of the file is set back, and its length is the same."""
    whole = studio.root / path
    if whole.is_file():
        status, text = whole.stat(), whole.read_text("utf-8")
        whole.write_text(text.replace("Plain", f"{letter}lain").replace("Blain", f"{letter}lain"), "utf-8")
        os.utime(whole, ns=(status.st_atime_ns, status.st_mtime_ns))


def say(studio: Studio, path: str, line: str) -> None:
    """Have a record say something else of itself, in a line at the end; what it said there before goes."""
    whole = studio.root / path
    if whole.is_file():
        kept = [one for one in whole.read_text("utf-8").splitlines() if "said" not in one]
        write_text(whole, "\n".join([*kept, line]) + "\n")


def template(studio: Studio, folder: str, name: str, more: str) -> None:
    """Write a template of the site or of its theme."""
    write_text(studio.root / folder / name, TEMPLATES[name] + more)


def blocks(studio: Studio, folder: str, kinds: list[str]) -> None:
    """Write the template of pin pages with some blocks, each of which is there once."""
    taken: set[str] = set()
    text = '{% extends "parent:pin.html" %}\n'
    for kind in kinds:
        names = {word.split("%")[0].split()[0] for word in BLOCKS[kind].split("{% block ")[1:]}
        if taken.isdisjoint(names):
            text += BLOCKS[kind] + "\n"
            taken |= names
    write_text(studio.root / folder / "pin.html", text)


def own_theme(studio: Studio, parent: str, kind: str) -> None:
    """Write the theme of the site's own."""
    text = f"name: own\napi: 1\nparent: {parent}\n{OWN_THEMES[kind]}"
    write_text(studio.root / "themes/own/theme.yaml", text)


def locale(studio: Studio, lang: str) -> None:
    """Write texts of the interface."""
    write_text(studio.root / f"templates/locale/{lang}.po", GERMAN)


def static(studio: Studio, path: str, text: str | None) -> None:
    """Have one static file, or none; it may stand where a page stands."""
    shutil.rmtree(studio.root / "static", ignore_errors=True)
    if text is not None:
        write_text(studio.root / "static" / path, text)


def replace_picture(studio: Studio, name: str, colour: str) -> None:
    """Put another picture of as many bytes under the same name, with the modification time of the old one."""
    path = studio.root / "images" / name
    if not path.exists():
        write_picture(path, colour, (40, 30))
        return
    status = path.stat()
    write_picture(path.with_name("new.png"), colour, (40, 30)).replace(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def pass_time(studio: Studio, days: int) -> None:
    """Let days go by."""
    studio.now += timedelta(days=days)


def call(studio: Studio, base_url: str | None, drafts: bool) -> None:
    """Build with other options from now on."""
    studio.order = replace(studio.order, base_url=base_url, drafts=drafts)


def harm(studio: Studio, number: int, how: str) -> None:
    """Delete, change or touch a file of the site that was written."""
    files = sorted(path for path in studio.output.rglob("*") if path.is_file())
    if not files:
        return
    path = files[number % len(files)]
    if how == "delete":
        path.unlink()
    elif how == "change":
        path.write_bytes(path.read_bytes() + b"\n")
    else:
        path.touch()


def lose(studio: Studio, what: str) -> None:
    """Lose the site, the made pictures, or what the last build remembers of how things were made."""
    places: Mapping[str, list[Path]] = {
        "the site": [studio.output],
        "the pictures": [studio.order.store],
        "the memory": sorted(studio.order.state.glob("memory*")),
        "the reasons": sorted(studio.order.state.glob("reasons*")),
    }
    for path in places[what]:
        if path.is_dir():
            shutil.rmtree(path)
        elif path.exists():
            path.write_text("{")


def stop(studio: Studio, count: int) -> None:
    """Build, and be stopped at one of the writes, if there are so many."""
    with pytest.MonkeyPatch.context() as patch, suppress(Stopped), stopped_at(count, Stopped, patch):
        studio.try_build()
