"""Glow-worm: on a curled blade of grass at midnight, her lamp lit."""

from __future__ import annotations

from math import atan2, pi

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print
from shapes import circle, curve, ellipse, polar, ribbon, sample, star

NIGHT, DUSK, GRASS, MOSS, UMBER, ROSE, GLOW = (
    "#22315c",
    "#33508a",
    "#7fa05a",
    "#4a6b4c",
    "#6a4a3c",
    "#c98a78",
    "#dcec9a",
)

SPINE = [
    (536.0, 470.0),
    (530.0, 600.0),
    (600.0, 730.0),
    (740.0, 800.0),
    (890.0, 780.0),
    (1000.0, 690.0),
    (1030.0, 560.0),
]
WIDTHS = [88, 118, 140, 154, 160, 162, 160, 154, 142, 124, 98, 60]
LIT = 40
RINGS = (6, 11, 16, 21, 26, 31, 36, 41, 46, 51, 56)


def across(index: int, spine: list[tuple[float, float]]) -> str:
    """Return the seam between two plates of the body, bulging towards the tail."""
    x, y = spine[index]
    after = spine[min(index + 3, len(spine) - 1)]
    angle = atan2(after[1] - y, after[0] - x)
    share = index / (len(spine) - 1) * (len(WIDTHS) - 1)
    half = WIDTHS[round(share)] / 2 - 4
    return curve(
        [polar(x, y, half, angle - pi / 2), polar(x, y, 24, angle), polar(x, y, half, angle + pi / 2)]
    )


def worm() -> tuple[Item, ...]:
    """Return the plated body with its lamp, the last third, alight."""
    spine = sample(SPINE, 10)
    tail = [spine[i] for i in range(LIT, len(spine), 4)]
    spots = [
        (
            i,
            polar(
                *spine[i + 2],
                46,
                atan2(spine[i + 4][1] - spine[i][1], spine[i + 4][0] - spine[i][0]) - pi / 2,
            ),
        )
        for i in RINGS
        if i < LIT - 4
    ]
    return (
        Fill(ribbon(SPINE, WIDTHS), UMBER),
        Fill(ribbon(tail, [150, 142, 132, 118, 96, 60]), GLOW, "glow"),
        *(Line(across(i, spine), 7) for i in RINGS),
        *(Fill(circle(*at, 14), ROSE, line=5) for _, at in spots),
    )


def legs() -> tuple[Item, ...]:
    """Return the six short legs that hold the blade."""
    return tuple(
        Line(curve([(x, y), (x + side * 58, y - 2), (x + side * 82, y + 30)]), 10)
        for x, y in ((540, 510), (536, 560), (544, 614))
        for side in (-1, 1)
    )


BLADE = ribbon(
    [
        (740, 1440),
        (620, 1220),
        (520, 980),
        (478, 720),
        (506, 460),
        (640, 270),
        (860, 190),
        (1080, 280),
        (1150, 430),
    ],
    [92, 96, 90, 84, 78, 70, 54, 34, 10],
)
RIB = curve([(730, 1412), (616, 1212), (518, 980), (474, 760), (470, 660)])
RIB_TOP = curve([(500, 460), (540, 380), (646, 274), (858, 196), (1064, 284)])
STARS = (
    (1190, 1040, 40),
    (1070, 930, 28),
    (720, 420, 36),
    (1240, 810, 32),
    (800, 1060, 32),
    (880, 940, 26),
    (420, 760, 26),
)

PIN = Pin(
    items=(
        Fill(circle(820, 760, 520), NIGHT),
        Fill(circle(985, 610, 276), DUSK, line=6),
        Fill(circle(985, 610, 176), "#5580a8", line=6),
        *(Fill(star(x, y, r, r * 0.46, 4), GLOW, "glow", 4) for x, y, r in STARS),
        *(
            Metal(circle(x, y, 7))
            for x, y in ((1120, 1130), (980, 980), (1250, 900), (700, 1010), (640, 960))
        ),
        Fill(ribbon([(900, 1420), (960, 1200), (1080, 1020), (1290, 900)], [70, 64, 44, 8]), MOSS),
        Line(curve([(905, 1400), (965, 1200), (1085, 1026), (1240, 930)]), 6),
        Fill(ribbon([(560, 1430), (430, 1250), (330, 1040), (310, 820)], [70, 62, 44, 8]), MOSS),
        Line(curve([(552, 1410), (432, 1240), (334, 1030), (314, 900)]), 6),
        Fill(BLADE, GRASS),
        Line(RIB, 7),
        Line(RIB_TOP, 6),
        *legs(),
        *worm(),
        Fill(ellipse(538, 466, 58, 46), ROSE),
        Fill(circle(540, 412, 32), UMBER),
        Line(curve([(526, 388), (518, 366), (502, 352)]), 9),
        Line(curve([(556, 388), (570, 360), (596, 344)]), 9),
        Print(circle(527, 408, 7), "#f1e6c8"),
        Print(circle(553, 408, 7), "#f1e6c8"),
        Fill(
            "M1152 428C1182 478 1198 508 1188 536C1176 568 1128 568 1116 536C1106 508 1126 478 1152 428Z",
            "#a8cfd6",
            "pearlescent",
        ),
    ),
    finish="soft",
    plating="black-nickel",
)
BACK = Back(
    posts=((780, 620),),
    stamp=("SMALL HOURS", "GLOW-WORM", "2025"),
    stamp_at=(780, 860),
    stamp_size=48,
    texture="smooth",
    clutch_colour="#31452a",
    clutch_size=122,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="linen", tilt=-3),
    "back.jpg": Picture(PIN, ground="linen", tilt=2, back=BACK),
    "lights-off.jpg": Picture(PIN, ground="linen", tilt=-3, dark=True),
}
