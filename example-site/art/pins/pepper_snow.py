"""Pepper Snow: a pepper mill that snows when nobody is grinding."""

from __future__ import annotations

from pin import Back, Fill, Groove, Item, Line, Metal, Picture, Pin, Print
from shapes import blob, circle, curve, polygon, rect, ribbon

BEECH, GRAIN, DARK, SNOW, SKY, DUSK, ROOF, WALL, LAMP, PEPPER = (
    "#b78b69",
    "#94684a",
    "#6b4632",
    "#f4f7fa",
    "#6f93b4",
    "#47688a",
    "#a8433c",
    "#e8d9bf",
    "#ffc64a",
    "#33292b",
)

HEAD: tuple[Item, ...] = (
    Fill(
        "M640 330C600 250 650 180 720 168L880 168C950 180 1000 250 960 330"
        "C1000 360 1010 410 970 440L630 440C590 410 600 360 640 330Z",
        BEECH,
    ),
    Fill(
        "M880 168C950 180 1000 250 960 330C1000 360 1010 410 970 440L880 440"
        "C930 410 930 360 900 330C940 260 930 200 880 168Z",
        GRAIN,
        line=6,
    ),
    Line(curve([(640, 330), (720, 348), (800, 352), (880, 348), (960, 330)]), 9),
    Line(curve([(700, 200), (676, 250), (690, 296)]), 6),
    Line(curve([(760, 380), (752, 400), (756, 424)]), 5),
    Line(curve([(690, 376), (682, 400), (690, 424)]), 5),
    Metal(ribbon([(800, 132), (900, 122), (1000, 134), (1064, 128)], [40, 30, 28, 36])),
    Metal(ribbon([(1060, 140), (1062, 100)], [22, 22])),
    Fill(blob([(1030, 96), (1022, 40), (1062, 6), (1102, 40), (1094, 96), (1062, 106)]), BEECH),
    Line(curve([(1046, 44), (1042, 64), (1046, 84)]), 5),
    Metal(circle(800, 134, 44)),
    Groove(circle(800, 134, 25), 7, 0.4),
    Metal(rect(752, 160, 96, 22, 10)),
)

COLLAR: tuple[Item, ...] = (
    Fill("M616 440L984 440L1010 500L590 500Z", DARK),
    Metal(rect(596, 486, 408, 24, 12)),
)

GLOBE = (
    "M604 505C470 580 420 690 436 800C450 920 530 1010 610 1060L990 1060"
    "C1070 1010 1150 920 1164 800C1180 690 1130 580 996 505Z"
)

HILLS: tuple[Item, ...] = (
    Fill(
        "M440 830C520 760 640 780 720 800C840 820 1000 740 1162 812"
        "C1152 920 1070 1010 990 1060L610 1060C530 1010 452 930 440 830Z",
        DUSK,
        line=7,
    ),
    Fill(
        "M446 880C560 850 640 900 740 910C880 920 1000 850 1156 876"
        "C1140 950 1060 1020 990 1060L610 1060C540 1016 466 950 446 880Z",
        SNOW,
        "glitter",
    ),
)


def house(x: float, y: float, wide: float, tall: float, lit: bool) -> tuple[Item, ...]:
    """Return a house with a snowed-up roof; x and y are the middle of its threshold."""
    half, eave, ridge = wide / 2, y - tall, y - tall - wide * 0.62
    wall = Fill(polygon([(x - half, y), (x - half, eave), (x + half, eave), (x + half, y)]), WALL, line=7)
    roof = Fill(polygon([(x - half - 18, eave + 8), (x, ridge), (x + half + 18, eave + 8)]), ROOF, line=7)
    cap = Fill(
        f"M{x} {ridge}L{x + half * 0.72} {eave - tall * 0.2}"
        f"Q{x + half * 0.4} {eave - tall * 0.36} {x + 8} {eave - tall * 0.18}"
        f"Q{x - half * 0.4} {eave - tall * 0.3} {x - half * 0.72} {eave - tall * 0.2}Z",
        SNOW,
        line=6,
    )
    window = Fill(rect(x - 15, y - tall * 0.72, 30, 36, 4), LAMP if lit else DUSK, line=6)
    return (wall, roof, cap, window)


CHURCH: tuple[Item, ...] = (
    Fill(polygon([(812, 900), (812, 770), (960, 770), (960, 900)]), WALL, line=7),
    Fill(polygon([(800, 776), (840, 706), (950, 706), (976, 776)]), ROOF, line=7),
    Fill(polygon([(776, 904), (776, 680), (850, 680), (850, 904)]), WALL, line=7),
    Fill(polygon([(760, 688), (813, 556), (866, 688)]), DUSK, line=7),
    Line("M813 556V520M798 534H828", 7),
    Fill(circle(813, 726, 18), LAMP, line=6),
    Fill("M794 904V850C794 826 832 826 832 850V904Z", ROOF, line=6),
    Fill(rect(890, 810, 26, 46, 13), LAMP, line=6),
)

FOOT: tuple[Item, ...] = (
    Metal(rect(590, 1050, 420, 26, 13)),
    Fill("M606 1074L994 1074L972 1130L628 1130Z", DARK),
    Fill(
        "M640 1126L960 1126C950 1200 1000 1270 1070 1330C1090 1360 1080 1400 1050 1410"
        "L550 1410C520 1400 510 1360 530 1330C600 1270 650 1200 640 1126Z",
        BEECH,
    ),
    Fill(
        "M880 1126L960 1126C950 1200 1000 1270 1070 1330C1090 1360 1080 1400 1050 1410"
        "L930 1410C980 1340 900 1240 880 1126Z",
        GRAIN,
        line=6,
    ),
    Line(curve([(536, 1332), (660, 1350), (800, 1354), (940, 1350), (1064, 1332)]), 9),
    Line(curve([(700, 1150), (696, 1220), (660, 1290)]), 6),
    Line(curve([(790, 1160), (788, 1240), (776, 1310)]), 6),
)

CORNS: tuple[Item, ...] = tuple(
    part
    for x, y, r in ((486, 1396, 34), (420, 1402, 27), (1128, 1400, 32))
    for part in (
        Fill(circle(x, y, r), PEPPER),
        Line(curve([(x - r * 0.5, y - 2), (x - 4, y - r * 0.4), (x + r * 0.4, y + 4)]), 5),
    )
)


def flakes() -> tuple[Item, ...]:
    """Return the falling snow: small metal stars of six rays and a few dots."""
    stars = (
        (560, 660, 26),
        (680, 590, 22),
        (930, 600, 24),
        (1060, 680, 26),
        (1010, 770, 16),
        (640, 740, 18),
        (720, 690, 15),
    )
    rays = "".join(
        f"M{x} {y - r}V{y + r}M{x - r * 0.87:.0f} {y - r / 2:.0f}L{x + r * 0.87:.0f} {y + r / 2:.0f}"
        f"M{x - r * 0.87:.0f} {y + r / 2:.0f}L{x + r * 0.87:.0f} {y - r / 2:.0f}"
        for x, y, r in stars
    )
    dots = (
        (500, 760),
        (610, 580),
        (740, 540),
        (880, 550),
        (980, 690),
        (1100, 770),
        (540, 820),
        (1000, 560),
        (900, 660),
    )
    return (Line(rays, 7), *(Metal(circle(x, y, 9)) for x, y in dots))


PIN = Pin(
    items=(
        *CORNS,
        *HEAD,
        *COLLAR,
        *FOOT,
        Fill(GLOBE, SKY, "glitter"),
        *HILLS[:1],
        *flakes(),
        *CHURCH,
        *house(560, 900, 120, 84, True),
        *house(1058, 900, 116, 80, False),
        *house(690, 916, 124, 78, True),
        *HILLS[1:],
        Line(curve([(600, 980), (680, 1000), (760, 990)]), 6),
        Line(curve([(900, 960), (980, 950), (1050, 960)]), 6),
        Print("M484 700C500 640 540 586 590 552", "#ffffff96", 15),
        Print("M474 780C472 766 472 750 476 736", "#ffffff96", 13),
    ),
    plating="nickel",
)
BACK = Back(
    posts=((800, 350), (800, 1210)),
    stamp=("SMALL HOURS", "PEPPER SNOW", "LE 50"),
    stamp_at=(800, 740),
    stamp_size=48,
    texture="checked",
    clutch_colour="#e4e2de",
    clutch_size=108,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="felt", tilt=3, zoom=0.94),
    "back.jpg": Picture(PIN, ground="felt", tilt=-3, zoom=0.94, back=BACK),
}
