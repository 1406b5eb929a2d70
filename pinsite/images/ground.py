"""What the ground of a photograph looks like, also below the object, as far as the ground is known.

The ground of a table is never one colour: light falls off, corners darken. It is estimated by push and pull:
what is known is averaged down to one pixel, and what is not known is filled in from the next smaller average.
"""

from __future__ import annotations

from math import log2

from PIL import Image, ImageChops

_COARSEST = 40  # the finest structure of a ground that is followed, as parts of the picture's side


def estimated(picture: Image.Image, known: Image.Image) -> Image.Image:
    """Return the ground everywhere, from the pixels of a picture where the mask `known` is white."""
    seen = picture.convert("RGBA")
    seen.putalpha(known)
    levels = [_smaller(seen, _COARSEST)]
    while max(levels[-1].size) > 1:
        levels.append(_smaller(levels[-1], max(levels[-1].size) // 2))
    whole = levels.pop()
    whole.putalpha(255)
    while levels:
        level = levels.pop()
        whole = Image.alpha_composite(whole.resize(level.size, Image.Resampling.BILINEAR), level)
    return whole.convert("RGB").resize(picture.size, Image.Resampling.BICUBIC)


def _smaller(picture: Image.Image, side: int) -> Image.Image:
    """Halve a picture in which unknown pixels are transparent: they weigh nothing."""
    scale = side / max(picture.size)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.BOX)


def distance(picture: Image.Image, ground: Image.Image) -> Image.Image:
    """Return how far each pixel is from the ground, by the channel that differs most."""
    return brightest(ImageChops.difference(picture, ground))


def brightest(picture: Image.Image) -> Image.Image:
    """Return the largest channel of each pixel."""
    red, green, blue = picture.split()
    return ImageChops.lighter(red, ImageChops.lighter(green, blue))


def steepness(picture: Image.Image) -> Image.Image:
    """Return how much the neighbours of a pixel differ, across or down, by the channel that differs most."""
    across = ImageChops.difference(_moved(picture, 1, 0), _moved(picture, -1, 0))
    down = ImageChops.difference(_moved(picture, 0, 1), _moved(picture, 0, -1))
    return brightest(ImageChops.lighter(across, down))


def _moved(picture: Image.Image, right: int, down: int) -> Image.Image:
    """Return a picture pushed by a pixel; what is left bare at the edge stays as it was."""
    moved = picture.copy()
    moved.paste(picture, (right, down))
    return moved


def in_shadow(picture: Image.Image, ground: Image.Image, tolerance: float) -> Image.Image:
    """Return where a pixel may be the ground with less light on it: darker, of the same colour.

    In logarithms of light a shadow takes the same from every channel, but for the light that strays into it,
    which has a colour of its own and counts the more, the deeper the shadow is.
    """
    lost = [
        ImageChops.subtract(below.point(_LOG), here.point(_LOG))
        for here, below in zip(picture.split(), ground.split(), strict=True)
    ]
    least = ImageChops.darker(lost[0], ImageChops.darker(lost[1], lost[2]))
    most = ImageChops.lighter(lost[0], ImageChops.lighter(lost[1], lost[2]))
    allowed = most.point(lambda value: tolerance + value * _STRAY)
    same = ImageChops.subtract(ImageChops.subtract(most, least), allowed).point(
        lambda value: 255 * (value == 0)
    )
    darker = most.point(lambda value: 255 if value <= _DEEPEST else 0)
    return ImageChops.darker(same, darker)


_STOP = 36  # steps of 255 for each halving of the light; 7 stops in all
_DEEPEST = 2.4 * _STOP
_STRAY = 0.4


def _stops(value: int) -> int:
    part = value / 255
    light = part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
    # A little stray light is everywhere; it keeps noise in the dark from counting as much.
    return max(0, round(255 + _STOP * log2((light + 0.008) / 1.008)))


_LOG = [_stops(value) for value in range(256)]
