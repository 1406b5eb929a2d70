"""Tell flat artwork from photographs: a few plain colours cover it, whatever the file calls itself."""

from __future__ import annotations

from collections import Counter

from PIL import Image

LOSSLESS = frozenset({"gif", "png", "webp"})
"""Formats in which flat artwork keeps its plain colours; in JPEG the coding has smeared them already."""

_SIDE = 256
_PLAIN = 64
_SHARE = 0.85


def is_flat(image: Image.Image) -> bool:
    """Say whether a decoded picture is flat: beside its ground, 64 colours make up 85 % of a grid of its pixels.

    The ground is left aside since a photograph cut out on white is mostly one colour, too. The share leaves room
    for smooth edges; gradients and noise have thousands of colours. One colour alone is no artwork.
    """
    size = (min(image.width, _SIDE), min(image.height, _SIDE))
    grid = image.resize(size, Image.Resampling.NEAREST).convert("RGBA").convert("RGBa").tobytes()
    counted = Counter(grid[at : at + 4] for at in range(0, len(grid), 4)).most_common(_PLAIN + 1)
    beside = size[0] * size[1] - counted[0][1]
    return beside > 0 and sum(count for _, count in counted[1:]) >= _SHARE * beside
