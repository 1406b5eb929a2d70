"""Glow-worm: on a curled blade of grass at midnight, her lamp lit."""

from __future__ import annotations

from math import atan2, degrees

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print
from shapes import circle, curve, ellipse, polar, ribbon, sample, star

NIGHT, DUSK, GRASS, MOSS, UMBER, ROSE, GLOW = (
    "#1f2c50", "#2f4573", "#7fa05a", "#4a6b4c", "#6a4a3c", "#c98a78", "#e4efb4",
)

SPINE = [(520.0, 560.0), (610.0, 640.0), (730.0, 690.0), (860.0, 690.0), (960.0, 630.0), (1000.0, 530.0)]


def segments() -> tuple[Item, ...]:
    """Return the plates of the body, tail first, the last three alight."""
    spine = sample(SPINE, 5)[::-1]
    places = spine[1::2]
    drawn: list[Item] = []
    for i, (x, y) in enumerate(places):
        near = spine[min(len(spine) - 1, 2 * i + 2)]
        angle = degrees(atan2(near[1] - y, near[0] - x))
        size = (52, 66, 76, 82, 84, 84, 82, 78, 74, 68, 60, 52, 46)[min(i, 12)]
        lit = i < 4
        drawn.append(Fill(ellipse(x, y, 44, size, angle), GLOW if lit else UMBER, "glow" if lit else None, 7))
        if not lit:
            side = polar(x, y, size - 22, (angle + 90) * 0.01745)
            drawn.append(Fill(ellipse(*side, 13, 13), ROSE, line=5))
    return tuple(drawn)


def legs() -> tuple[Item, ...]:
    """Return the six short legs that hold the blade."""
    roots = [(560, 640), (610, 690), (670, 730)]
    return tuple(
        Line(curve([(x, y), (x - 24, y + 46), (x - 60 + 10 * i, y + 84)]), 11) for i, (x, y) in enumerate(roots)
    )


BLADE = ribbon(
    [(690, 1440), (560, 1180), (480, 920), (560, 700), (500, 470), (620, 250), (860, 190), (1090, 300), (1130, 440)],
    [92, 96, 90, 84, 78, 70, 54, 34, 10],
)
RIB = curve([(676, 1410), (556, 1170), (482, 920), (470, 700), (504, 470), (624, 254), (850, 196), (1060, 290)])

PIN = Pin(
    items=(
        Fill(circle(820, 760, 520), NIGHT),
        Fill(circle(985, 560, 330), DUSK, line=6),
        Fill(circle(985, 560, 210), "#47648c", line=6),
        *(Metal(star(x, y, r, r * 0.4, 4)) for x, y, r in (
            (1190, 960, 34), (1060, 1110, 22), (760, 420, 22), (1240, 760, 18), (900, 1160, 18), (700, 1000, 20))),
        *(Metal(circle(x, y, 6)) for x, y in ((1130, 1020), (980, 980), (840, 960), (1210, 860), (700, 880))),
        Fill(ribbon([(900, 1420), (960, 1200), (1080, 1020), (1290, 900)], [70, 64, 44, 8]), MOSS),
        Line(curve([(905, 1400), (965, 1200), (1085, 1026), (1240, 930)]), 6),
        Fill(ribbon([(560, 1430), (430, 1250), (330, 1040), (310, 820)], [70, 62, 44, 8]), MOSS),
        Line(curve([(552, 1410), (432, 1240), (334, 1030), (314, 900)]), 6),
        Fill(BLADE, GRASS),
        Line(RIB, 7),
        *legs(),
        *segments(),
        Fill(ellipse(500, 530, 44, 54, -50), ROSE),
        Fill(circle(474, 502, 22), UMBER, line=7),
        Line(curve([(462, 486), (440, 460), (440, 430)]), 8),
        Line(curve([(486, 484), (490, 452), (510, 430)]), 8),
        Print(circle(470, 498, 6), "#f1e6c8"),
        Fill("M1130 440C1160 490 1176 520 1166 548C1154 580 1106 580 1094 548C1084 520 1104 490 1130 440Z", "#a8cfd6",
             "pearlescent"),
    ),
    finish="soft",
    plating="black-nickel",
)
BACK = Back(
    posts=((780, 560), (780, 960)),
    stamp=("© MARLOW 2026", "NIGHT GARDEN"),
    stamp_at=(780, 752),
    stamp_size=44,
    texture="smooth",
    clutch_colour="#31452a",
    clutch_size=106,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="linen", tilt=-3),
    "back.jpg": Picture(PIN, ground="linen", tilt=2, back=BACK),
    "lights-off.jpg": Picture(PIN, ground="linen", tilt=-3, dark=True),
}
