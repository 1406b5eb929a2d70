"""Build SVG path data from points: circles, smooth blobs, curves, tapered strokes, stars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import atan2, cos, hypot, pi, radians, sin

SIZE = 1600
"""Width and height of every picture, in pixels and in drawing units."""

Point = tuple[float, float]


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _pt(point: Point) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def circle(cx: float, cy: float, r: float) -> str:
    """Return a circle."""
    return ellipse(cx, cy, r, r)


def ellipse(cx: float, cy: float, rx: float, ry: float, turn: float = 0) -> str:
    """Return an ellipse, turned clockwise by degrees."""
    dx, dy = rx * cos(radians(turn)), rx * sin(radians(turn))
    arc = f"A{_n(rx)} {_n(ry)} {_n(turn)} 1 1"
    return f"M{_n(cx - dx)} {_n(cy - dy)}{arc} {_n(cx + dx)} {_n(cy + dy)}{arc} {_n(cx - dx)} {_n(cy - dy)}Z"


def rect(x: float, y: float, width: float, height: float, radius: float = 0) -> str:
    """Return a rectangle with rounded corners."""
    r = min(radius, width / 2, height / 2)
    a = f"a{_n(r)} {_n(r)} 0 0 1 "
    return (
        f"M{_n(x + r)} {_n(y)}h{_n(width - 2 * r)}{a}{_n(r)} {_n(r)}v{_n(height - 2 * r)}{a}{_n(-r)} {_n(r)}"
        f"h{_n(2 * r - width)}{a}{_n(-r)} {_n(-r)}v{_n(2 * r - height)}{a}{_n(r)} {_n(-r)}Z"
    )


def polygon(points: Iterable[Point]) -> str:
    """Return a closed path of straight edges."""
    return "M" + "L".join(_pt(p) for p in points) + "Z"


def polyline(points: Iterable[Point]) -> str:
    """Return an open path of straight edges."""
    return "M" + "L".join(_pt(p) for p in points)


def star(cx: float, cy: float, outer: float, inner: float, tips: int = 5, turn: float = 0) -> str:
    """Return a star whose first tip points up, turned clockwise by degrees."""
    step = pi / tips
    first = radians(turn) - pi / 2
    return polygon(polar(cx, cy, inner if i % 2 else outer, first + i * step) for i in range(2 * tips))


def polar(cx: float, cy: float, r: float, angle: float) -> Point:
    """Return the point at a distance and an angle (radians, clockwise from the right)."""
    return cx + r * cos(angle), cy + r * sin(angle)


def ring_of(cx: float, cy: float, r: float, count: int, turn: float = 0) -> list[Point]:
    """Return points evenly spread on a circle, the first one on top, turned clockwise by degrees."""
    return [polar(cx, cy, r, radians(turn - 90 + 360 * i / count)) for i in range(count)]


def arc(cx: float, cy: float, r: float, start: float, end: float) -> str:
    """Return an open clockwise arc between two angles in degrees, 0 pointing right and 90 down."""
    a, b = polar(cx, cy, r, radians(start)), polar(cx, cy, r, radians(end))
    return f"M{_pt(a)}A{_n(r)} {_n(r)} 0 {int(end - start > 180)} 1 {_pt(b)}"


def _bezier(around: Sequence[Point], tension: float) -> str:
    p0, p1, p2, p3 = around
    k = tension / 6
    a = (p1[0] + (p2[0] - p0[0]) * k, p1[1] + (p2[1] - p0[1]) * k)
    b = (p2[0] - (p3[0] - p1[0]) * k, p2[1] - (p3[1] - p1[1]) * k)
    return f"C{_pt(a)} {_pt(b)} {_pt(p2)}"


def blob(points: Sequence[Point], tension: float = 1) -> str:
    """Return a smooth closed curve through the points; tension 0 gives straight edges."""
    n = len(points)
    around = [points[i % n] for i in range(-1, n + 2)]
    parts = (_bezier(around[i : i + 4], tension) for i in range(n))
    return f"M{_pt(points[0])}" + "".join(parts) + "Z"


def curve(points: Sequence[Point], tension: float = 1) -> str:
    """Return a smooth open curve through the points."""
    padded = [points[0], *points, points[-1]]
    parts = (_bezier(padded[i : i + 4], tension) for i in range(len(points) - 1))
    return f"M{_pt(points[0])}" + "".join(parts)


def sample(points: Sequence[Point], steps: int = 10) -> list[Point]:
    """Return many points on the smooth open curve through a few."""
    padded = [points[0], *points, points[-1]]
    found = [_on_spline(padded[i : i + 4], t / steps) for i in range(len(points) - 1) for t in range(steps)]
    return [*found, points[-1]]


def _on_spline(p: Sequence[Point], t: float) -> Point:
    def axis(i: int) -> float:
        a, b, c, d = (q[i] for q in p)
        cubic = (d - a + 3 * (b - c)) * t**3 + (2 * a - 5 * b + 4 * c - d) * t**2 + (c - a) * t + 2 * b
        return cubic / 2

    return axis(0), axis(1)


def ribbon(points: Sequence[Point], widths: Sequence[float], caps: bool = False) -> str:
    """Return a stroke of changing width along a smooth curve; the widths are spread evenly over it.

    With caps both ends are round.
    """
    spine = sample(points)
    last = len(spine) - 1
    angles = [_heading(spine[max(0, i - 1)], spine[min(last, i + 1)]) for i in range(last + 1)]
    halves = [_between(widths, i / last) / 2 for i in range(last + 1)]
    left = [polar(*p, h, a + pi / 2) for p, h, a in zip(spine, halves, angles, strict=True)]
    right = [polar(*p, h, a - pi / 2) for p, h, a in zip(spine, halves, angles, strict=True)]
    end = _cap(spine[-1], halves[-1], angles[-1] + pi / 2) if caps else []
    start = _cap(spine[0], halves[0], angles[0] - pi / 2) if caps else []
    return polygon([*left, *end, *reversed(right), *start])


def _heading(before: Point, after: Point) -> float:
    return atan2(after[1] - before[1], after[0] - before[0])


def _cap(centre: Point, half: float, first: float) -> list[Point]:
    return [polar(*centre, half, first - pi * i / 10) for i in range(1, 10)]


def _between(values: Sequence[float], share: float) -> float:
    if len(values) == 1:
        return values[0]
    at = share * (len(values) - 1)
    low = min(int(at), len(values) - 2)
    return values[low] + (values[low + 1] - values[low]) * (at - low)


def leaf(base: Point, tip: Point, width: float, bend: float = 0) -> str:
    """Return a pointed leaf or petal from base to tip; bend pushes its middle sideways."""
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    length = hypot(dx, dy) or 1
    nx, ny = -dy / length, dx / length
    mx, my = base[0] + dx * 0.5 + nx * bend, base[1] + dy * 0.5 + ny * bend
    one = (mx + nx * width * 0.67, my + ny * width * 0.67)
    two = (mx - nx * width * 0.67, my - ny * width * 0.67)
    return f"M{_pt(base)}Q{_pt(one)} {_pt(tip)}Q{_pt(two)} {_pt(base)}Z"
