"""OKLab: lightness from 0 to 1, and two axes of colour, such that equal distances look equal.

The matrices are those of Björn Ottosson's publication of 2020 (https://bottosson.github.io/posts/oklab/). It is
twenty lines; a library would bring a hundred colour spaces for the one that is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import dist, hypot
from typing import NamedTuple


class Lab(NamedTuple):
    """A colour: lightness, green to red, blue to yellow."""

    lightness: float
    a: float
    b: float


def _linear(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


_LINEAR = tuple(_linear(value) for value in range(256))


@lru_cache(maxsize=4096)
def lab_of(colour: str) -> Lab:
    """Return a hexadecimal sRGB colour in OKLab."""
    red, green, blue = (_LINEAR[int(colour[at : at + 2], 16)] for at in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return Lab(
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def hex_of(lab: Lab) -> str:
    """Return the sRGB colour of a point in OKLab; what no screen shows is clipped."""
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{_encoded(value):02x}" for value in channels)


def _encoded(value: float) -> int:
    curved = 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return min(255, max(0, round(curved * 255)))


def distance(one: Lab, other: Lab) -> float:
    """Return how far apart two colours look: 0.02 is just seen side by side, 1 is from black to white."""
    return dist(one, other)


def chroma(lab: Lab) -> float:
    """Return how colourful a colour is; greys have 0, the strongest red of a screen 0.26."""
    return hypot(lab.a, lab.b)


def mixed(colours: Iterable[tuple[Lab, float]]) -> Lab:
    """Return the weighted mean of colours."""
    parts = tuple(colours)
    whole = sum(weight for _, weight in parts)
    return Lab(*(sum(lab[axis] * weight for lab, weight in parts) / whole for axis in range(3)))
