"""Thunder Onion: cut with a bolt of lightning; everybody cries, the onion first."""

from __future__ import annotations

from math import cos, pi, sin

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print
from shapes import Point, circle, curve, ellipse, leaf, polygon, ribbon

SKIN, PLUM, MAUVE, CUMULUS, PALE, STORM, FLASH, TEAR, ROOT, INK = (
    "#95416b",
    "#6c2a50",
    "#b9769a",
    "#d9c5ce",
    "#f0e6ea",
    "#5b4a68",
    "#ffd100",
    "#8fb7c9",
    "#d8c6a0",
    "#2a1428",
)
CX, CY = 800.0, 840.0


def skin(k: float, neck: float) -> str:
    """Return an onion's outline, k of its full size, with its neck at a height."""
    w, h = 520 * k, 480 * k
    return (
        f"M{CX} {neck}"
        f"C{CX + 36 * k} {neck + 120 * k} {CX + 120 * k} {CY - h * 0.86} {CX + w * 0.62} {CY - h * 0.62}"
        f"C{CX + w * 0.92} {CY - h * 0.4} {CX + w} {CY - h * 0.1} {CX + w} {CY + h * 0.16}"
        f"C{CX + w} {CY + h * 0.74} {CX + w * 0.5} {CY + h} {CX} {CY + h}"
        f"C{CX - w * 0.5} {CY + h} {CX - w} {CY + h * 0.74} {CX - w} {CY + h * 0.16}"
        f"C{CX - w} {CY - h * 0.1} {CX - w * 0.92} {CY - h * 0.4} {CX - w * 0.62} {CY - h * 0.62}"
        f"C{CX - 120 * k} {CY - h * 0.86} {CX - 36 * k} {neck + 120 * k} {CX} {neck}Z"
    )


def cloud(rx: float, ry: float, puffs: int, y: float, turn: float = 0) -> str:
    """Return a cloud in the shape of an onion ring: a row of puffs around an ellipse."""
    path = ""
    for i in range(puffs + 1):
        a = 2 * pi * i / puffs + turn
        x1, y1 = CX + rx * cos(a), y + ry * sin(a)
        r = pi * (rx + ry) / 2 / puffs * (1.12 + 0.12 * sin(i * 2))
        path += f"M{x1:.1f} {y1:.1f}" if not i else f"A{r:.1f} {r:.1f} 0 0 1 {x1:.1f} {y1:.1f}"
    return path + "Z"


BOLT: list[Point] = [
    (846, 250),
    (716, 560),
    (800, 552),
    (690, 850),
    (786, 838),
    (706, 1090),
    (772, 1080),
    (776, 1300),
    (866, 1010),
    (800, 1020),
    (906, 760),
    (818, 774),
    (912, 500),
    (838, 510),
    (900, 270),
]

ROOTS: tuple[Item, ...] = tuple(
    Fill(ribbon([(x * 0.5 + 400, 1290), (x * 0.8 + 160, 1350), (x, y)], [26, 22, 8]), ROOT, line=7)
    for x, y in ((640, 1390), (720, 1430), (800, 1446), (884, 1428), (960, 1386))
)

NECK: tuple[Item, ...] = (
    Fill(leaf((790, 470), (620, 150), 150, -40), MAUVE),
    Fill(leaf((810, 470), (984, 170), 140, 44), PLUM),
    Fill(leaf((800, 500), (800, 110), 150, 20), SKIN),
    Line(curve([(800, 480), (806, 330), (800, 200)]), 6),
    Line(curve([(760, 440), (700, 320), (660, 240)]), 6),
)


def eye(side: int) -> tuple[Item, ...]:
    """Return a furious eye, its brow drawn down towards the bolt."""
    x, y = CX + side * 176, 868.0
    brow = polygon(
        [(x - side * 86, y - 20), (x + side * 92, y - 84), (x + side * 98, y - 52), (x - side * 78, y + 18)]
    )
    return (
        Fill(circle(x, y + 14, 64), PALE),
        Fill(circle(x - side * 12, y + 22, 36), INK, line=6),
        Print(circle(x - side * 12 - 12, y + 8, 11), "#ffffff"),
        Metal(brow),
    )


TEARS: tuple[Item, ...] = (
    Fill(
        "M566 970C596 1020 616 1056 600 1090C586 1118 546 1118 532 1090C518 1056 538 1020 566 970Z",
        TEAR,
        line=7,
    ),
    Print("M552 1056C546 1070 548 1084 558 1094", "#f4fbff", 7),
    Fill(
        "M1052 976C1074 1012 1086 1036 1076 1060C1066 1080 1038 1080 1028 1060C1018 1036 1030 1012 1052 976Z",
        TEAR,
        line=7,
    ),
)


PIN = Pin(
    items=(
        *ROOTS,
        *NECK,
        Fill(skin(1, 330), SKIN),
        Fill(skin(0.9, 420), PLUM),
        Fill(skin(0.83, 460), MAUVE),
        Fill(cloud(358, 330, 13, CY + 26, 0.2), CUMULUS),
        Fill(cloud(276, 252, 11, CY + 40, 0.5), STORM),
        Line(curve([(498, 780), (524, 700), (590, 640)]), 7),
        Line(curve([(1104, 780), (1080, 700), (1014, 640)]), 7),
        Line(curve([(330, 760), (372, 640), (470, 560)]), 8),
        Line(curve([(1282, 800), (1250, 680), (1180, 600)]), 6),
        *eye(-1),
        *eye(1),
        *TEARS,
        Fill(polygon(BOLT), FLASH, line=10),
        Fill(ellipse(800, 1296, 84, 30), ROOT, line=8),
    ),
    plating="black-nickel",
    line=9,
)
BACK = Back(
    posts=((560, 830), (1040, 830)),
    stamp=("SMALL HOURS", "THUNDER ONION", "LE 75"),
    stamp_at=(800, 1030),
    stamp_size=48,
    texture="sandblast",
    clutch_colour="#6d3f86",
    clutch_size=124,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="card", tilt=4),
    "back.jpg": Picture(PIN, ground="card", tilt=-3, back=BACK),
}
