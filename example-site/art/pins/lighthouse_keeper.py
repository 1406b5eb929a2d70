"""Lighthouse Keeper: a striped tower, its beam across the night, and the keeper with a mug of tea."""

from __future__ import annotations

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print, moved
from shapes import blob, circle, curve, ellipse, polygon, rect, star

RED, CREAM, NAVY, SEA, FOAM, ROCK, GLOW, AMBER, SKIN, HAZE = (
    "#b8302e",
    "#f3eadb",
    "#22345a",
    "#2f7485",
    "#bfdedb",
    "#4c5560",
    "#f2efbd",
    "#eeb54c",
    "#e5b596",
    "#8fa9b4",
)


def tower(share: float) -> tuple[float, float, float]:
    """Return the left edge, the right edge and the height of the tower, 0 at its top and 1 at its foot."""
    return 690 - 70 * share, 910 + 70 * share, 560 + 690 * share


def stripe(top: float, bottom: float, colour: str) -> Item:
    """Return a band of the tower, curved like the round wall."""
    a, b, y = tower(top)
    c, d, z = tower(bottom)
    return Fill(f"M{a} {y}Q800 {y + 34} {b} {y}L{d} {z}Q800 {z + 38} {c} {z}Z", colour)


def stripes() -> tuple[Item, ...]:
    """Return the seven bands of the tower, the lowest first."""
    bands = [stripe(i / 7, (i + 1) / 7 + 0.004, CREAM if i % 2 else RED) for i in range(7)]
    return tuple(reversed(bands))


KEEPER: tuple[Item, ...] = (
    Fill("M700 900L700 790C700 650 900 650 900 790L900 900Z", NAVY, line=10),
    Fill("M720 886L720 792C720 676 880 676 880 792L880 886Z", GLOW, "glow", 7),
    Fill(circle(800, 716, 24), ROCK, line=7),
    Fill("M746 800C740 742 768 722 800 722C832 722 860 742 854 800C850 822 750 822 746 800Z", ROCK, line=7),
    Fill("M722 890C730 850 760 838 800 838C840 838 870 850 878 890Z", NAVY, line=7),
    Fill(ellipse(800, 796, 38, 44), SKIN, line=6),
    Fill(
        "M760 790C762 758 780 746 800 760C820 746 838 758 840 790C826 776 812 772 800 764"
        "C788 772 774 776 760 790Z",
        ROCK,
        line=5,
    ),
    Fill("M724 892L768 812L796 836L770 892Z", NAVY, line=7),
    Fill("M876 892L832 812L804 836L830 892Z", NAVY, line=7),
    Fill(circle(778, 828, 17), SKIN, line=6),
    Fill(circle(822, 828, 17), SKIN, line=6),
    Fill(rect(684, 884, 232, 34, 10), CREAM),
    Print(circle(786, 792, 5), NAVY),
    Print(circle(814, 792, 5), NAVY),
    Print("M792 812Q800 818 808 812", "#a0503f", 4),
)

LANTERN: tuple[Item, ...] = (
    Fill(rect(640, 520, 320, 44, 12), NAVY),
    Fill(rect(652, 444, 296, 84, 8), HAZE),
    Line("M668 452V520M728 452V520M872 452V520M932 452V520M660 480H940", 9),
    Fill(rect(706, 340, 188, 184, 8), GLOW, "glow"),
    Line("M768 340V524M832 340V524M706 430H894", 6),
    Fill(circle(800, 430, 42), AMBER, "glow", 7),
    Fill("M676 344C690 262 744 226 800 222C856 226 910 262 924 344Z", RED),
    Line(curve([(740, 336), (752, 280), (790, 230)]), 6),
    Line(curve([(860, 336), (848, 280), (810, 230)]), 6),
    Fill(circle(800, 204, 26), CREAM),
)

ROCKS: tuple[Item, ...] = (
    Fill(
        polygon(
            [
                (430, 1340),
                (470, 1230),
                (560, 1190),
                (640, 1215),
                (720, 1200),
                (800, 1225),
                (900, 1195),
                (1000, 1210),
                (1090, 1180),
                (1150, 1250),
                (1190, 1340),
            ]
        ),
        ROCK,
    ),
    Line(
        "M560 1190L590 1270L560 1330M720 1200L700 1262L740 1320M900 1195L930 1270M1090 1180"
        "L1060 1260L1090 1310",
        6,
    ),
    Fill("M640 1224L646 1120C650 1080 700 1080 706 1120L712 1240Z", NAVY),
    Metal(circle(694, 1170, 7)),
)

SEA_ITEMS: tuple[Item, ...] = (
    Fill(
        "M270 1330C330 1290 400 1290 450 1320C510 1356 570 1356 630 1320"
        "C690 1286 750 1286 810 1320C870 1356 930 1356 990"
        " 1320C1050 1286 1110 1286 1170 1320C1220 1350 1280 1350 1330 1310"
        "C1330 1400 1270 1440 1180 1440L420 1440"
        "C330 1440 270 1410 270 1330Z",
        SEA,
    ),
    Line(curve([(330, 1370), (400, 1352), (470, 1384), (550, 1402), (640, 1372)]), 7),
    Line(curve([(760, 1366), (830, 1392), (910, 1402), (990, 1370)]), 7),
    Line(curve([(1080, 1362), (1150, 1380), (1230, 1384)]), 7),
    Fill(
        blob(
            [
                (420, 1330),
                (440, 1262),
                (484, 1268),
                (500, 1230),
                (540, 1262),
                (540, 1310),
                (580, 1330),
                (500, 1352),
            ]
        ),
        FOAM,
    ),
    Fill(
        blob(
            [
                (1060, 1330),
                (1080, 1270),
                (1120, 1276),
                (1140, 1232),
                (1180, 1262),
                (1178, 1306),
                (1216, 1326),
                (1140, 1346),
            ]
        ),
        FOAM,
    ),
)

GULL: tuple[Item, ...] = (
    Line("M1100 1166V1200M1124 1166V1200", 10),
    Fill(
        "M1010 1150C1040 1090 1110 1064 1164 1080C1168 1040 1190 1016 1222 1018"
        "C1252 1020 1268 1046 1260 1076"
        "C1250 1130 1200 1172 1130 1176C1080 1178 1050 1166 1010 1150Z",
        CREAM,
    ),
    Fill("M988 1156C1030 1100 1090 1086 1150 1100C1150 1136 1110 1158 1070 1158Z", ROCK, line=7),
    Line(curve([(1020, 1144), (1070, 1122), (1120, 1118)]), 5),
    Fill("M1258 1040L1310 1056L1256 1070Z", AMBER, line=7),
    Print(circle(1232, 1046, 7), NAVY),
)

BEAMS: tuple[Item, ...] = (
    Fill("M840 400L1440 150C1480 330 1480 500 1440 660Z", HAZE),
    Fill("M840 400L1461 262C1474 360 1474 460 1461 552Z", GLOW, "glow"),
    *(
        Metal(star(x, y, r, r * 0.38, 4))
        for x, y, r in ((1290, 330, 40), (1180, 452, 26), (1380, 470, 30), (1090, 380, 18))
    ),
)

PIN = Pin(
    items=(
        *BEAMS,
        *stripes(),
        *KEEPER,
        Fill(rect(780, 966, 40, 64, 20), NAVY),
        *LANTERN,
        *moved(-20, 24, *GULL),
        *ROCKS,
        *SEA_ITEMS,
    ),
    plating="silver",
)
BACK = Back(
    posts=((800, 430), (800, 1080)),
    stamp=("SMALL HOURS", "LIGHTHOUSE", "KEEPER", "LE 150"),
    stamp_at=(800, 700),
    stamp_size=31,
    texture="checked",
    clutch_colour="#9c2226",
    clutch_size=104,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="teal", tilt=2),
    "back.jpg": Picture(PIN, ground="teal", tilt=-2, back=BACK),
}
