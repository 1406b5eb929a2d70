"""What is seen in a picture: where the pin is, its outline, its colours. It follows from the source's bytes alone."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec import Struct
from PIL import Image

from pinsite.images import finding, palette
from pinsite.images.outline import outlines
from pinsite.images.probing import Source
from pinsite.images.rendering import reduced

VERSION = 1
"""Raised when `look` would see something else in the same bytes; library versions stand beside it."""

UNITS = 1000
"""The side of a picture in the units of outlines."""

Shares = tuple[float, float, float, float]
Ring = tuple[tuple[int, int], ...]

_OUTLINE = 0.7  # pixels at the reduced size


class Sight(Struct, frozen=True):
    """What is seen in a picture.

    `box` is that of the pin: left, top, right, bottom as shares of the upright picture; None where no pin was
    found. `outline` has a ring of points for each piece of it, in thousandths of the picture's width and
    height. `colours` are those of the pin, the most telling first, and empty where none was found; `ground` is the
    mean colour around it, or of the whole picture, and None where the picture is transparent.
    """

    box: Shares | None = None
    colours: tuple[str, ...] = ()
    ground: str | None = None
    outline: tuple[Ring, ...] = ()

    def line(self) -> str:
        """Return it as one line of text, to be kept."""
        return json.dumps([self.box, self.colours, self.ground, self.outline], separators=(",", ":"))

    @classmethod
    def of_line(cls, line: str) -> Sight:
        """Read a line again."""
        box, colours, ground, outline = json.loads(line)
        rings = tuple(tuple((x, y) for x, y in ring) for ring in outline)
        return cls(tuple(box) if box else None, tuple(colours), ground, rings)


def look(path: Path, source: Source) -> Sight:
    """Look at a picture. Raises `ImageRefused` where its pixels are damaged."""
    return seen(reduced(path, source, finding.SIDE))


def seen(picture: Image.Image) -> Sight:
    """Return what is seen in a small upright picture in sRGB."""
    found = finding.find(picture)
    clear = picture.mode == "RGBA"
    if found is None:
        whole = Image.new("L", picture.size, 255)
        return Sight(ground=None if clear else palette.mean(picture, whole))
    around = found.mask.point(lambda value: 255 - value)
    left, top, right, bottom = (round(side, 4) for side in found.box)
    return Sight(
        (left, top, right, bottom),
        palette.palette(picture, found.solid),
        None if clear else palette.mean(picture, around),
        tuple(_in_units(ring, picture.size) for ring in outlines(found.pieces, picture.size, _OUTLINE)),
    )


def _in_units(ring: tuple[tuple[float, float], ...], size: tuple[int, int]) -> Ring:
    return tuple((round(x / size[0] * UNITS), round(y / size[1] * UNITS)) for x, y in ring)
