"""The outline of a pin as SVG path data, in the measure of a crop."""

from __future__ import annotations

from pinsite.images.outline import simplified
from pinsite.images.probing import Source
from pinsite.images.sight import UNITS, Sight


def path_data(
    sight: Sight, source: Source, crop: tuple[int, int, int, int], width: int, tolerance: float
) -> str:
    """Return the outline as it lies in a crop that is `width` units wide, thinned out to a tolerance in units.

    Points outside the crop are moved to its edge.
    """
    left, top, right, bottom = crop
    scale = width / (right - left)
    height = (bottom - top) * scale
    parts = []
    for ring in sight.outline:
        moved = tuple(
            (
                min(max((x / UNITS * source.width - left) * scale, 0.0), width),
                min(max((y / UNITS * source.height - top) * scale, 0.0), height),
            )
            for x, y in ring
        )
        parts.append(_ring(simplified(moved, tolerance)))
    return "".join(parts)


def _ring(points: tuple[tuple[float, float], ...]) -> str:
    """Write a closed line in whole units, each point relative to the one before: that is shorter."""
    whole = list(dict.fromkeys((round(x), round(y)) for x, y in points))
    if len(whole) < 3:
        return ""
    (x, y), *rest = whole
    text = f"M{x} {y}l"
    for number, (to_x, to_y) in enumerate(rest):
        across, down = to_x - x, to_y - y
        text += f"{' ' if number and across >= 0 else ''}{across}{' ' if down >= 0 else ''}{down}"
        x, y = to_x, to_y
    return f"{text}z"
