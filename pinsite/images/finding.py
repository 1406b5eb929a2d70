"""Find the pin in its picture: by its alpha, or as the one object on a plain ground. Else say that it is not found.

The ground is grown inward from the edge of the picture over whatever is near the estimate of the ground, and over
shadows, which are the same colour with less light and have no sharp edge; the estimate is renewed as it grows, so
that it follows the falloff of light. What the ground does not reach is the object.
"""

from __future__ import annotations

from msgspec import Struct
from PIL import Image, ImageChops, ImageFilter, ImageStat

from pinsite.images import ground
from pinsite.images.regions import Region, drawn, reaching_edge, regions

SIDE = 256
"""The longer side at which pictures are looked at."""

_OPAQUE = 200  # of 255; a drawn shadow is less
_SMALLEST, _LARGEST = 0.012, 0.94  # share of the picture
_PART = 0.02  # a piece this large, compared with the largest, belongs to the pin: charms, a second pin
_MAIN = 0.6  # share of the largest piece
_OUTLINED = 0.6  # share of the outline that is a sharp edge
_ROUNDS = 5
_DARKENED = (
    0.7  # more shadow than this, compared with the object, is part of an object of the ground's colour
)
_GENTLE, _BRIGHT = 11.0, 0.068  # steps of 255 between next but one pixels, in the dark and more in the light
_RESTLESS = 11  # of 255: an edge that strays further from its own mean is no plain ground


class Found(Struct, frozen=True):
    """The pin as a mask at reduced size, and the pixels that are neither ground nor hole."""

    mask: Image.Image
    solid: Image.Image
    pieces: tuple[Region, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom as fractions of the picture."""
        boxes = [piece.box for piece in self.pieces]
        width, height = self.mask.size
        return (
            min(box[0] for box in boxes) / width,
            min(box[1] for box in boxes) / height,
            max(box[2] for box in boxes) / width,
            max(box[3] for box in boxes) / height,
        )


def find(picture: Image.Image) -> Found | None:
    """Return the pin in a picture of at most `SIDE` pixels a side, upright, in sRGB."""
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema()[0] < _OPAQUE:  # type: ignore[operator]
        return _by_alpha(picture.getchannel("A"))
    return _on_ground(picture.convert("RGB"))


def _by_alpha(alpha: Image.Image) -> Found | None:
    solid = alpha.point(lambda value: 255 if value >= _OPAQUE else 0)
    pieces = _pieces(solid)
    if not pieces:
        return None
    mask = _filled(drawn(pieces, solid.size))
    return Found(mask, solid, pieces)


def _on_ground(picture: Image.Image) -> Found | None:
    calm = picture.filter(ImageFilter.MedianFilter(3)).filter(ImageFilter.GaussianBlur(0.6))
    known = _frame(calm.size)
    noise = _noise(calm, known)
    if noise is None:
        return None
    far, steep = max(9.0, 2.2 * noise), ground.steepness(calm)
    for _ in range(_ROUNDS):
        below = ground.estimated(calm, known)
        sharp = ImageChops.subtract(steep, _gentle(below, noise)).point(lambda value: 255 * (value > 0))
        near = ground.distance(calm, below).point(lambda value: 255 if value <= far else 0)
        shade = ground.in_shadow(calm, below, 9.0 + noise / 2)
        before, known = known, reaching_edge(ImageChops.subtract(ImageChops.lighter(near, shade), sharp))
        if ImageChops.difference(before, known).getbbox() is None:
            break
    # Steep pixels just outside the object are still ground where their colour is.
    rim = ImageChops.darker(known.filter(ImageFilter.MaxFilter(3)), ImageChops.lighter(near, shade))
    outside = reaching_edge(ImageChops.lighter(known, rim))
    object = ImageChops.invert(outside)
    if _area(ImageChops.subtract(outside, near)) > _DARKENED * _area(object):
        return None
    return _judged(object, near, sharp) or _judged(_without_lines(object), near, sharp)


def _area(mask: Image.Image) -> float:
    return mask.histogram()[255]


def _gentle(below: Image.Image, noise: float) -> Image.Image:
    """Return how steep a soft shadow may be: the brighter the ground, the steeper."""
    least = max(_GENTLE, 3.2 * noise - 16)
    return ground.brightest(below).point(lambda value: least + value * _BRIGHT)


def _without_lines(mask: Image.Image) -> Image.Image:
    """Take thin lines away: the joints of boards and the ruling of paper run from the object to the edge."""
    thick = mask.filter(ImageFilter.MinFilter(7)).filter(ImageFilter.MaxFilter(9))
    return ImageChops.darker(mask, thick)


def _frame(size: tuple[int, int]) -> Image.Image:
    """Return the edge of the picture as a mask."""
    width, height = size
    band = max(3, round(min(size) * 0.035))
    frame = Image.new("L", size, 255)
    frame.paste(0, (band, band, width - band, height - band))
    return frame


def _noise(calm: Image.Image, frame: Image.Image) -> float | None:
    """Return how restless the edge is, or None where it is no plain ground."""
    off = ground.distance(calm, ground.estimated(calm, frame))
    values = ImageStat.Stat(off, frame)
    spread = values.rms[0]
    return spread if spread < _RESTLESS else None


def _pieces(mask: Image.Image) -> tuple[Region, ...]:
    """Return the pieces that make up the pin, without specks."""
    found = regions(mask)
    if not found:
        return ()
    largest = found[0].area
    return tuple(region for region in found if region.area >= largest * _PART)


def _filled(mask: Image.Image) -> Image.Image:
    """Close the holes of a mask."""
    return ImageChops.invert(reaching_edge(ImageChops.invert(mask)))


def _judged(object: Image.Image, near: Image.Image, sharp: Image.Image) -> Found | None:
    """Take a mask for a pin only where it looks like one: large enough, in one place, whole, clearly outlined."""
    pieces = _pieces(object)
    whole, size = sum(piece.area for piece in pieces), object.size
    if not _SMALLEST <= whole / (size[0] * size[1]) <= _LARGEST or pieces[0].area < _MAIN * whole:
        return None
    mask = _filled(drawn(pieces, size))
    if _touches(mask) or _clear(mask, sharp) < _OUTLINED:
        return None
    return Found(mask, ImageChops.subtract(mask, near), pieces)


def _touches(mask: Image.Image) -> bool:
    """Tell whether the object is cut off by the edge of the picture."""
    width, height = mask.size
    sides = (
        (0, 0, width, 1),
        (0, height - 1, width, height),
        (0, 0, 1, height),
        (width - 1, 0, width, height),
    )
    return any(mask.crop(side).getextrema()[1] for side in sides)


def _clear(mask: Image.Image, sharp: Image.Image) -> float:
    """Return how much of the outline lies at a sharp edge."""
    outline = ImageChops.subtract(
        mask.filter(ImageFilter.MaxFilter(3)), mask.filter(ImageFilter.MinFilter(3))
    )
    met = ImageChops.darker(outline, sharp.filter(ImageFilter.MaxFilter(3)))
    return ImageStat.Stat(met).sum[0] / max(1.0, ImageStat.Stat(outline).sum[0])
