"""Write a seeded catalogue of N pins: about 1 KB of YAML a pin, a story for every twenty, no pictures.

With `--hugo FOLDER` the same content is also written as a Hugo site that gives the same pages.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from content import AS_OF, AUTHOR, BASE_URL, DESCRIPTION, TITLE, Colour, Content, Pin, Series, Story
from hugo_site import write_hugo_site

_SETTINGS = f"""\
title: {TITLE}
description: {DESCRIPTION}
base_url: {BASE_URL}
author: {{name: {AUTHOR}}}
currency: EUR
rights: CC-BY-NC-4.0
theme: atelier
"""


def write_catalogue(folder: Path, content: Content) -> None:
    """Write the catalogue; the same seed and number give the same bytes."""
    for name in ("pins", "series", "stories", "pages"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "pinsite.yaml").write_text(_SETTINGS, "utf-8")
    about = f"---\ntitle: About\n---\n\n{DESCRIPTION}\n"
    (folder / "pages" / "about.md").write_text(about, "utf-8")
    for series in content.every_series():
        (folder / "series" / f"{series.id}.yaml").write_text(_series(series), "utf-8")
    for pin in content.every_pin():
        (folder / "pins" / f"{pin.id}.yaml").write_text(_pin(pin), "utf-8")
    for story in content.every_story():
        (folder / "stories" / f"{story.id}.md").write_text(_story(story), "utf-8")


def _series(series: Series) -> str:
    return f"title: {series.title}\ndescription: {series.description}\n"


def _pin(pin: Pin) -> str:
    first, second = pin.paragraphs
    if pin.sister:
        first, second = f"{first} It goes with [another](pin:{pin.sister}).", f"*{second}*"
    return f"""\
title: {pin.title}
summary: {pin.summary}
description: |
  {first}

  {second}
series: {pin.series}
position: {pin.position}
released: {pin.released}
technique: [{pin.technique}]
base_metal: {pin.metal}
plating: {pin.plating}
effects: [{pin.effect}]
construction: [{pin.construction}]
size: {pin.size[0]} x {pin.size[1]} x 1.8 mm
weight: {pin.weight} g
attachment: {{type: rubber-clutch, posts: {pin.posts}, color: {pin.clutch_colour}}}
backstamp: {pin.backstamp}
packaging: {pin.packaging}
colors:
{"".join(_colour(colour) for colour in pin.colours).rstrip()}
tags: [{", ".join(pin.tags)}]
place: {pin.place}
event: {pin.event}
manufacturer: {pin.maker}
collaborators: [{{name: {pin.helper}, role: colour}}]
grading_note: {pin.grading}
licence_status: original
sku: {pin.sku}
price: {pin.price}.00
shop: [{{label: Shop, url: "https://example.net/{pin.sku}"}}]
edition: {{type: limited, size: 100, sold: {pin.sold}, gifted: 2, held: 5, as_of: {AS_OF}}}
related: [{", ".join(pin.related)}]
"""


def _colour(colour: Colour) -> str:
    return f'  - {{name: {colour.name}, pantone: {colour.pantone}, hex: "{colour.hex}"}}\n'


def _story(story: Story) -> str:
    first, *others = story.paragraphs
    body = "\n\n".join([f"{first} *It began with* [a pin](pin:{story.pin}).", *others])
    return f"""\
---
title: {story.title}
date: {story.date}
summary: {story.summary}
pins: [{story.pin}]
---

{body}

{{pin: {story.pin}}}
"""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pins", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--hugo", type=Path, metavar="FOLDER", help="write the same content for Hugo, too")
    given = parser.parse_args()
    whole = Content(given.pins, given.seed)
    write_catalogue(given.folder, whole)
    if given.hugo:
        write_hugo_site(given.hugo, whole)
