"""Write a seeded catalogue of N pins: about 1 KB of YAML a pin, a story for every twenty, no pictures."""

from __future__ import annotations

import argparse
import random
from pathlib import Path

_WORDS = [
    "moth",
    "owl",
    "lantern",
    "tide",
    "kettle",
    "thunder",
    "fox",
    "compass",
    "harbour",
    "needle",
    "thread",
    "winter",
    "copper",
    "ember",
    "petal",
    "drift",
    "hollow",
    "meadow",
    "signal",
    "anchor",
    "pocket",
    "whistle",
    "marble",
    "feather",
    "clover",
    "cinder",
    "velvet",
    "saffron",
    "timber",
    "pebble",
]
_TECHNIQUES = ("hard-enamel", "soft-enamel", "cloisonne", "die-struck", "screen-print")
_PLATINGS = ("gold", "silver", "black-nickel", "copper", "rose-gold", "antique-gold")
_EFFECTS = ("glitter", "glow", "translucent", "pearlescent")


def write_catalogue(folder: Path, pins: int, seed: int = 7) -> None:
    """Write the catalogue; the same seed and number give the same bytes."""
    chance = random.Random(seed)
    for name in ("pins", "series", "stories", "pages"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "pinsite.yaml").write_text(_SETTINGS, "utf-8")
    (folder / "pages" / "about.md").write_text(
        "---\ntitle: About\n---\n\nA catalogue for measuring.\n", "utf-8"
    )
    series = [f"series-{number}" for number in range(max(1, pins // 25))]
    for id in series:
        text = f"title: {id.replace('-', ' ').title()}\ndescription: {_sentence(chance, 20)}\n"
        (folder / "series" / f"{id}.yaml").write_text(text, "utf-8")
    for number in range(pins):
        text = _pin(chance, number, pins, series)
        (folder / "pins" / f"pin-{number:05}.yaml").write_text(text, "utf-8")
    for number in range(max(1, pins // 20)):
        (folder / "stories" / f"story-{number:04}.md").write_text(_story(chance, number, pins), "utf-8")


_SETTINGS = """\
title: Benchmark
description: A catalogue for measuring.
base_url: https://example.org/
author: {name: Ada Example}
currency: EUR
rights: CC-BY-NC-4.0
"""


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize() + "."


def _pin(chance: random.Random, number: int, pins: int, series: list[str]) -> str:
    related = [f"pin-{chance.randrange(pins):05}" for _ in range(3)]
    title = f"{chance.choice(_WORDS)} {chance.choice(_WORDS)} {number}".title()
    sold = chance.randrange(60)
    colours = "\n".join(_colour(chance) for _ in range(3))
    return f"""\
title: {title}
summary: {_sentence(chance, 9)}
description: |
  {_sentence(chance, 30)} It goes with [another](pin:{related[0]}).

  *{_sentence(chance, 25)}*
series: {series[number % len(series)]}
position: {number // len(series) + 1}
released: {2010 + number % 16}-{1 + number % 12:02}
technique: [{chance.choice(_TECHNIQUES)}]
base_metal: zinc-alloy
plating: {chance.choice(_PLATINGS)}
effects: [{chance.choice(_EFFECTS)}]
size: {chance.randrange(20, 45)} x {chance.randrange(20, 45)} x 1.8 mm
weight: {chance.randrange(5, 15)} g
attachment: {{type: rubber-clutch, posts: 2, color: {chance.choice(_WORDS)}}}
backstamp: "LE 100 {number}"
packaging: {_sentence(chance, 4)}
colors:
{colours}
tags: [{chance.choice(_WORDS)}, {chance.choice(_WORDS)}]
place: {chance.choice(_WORDS).title()} Town
licence_status: original
sku: P-{number:05}
price: {chance.randrange(8, 20)}.00
shop: [{{label: Shop, url: "https://example.org/shop/{number}"}}]
edition: {{type: limited, size: 100, sold: {sold}, gifted: 2, held: 5, as_of: 2026-11-01}}
related: [{", ".join(related[1:])}]
"""


def _colour(chance: random.Random) -> str:
    pantone, shade = chance.randrange(100, 999), chance.randrange(16**6)
    return f'  - {{name: {chance.choice(_WORDS)}, pantone: {pantone} C, hex: "#{shade:06x}"}}'


def _story(chance: random.Random, number: int, pins: int) -> str:
    body = "\n\n".join(_sentence(chance, 60) for _ in range(6))
    named = f"pin-{chance.randrange(pins):05}"
    return f"""\
---
title: Story {number}
date: {2012 + number % 14}-03-{1 + number % 28:02}
summary: {_sentence(chance, 10)}
pins: [{named}]
---

{body}

{{pin: {named}}}
"""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pins", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    write_catalogue(given.folder, given.pins, given.seed)
