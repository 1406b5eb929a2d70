"""What the kit's backs do not know: engraved stamps, screw nuts, bar magnets and safety pins."""

from __future__ import annotations

from math import cos, radians, sin

from pin import Groove, Hole, Item, Line, Metal, Pin, Print, Text, turned
from shapes import Point, circle, polar, rect, ring_of

SHADE = "#0000006e"
SANS = "Liberation Sans"


def stamp(words: tuple[str, ...], x: float, y: float, size: float = 44) -> tuple[Item, ...]:
    """Return lines of engraved lettering, the first baseline at y."""
    lines = [Text(line, x, y + i * size * 1.34, size, SANS, 700, size * 0.08) for i, line in enumerate(words)]
    return (*(Metal(line, 0.4) for line in lines), *(Print(line, SHADE) for line in lines))


def around(words: str, cx: float, cy: float, r: float, size: float, middle: float = -90) -> tuple[Item, ...]:
    """Return engraved lettering along a circle, its middle at an angle in degrees; 90 reads upright below."""
    below = 0 < middle < 180
    step = size * 0.86 / r * 57.3 * (-1 if below else 1)
    first = middle - step * (len(words) - 1) / 2
    found: list[Item] = []
    for i, letter in enumerate(words):
        angle = first + i * step
        x, y = polar(cx, cy, r, radians(angle))
        turn = angle - 90 if below else angle + 90
        glyph = Text(letter, x, y + size * 0.36, size, SANS)
        found += turned(turn, x, y, Metal(glyph, 0.4), Print(glyph, SHADE))
    return tuple(found)


def nut(x: float, y: float, r: float = 150, plating: str = "nickel") -> Pin:
    """Return a round knurled nut on a threaded post."""
    teeth = zip(ring_of(x, y, r, 48), ring_of(x, y, r * 0.88, 48), strict=True)
    knurl = "".join(f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" for a, b in teeth)
    return Pin(
        items=(
            Metal(circle(x, y, r), 0.86),
            Groove(knurl, r * 0.045, 0.5),
            Metal(circle(x, y, r * 0.84), 1),
            Metal(circle(x, y, r * 0.7), 0.76),
            Metal(circle(x, y, r * 0.42), 0.95),
            Metal(circle(x, y, r * 0.3), 0.45),
            Metal(circle(x, y, r * 0.26), 0.95),
            Groove(circle(x, y, r * 0.17), 4, 0.6),
            Metal(circle(x, y, r * 0.07), 0.7),
        ),
        plating=plating,
        finish="die-struck",
        rim=4,
    )


def bar_magnet(x: float, y: float, width: float, height: float) -> Pin:
    """Return a bar magnet glued to the back, its middle at (x, y)."""
    left, top = x - width / 2, y - height / 2
    return Pin(
        items=(
            Metal(rect(left, top, width, height, 22), 0.9),
            Metal(rect(left + 20, top + 20, width - 40, height - 40, 14), 1),
            Groove(f"M{x} {top + 22}V{top + height - 22}", 6, 0.6),
            Metal(Text("N", x - width * 0.25, y + height * 0.17, height * 0.5, SANS), 0.55),
            Metal(Text("S", x + width * 0.25, y + height * 0.17, height * 0.5, SANS), 0.55),
        ),
        plating="black-nickel",
        finish="die-struck",
        rim=6,
    )


def safety_pin(left: float, right: float, y: float) -> Pin:
    """Return a joint on the left, a catch on the right and the needle between them."""
    needle: tuple[Item, ...] = (Line(f"M{left} {y}L{right - 6} {y - 4}", 17),)
    coil = [Groove(f"M{left + dx} {y - 40}V{y + 40}", 6, 0.6) for dx in (-20, 0, 20)]
    joint: tuple[Item, ...] = (Metal(rect(left - 46, y - 48, 92, 96, 30), 1), *coil)
    hook = f"M{right - 38} {y + 44}V{y - 30}A38 38 0 0 1 {right + 38} {y - 30}V{y - 6}"
    catch: tuple[Item, ...] = (
        Metal(rect(right - 60, y + 26, 120, 44, 14), 0.9),
        Line(hook, 24),
        Metal(circle(right + 38, y - 2, 18), 1),
    )
    return Pin((*catch, *needle, *joint), plating="nickel", finish="die-struck", rim=3)


def ring(cx: float, cy: float, r: float, width: float, plating: str, flat: float = 1) -> Pin:
    """Return a wire ring; flat below 1 turns it sideways."""
    points = [(cx + r * flat * cos(radians(a)), cy + r * sin(radians(a))) for a in range(0, 360, 10)]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"
    inner = _inset(points, (cx, cy), width / r)
    return Pin((Metal(path), Hole(inner)), plating=plating, finish="die-struck", rim=0.5)


def _inset(points: list[Point], middle: Point, share: float) -> str:
    cx, cy = middle
    kept = [(cx + (x - cx) * (1 - share), cy + (y - cy) * (1 - share)) for x, y in points]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z"
