"""Sunny Side Up: a fried egg rises in the pan, eleven uneven rays and all."""

from __future__ import annotations

from math import cos, radians, sin

from pin import Back, Fill, Groove, Hole, Item, Line, Metal, Picture, Pin, Print, turned
from shapes import Point, blob, circle, curve, ellipse, polygon

IRON, PAN, WHITE, CREAM, YOLK, AMBER, CRISP, WOOD, SHEEN = (
    "#2c3742",
    "#141b23",
    "#fbf8ee",
    "#efe6cf",
    "#f0b323",
    "#dd8f1c",
    "#c98540",
    "#9a5a34",
    "#5c6c78",
)
CX, CY = 800.0, 610.0

RAYS = (  # angle of the tip, reach, half width at the shoulder in degrees
    (-94, 440, 9),
    (-60, 376, 8),
    (-29, 426, 9),
    (4, 366, 8),
    (36, 436, 10),
    (70, 372, 8),
    (101, 424, 9),
    (135, 380, 8),
    (166, 438, 9),
    (200, 364, 8),
    (232, 420, 9),
)


def rays(swirl: float = 5) -> list[Point]:
    """Return the edge of the white: every ray leans with the turn of the pan, with a bay before the next."""
    edge: list[Point] = []
    for i, (angle, reach, half) in enumerate(RAYS):
        after = RAYS[(i + 1) % len(RAYS)][0] + (360 if i == len(RAYS) - 1 else 0)
        waist = 250 + (reach - 250) * 0.55
        edge += [_at(angle - half * 0.95 - swirl * 0.3, waist), _at(angle - 2.6 + swirl * 0.5, reach - 8)]
        edge += [_at(angle + 2.6 + swirl, reach - 4), _at(angle + half * 0.8 + swirl * 0.4, waist)]
        edge.append(_at((angle + after) / 2 + 1, 262 + 8 * sin(i * 2)))
    return edge


def _at(angle: float, r: float) -> Point:
    return CX + r * cos(radians(angle)), CY + r * sin(radians(angle))


def crisps(swirl: float = 5) -> tuple[Item, ...]:
    """Return the brown, lacy tips of the longer rays."""
    return tuple(
        Fill(
            blob(
                [
                    _at(a - 4.4 + swirl * 0.4, r - 34),
                    _at(a - 2.6 + swirl * 0.5, r - 8),
                    _at(a + 2.6 + swirl, r - 4),
                    _at(a + 5.4 + swirl * 0.7, r - 34),
                    _at(a + 3.5 + swirl * 0.5, r - 74),
                    _at(a + swirl * 0.5, r - 56),
                    _at(a - 3 + swirl * 0.5, r - 78),
                ]
            ),
            CRISP,
            line=6,
        )
        for a, r, _ in RAYS
        if r > 400
    )


def sheen(start: float, end: float) -> Item:
    """Return the band of light on the wall of the pan."""
    steps = [start + (end - start) * i / 20 for i in range(21)]
    return Fill(
        polygon([*(_at(a, 508) for a in steps), *(_at(a, 476) for a in reversed(steps))]), SHEEN, line=6
    )


HANDLE = turned(
    -5,
    800,
    1080,
    Fill("M722 1070L878 1070L866 1230L734 1230Z", IRON),
    Metal(circle(802, 1182, 27)),
    Groove("M786 1172L818 1192", 7, 0.4),
    Fill(
        "M724 1228C780 1214 820 1214 876 1228C894 1300 890 1400 874 1452"
        "C850 1502 750 1502 726 1452C710 1400 706 1300 724 1228Z",
        WOOD,
    ),
    Line(curve([(762, 1256), (754, 1320), (764, 1384)]), 6),
    Line(curve([(838, 1256), (848, 1310), (838, 1360)]), 6),
    Hole(ellipse(800, 1436, 24, 30)),
)

YOLK_FACE: tuple[Item, ...] = (
    Fill(circle(CX, CY, 196), YOLK),
    Fill(
        "M642 700C700 770 900 790 976 660C990 620 996 600 994 580"
        "C1010 700 920 806 800 806C730 806 672 770 642 700Z",
        AMBER,
        line=0,
    ),
    Line(curve([(CX - 110, CY - 22), (CX - 70, CY + 8), (CX - 28, CY - 18)]), 11),
    Line(curve([(CX + 28, CY - 18), (CX + 70, CY + 8), (CX + 110, CY - 22)]), 11),
    Line(curve([(CX - 62, CY + 66), (CX, CY + 108), (CX + 62, CY + 66)]), 11),
    Line(f"M{CX - 88} {CY + 4}L{CX - 98} {CY + 24}M{CX + 88} {CY + 4}L{CX + 98} {CY + 24}", 7),
    Fill(ellipse(CX - 122, CY + 56, 34, 22), AMBER, line=6),
    Fill(ellipse(CX + 122, CY + 56, 34, 22), AMBER, line=6),
    Print(ellipse(CX - 84, CY - 108, 62, 26, -32), "#ffffffb8"),
    Print(circle(CX - 142, CY - 44, 13), "#ffffff9c"),
)

BUBBLES = (
    (510, 350, 17),
    (548, 310, 11),
    (1180, 560, 18),
    (1186, 620, 11),
    (1100, 880, 20),
    (1060, 920, 11),
    (600, 980, 17),
    (420, 720, 15),
    (690, 236, 13),
    (960, 236, 18),
    (1010, 262, 10),
)

PIN = Pin(
    items=(
        *HANDLE,
        Fill(circle(CX, CY, 520), IRON),
        Fill(circle(CX, CY, 462), PAN),
        sheen(118, 160),
        sheen(166, 174),
        sheen(-52, -34),
        *(Fill(circle(x, y, r), AMBER, line=6) for x, y, r in BUBBLES),
        Fill(blob(rays(), 0.95), WHITE),
        *crisps(),
        Fill(ellipse(CX, CY + 6, 236, 232), CREAM, line=6),
        *YOLK_FACE,
        *(
            Metal(circle(*_at(a, r), k))
            for a, r, k in (
                (-104, 300, 7),
                (-96, 328, 6),
                (100, 300, 7),
                (110, 330, 6),
                (150, 268, 7),
                (170, 330, 7),
                (-30, 330, 6),
                (8, 290, 7),
            )
        ),
    ),
    plating="gold",
)
BACK = Back(
    posts=((990, 800),),
    stamp=("SMALL HOURS",),
    stamp_at=(384, 812),
    stamp_size=36,
    texture="smooth",
    clutch="butterfly",
    clutch_size=140,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="duckegg", tilt=-9, zoom=0.98),
    "back.jpg": Picture(PIN, ground="duckegg", tilt=87, zoom=0.98, back=BACK),
}
