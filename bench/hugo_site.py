"""The same content as a Hugo site: the layouts of `hugo-layouts/`, and a content file for each record.

What pinsite works out and Hugo can't is written down here: labels and notes of the vocabulary, the families of
colours. What both can work out (status, counters, members, terms, years, neighbours) is left to both.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from content import (
    AS_OF,
    AUTHOR,
    CONSTRUCTIONS,
    EFFECTS,
    METALS,
    PLATINGS,
    TECHNIQUES,
    Content,
    Pin,
    Series,
    Story,
)

from pinsite.catalogue import BUILT_IN
from pinsite.colours import FAMILIES, families_of

LAYOUTS = Path(__file__).parent / "hugo-layouts"
THEMES = Path(__file__).parents[1] / "themes"

_VOCABULARIES = {
    "technique": ("technique", TECHNIQUES),
    "plating": ("plating", PLATINGS),
    "effects": ("effects", EFFECTS),
    "construction": ("construction", CONSTRUCTIONS),
    "metal": ("base_metal", METALS),
}
_SECTIONS = {
    "pins": "Pins",
    "series": "Series",
    "stories": "Stories",
    "editions": "Editions",
    "technique": "Technique",
    "plating": "Plating",
    "effects": "Effects",
    "construction": "Construction",
    "metal": "Base metal",
    "colours": "Colours",
    "tags": "Tags",
    "designer": "Designer",
    "places": "Places",
    "events": "Events",
    "year": "Year",
}

_TOOLS = {"search": "Search", "collection": "My collection", "board": "Board"}


def write_hugo_site(folder: Path, content: Content) -> None:
    """Write the site; `hugo` builds it where it stands."""
    shutil.copytree(LAYOUTS, folder, dirs_exist_ok=True)
    _write_assets(folder / "static" / "assets")
    pages = folder / "content"
    for name, title in _SECTIONS.items():
        _write(pages / name / "_index.md", f"title: {title}\n{_MORE.get(name, '')}")
    _write_vocabularies(pages)
    _write(pages / "about.md", "title: About\n", "A catalogue for measuring.\n")
    for name, title in _TOOLS.items():
        _write(pages / f"{name}.md", f"title: {title}\nlayout: {name}\nnoindex: true\n")
    for series in content.every_series():
        _write(pages / "series" / series.id / "_index.md", *_series(series))
    for pin in content.every_pin():
        _write(pages / "pins" / f"{pin.id}.md", *_pin(pin))
    for story in content.every_story():
        _write(pages / "stories" / f"{story.id}.md", *_story(story))


#: What a section is given besides pages.
_MORE = {
    "pins": "cascade: {outputs: [html, json], target: {kind: page}}\n",
    "editions": "outputs: [html, atom, jsonfeed, json]\n",
}


def _write(path: Path, head: str, body: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n\n{body}", "utf-8")


def _write_assets(folder: Path) -> None:
    """Write what a page of pinsite fetches under one name: styles, scripts, the icon."""
    folder.mkdir(parents=True, exist_ok=True)
    sheets = [
        *sorted((THEMES / "foundation/styles").glob("*.css")),
        *sorted((THEMES / "atelier/styles").glob("*.css")),
    ]
    (folder / "theme.css").write_text("\n".join(sheet.read_text("utf-8") for sheet in sheets), "utf-8")
    for script in (THEMES / "foundation/scripts").glob("*.js"):
        shutil.copyfile(script, folder / script.name)
    shutil.copytree(THEMES / "foundation/static", folder, dirs_exist_ok=True)


def _write_vocabularies(pages: Path) -> None:
    for field, (vocabulary, codes) in _VOCABULARIES.items():
        for code in codes:
            term = BUILT_IN[vocabulary][code]
            note = f"summary: {json.dumps(term.note)}\n" if term.note else ""
            _write(pages / field / code / "_index.md", f"title: {json.dumps(term.label)}\n{note}")
    for family, samples in FAMILIES.items():
        title = BUILT_IN["colour"][family].label
        _write(pages / "colours" / family / "_index.md", f'title: {title}\nswatch: "{samples[0]}"\n')


def _series(series: Series) -> tuple[str, str]:
    return f"title: {series.title}\n", f"{series.description}\n"


def _pin(pin: Pin) -> tuple[str, str]:
    first, second = pin.paragraphs
    if pin.sister:
        first, second = f"{first} It goes with [another](../{pin.sister}/).", f"*{second}*"
    colours = "".join(
        f'  - {{name: {one.name}, pantone: {one.pantone}, hex: "{one.hex}"}}\n' for one in pin.colours
    )
    head = f"""\
title: {pin.title}
date: {pin.released}-01
summary: {pin.summary}
series: [{pin.series}]
series_weight: {pin.position}
position: {pin.position}
released: "{pin.released}"
year: ["{pin.released[:4]}"]
technique: [{pin.technique}]
metal: [{pin.metal}]
plating: [{pin.plating}]
effects: [{pin.effect}]
construction: [{pin.construction}]
size: {{width: {pin.size[0]}, height: {pin.size[1]}, thickness: 1.8}}
weight: {pin.weight}
attachment: {{type: rubber-clutch, label: Rubber clutch, posts: {pin.posts}, color: {pin.clutch_colour}}}
backstamp: {pin.backstamp}
packaging: {pin.packaging}
colors:
{colours}\
colours: [{", ".join(families_of(one.hex for one in pin.colours))}]
tags: [{", ".join(pin.tags)}]
designer: [{AUTHOR}]
places: [{pin.place}]
events: [{pin.event}]
manufacturer: {pin.maker}
collaborators: [{{name: {pin.helper}, role: colour}}]
grading_note: {pin.grading}
licence_status: original
sku: {pin.sku}
price: {pin.price}.00
shop: [{{label: Shop, url: "https://example.net/{pin.sku}"}}]
edition: {{type: limited, size: 100, sold: {pin.sold}, gifted: 2, held: 5, as_of: "{AS_OF}"}}
related: [{", ".join(pin.related)}]
"""
    return head, f"{first}\n\n{second}\n"


def _story(story: Story) -> tuple[str, str]:
    first, *others = story.paragraphs
    body = "\n\n".join([f"{first} *It began with* [a pin](../../pins/{story.pin}/).", *others])
    head = f"title: {story.title}\ndate: {story.date}\nsummary: {story.summary}\npins: [{story.pin}]\n"
    return head, f'{body}\n\n{{{{< pin "{story.pin}" >}}}}\n'
