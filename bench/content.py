"""The content of a measured catalogue: seeded, the same on every machine, whoever builds a site of it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: How many pins stand in a series, and how many pins there are for one story.
IN_A_SERIES, FOR_A_STORY = 10, 20
#: How many pins each pin names as related.
RELATED = 6
#: How many enamel colours the workshop has.
PALETTE = 200
#: One description in so many holds Markdown, a link and emphasis; the others are plain paragraphs.
MARKDOWN_IN = 3

TITLE, DESCRIPTION, AUTHOR = "Benchmark", "A catalogue for measuring.", "Ada Example"
BASE_URL = "https://example.org/shop/"
AS_OF = "2026-11-01"
PAGE = 48

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
TECHNIQUES = ("hard-enamel", "soft-enamel", "cloisonne", "die-struck", "screen-print")
PLATINGS = ("gold", "silver", "black-nickel", "copper", "rose-gold", "antique-gold")
EFFECTS = ("glitter", "glow", "translucent", "pearlescent")
METALS = ("zinc-alloy", "iron", "brass")
CONSTRUCTIONS = ("pin-on-pin", "slider", "dangle", "cut-out")


@dataclass(frozen=True, slots=True)
class Colour:
    """One enamel colour."""

    name: str
    pantone: str
    hex: str


@dataclass(frozen=True, slots=True)
class Pin:
    """What is told about a pin: some 25 facts, two paragraphs, six related pins."""

    id: str
    title: str
    summary: str
    paragraphs: tuple[str, str]
    sister: str | None
    series: str
    position: int
    released: str
    technique: str
    metal: str
    plating: str
    effect: str
    construction: str
    size: tuple[int, int]
    weight: int
    posts: int
    clutch_colour: str
    backstamp: str
    packaging: str
    colours: tuple[Colour, ...]
    tags: tuple[str, ...]
    place: str
    event: str
    maker: str
    helper: str
    grading: str
    sku: str
    price: int
    sold: int
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A series with its sentence."""

    id: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story about one pin, with a card of it in the text."""

    id: str
    title: str
    date: str
    summary: str
    paragraphs: tuple[str, ...]
    pin: str


@dataclass(frozen=True, slots=True)
class Content:
    """A catalogue of so many pins; each walk over its records gives the same ones."""

    pins: int
    seed: int = 7

    def every_pin(self) -> Iterator[Pin]:
        """Walk the pins, one after the other: none is kept."""
        chance = random.Random(f"pins {self.seed}")
        palette = tuple(_colour(chance) for _ in range(PALETTE))
        for number in range(self.pins):
            yield _pin(chance, number, self.pins, palette)

    def every_series(self) -> Iterator[Series]:
        """Walk the series."""
        chance = random.Random(f"series {self.seed}")
        for number in range(-(-self.pins // IN_A_SERIES)):
            yield Series(f"series-{number}", f"Series {number}", _sentence(chance, 16))

    def every_story(self) -> Iterator[Story]:
        """Walk the stories."""
        chance = random.Random(f"stories {self.seed}")
        for number in range(max(1, self.pins // FOR_A_STORY)):
            yield _story(chance, number, self.pins)


def pin_id(number: int) -> str:
    """Return the id of the pin of a number, counted from 0."""
    return f"pin-{number:05}"


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize() + "."


def _others(chance: random.Random, number: int, pins: int) -> tuple[str, ...]:
    # Fewer pins than are wanted give fewer; none names itself.
    wanted = min(RELATED, pins - 1)
    found: dict[int, None] = {}
    while len(found) < wanted:
        other = chance.randrange(pins)
        if other != number:
            found[other] = None
    return tuple(pin_id(other) for other in found)


def _pin(chance: random.Random, number: int, pins: int, palette: Sequence[Colour]) -> Pin:
    related = _others(chance, number, pins)
    return Pin(
        id=pin_id(number),
        title=f"{chance.choice(_WORDS)} {chance.choice(_WORDS)} {number}".title(),
        summary=_sentence(chance, 9),
        paragraphs=(_sentence(chance, 18), _sentence(chance, 12)),
        sister=related[0] if related and number % MARKDOWN_IN == 0 else None,
        series=f"series-{number // IN_A_SERIES}",
        position=number % IN_A_SERIES + 1,
        released=f"{2010 + number * 7 % 16}-{1 + number % 12:02}",
        technique=chance.choice(TECHNIQUES),
        metal=chance.choice(METALS),
        plating=chance.choice(PLATINGS),
        effect=chance.choice(EFFECTS),
        construction=chance.choice(CONSTRUCTIONS),
        size=(chance.randrange(20, 45), chance.randrange(20, 45)),
        weight=chance.randrange(5, 15),
        posts=chance.randrange(1, 3),
        clutch_colour=chance.choice(_WORDS),
        backstamp=f"LE 100 {number}",
        packaging=_sentence(chance, 4),
        colours=tuple(chance.sample(palette, 3)),
        tags=tuple(chance.sample(_WORDS, 2)),
        place=f"{chance.choice(_WORDS).title()} Town",
        event=f"{chance.choice(_WORDS).title()} Fair",
        maker=f"{chance.choice(_WORDS).title()} Works",
        helper=f"{chance.choice(_WORDS).title()} Example",
        grading=_sentence(chance, 5),
        sku=f"P-{number:05}",
        price=chance.randrange(8, 20),
        sold=chance.randrange(94),
        related=related,
    )


def _colour(chance: random.Random) -> Colour:
    return Colour(chance.choice(_WORDS), f"{chance.randrange(100, 999)} C", f"#{chance.randrange(16**6):06x}")


def _story(chance: random.Random, number: int, pins: int) -> Story:
    return Story(
        f"story-{number:04}",
        f"Story {number}",
        f"{2012 + number % 14}-03-{1 + number % 28:02}",
        _sentence(chance, 10),
        tuple(_sentence(chance, 60) for _ in range(6)),
        pin_id(chance.randrange(pins)),
    )
