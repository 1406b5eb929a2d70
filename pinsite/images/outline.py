"""The outline of a mask as points: walked along the edges of its pixels, then thinned out."""

from __future__ import annotations

from collections.abc import Sequence
from math import dist

from pinsite.images.regions import Region, drawn

Point = tuple[float, float]
Ring = tuple[Point, ...]

_AHEAD = ((1, 0), (0, 1), (-1, 0), (0, -1))


def outlines(pieces: Sequence[Region], size: tuple[int, int], tolerance: float) -> tuple[Ring, ...]:
    """Return the outer outline of each piece, in pixels, clockwise; holes are filled."""
    rings = (tuple(map(_middle, *_pairs(_walked(piece, size)))) for piece in pieces)
    return tuple(ring for one in rings if len(ring := simplified(one, tolerance)) > 2)


def _pairs(ring: Ring) -> tuple[Ring, Ring]:
    return ring, ring[1:] + ring[:1]


def _middle(one: Point, other: Point) -> Point:
    """Cut the corners of the pixels: the line through the middles of their edges is the smoother one."""
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _walked(piece: Region, size: tuple[int, int]) -> Ring:
    """Walk around a region, its pixels on the right hand, from its first pixel back to it."""
    inside = drawn((piece,), size).load()
    width, height = size

    def is_in(x: int, y: int) -> bool:
        return 0 <= x < width and 0 <= y < height and bool(inside[x, y])  # type: ignore[index]

    row, column, _ = piece.runs[0]
    start = at = (column, row)
    heading, ring = 0, []
    while True:
        ring.append(at)
        at = (at[0] + _AHEAD[heading][0], at[1] + _AHEAD[heading][1])
        left, right = _next_pixels(at, heading)
        if is_in(*left) and is_in(*right):
            heading = (heading - 1) % 4
        elif not is_in(*right):
            heading = (heading + 1) % 4
        if at == start and heading == 0:
            return tuple(ring)


def _next_pixels(at: tuple[int, int], heading: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the pixels to the left and to the right of the next step."""
    x, y = at
    around = ((x, y - 1), (x, y), (x - 1, y), (x - 1, y - 1))
    return around[heading], around[(heading + 1) % 4]


def simplified(ring: Ring, tolerance: float) -> Ring:
    """Leave out the points of a closed line that lie within a distance of the line without them."""
    if len(ring) < 4:
        return ring
    far = max(range(len(ring)), key=lambda number: dist(ring[0], ring[number]))
    kept = _kept((*ring, ring[0]), 0, far, tolerance) | _kept((*ring, ring[0]), far, len(ring), tolerance)
    return tuple(ring[number] for number in sorted(kept | {0, far}))


def _kept(points: Ring, first: int, last: int, tolerance: float) -> set[int]:
    """Return the points between two that must stay (Douglas and Peucker)."""
    kept: set[int] = set()
    spans = [(first, last)]
    while spans:
        start, end = spans.pop()
        if end - start < 2:
            continue
        away, furthest = max(
            (_off(points[at], points[start], points[end]), at) for at in range(start + 1, end)
        )
        if away > tolerance:
            kept.add(furthest)
            spans += [(start, furthest), (furthest, end)]
    return kept


def _off(point: Point, start: Point, end: Point) -> float:
    length = dist(start, end)
    if not length:
        return dist(point, start)
    across = (end[0] - start[0]) * (start[1] - point[1]) - (start[0] - point[0]) * (end[1] - start[1])
    return abs(across) / length
