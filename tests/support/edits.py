"""Random edits of a small catalogue, for the tests that compare an incremental build with a clean one.

An edit is a happening with what it is given, made by a strategy; printed, it is the call that does it. Most
edits keep the catalogue valid; some do not (a story names a pin that went), and then both builds must refuse.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from hypothesis import strategies as st
from support import happenings as happens
from support.builds import Studio
from support.catalogues import ledger_row


@dataclass(frozen=True)
class Edit:
    """Something that happens to a catalogue between two builds."""

    happening: Callable[..., None]
    given: tuple[object, ...] = ()

    def do(self, studio: Studio) -> None:
        """Let it happen."""
        self.happening(studio, *self.given)

    def __repr__(self) -> str:
        return f"{self.happening.__name__}({', '.join(map(repr, self.given))})"


def _edit(happening: Callable[..., None], *given: st.SearchStrategy[Any]) -> st.SearchStrategy[Edit]:
    return st.tuples(*given).map(partial(Edit, happening))


def _some(fields: dict[str, st.SearchStrategy[Any]], most: int) -> st.SearchStrategy[dict[str, Any]]:
    """Choose a few of the fields, each with one of its values."""
    return st.lists(st.sampled_from(sorted(fields)), max_size=most, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: fields[name] for name in sorted(names)})
    )


_TEXT = st.sampled_from(
    (
        "Plain.",
        "Looks for [her](pin:moth).",
        "See [the story](story:tale#top).",
        "![A wing](wing.png)",
        "{pin: moth}",
        "{series: garden}",
        "{edition: moth}",
    )
)
_EDITION = st.sampled_from(
    (
        {"type": "limited", "size": 30},
        {"type": "open"},
        {"type": "limited", "size": 4, "proofs": {"AP": 2}},
        {"type": "limited", "size": 10, "sold": 9, "as_of": "2026-03-01"},
    )
)
_PICTURES = st.lists(st.sampled_from(("wing.png", "back.png")), max_size=2, unique=True).map(
    lambda names: [{"file": name, "alt": f"The {name}."} for name in names]
)
_VARIANTS = st.lists(
    st.sampled_from(
        (
            {"id": "gold", "title": "Gold", "plating": "gold"},
            {"id": "blue", "title": "Blue", "edition": {"type": "limited", "size": 5}},
            {"id": "red", "title": {"en": "Red", "de": "Rot"}, "released": "2026-11-24"},
        )
    ),
    max_size=2,
    unique_by=str,
)
_HIDING: dict[str, st.SearchStrategy[Any]] = {
    "draft": st.booleans(),
    "publish": st.sampled_from(("2026-11-01", "2026-11-24", "2026-11-25T12:00+00:00")),
    "expires": st.just("2026-11-28"),
}
_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": st.sampled_from(("Moth", "Fox", "Zebra <b>", {"en": "Crab", "de": "Krabbe"})),
    "summary": st.sampled_from(("Small.", {"en": "Small.", "de": "Klein."})),
    "description": _TEXT,
    "series": st.sampled_from(("garden", "pool")),
    "position": st.integers(1, 2),
    "released": st.sampled_from(("2025", "2025-03", "2026-12-01")),
    "plating": st.sampled_from(("gold", "silver")),
    "tags": st.sampled_from((["night"], ["night", "day"])),
    "place": st.just("Kew"),
    "designer": st.sampled_from(("Ada", "Bo")),
    "edition": _EDITION,
    "variants": _VARIANTS,
    "images": _PICTURES,
    "price": st.just("14.00 EUR"),
    "slug": st.sampled_from(("luna", "sol")),
    "related": st.just(["moth"]),
    "production": st.just([{"stage": "artwork", "done": "2026-11-01"}, {"stage": "plating"}]),
    "x_note": st.just("own"),
    "aliases": st.just(["old"]),
}
_STORY: dict[str, st.SearchStrategy[Any]] = {
    "pins": st.sampled_from((["moth"], ["moth", "fox"])),
    "series": st.just(["garden"]),
    "date": st.sampled_from(("2026-01-01", "2026-02-01")),
    "image": st.just("wing.png"),
    "image_alt": st.just("A wing."),
    "slug": st.just("saga"),
    "language": st.just("de"),
    **_HIDING,
}
_SETTINGS: dict[str, st.SearchStrategy[Any]] = {
    "title": st.sampled_from(("A", {"en": "B", "de": "C"})),
    "description": st.just("Pins."),
    "language": st.sampled_from(("en", "de")),
    "languages": st.sampled_from((["en"], ["en", "de"], ["de", "en", "ja"])),
    "base_url": st.just("https://x.example/a/"),
    "author": st.just({"name": "Ada"}),
    "currency": st.just("EUR"),
    "paginate": st.sampled_from((1, 2, 48)),
    "rights": st.just("CC-BY-4.0"),
    "menu": st.sampled_from((["pins", "series"], ["about", "plating"])),
    "grades": st.sampled_from(
        (
            [{"code": "A", "name": "Fine", "counts": True}],
            [{"code": "A", "name": "Best", "counts": True}, {"code": "S", "name": "Scrap", "counts": False}],
        )
    ),
    "vocabularies": st.just({"plating": {"gold": {"en": "Goldish"}}}),
    "time_zone": st.just("Asia/Tokyo"),
}
_LOOKS = st.sampled_from(
    (
        {"theme": "foundation"},
        {"theme": "atelier"},
        {"theme": "atelier", "theme_options": {"accent": "#123456", "columns": "3"}},
        {"theme": "own"},
        {"theme": "own", "theme_options": {"motto": "calm"}},
    )
)
_ROWS = st.lists(
    st.sampled_from(
        (
            ledger_row("2026-01-01", "moth", "sold"),
            ledger_row("2026-01-01", "moth", "held", quantity=2),
            ledger_row("2026-02-01", "moth", "gifted"),
            ledger_row("2026-02-01", "moth", "sold", grade="A"),
            ledger_row("2026-02-02", "fox", "sold"),
            ledger_row("2026-02-02", "fox", "received", quantity=3, grade="S"),
            ledger_row("2026-02-03", "moth", "sold", variant="blue"),
            ledger_row("2026-02-03", "moth", "sold", note="a gift"),
        )
    ),
    max_size=4,
)
_PIN_FILES = ("pins/moth.yaml", "pins/fox.yaml", "pins/crab.yaml")
_TEXTS = (*_PIN_FILES, "series/garden.yaml", "pinsite.yaml", "stories/tale.md", "pages/about.md")
_TEMPLATE_FOLDERS = ("templates", "themes/own/templates")
_GOES = (
    "pins/fox.yaml",
    "pins/crab.yaml",
    "pins/fox",
    "series/garden.yaml",
    "series/pool.yaml",
    "stories/tale.md",
    "stories/more.md",
    "pages/about.md",
    "pages/home.md",
    "ledger.csv",
    "addresses.csv",
    "images/back.png",
    "templates",
    "themes/own/templates",
    "templates/locale/de.po",
    *(f"{folder}/{name}" for folder in _TEMPLATE_FOLDERS for name in happens.TEMPLATES),
)

#: Edits of what a record says of itself, which can be shown before all is built.
SAYINGS: st.SearchStrategy[Edit] = st.one_of(
    _edit(
        happens.say,
        st.sampled_from((*_PIN_FILES, "series/garden.yaml")),
        st.sampled_from(("x_said: one", "x_said: two", "description: She said so.", "description: *said")),
    ),
    _edit(
        happens.say,
        st.sampled_from(("stories/tale.md", "pages/about.md", "pages/home.md")),
        st.sampled_from(("They said so.", "She said *yes*.")),
    ),
)

#: Templates of pin pages.
BLOCKS: st.SearchStrategy[Edit] = _edit(
    happens.blocks,
    st.sampled_from(_TEMPLATE_FOLDERS),
    st.lists(st.sampled_from(sorted(happens.BLOCKS)), max_size=4, unique=True),
)

EDITS: st.SearchStrategy[Edit] = st.one_of(
    _edit(happens.pin, st.sampled_from(("fox", "crab")), _some({**_FIELDS, **_HIDING}, 4)),
    _edit(happens.pin, st.just("moth"), _some(_FIELDS, 4)),
    _edit(happens.pin_in_a_folder, st.sampled_from(("moth", "fox"))),
    _edit(happens.rename, st.just("fox"), st.just("crab")),
    _edit(happens.remove, st.sampled_from(_GOES)),
    _edit(
        happens.series,
        st.sampled_from(("garden", "pool")),
        _some({"order": st.sampled_from((1, 2)), "description": _TEXT, "slug": st.just("beds")}, 3),
    ),
    _edit(happens.document, st.just("stories"), st.sampled_from(("tale", "more")), _some(_STORY, 4), _TEXT),
    _edit(
        happens.document,
        st.just("pages"),
        st.sampled_from(("home", "about")),
        _some({"title": st.just("Us"), "slug": st.just("me"), "draft": st.booleans()}, 2),
        _TEXT,
    ),
    _edit(happens.ledger, _ROWS),
    _edit(happens.settings, st.tuples(_some(_SETTINGS, 4), _LOOKS).map(lambda two: {**two[0], **two[1]})),
    _edit(
        happens.template,
        st.sampled_from(_TEMPLATE_FOLDERS),
        st.sampled_from(sorted(happens.TEMPLATES)),
        st.sampled_from(("", "{# other #}", "\n/* more */")),
    ),
    BLOCKS,
    _edit(
        happens.own_theme,
        st.sampled_from(("foundation", "atelier")),
        st.sampled_from(sorted(happens.OWN_THEMES)),
    ),
    _edit(happens.locale, st.sampled_from(("de", "en"))),
    _edit(
        happens.static,
        st.sampled_from(("kit.txt", "kit.txt/one", "pins/x.txt")),
        st.sampled_from((None, "one", "two")),
    ),
    _edit(
        happens.replace_picture,
        st.sampled_from(("wing.png", "back.png")),
        st.sampled_from(("#112233", "#665544")),
    ),
    _edit(happens.touch, st.sampled_from((*_TEXTS, "images/wing.png"))),
    _edit(happens.comment, st.sampled_from((*_PIN_FILES, "pinsite.yaml"))),
    _edit(happens.sneak, st.sampled_from(_TEXTS), st.sampled_from(("P", "B"))),
    _edit(happens.addresses, st.sampled_from(("pin,moth,night-moth", "story,tale,legend"))),
    _edit(happens.pass_time, st.sampled_from((1, 2, 4))),
    _edit(happens.call, st.sampled_from((None, "https://y.example/")), st.booleans()),
    _edit(happens.harm, st.integers(0, 200), st.sampled_from(("delete", "change", "touch"))),
    _edit(happens.lose, st.sampled_from(("the site", "the pictures", "the memory", "the reasons"))),
    _edit(happens.stop, st.integers(1, 60)),
    _edit(happens.start_again),
)
