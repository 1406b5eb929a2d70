"""Go close to the pin: the part of a picture that holds its box, with some ground around it."""

from __future__ import annotations

from pinsite.images.recipe import Wish

Box = tuple[int, int, int, int]

_FEWEST = 0.6  # of the largest wished width: nearer, and the picture would be enlarged on the screen


def close_box(size: tuple[int, int], wish: Wish) -> Box:
    """Return the smallest part of the wished ratio that holds the box and its margin, in whole pixels.

    It is never so small that too few pixels are left, and never larger than the picture; where the margin does not
    fit, it gives way, and where the box itself does not, the focal point decides what stays.
    """
    outer = _with_margin(size, wish)
    across, down = wish.crop or (outer[2] - outer[0], outer[3] - outer[1])
    least = min(_FEWEST * max(wish.widths), size[0])
    width = max(outer[2] - outer[0], (outer[3] - outer[1]) * across / down, least)
    width = min(width, size[0], size[1] * across / down)
    height = width * down / across
    focal = wish.focal or ((outer[0] + outer[2]) / 2 / size[0], (outer[1] + outer[3]) / 2 / size[1])
    left, right = _placed(focal[0] * size[0], outer[0], outer[2], width, size[0])
    top, bottom = _placed(focal[1] * size[1], outer[1], outer[3], height, size[1])
    return left, top, right, bottom


def _with_margin(size: tuple[int, int], wish: Wish) -> tuple[float, float, float, float]:
    """Return the box with its margin in pixels, as far as the picture reaches."""
    assert wish.box is not None
    left, right = wish.box[0] * size[0], wish.box[2] * size[0]
    top, bottom = wish.box[1] * size[1], wish.box[3] * size[1]
    margin = wish.margin * max(right - left, bottom - top)
    return (
        max(0, left - margin),
        max(0, top - margin),
        min(size[0], right + margin),
        min(size[1], bottom + margin),
    )


def _placed(focal: float, first: float, last: float, length: float, whole: int) -> tuple[int, int]:
    """Return where a stretch lies: around the focal point, moved to hold first and last, then into the whole."""
    start = focal - length / 2
    if length >= last - first:
        start = min(max(start, last - length), first)
    rounded = max(1, min(whole, round(length)))
    start = min(max(0, round(start)), whole - rounded)
    return start, start + rounded
