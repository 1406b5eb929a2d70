"""Rainy Day Biscuit: one bite gone, an umbrella up, and somebody small who shelters under it."""

from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, pi, radians, sin

from pin import Fill, Groove, Item, Line, Metal, Picture, Pin, Print, Text, mirrored, scaled, turned
from shapes import Point, circle, ellipse, polar, polygon, rect, ribbon

BISCUIT, CRUST, CRUMB, DRIZZLE, PUDDLE, CREAM, CHERRY, ANT, BAKED = (
    "#b58150",
    "#8d5a33",
    "#e2bd88",
    "#41748d",
    "#a5c5ce",
    "#f5ead4",
    "#b8433f",
    "#3a2520",
    "#c9985f",
)
CX, CY, R = 770.0, 900.0, 520.0


def outline(r: float, wave: float, notch: float) -> list[Point]:
    """Return the scalloped edge of the biscuit with three tooth marks bitten out of it."""
    edge: list[Point] = []
    for i in range(361):
        a = 2 * pi * i / 360
        x, y = polar(CX, CY, r + wave * cos(a * 26), a)
        edge.append((x, y))
    kept = [p for p in edge if not _bitten(p, notch)]
    first = max(range(len(kept)), key=lambda i: _far(kept[i], kept[(i + 1) % len(kept)]))
    ordered = [*kept[first + 1 :], *kept[: first + 1]]
    return [*ordered, *_teeth(ordered[-1], ordered[0], notch)]


TEETH = ((1060.0, 560.0, 120.0), (1190.0, 640.0, 128.0), (1270.0, 780.0, 110.0))


def _bitten(p: Point, notch: float) -> bool:
    return any(_far(p, (x, y)) < r + notch for x, y, r in TEETH)


def _far(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _teeth(start: Point, end: Point, notch: float) -> list[Point]:
    """Return the edge of the bite from one end to the other: the tooth marks nearest to the middle."""
    ring = [
        (x + (r + notch) * cos(radians(a)), y + (r + notch) * sin(radians(a)))
        for x, y, r in TEETH
        for a in range(250, 30, -6)
    ]
    inner = [p for p in ring if not any(_far(p, (x, y)) < r + notch - 1 for x, y, r in TEETH)]
    inside = [p for p in inner if _far(p, (CX, CY)) < R]
    return inside if _far(inside[0], start) < _far(inside[0], end) else inside[::-1]


def drop(x: float, y: float, k: float, colour: str = DRIZZLE) -> tuple[Item, ...]:
    """Return a slanting raindrop pressed into the biscuit."""
    path = (
        f"M{x} {y - 62 * k}C{x + 12 * k} {y - 24 * k} {x + 38 * k} {y} {x + 36 * k} {y + 26 * k}"
        f"C{x + 34 * k} {y + 60 * k} {x - 34 * k} {y + 60 * k} {x - 36 * k} {y + 26 * k}"
        f"C{x - 38 * k} {y} {x - 12 * k} {y - 24 * k} {x} {y - 62 * k}Z"
    )
    return turned(
        14,
        x,
        y,
        Fill(path, colour, line=8),
        Print(
            f"M{x - 18 * k} {y + 18 * k}"
            f"C{x - 18 * k} {y + 32 * k} {x - 10 * k} {y + 38 * k} {x - 4 * k} {y + 40 * k}",
            "#dff0f4",
            7 * k,
        ),
    )


DROPS = (
    (520, 790, 1.0),
    (660, 1020, 1.1),
    (420, 960, 0.9),
    (500, 1110, 1.0),
    (850, 1130, 1.0),
    (720, 1270, 0.92),
    (1000, 980, 0.9),
    (1020, 1220, 0.86),
    (900, 1330, 0.7),
    (470, 1240, 0.72),
    (960, 880, 0.8),
)


def dockings() -> tuple[Item, ...]:
    """Return the little holes of the docker."""
    places = (
        (470, 700),
        (840, 960),
        (590, 940),
        (660, 1190),
        (950, 1110),
        (810, 1220),
        (370, 860),
        (1130, 1100),
        (570, 1340),
        (400, 1100),
        (1130, 980),
    )
    return tuple(part for x, y in places for part in (Metal(circle(x, y, 15)), Metal(circle(x, y, 8), 0.3)))


UX, UY = 620.0, 600.0
RIBS = (-430, -270, -95, 95, 270, 430)


def gore(left: float, right: float, colour: str) -> Item:
    """Return one paper gore of the umbrella from its tip to the hem."""
    low = UY - max(_hem(left), _hem(right)) - 34
    return Fill(
        f"M{UX} {UY - 400}Q{UX + left * 0.72} {UY - 330} {UX + left} {UY - _hem(left)}"
        f"Q{UX + (left + right) / 2} {low} {UX + right} {UY - _hem(right)}"
        f"Q{UX + right * 0.72} {UY - 330} {UX} {UY - 400}Z",
        colour,
    )


def _hem(x: float) -> float:
    return 60 - 60 * (1 - (x / 430) ** 2)


UMBRELLA = turned(
    -15,
    UX,
    UY,
    Fill(ribbon([(UX, UY - 60), (UX, UY + 330)], [30, 26]), CREAM, line=8),
    Fill(
        f"M{UX - 430} {UY - 60}Q{UX} {UY + 90} {UX + 430} {UY - 60}Q{UX} {UY - 160} {UX - 430} {UY - 60}Z",
        CRUST,
    ),
    *(gore(a, b, (DRIZZLE, CREAM)[i % 2]) for i, (a, b) in enumerate(pairwise(RIBS))),
    *(Fill(circle(UX + x, UY - y, 26), CHERRY, line=7) for x, y in ((-180, 140), (180, 140))),
    Fill(circle(UX, UY - 418, 34), CHERRY),
)

GUEST = scaled(
    1.22,
    800,
    800,
    Line("M816 806L792 846L770 852M830 808L828 850L812 862M842 806L866 846L886 850", 8),
    Line("M780 776L752 752L744 728M790 766L776 738L780 716", 7),
    Fill(ellipse(892, 782, 50, 34, -8), ANT, line=7),
    Fill(ellipse(832, 788, 27, 20), ANT, line=7),
    Fill(circle(786, 790, 31), ANT, line=7),
    Fill("M756 716L772 668L822 654L858 676L850 712L806 730Z", CREAM, line=7),
    Line("M790 700L806 676M820 704L836 682", 5),
    Print(circle(776, 784, 9), "#ffffff"),
    Print(circle(773, 785, 4.5), "#1c100c"),
    Print("M868 770C880 762 896 760 908 764", "#8a6558", 6),
)

PIN = Pin(
    items=(
        Fill(polygon(outline(R, 13, 0)), CRUMB),
        Fill(polygon(outline(R, 13, 62)), BISCUIT),
        Fill(polygon(outline(R - 80, 0, 62)), BAKED),
        Line(polygon(outline(R - 116, 0, 100)), 5),
        *dockings(),
        *(part for x, y, k in DROPS for part in drop(x, y, k, PUDDLE if k < 0.85 else DRIZZLE)),
        *UMBRELLA,
        Metal(ellipse(700, 924, 34, 13)),
        *GUEST,
    ),
    plating="copper",
    finish="soft",
)

PLATE = mirrored(*(Metal(item.shape, 0.72, item.transform) for item in PIN.items if isinstance(item, Fill)))
BAR = Pin(
    items=(
        Metal(rect(520, 862, 600, 46, 20), 0.75),
        Groove("M566 885H1000", 6, 0.5),
        Metal(circle(540, 885, 52), 0.85),
        Metal(circle(540, 885, 30), 0.45),
        Metal(circle(540, 885, 16), 1),
    ),
    plating="nickel",
    rim=4,
)
NEEDLE = Pin(
    items=(
        Metal(ribbon([(528, 846), (660, 832), (820, 836), (980, 846), (1106, 858)], [22, 17, 15, 14, 10])),
        Metal(rect(1062, 808, 66, 112, 24), 0.9),
        Groove("M1078 832V900", 6, 0.5),
    ),
    plating="nickel",
    rim=3,
)
STAMP = (
    Metal(Text("SMALL HOURS", 820, 1060, 58, "Liberation Sans", spacing=5), 0.3),
    Metal(Text("FOR THE SOUP BUS", 820, 1140, 48, "Liberation Sans", spacing=4), 0.3),
)
REVERSE = Pin(
    items=(
        *PLATE,
        *STAMP,
        *(Print(item.shape, "#2a0f078c") for item in STAMP),
    ),
    plating="copper",
    finish="die-struck",
    parts=(BAR, NEEDLE),
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="ledger", tilt=2, zoom=0.98),
    "back.jpg": Picture(REVERSE, ground="ledger", tilt=-3, zoom=0.98),
}
