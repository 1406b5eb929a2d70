"""Beadlet: an anemone open for business, with a limpet who will not be moved."""

from __future__ import annotations

from math import cos, pi, radians, sin

from pin import Back, Fill, Item, Line, Picture, Pin, Print, moved, turned
from shapes import Point, blob, circle, curve, ellipse, polar, polygon, ribbon

ROCK, STONE, DEEP, POOL, WINE, ROSE, DARK, BEAD, SHELL, CREAM, PALE = (
    "#4b525a",
    "#747b7e",
    "#1f5963",
    "#3f8f92",
    "#ab2328",
    "#d9605a",
    "#7a1622",
    "#005eb8",
    "#b8ad98",
    "#efe6d2",
    "#ee9d8c",
)
CX, CY = 752.0, 730.0
TAPER = (0.8, 0.86, 0.92, 0.97, 1.0, 1.0, 0.98, 0.95, 0.91, 0.87, 0.82, 0.77, 0.72, 0.65, 0.54, 0.36, 0.1)


def tentacles(
    count: int, inner: float, outer: float, thick: float, colours: tuple[str, ...], turn: float
) -> tuple[Item, ...]:
    """Return one ring of tentacles, the far ones first, each bowed a little by the water."""
    angles = sorted((turn + 360 * i / count for i in range(count)), key=lambda a: sin(radians(a)))
    return tuple(_tentacle(radians(a), i, inner, outer, thick, colours) for i, a in enumerate(angles))


def _tentacle(
    angle: float, i: int, inner: float, outer: float, thick: float, colours: tuple[str, ...]
) -> Item:
    front = max(0.0, sin(angle))
    reach = outer * (1 + 0.07 * sin(i * 2.7)) * (1 - 0.16 * front)
    sway = 0.17 * cos(angle) * (1 if i % 2 else -0.4) + 0.06 * sin(i * 1.9)
    shares = (0.0, 0.35, 0.7, 1.0)
    points = [_flat(inner + (reach - inner) * t, angle + sway * t * t) for t in shares]
    return Fill(ribbon(points, [thick * k for k in TAPER]), colours[i % len(colours)])


def _flat(r: float, angle: float) -> Point:
    x, y = polar(0, 0, r, angle)
    return CX + x, CY + y * 0.8


def beads() -> tuple[Item, ...]:
    """Return the blue beads under the rim of the column."""
    angles = [18 + 144 * i / 12 for i in range(13)]
    return tuple(
        Fill(circle(CX + 384 * cos(radians(a)), CY + 70 + 262 * sin(radians(a)), 32), BEAD, line=8)
        for a in angles
    )


OUTER: list[Point] = [
    (236, 640),
    (262, 430),
    (400, 250),
    (600, 214),
    (760, 160),
    (970, 190),
    (1130, 276),
    (1270, 390),
    (1320, 590),
    (1400, 780),
    (1384, 980),
    (1290, 1190),
    (1130, 1320),
    (940, 1370),
    (740, 1410),
    (540, 1350),
    (370, 1270),
    (256, 1100),
    (190, 860),
]
INNER: list[Point] = [
    (x * k + 790 * (1 - k), y * k + 770 * (1 - k))
    for i, (x, y) in enumerate(OUTER)
    for k in (0.83 + 0.035 * sin(i * 2.4),)
]


def facet(colour: str, *corners: Point) -> Item:
    """Return one broken face of the rock."""
    return Fill(polygon(corners), colour, line=7)


def rock() -> tuple[Item, ...]:
    """Return the ring of rock, its broken faces and the water in it."""
    n = len(OUTER)
    light = (facet(STONE, OUTER[i], OUTER[(i + 1) % n], INNER[(i + 1) % n]) for i in (0, 2, 3, 6, 8, 15, 17))
    cracks = (
        Line(polyline_between(OUTER[i], INNER[(i + 1) % n], 0, 1), 6) for i in (1, 5, 9, 11, 13, 14, 18)
    )
    pool = [(x * 0.9 + 770 * 0.1, y * 0.9 + 740 * 0.1) for x, y in INNER]
    return (
        Fill(blob(OUTER, 0.45), ROCK),
        *light,
        *cracks,
        Fill(blob(INNER), DEEP),
        Fill(blob(pool), POOL, line=6),
        Line(curve([(330, 1000), (372, 1080), (430, 1140)]), 6),
    )


COLUMN: tuple[Item, ...] = (
    Fill(
        "M370 800C390 940 452 1020 466 1090C472 1130 440 1160 420 1186"
        "C490 1262 970 1262 1040 1186C1020 1160 988 1130 994 1090"
        "C1008 1020 1070 940 1090 800Z",
        DARK,
    ),
    Line(curve([(510, 1100), (506, 1140), (486, 1176)]), 7),
    Line(curve([(950, 1100), (954, 1140), (974, 1176)]), 7),
    Line(curve([(600, 1166), (592, 1200), (580, 1228)]), 6),
    Line(curve([(860, 1166), (868, 1200), (880, 1228)]), 6),
    Line(curve([(730, 1176), (730, 1210), (730, 1236)]), 6),
)

DISC: tuple[Item, ...] = (
    Fill(ellipse(CX, CY - 6, 168, 126), WINE),
    *(Line(curve([_flat(70, radians(a)), _flat(150, radians(a))]), 5) for a in range(0, 360, 30)),
    Fill(ellipse(CX, CY - 6, 74, 50), ROSE, line=7),
    Line(curve([(CX - 42, CY - 12), (CX - 14, CY + 4), (CX + 14, CY + 4), (CX + 42, CY - 12)]), 9),
)


def limpet(x: float, y: float) -> tuple[Item, ...]:
    """Return the limpet, ridged from its top to its scalloped edge."""
    edge = [
        (
            x + (1 + 0.07 * (i % 2)) * 176 * cos(2 * pi * i / 24),
            y + (1 + 0.07 * (i % 2)) * 140 * sin(2 * pi * i / 24),
        )
        for i in range(24)
    ]
    top = (x - 22, y - 52)
    inner = [(top[0] + (px - top[0]) * 0.97, top[1] + (py - top[1]) * 0.97) for px, py in edge]
    stripes = (
        Fill(
            polygon([top, inner[i - 1], inner[i], inner[(i + 1) % 24]]),
            (CREAM, SHELL, STONE)[i // 2 % 3],
            line=6,
        )
        for i in range(0, 24, 2)
    )
    middle = blob([(top[0] + (px - top[0]) * 0.6, top[1] + (py - top[1]) * 0.6) for px, py in edge])
    return (Fill(blob(edge), SHELL), *stripes, Line(middle, 6), Fill(ellipse(*top, 42, 34), CREAM, line=7))


def polyline_between(a: Point, b: Point, start: float, end: float) -> str:
    """Return the part of a straight line between two shares of it."""
    (ax, ay), (bx, by) = a, b
    first = f"M{ax + (bx - ax) * start:.1f} {ay + (by - ay) * start:.1f}"
    return f"{first}L{ax + (bx - ax) * end:.1f} {ay + (by - ay) * end:.1f}"


BLENNY: tuple[Item, ...] = turned(
    38,
    366,
    1176,
    Fill(
        blob(
            [
                (262, 1180),
                (290, 1120),
                (366, 1098),
                (444, 1122),
                (470, 1180),
                (430, 1224),
                (366, 1236),
                (300, 1222),
            ]
        ),
        "#232a32",
    ),
    Fill(
        "M286 1200C284 1150 320 1128 366 1128C412 1128 448 1150 446 1200C430 1226 302 1226 286 1200Z",
        SHELL,
        line=7,
    ),
    Line(curve([(326, 1196), (366, 1208), (406, 1196)]), 7),
    Fill(circle(322, 1134, 33), CREAM, line=7),
    Fill(circle(410, 1134, 33), CREAM, line=7),
    Print(circle(330, 1128, 18), "#1b2730"),
    Print(circle(418, 1128, 18), "#1b2730"),
    Print(circle(324, 1120, 6), "#ffffff"),
    Print(circle(412, 1120, 6), "#ffffff"),
)


def barnacle(x: float, y: float, r: float) -> tuple[Item, ...]:
    """Return a barnacle: a small crater of six plates."""
    plates = (Line(polyline_between((x, y), polar(x, y, r, i * pi / 3), 0.4, 1), 5) for i in range(6))
    return (Fill(circle(x, y, r), CREAM, line=7), *plates, Fill(circle(x, y, r * 0.38), ROCK, line=6))


PIN = Pin(
    items=(
        *rock(),
        *moved(22, 0, *COLUMN),
        *tentacles(27, 120, 490, 66, (DARK, WINE, WINE), 4),
        *beads(),
        *tentacles(19, 110, 386, 66, (WINE, ROSE), 14),
        *tentacles(14, 100, 264, 58, (ROSE, PALE), 0),
        *DISC,
        *limpet(1150, 1160),
        *BLENNY,
        *barnacle(330, 440, 40),
        *barnacle(410, 372, 30),
        *barnacle(1330, 860, 34),
    ),
    plating="nickel",
)
BACK = Back(
    posts=((520, 770), (1080, 770)),
    stamp=("SMALL HOURS", "BEADLET", "AUGUST 2024"),
    stamp_at=(800, 990),
    stamp_size=50,
    texture="smooth",
    clutch_colour="#26282c",
    clutch_size=122,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="linen", tilt=-2),
    "back.jpg": Picture(PIN, ground="linen", tilt=3, back=BACK),
}
