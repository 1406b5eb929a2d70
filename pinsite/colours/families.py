"""The families by which people look for a colour, and which of them a colour belongs to.

A family is a name and a few sample colours, since one word covers much: navy and sky are both blue. A colour
belongs to the family of the nearest sample, and to a second one that is nearly as near: petrol is found under
blue and under teal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import sqrt

from pinsite.colours.oklab import Lab, chroma, lab_of

#: Each family with its samples; the first one is its swatch.
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "red": ("#c8232c", "#8e1b22", "#e0463f", "#7c2529", "#6e1423", "#56222f"),
    "orange": ("#e8772e", "#d2601a", "#f39b4d"),
    "yellow": ("#f2c230", "#f7dc6f", "#d9a514"),
    "green": ("#3c8d40", "#1f5a33", "#7fb069", "#a9c46c", "#6b7a3a"),
    "teal": ("#1f8a8a", "#0f5c63", "#63b8b0", "#8fd3c8"),
    "blue": ("#2b63b8", "#1b2f66", "#6ea3dc", "#a9cbe8", "#17233f", "#4a6f94"),
    "purple": ("#6c3f9c", "#3f2a63", "#a583c9", "#4a3041", "#6b4a63"),
    "pink": ("#e58aa8", "#f3bccb", "#c94f86", "#c9737c", "#e9a79b"),
    "brown": ("#7a4a2b", "#4f2f1d", "#a9754a", "#c49a6c"),
    "cream": ("#f1e6c8", "#e3d2a8", "#f1e6b2"),
    "white": ("#ffffff", "#f0f0ee", "#dedede"),
    "grey": ("#8c8f94", "#b4b7bb", "#5f6368"),
    "black": ("#000000", "#17181a", "#28292c"),
}

_ALSO = 0.02
_GREY = 0.028  # chroma below which a colour is called white, grey or black only
_NEUTRAL = ("white", "grey", "black")
#: Each family's samples: lightness, both axes, and whether the sample is a grey.
_SAMPLES = tuple(
    (name, tuple((*lab, chroma(lab) < _GREY) for lab in map(lab_of, samples)))
    for name, samples in FAMILIES.items()
)


def families_of(colours: Iterable[str]) -> tuple[str, ...]:
    """Return the families of some colours, those of the first colour first, each once."""
    return tuple(dict.fromkeys(family for colour in colours for family in _families(colour)))


@lru_cache(maxsize=1 << 16)
def _families(colour: str) -> tuple[str, ...]:
    """Return the nearest family, and the next where it is nearly as near."""
    lab = lab_of(colour)
    neutral = chroma(lab) < _GREY
    ways = sorted(
        (_way(lab, neutral, samples), name) for name, samples in _SAMPLES if not neutral or name in _NEUTRAL
    )
    (first, nearest), (second, next_one) = ways[:2]
    return (nearest, next_one) if second - first < _ALSO else (nearest,)


def _way(colour: Lab, neutral: bool, samples: Iterable[tuple[float, float, float, bool]]) -> float:
    """Return the distance to the nearest sample; between two hues of one depth, hue is what counts.

    A strong colour is no grey, however near in lightness: the distance along the grey axis counts half as much
    between two colours that both have a hue. (Written out, for every colour is held against every sample.)
    """
    lightness, a, b = colour
    nearest = 9.0
    for sample_lightness, sample_a, sample_b, is_grey in samples:
        along = lightness - sample_lightness
        if not (neutral or is_grey):
            along /= 2
        across, up = a - sample_a, b - sample_b
        nearest = min(nearest, along * along + across * across + up * up)
    return sqrt(nearest)
