"""Signal Flags: D, A, R and N in a breeze, hung by rings from a polished bar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import pi, sin

from pin import Fill, Groove, Hole, Item, Line, Metal, Picture, Pin, mirrored
from shapes import Point, circle, ellipse, polygon, rect

from pins._hardware import safety_pin, stamp

RED, BLUE, YELLOW, WASHED = "#e4002b", "#003087", "#ffd100", "#e6e5df"
BAR_TOP, BAR_LOW = 412, 466
WIDE, HIGH = 290, 384


@dataclass(frozen=True)
class Cloth:
    """Where a flag hangs and how the wind lifts it; u runs to the right and v down, both from 0 to 1."""

    x: float
    y: float
    phase: float
    lift: float = 16
    drift: float = 14

    def at(self, u: float, v: float) -> Point:
        """Return a place on the flag."""
        wave = sin(2 * pi * u + self.phase) * self.lift * (0.35 + 0.65 * v)
        sway = sin(pi * v + self.phase * 0.5) * self.drift + v * self.drift * 0.6
        return self.x + u * WIDE + sway, self.y + v * HIGH + wave

    def patch(self, *corners: Point) -> str:
        """Return the outline of a patch given by its corners on the flag."""
        ends = zip(corners, (*corners[1:], corners[0]), strict=True)
        steps = [
            self.at(a[0] + (b[0] - a[0]) * i / 12, a[1] + (b[1] - a[1]) * i / 12)
            for a, b in ends
            for i in range(12)
        ]
        return polygon(steps)

    def box(self, u: float, v: float, wide: float, high: float) -> str:
        """Return an upright patch."""
        return self.patch((u, v), (u + wide, v), (u + wide, v + high), (u, v + high))


CLOTHS = (
    Cloth(128, 632, 0.2),
    Cloth(482, 690, 1.2),
    Cloth(834, 640, 2.3),
    Cloth(1182, 700, 3.3),
)


def delta(c: Cloth) -> tuple[Item, ...]:
    """Return D: yellow, blue, yellow."""
    return (
        Fill(c.box(0, 0, 1, 0.25), YELLOW),
        Fill(c.box(0, 0.25, 1, 0.5), BLUE),
        Fill(c.box(0, 0.75, 1, 0.25), YELLOW),
    )


def alfa(c: Cloth) -> tuple[Item, ...]:
    """Return A: white and blue with a swallow tail."""
    return Fill(c.box(0, 0, 0.46, 1), WASHED), Fill(
        c.patch((0.46, 0), (1, 0), (0.78, 0.5), (1, 1), (0.46, 1)), BLUE
    )


def romeo(c: Cloth) -> tuple[Item, ...]:
    """Return R: red with a yellow cross."""
    cross = c.patch(
        (0.39, 0),
        (0.61, 0),
        (0.61, 0.39),
        (1, 0.39),
        (1, 0.61),
        (0.61, 0.61),
        (0.61, 1),
        (0.39, 1),
        (0.39, 0.61),
        (0, 0.61),
        (0, 0.39),
        (0.39, 0.39),
    )
    return Fill(c.box(0, 0, 1, 1), RED), Fill(cross, YELLOW)


def november(c: Cloth) -> tuple[Item, ...]:
    """Return N: sixteen checks of blue and white."""
    return tuple(
        Fill(c.box(i / 4, j / 4, 0.25, 0.25), WASHED if (i + j) % 2 else BLUE)
        for j in range(4)
        for i in range(4)
    )


def eyes(c: Cloth) -> tuple[Item, ...]:
    """Return the two lugs on the upper hem."""
    return tuple(Metal(circle(*lug(c, u), 24)) for u in (0.14, 0.86))


def lug(c: Cloth, u: float) -> Point:
    """Return the middle of a lug."""
    x, y = c.at(u, 0)
    return x, y - 26


def chain(c: Cloth, u: float, odd: bool) -> tuple[Item, ...]:
    """Return every other link from the bar down to a lug: the open ones, or those seen edge on."""
    x, y = lug(c, u)
    count = max(3, round((y - BAR_LOW + 26) / 46)) | 1
    step = (y - BAR_LOW + 12) / count
    links = [(x, BAR_LOW - 8 + step * (i + 0.5)) for i in range(count) if i % 2 == odd]
    flat = 0.16 if odd else 0.6
    return tuple(part for place in links for part in link(*place, step * 0.66, flat))


def link(x: float, y: float, r: float, flat: float) -> tuple[Item, ...]:
    """Return one link; one that is seen edge on has no opening."""
    wire = Metal(ellipse(x, y, r * flat + 5, r))
    return (wire,) if flat < 0.3 else (wire, Hole(ellipse(x, y, r * flat - 5, r - 11)))


def flag(c: Cloth, cells: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return one flag of the string, its hem on top."""
    hem = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in (c.at(i / 12, 0) for i in range(13)))
    return (*eyes(c), *cells, Line(hem, 16))


def bar(lugs: tuple[float, ...]) -> tuple[Item, ...]:
    """Return the yard with its ball ends, whippings and the loops that the chains hang from."""
    middle = (BAR_TOP + BAR_LOW) / 2
    whips = [
        Groove(f"M{x + dx} {BAR_TOP - 2}V{BAR_LOW + 2}", 6, 0.5)
        for x in (190, 1410)
        for dx in (-24, -12, 0, 12, 24)
    ]
    return (
        *(Metal(circle(x, BAR_LOW + 8, 20)) for x in lugs),
        Metal(rect(110, BAR_TOP, 1380, BAR_LOW - BAR_TOP, 27), 1),
        *whips,
        *(Metal(circle(x, middle, 40)) for x in (112, 1488)),
        *(Groove(circle(x, middle, 25), 5, 0.6) for x in (112, 1488)),
        *(Groove(f"M{x - 22} {BAR_TOP}V{BAR_LOW}M{x + 22} {BAR_TOP}V{BAR_LOW}", 6, 0.55) for x in lugs),
    )


def reverse(c: Cloth, words: tuple[str, ...]) -> tuple[Item, ...]:
    """Return the bare, stamped reverse of a flag."""
    corners = (
        ((0.0, 0.0), (1.0, 0.0), (0.78, 0.5), (1.0, 1.0), (0.0, 1.0))
        if c == CLOTHS[1]
        else ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    )
    ends = zip(corners, (*corners[1:], corners[0]), strict=True)
    path = [
        c.at(a[0] + (b[0] - a[0]) * i / 12, a[1] + (b[1] - a[1]) * i / 12) for a, b in ends for i in range(12)
    ]
    lugs = tuple(Metal(circle(1600 - lug(c, u)[0], lug(c, u)[1], 24)) for u in (0.14, 0.86))
    x, y = c.at(0.42 if c == CLOTHS[1] else 0.5, 0.5)
    letters = stamp(words, 1600 - x, y + 14 - 28 * (len(words) - 1), 44)
    return (*lugs, Metal(polygon((1600 - x, y) for x, y in path), 0.8), *letters)


LUGS = tuple(lug(c, u)[0] for c in CLOTHS for u in (0.14, 0.86))
OPEN, EDGE = (
    Pin(
        tuple(part for c in CLOTHS for u in (0.14, 0.86) for part in chain(c, u, odd)),
        finish="die-struck",
        rim=0.5,
    )
    for odd in (False, True)
)
FLAGS = tuple(
    part for c, draw in zip(CLOTHS, (delta, alfa, romeo, november), strict=True) for part in flag(c, draw(c))
)
PIN = Pin(
    items=bar(LUGS),
    finish="soft",
    rim=7,
    parts=(Pin(FLAGS, finish="soft", rim=11), EDGE, OPEN),
)
STAMPS = ((), ("2027",), ("MUSEUM", "OF SMALL", "VOYAGES"), ("SMALL", "HOURS"))
REVERSE = Pin(
    items=bar(tuple(1600 - x for x in LUGS)),
    finish="die-struck",
    rim=7,
    parts=(
        Pin(
            tuple(part for c, words in zip(CLOTHS, STAMPS, strict=True) for part in reverse(c, words)),
            finish="die-struck",
            rim=11,
        ),
        replace(EDGE, items=mirrored(*EDGE.items)),
        replace(OPEN, items=mirrored(*OPEN.items)),
        safety_pin(400, 1200, 420),
    ),
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="chart", tilt=-2, zoom=0.94),
    "back.jpg": Picture(REVERSE, ground="chart", tilt=2, zoom=0.94),
}
