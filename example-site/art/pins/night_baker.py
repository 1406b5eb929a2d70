"""Night Baker: a loaf scored like the moon comes out on the peel, and a mouse keeps the handle warm."""

from __future__ import annotations

from math import radians

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print, turned
from shapes import blob, circle, curve, ellipse, leaf, polar, rect, star

WOOD, GRAIN, CRUST, BROWN, FLOUR, GREY, PINK, INK = (
    "#d8b483", "#c39a66", "#8f4e28", "#c07b3f", "#f3e6cd", "#8d8890", "#d9a096", "#2a1c16",
)
CX, CY = 700.0, 690.0


def cut(angle: float, inner: float, outer: float, width: float, colour: str = FLOUR) -> Item:
    """Return one cut of the blade in the crust, opened by the heat."""
    return Fill(leaf(polar(CX, CY, inner, radians(angle)), polar(CX, CY, outer, radians(angle + 16)), width), colour, line=7)


CRESCENT = "M840 380C660 340 470 470 450 660C430 860 570 1010 760 1000C830 996 890 966 930 920C790 950 660 880 630 740C600 590 690 430 840 380Z"

MOUSE: tuple[Item, ...] = (
    Line(curve([(1330, 1180), (1400, 1180), (1420, 1100), (1370, 1060)]), 13),
    Fill(blob([(1130, 1200), (1150, 1110), (1230, 1060), (1320, 1090), (1350, 1170), (1310, 1230), (1200, 1240)]), GREY),
    Fill(circle(1120, 1080, 44), GREY),
    Fill(circle(1120, 1082, 26), PINK, line=6),
    Fill(blob([(1040, 1180), (1070, 1110), (1140, 1090), (1200, 1130), (1190, 1200), (1120, 1226), (1056, 1214)]), GREY),
    Fill(circle(1186, 1100, 42), GREY),
    Fill(circle(1186, 1102, 25), PINK, line=6),
    Line(curve([(1084, 1160), (1098, 1172), (1116, 1164)]), 6),
    Fill(circle(1042, 1192, 17), PINK, line=6),
    Line(curve([(1240, 1232), (1236, 1180), (1280, 1160)]), 6),
    Fill(ellipse(1110, 1226, 30, 18), FLOUR, line=6),
)

PEEL = "M330 470C330 300 470 210 800 210C1130 210 1270 300 1270 470L1270 900C1270 1010 1160 1080 990 1090L870 1096L870 1560L730 1560L730 1096L610 1090C440 1080 330 1010 330 900Z"

PIN = Pin(
    items=(
        *turned(
            -42, CX, CY,
            Fill("M640 1080L760 1080L754 1530C754 1560 646 1560 646 1530Z", WOOD),
            Line("M684 1130V1490M716 1180V1440", 6),
            Fill(circle(700, 1490, 22), INK, line=8),
            Fill(rect(190, 196, 1020, 950, 210), WOOD),
            Line("M250 420V900M306 300V420M1150 420V860M1096 980V1060M420 1104H560M900 1110H1010M330 1000V1040", 6),
        ),
        Fill(circle(CX, CY, 470), CRUST),
        Fill(circle(CX + 6, CY + 2, 420), BROWN),
        *(cut(a, 330, 412, 44) for a in range(-70, 100, 28)),
        Fill(CRESCENT, FLOUR),
        *(Line(curve([(x, y), (x + 40, y + 18), (x + 92, y + 10)]), 6) for x, y in (
            (520, 560), (496, 640), (500, 720), (520, 800), (572, 880))),
        Fill(star(850, 640, 92, 40), FLOUR, line=7),
        Fill(star(960, 780, 46, 20), FLOUR, line=7),
        Fill(star(760, 800, 40, 17), FLOUR, line=7),
        *(Metal(circle(x, y, 7)) for x, y in ((930, 560), (980, 650), (860, 800), (740, 560), (1000, 720), (880, 480))),
        *MOUSE,
        Print(circle(1038, 1188, 5), FLOUR),
    ),
    plating="copper",
)
BACK = Back(
    posts=((900, 520), (900, 900)),
    stamp=("© MARLOW 2025", "LE 100"),
    stamp_at=(900, 710),
    stamp_size=50,
    texture="smooth",
    clutch_colour="#5a3320",
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="slate", tilt=0, zoom=0.92),
    "back.jpg": Picture(PIN, ground="slate", tilt=2, zoom=0.92, back=BACK),
}
