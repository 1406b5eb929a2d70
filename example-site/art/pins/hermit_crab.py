"""Hermit Crab: a tenant in a thimble, armed with the needle."""

from __future__ import annotations

from math import cos, radians, sin

from pin import Back, Fill, Groove, Item, Line, Metal, Picture, Pin, Print, Text, mirrored, scaled, turned
from shapes import circle, curve, ellipse, leaf, ribbon

RED, BRIGHT, CREAM, INK, THREAD, SHADOW = "#ab2328", "#d8553f", "#f4dfc0", "#2a1220", "#2f6d84", "#4a1720"

THIMBLE = (
    "M506 820C520 640 548 450 590 330C616 250 700 206 800 206C900 206 984 250 1010 330"
    "C1052 450 1080 640 1094 820Z"
)


def dimples() -> tuple[Item, ...]:
    """Return the hundred and twelve dimples, eight rows of fourteen around the barrel."""
    rows = range(8)
    angles = [-75 + 150 * i / 13 for i in range(14)]
    return tuple(
        Metal(
            ellipse(
                800 + (206 + 9.4 * row) * sin(radians(a)),
                336 + 54 * row + 34 * cos(radians(a)),
                2 + 11 * cos(radians(a)),
                11.5,
            ),
            0.22,
        )
        for row in rows
        for a in angles
    )


SHELL: tuple[Item, ...] = (
    Metal(THIMBLE, 0.74),
    *dimples(),
    Groove(curve([(640, 286), (720, 316), (800, 322), (880, 316), (960, 286)]), 7, 0.4),
    Groove(curve([(690, 240), (760, 262), (840, 262), (910, 240)]), 6, 0.45),
    Metal("M486 800C640 850 960 850 1114 800L1124 900C960 958 640 958 476 900Z", 1),
    Groove("M484 822C640 872 960 872 1116 822M478 882C640 938 960 938 1122 882", 7, 0.5),
    Groove(Text("7", 950, 914, 52), 3, 0.3),
)


def leg(points: tuple[tuple[float, float], ...]) -> tuple[Item, ...]:
    """Return a walking leg with its pale, pointed tip."""
    tip = points[-2:]
    return (
        Fill(ribbon(points, [84, 76, 64, 44, 16]), BRIGHT),
        Fill(leaf((tip[0][0], tip[0][1] - 8), tip[1], 44), CREAM, line=7),
    )


LEGS = (
    *leg(((690, 1060), (570, 1110), (450, 1170), (390, 1260), (350, 1370))),
    *leg(((740, 1110), (660, 1180), (590, 1250), (560, 1330), (552, 1420))),
)

CLAW: tuple[Item, ...] = (
    Fill(
        "M330 1010C220 970 150 860 160 720C166 630 216 556 300 520"
        "C286 590 290 640 316 690C336 650 372 620 420 606"
        "C470 680 486 800 450 900C430 960 390 1000 330 1010Z",
        RED,
    ),
    Fill(
        "M316 690C310 620 330 560 372 500C440 560 472 640 462 740"
        "C440 690 420 664 400 660C366 664 336 674 316 690Z",
        BRIGHT,
    ),
    Line(curve([(214, 700), (206, 790), (250, 890)]), 8),
    Metal(circle(290, 800, 15)),
    Metal(circle(344, 860, 12)),
    Metal(circle(370, 770, 13)),
    Metal(circle(296, 900, 10)),
)
ARM: tuple[Item, ...] = (
    Fill(ribbon([(640, 1040), (520, 1090), (420, 1080), (350, 980)], [120, 116, 104, 88]), BRIGHT),
    Line(curve([(470, 1040), (486, 1090), (472, 1136)]), 8),
)

NEEDLE: tuple[Item, ...] = (
    Metal(ribbon([(1404, 1180), (1404, 800), (1404, 300), (1404, 236)], [4, 20, 30, 22])),
    Metal(ellipse(1404, 320, 11, 48), 0.15),
)
YARN: tuple[Item, ...] = (
    Fill(
        ribbon(
            [
                (1404, 330),
                (1370, 240),
                (1290, 206),
                (1220, 256),
                (1216, 340),
                (1264, 392),
                (1240, 470),
                (1170, 470),
            ],
            [22, 34, 38, 38, 38, 38, 36, 22],
        ),
        THREAD,
        line=7,
    ),
)


def eye(x: float, y: float) -> tuple[Item, ...]:
    """Return an eye at the end of its stalk."""
    return (
        Fill(circle(x, y, 66), CREAM),
        Fill(ellipse(x + (800 - x) * 0.1, y + 8, 42, 46), INK, line=7),
        Print(circle(x - 12, y - 8, 13), "#ffffff"),
        Print(circle(x + 16, y + 26, 6), "#e8dcd0"),
    )


FACE: tuple[Item, ...] = (
    Fill(ribbon([(726, 1020), (706, 940), (690, 850)], [72, 54, 50]), BRIGHT),
    Fill(ribbon([(874, 1020), (890, 930), (910, 820)], [72, 54, 50]), BRIGHT),
    Fill(
        ribbon([(660, 1010), (590, 920), (566, 800), (600, 690), (572, 560)], [30, 26, 22, 18, 14]),
        BRIGHT,
        line=7,
    ),
    Fill(
        ribbon([(940, 1010), (1012, 910), (1036, 790), (1004, 680), (1040, 560)], [30, 26, 22, 18, 14]),
        BRIGHT,
        line=7,
    ),
    Fill(
        "M610 1040C630 970 710 940 800 940C890 940 970 970 990 1040"
        "C1010 1130 930 1220 800 1220C670 1220 590 1130 610 1040Z",
        RED,
    ),
    Fill(
        "M672 1096C740 1068 860 1068 928 1096C940 1160 880 1212 800 1212C720 1212 660 1160 672 1096Z",
        CREAM,
        line=8,
    ),
    Line(curve([(760, 1130), (800, 1150), (842, 1128)]), 9),
    Line("M736 1206L752 1160M800 1212V1182M864 1206L848 1160", 7),
    Metal(circle(670, 1040, 9)),
    Metal(circle(716, 1000, 8)),
    Metal(circle(930, 1040, 9)),
    Metal(circle(884, 1000, 8)),
    *eye(684, 810),
    *eye(916, 780),
)

PIN = Pin(
    items=(
        *LEGS,
        *mirrored(*LEGS),
        *turned(7, 800, 900, Fill(ellipse(800, 920, 312, 96), SHADOW), *SHELL),
        *scaled(0.86, 600, 1130, *turned(-6, 560, 1080, *ARM, *CLAW)),
        *YARN,
        *NEEDLE,
        *turned(3, 1300, 980, *mirrored(*ARM, *CLAW)),
        *FACE,
    ),
    plating="gold",
    line=9,
)
BACK = Back(
    posts=((780, 470), (800, 1060)),
    stamp=("SMALL HOURS", "HERMIT CRAB", "LE 80"),
    stamp_at=(790, 720),
    stamp_size=44,
    texture="checked",
    clutch="locking",
    clutch_size=120,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="chart", tilt=2, zoom=0.98),
    "back.jpg": Picture(PIN, ground="chart", tilt=-3, zoom=0.98, back=BACK),
}
