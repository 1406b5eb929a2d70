"""Random edits of a small catalogue, for the tests that compare an incremental build with a clean one.

An edit is a function of the folder, made by a strategy, with a name that Hypothesis prints. Most edits keep
the catalogue valid; some do not (a story names a pin that went), and then both builds must refuse.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from hypothesis import strategies as st
from support.builds import Studio
from support.catalogues import (
    ledger_row,
    write_document,
    write_ledger,
    write_picture,
    write_pin,
    write_series,
    write_settings,
    write_text,
)

IDS = ("moth", "fox", "crab")
TEXTS = (
    "Plain.",
    "Looks for [her](pin:moth).",
    "See [the story](story:tale#top).",
    "![A wing](wing.png)",
    "{pin: moth}",
    "{series: garden}",
    "{edition: moth}",
)
TITLES = ("Moth", "Fox", "Zebra <b>", {"en": "Crab", "de": "Krabbe"})
EDITIONS = (
    {"type": "limited", "size": 30},
    {"type": "open"},
    {"type": "limited", "size": 4, "proofs": {"AP": 2}},
)
TEMPLATES = {
    "404.html": (
        '{% extends "parent:404.html" %}{% block main %}'
        '{% include "_part.html" ignore missing %}{% endblock %}'
    ),
    "_part.html": "part {{ site.title|said }}",
    "terms.html": "{% for term in terms %}{{ term.label|said }} {{ term.count }}\n{% endfor %}",
    "story.html": (
        '{% for card in cards %}{{ card.title|said }}{% endfor %}{% include "_none.html" ignore missing %}'
    ),
    "_none.html": "{{ option.motto if option.motto is defined else 'no motto' }}",
    "site.css": "body { margin: 1rem }",
}


OWN_THEME = """\
name: own
api: 1
parent: foundation
options:
  motto: {type: text, default: quiet}
"""
GERMAN = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Pins"
msgstr "Anstecker"
"""


@dataclass(frozen=True)
class Edit:
    """Something that happens to a catalogue between two builds."""

    what: str
    do: Callable[[Studio], None]

    def __repr__(self) -> str:
        return self.what


def start(studio: Studio) -> None:
    """Write the catalogue that edits begin with: `moth` stays, the others come and go."""
    write_settings(studio.root, paginate=2, images={"formats": ["jpeg"]})
    write_picture(studio.root / "images/wing.png", "#112233", (40, 30))
    write_picture(studio.root / "images/back.png", "#332211", (30, 40))
    write_pin(studio.root, "moth", title="Moth", edition=EDITIONS[0])
    write_pin(studio.root, "fox", series="garden")
    write_document(studio.root, "stories", "tale", "Once.")
    write_text(studio.root / "themes/own/theme.yaml", OWN_THEME)


def _remove(path: str, studio: Studio) -> None:
    (studio.root / path).unlink(missing_ok=True)


def _static(path: str, text: str | None, studio: Studio) -> None:
    shutil.rmtree(studio.root / "static", ignore_errors=True)
    if text is not None:
        write_text(studio.root / "static" / path, text)


def _replace_picture(colour: str, studio: Studio) -> None:
    """Put another picture of as many bytes under the same name, with the modification time of the old one."""
    path = studio.root / "images/wing.png"
    status = path.stat()
    write_picture(path.with_name("new.png"), colour, (40, 30)).replace(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _pass_time(days: int, studio: Studio) -> None:
    studio.now += timedelta(days=days)


def _harm(number: int, how: str, studio: Studio) -> None:
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


def _forget(name: str, studio: Studio) -> None:
    (studio.order.state / name).write_text("{")


def _ledger(rows: list[str], studio: Studio) -> None:
    write_ledger(studio.root, rows)


def _settings(given: dict[str, object], studio: Studio) -> None:
    write_settings(studio.root, **{"paginate": 2, "images": {"formats": ["jpeg"]}, **given})


_maybe = partial(st.none().__or__)
_text = st.sampled_from(TEXTS)
_variants = st.sampled_from((
    [], [{"id": "gold", "title": "Gold", "plating": "gold"}],
    [{"id": "gold", "title": "Gold", "edition": {"type": "limited", "size": 5}, "released": "2026-12-01"}],
))  # fmt: skip
_pictures = st.lists(st.sampled_from(("wing.png", "back.png")), max_size=2, unique=True).map(
    lambda names: [{"file": name, "alt": f"The {name}."} for name in names]
)
_FIELDS: dict[str, st.SearchStrategy[object]] = {
    "title": st.sampled_from(TITLES[:3]),
    "description": _text,
    "series": st.sampled_from(("garden", "pool")),
    "released": st.sampled_from(("2025", "2025-03", "2026-12-01")),
    "plating": st.sampled_from(("gold", "silver")),
    "tags": st.sampled_from((["night"], ["night", "day"])),
    "edition": st.sampled_from(EDITIONS),
    "variants": _variants,
    "images": _pictures,
    "price": st.just("14.00 EUR"),
    "draft": st.booleans(),
    "publish": st.sampled_from(("2026-11-01", "2026-11-25")),
    "expires": st.just("2026-11-28"),
    "slug": st.sampled_from(("luna", "sol")),
    "related": st.just(["moth"]),
    "x_note": st.just("own"),
    "aliases": st.just(["old"]),
}
_fields = st.lists(st.sampled_from(sorted(_FIELDS)), max_size=4, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({name: _FIELDS[name] for name in sorted(names)})
)
_moth = _fields.map(
    lambda given: {key: value for key, value in given.items() if key not in ("draft", "publish", "expires")}
)


def _edit(what: str, action: Callable[..., None], *given: object) -> Edit:
    return Edit(f"{what}{given}", partial(action, *given))


def _write_pin(id: str, given: dict[str, object], studio: Studio) -> None:
    write_pin(studio.root, id, **given)


def _write_story(given: dict[str, object], body: str, studio: Studio) -> None:
    write_document(studio.root, "stories", "tale", body, **given)


def _write_series(id: str, given: dict[str, object], studio: Studio) -> None:
    write_series(studio.root, id, **given)


def _write_template(folder: str, name: str, studio: Studio) -> None:
    write_text(studio.root / folder / name, TEMPLATES[name])


def _write_page(id: str, body: str, studio: Studio) -> None:
    write_document(studio.root, "pages", id, body)


def _write_locale(lang: str, studio: Studio) -> None:
    write_text(studio.root / f"templates/locale/{lang}.po", GERMAN)


def _rename(old: str, new: str, studio: Studio) -> None:
    path = studio.root / "pins" / f"{old}.yaml"
    if path.exists():
        path.replace(path.with_name(f"{new}.yaml"))


_rows = st.lists(st.sampled_from((
    ledger_row("2026-01-01", "moth", "sold"), ledger_row("2026-01-01", "moth", "held", quantity=2),
    ledger_row("2026-02-01", "moth", "gifted"), ledger_row("2026-02-02", "fox", "sold"),
)), max_size=4)  # fmt: skip
_given = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(("A", "B")),
        "languages": st.sampled_from((["en"], ["en", "de"], ["en", "ja"])),
        "base_url": st.just("https://x.example/a/"),
        "author": st.just({"name": "Ada"}),
        "paginate": st.sampled_from((1, 2)),
        "rights": st.just("CC-BY-4.0"),
        "theme": st.sampled_from(("atelier", "foundation", "own")),
        "menu": st.just(["pins", "series"]),
        "vocabularies": st.just({"plating": {"gold": {"en": "Goldish"}}}),
    },
)

EDITS = st.one_of(
    st.builds(partial(_edit, "pin", _write_pin), st.sampled_from(("fox", "crab")), _fields),
    st.builds(partial(_edit, "pin", _write_pin), st.just("moth"), _moth),
    st.builds(
        partial(_edit, "remove", _remove),
        st.sampled_from(
            (
                "pins/fox.yaml",
                "pins/crab.yaml",
                "series/garden.yaml",
                "pages/about.md",
                "pages/home.md",
                "templates/locale/de.po",
                *(f"templates/{one}" for one in TEMPLATES),
                *(f"themes/own/templates/{one}" for one in TEMPLATES),
            )
        ),
    ),
    st.builds(
        partial(_edit, "series", _write_series),
        st.sampled_from(("garden", "pool")),
        st.fixed_dictionaries(
            {}, optional={"order": st.sampled_from((1, 2)), "description": _text, "slug": st.just("beds")}
        ),
    ),
    st.builds(
        partial(_edit, "story", _write_story),
        st.fixed_dictionaries(
            {},
            optional={
                "pins": st.sampled_from((["moth"], ["moth", "fox"])),
                "date": st.just("2026-01-01"),
                "image": st.just("wing.png"),
                "image_alt": st.just("A wing."),
                "draft": st.booleans(),
            },
        ),
        _text,
    ),
    st.builds(partial(_edit, "ledger", _ledger), _rows),
    st.builds(partial(_edit, "settings", _settings), _given),
    st.builds(
        partial(_edit, "template", _write_template),
        st.sampled_from(("templates", "themes/own/templates")),
        st.sampled_from(sorted(TEMPLATES)),
    ),
    st.builds(partial(_edit, "page", _write_page), st.sampled_from(("home", "about")), _text),
    st.builds(partial(_edit, "locale", _write_locale), st.sampled_from(("de", "en"))),
    st.builds(partial(_edit, "rename", _rename), st.just("fox"), st.just("crab")),
    st.builds(
        partial(_edit, "static", _static),
        st.sampled_from(("kit.txt", "kit.txt/one", "pins/x.txt")),
        _maybe(st.sampled_from(("one", "two"))),
    ),
    st.builds(partial(_edit, "picture", _replace_picture), st.sampled_from(("#112233", "#665544"))),
    st.builds(partial(_edit, "days", _pass_time), st.sampled_from((1, 4))),
    st.builds(
        partial(_edit, "harm", _harm), st.integers(0, 200), st.sampled_from(("delete", "change", "touch"))
    ),
    st.builds(partial(_edit, "forget", _forget), st.sampled_from(("memory.json", "reasons.json"))),
)
