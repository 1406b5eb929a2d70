"""Lighthouse Keeper: a striped tower, its beam across the night, and the keeper with a mug of tea."""

from __future__ import annotations

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print
from shapes import blob, circle, curve, ellipse, polygon, rect, star

CORAL, CREAM, NAVY, SEA, FOAM, ROCK, GLOW, AMBER, SKIN, HAZE = (
    "#cf5a46", "#f3eadb", "#22345a", "#2f7485", "#bfdedb", "#4c5560", "#f2efbd", "#eeb54c", "#e5b596", "#8fa9b4",
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
    bands = [stripe(i / 7, (i + 1) / 7 + 0.004, CREAM if i % 2 else CORAL) for i in range(7)]
    return tuple(reversed(bands))


KEEPER: tuple[Item, ...] = (
    Fill(circle(800, 800, 92), NAVY, line=12),
    Fill(circle(800, 800, 80), AMBER, line=7),
    Fill("M728 848C740 800 772 786 800 786C828 786 860 800 872 848C850 870 830 880 800 880C770 880 750 870 728 848Z", NAVY, line=6),
    Fill(ellipse(800, 786, 40, 42), SKIN, line=6),
    Fill("M762 790C762 836 780 850 800 850C820 850 838 836 838 790C826 806 812 808 800 800C788 808 774 806 762 790Z", CREAM,
         line=6),
    Fill("M756 768C756 738 776 728 800 728C824 728 844 738 844 768C820 758 780 758 756 768Z", NAVY, line=6),
    Fill(rect(836, 818, 36, 40, 6), CORAL, line=6),
    Print(circle(787, 780, 5), NAVY),
    Print(circle(813, 780, 5), NAVY),
    Print("M846 806C840 796 856 792 850 780M864 806C858 796 874 792 868 780", CREAM, 3.5),
)

LANTERN: tuple[Item, ...] = (
    Fill(rect(640, 520, 320, 44, 12), NAVY),
    Line("M668 452V520M728 452V520M872 452V520M932 452V520M648 452H952", 9),
    Fill(rect(706, 340, 188, 184, 8), GLOW, "glow"),
    Line("M768 340V524M832 340V524M706 430H894", 6),
    Fill(circle(800, 430, 42), AMBER, "glow", 7),
    Fill("M676 344C690 262 744 226 800 222C856 226 910 262 924 344Z", CORAL),
    Line(curve([(740, 336), (752, 280), (790, 230)]), 6),
    Line(curve([(860, 336), (848, 280), (810, 230)]), 6),
    Fill(circle(800, 204, 26), CREAM),
)

ROCKS: tuple[Item, ...] = (
    Fill(polygon([(430, 1340), (470, 1230), (560, 1190), (640, 1215), (720, 1200), (800, 1225), (900, 1195), (1000, 1210),
                  (1090, 1180), (1150, 1250), (1190, 1340)]), ROCK),
    Line("M560 1190L590 1270L560 1330M720 1200L700 1262L740 1320M900 1195L930 1270M1090 1180L1060 1260L1090 1310", 6),
    Fill("M640 1224L646 1120C650 1080 700 1080 706 1120L712 1240Z", NAVY),
    Metal(circle(694, 1170, 7)),
)

SEA_ITEMS: tuple[Item, ...] = (
    Fill("M270 1330C330 1290 400 1290 450 1320C510 1356 570 1356 630 1320C690 1286 750 1286 810 1320C870 1356 930 1356 990"
         " 1320C1050 1286 1110 1286 1170 1320C1220 1350 1280 1350 1330 1310C1330 1400 1270 1440 1180 1440L420 1440"
         "C330 1440 270 1410 270 1330Z", SEA),
    Line(curve([(330, 1370), (400, 1352), (470, 1384), (550, 1402), (640, 1372)]), 7),
    Line(curve([(760, 1366), (830, 1392), (910, 1402), (990, 1370)]), 7),
    Line(curve([(1080, 1362), (1150, 1380), (1230, 1384)]), 7),
    Fill(blob([(420, 1330), (440, 1262), (484, 1268), (500, 1230), (540, 1262), (540, 1310), (580, 1330), (500, 1352)]), FOAM),
    Fill(blob([(1060, 1330), (1080, 1270), (1120, 1276), (1140, 1232), (1180, 1262), (1178, 1306), (1216, 1326), (1140, 1346)]),
         FOAM),
)

GULL: tuple[Item, ...] = (
    Fill("M1010 812C1040 742 1096 716 1146 740C1170 750 1184 768 1190 786C1216 730 1262 706 1330 730C1280 748 1250 784 1236 826"
         "C1226 862 1196 872 1160 860C1120 876 1080 872 1040 856C1070 846 1084 834 1090 818C1066 800 1040 800 1010 812Z", CREAM),
    Line(curve([(1090, 818), (1140, 812), (1186, 790)]), 6),
    Fill("M1240 806L1280 812L1236 832Z", AMBER, line=6),
    Fill("M1010 812C1026 776 1046 752 1070 740C1062 764 1066 786 1078 806C1056 800 1034 802 1010 812Z", ROCK, line=6),
    Print(circle(1218, 806, 6), NAVY),
)

BEAMS: tuple[Item, ...] = (
    Fill("M760 400L236 250C216 330 216 440 236 520Z", HAZE),
    Fill("M760 400L226 310C220 350 220 420 228 462Z", GLOW, "glow"),
    Fill("M840 400L1440 150C1480 330 1480 500 1440 660Z", HAZE),
    Fill("M840 400L1461 262C1474 360 1474 460 1461 552Z", GLOW, "glow"),
    *(Metal(star(x, y, r, r * 0.38, 4)) for x, y, r in ((1290, 330, 40), (1180, 452, 26), (1380, 470, 30), (1090, 380, 18),
                                                        (330, 360, 30), (430, 408, 18))),
)

PIN = Pin(
    items=(
        *BEAMS,
        *stripes(),
        *KEEPER,
        Line("M664 1060L676 970M930 1080L922 1010M700 640V700M900 660V620", 5),
        *LANTERN,
        *ROCKS,
        *SEA_ITEMS,
        *GULL,
    ),
    plating="silver",
)
BACK = Back(
    posts=((800, 430), (800, 1080)),
    stamp=("© MARLOW", "2026", "LE 150"),
    stamp_at=(800, 700),
    stamp_size=42,
    texture="checked",
    clutch_colour="#23304f",
    clutch_size=104,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="teal", tilt=2),
    "back.jpg": Picture(PIN, ground="teal", tilt=-2, back=BACK),
}
