"""Pilot Whale: a whale with a course on her flank and a lantern that swings beneath her chin."""

from __future__ import annotations

from pin import Back, Fill, Hole, Item, Line, Metal, Picture, Pin, Print
from shapes import circle, curve, ellipse, rect, ribbon
from spine import Spine

SLATE, DUSK, STEEL, PEARL, LAMP, FLAME, INK, BLUSH = (
    "#425563",
    "#2f3e4b",
    "#64798a",
    "#c8c9c7",
    "#ffb81c",
    "#f07f2c",
    "#161c24",
    "#a9868c",
)

BODY = (
    "M176 640C160 500 250 384 400 356C520 334 640 350 760 384C900 424 1040 470 1160 470"
    "C1240 470 1290 440 1330 390"
    "C1370 400 1388 430 1384 470C1360 590 1260 660 1130 720C960 800 800 880 620 890C480 900 380 870 310 840"
    "C230 806 186 740 176 640Z"
)
BELLY = (
    "M196 706C240 760 330 764 400 724C440 702 560 742 740 752C900 768 1060 720 1200 660"
    "C1180 690 1160 706 1130 720"
    "C960 800 800 880 620 890C480 900 380 870 310 840C250 812 212 768 196 706Z"
)

FLUKES: tuple[Item, ...] = (
    Fill(
        "M1310 460C1330 360 1290 270 1200 214C1300 196 1390 240 1410 330C1420 380 1400 440 1370 470Z", SLATE
    ),
    Fill("M1310 440C1370 400 1440 380 1520 420C1500 330 1440 290 1370 310C1340 330 1316 380 1310 440Z", DUSK),
    Line(curve([(1336, 420), (1350, 340), (1300, 260)]), 6),
)

DORSAL: tuple[Item, ...] = (
    Fill(
        "M500 390C560 300 650 216 770 210C820 208 846 236 826 262"
        "C796 296 806 350 880 440C780 480 590 470 500 390Z",
        DUSK,
    ),
    Line(curve([(610, 350), (680, 286), (764, 250)]), 6),
)

FLIPPER: tuple[Item, ...] = (
    Fill(
        "M470 806C530 770 610 784 666 850C746 944 800 1060 792 1210"
        "C700 1170 590 1096 520 980C480 912 456 850 470 806Z",
        SLATE,
    ),
    Line(curve([(560, 850), (650, 950), (730, 1110)]), 7),
    Line(curve([(520, 870), (570, 950), (620, 1010)]), 6),
)

EYE: tuple[Item, ...] = (
    Fill(ellipse(392, 640, 50, 44), PEARL, line=8),
    Fill(circle(388, 648, 29), INK, line=6),
    Print(circle(378, 638, 9), "#ffffff"),
    Line(curve([(332, 604), (388, 576), (450, 604)]), 9),
)

COURSE = Spine(((520, 560), (640, 500), (780, 540), (900, 640), (1020, 620), (1110, 560)), (10, 10))


def course() -> tuple[Item, ...]:
    """Return the plotted course on her flank: dashes, then the cross that marks the place."""
    dashes = (Metal(COURSE.band(i / 11, i / 11 + 0.05, -1, 1, 4)) for i in range(11))
    return (
        *dashes,
        Line("M1108 534L1150 576M1150 534L1108 576", 11),
        Fill(circle(516, 562, 15), LAMP, line=7),
    )


SHORE: tuple[Item, ...] = (
    Fill(BODY, SLATE),
    Fill(
        "M214 560C220 470 290 410 380 392C450 380 500 400 500 440"
        "C500 480 440 500 380 520C310 544 260 580 240 640"
        "C220 620 212 590 214 560Z",
        STEEL,
        line=7,
    ),
    Fill(
        "M930 446C1010 480 1090 492 1160 490C1120 540 1040 540 980 520C950 506 930 480 930 446Z",
        STEEL,
        line=7,
    ),
    Fill(BELLY, PEARL, "pearlescent"),
    Fill(BELLY, "#d4d7d880"),
    Line(curve([(400, 724), (436, 704), (456, 672)]), 9),
    Line("M700 800L736 826", 6),
    Line("M800 800L840 826M860 784L900 806M920 762L954 782", 6),
    Fill(ellipse(520, 690, 34, 18), BLUSH, line=6),
)

EYELET: tuple[Item, ...] = (Metal(circle(318, 880, 44)), Hole(circle(318, 890, 17)))

LANTERN = Pin(
    items=(
        Metal(circle(318, 1046, 40)),
        Metal(
            ribbon([(226, 1190), (236, 1090), (318, 1052), (400, 1090), (410, 1190)], [14, 16, 16, 16, 14])
        ),
        Fill("M240 1150L396 1150L366 1090L270 1090Z", DUSK),
        Fill(rect(222, 1148, 192, 36, 12), STEEL),
        Fill("M234 1184L402 1184L420 1360L216 1360Z", LAMP),
        Fill(
            "M318 1214C356 1262 366 1296 350 1326C338 1348 298 1348 286 1326C270 1296 280 1262 318 1214Z",
            FLAME,
            line=7,
        ),
        Print(
            "M318 1270C332 1292 334 1310 326 1322C320 1330 312 1330 308 1322C302 1310 306 1290 318 1270Z",
            "#fff0b8",
        ),
        Line("M262 1184L250 1360M374 1184L386 1360", 8),
        Fill(rect(204, 1358, 228, 44, 14), DUSK),
        Hole(circle(318, 1046, 17)),
    ),
    plating="silver",
    rim=13,
)
LINK = Pin(
    items=(Metal("M318 872A52 98 0 1 1 317.9 872ZM318 896A30 74 0 1 0 318.1 896Z"),),
    plating="silver",
    rim=2,
)

PIN = Pin(
    items=(
        *FLUKES,
        *DORSAL,
        *EYELET,
        *SHORE,
        *course(),
        *FLIPPER,
        *EYE,
    ),
    plating="silver",
    line=9,
    parts=(LANTERN, LINK),
)
BACK = Back(
    posts=((1130, 620), (420, 560)),
    stamp=("SMALL HOURS", "PILOT WHALE", "LE 100"),
    stamp_at=(780, 560),
    stamp_size=46,
    texture="sandblast",
    clutch="locking",
    clutch_size=112,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="rust", tilt=-2, zoom=0.98),
    "back.jpg": Picture(PIN, ground="rust", tilt=2, zoom=0.98, back=BACK),
}
