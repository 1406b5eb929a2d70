"""Barn Owl: face-on, wings folded, with frost in its mantle and a vole that has not looked up."""

from __future__ import annotations

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print, both
from shapes import blob, circle, curve, ellipse, leaf, ribbon

WHITE, BUFF, TAWNY, SLATE, INK, BLUSH, BARK = (
    "#f4eee0", "#dcae6c", "#b47c40", "#6d7d95", "#1d1b2b", "#e3b6a0", "#5a4637",
)

HEAD = "M800 150C960 150 1090 232 1112 380C1124 480 1080 560 1010 610L590 610C520 560 476 480 488 380C510 232 640 150 800 150Z"
HEART = (
    "M800 262C850 196 950 190 1010 240C1070 292 1072 390 1030 466C984 548 890 610 800 668"
    "C710 610 616 548 570 466C528 390 530 292 590 240C650 190 750 196 800 262Z"
)
INNER = (
    "M800 312C846 246 936 240 984 282C1030 326 1030 400 992 458C950 522 876 572 800 622"
    "C724 572 650 522 608 458C570 400 570 326 616 282C664 240 754 246 800 312Z"
)
CHEST = "M560 560C520 760 560 1010 680 1140C740 1200 860 1200 920 1140C1040 1010 1080 760 1040 560Z"
WING = (
    "M586 566C490 590 432 680 424 810C416 960 470 1100 570 1220C600 1256 640 1290 664 1296"
    "C690 1200 668 1090 636 1000C600 890 580 700 586 566Z"
)
MANTLE = "M586 566C490 590 432 680 424 810C423 826 423 842 424 858C480 880 560 850 596 796C584 716 582 630 586 566Z"


def feathers() -> tuple[Item, ...]:
    """Return the long flight feathers of the left wing."""
    return (
        Line(curve([(470, 900), (510, 1050), (608, 1232)]), 7),
        Line(curve([(520, 880), (556, 1040), (636, 1230)]), 7),
        Line(curve([(566, 850), (600, 1000), (650, 1190)]), 7),
        Line(curve([(438, 960), (490, 952), (540, 968)]), 5),
        Line(curve([(470, 1050), (520, 1042), (578, 1060)]), 5),
        Line(curve([(530, 1140), (580, 1134), (626, 1150)]), 5),
    )


def pearls() -> tuple[Item, ...]:
    """Return the metal pearls of the mantle."""
    places = [(470, 760, 9), (500, 700, 8), (540, 760, 9), (550, 680, 7), (480, 822, 8), (530, 822, 8)]
    return tuple(Metal(circle(x, y, r)) for x, y, r in places)


def specks() -> tuple[Item, ...]:
    """Return the dark drops on the white breast."""
    rows = [(740, 700), (800, 760), (690, 800), (760, 850), (830, 900), (720, 950), (790, 1000)]
    drops = [Metal(leaf((x, y - 15), (x, y + 15), 15)) for x, y in rows]
    return (*drops, Metal(leaf((880, 685), (880, 715), 15)), Metal(leaf((900, 810), (900, 840), 15)))


def foot(x: float) -> tuple[Item, ...]:
    """Return a feathered leg and three claws over the beam."""
    claws = (
        Fill(ribbon([(x + i * 38, 1180), (x + i * 46, 1236), (x + i * 48, 1268)], [34, 36, 12]), BLUSH, line=7)
        for i in (-1, 1, 0)
    )
    return (Fill(ellipse(x, 1160, 66, 62), WHITE), *claws)


EYE: tuple[Item, ...] = (
    Fill(ellipse(700, 412, 58, 66, 14), TAWNY, line=7),
    Fill(ellipse(704, 416, 42, 50, 14), INK, line=6),
    Print(circle(690, 396, 11), "#ffffff"),
    Print(circle(716, 436, 5), "#b9c2d8"),
    Line(curve([(640, 300), (690, 306), (742, 352)]), 6),
    Line(curve([(604, 380), (616, 420), (640, 466)]), 5),
    Line(curve([(640, 500), (690, 530), (740, 560)]), 5),
)

VOLE: tuple[Item, ...] = (
    Line(curve([(1010, 1420), (1096, 1432), (1150, 1396), (1140, 1350)]), 12),
    Fill(blob([(800, 1438), (790, 1396), (826, 1350), (900, 1324), (980, 1346), (1018, 1400), (1010, 1440), (900, 1450)]),
         BARK),
    Fill(circle(846, 1346, 26), BLUSH, line=7),
    Line(curve([(930, 1440), (916, 1400), (950, 1380)]), 6),
    Print(circle(822, 1394, 8), INK),
    Print(circle(790, 1412, 7), BLUSH),
    Print("M800 1420L752 1412M800 1426L756 1434", WHITE, 3),
)

PIN = Pin(
    items=(
        Fill("M690 1180L910 1180L880 1330L800 1390L720 1330Z", BUFF),
        Line("M760 1200L770 1340M840 1200L830 1340", 6),
        *VOLE,
        Fill(HEAD, BUFF),
        Fill(CHEST, WHITE),
        *specks(),
        *both(Fill(WING, TAWNY), *feathers(), Fill(MANTLE, SLATE, "glitter"), *pearls()),
        Fill("M380 1250C560 1232 1040 1232 1220 1250L1212 1310C1040 1296 560 1296 388 1310Z", BARK),
        Line("M470 1276C600 1266 700 1282 820 1272M900 1278C1000 1268 1080 1284 1150 1276", 5),
        *foot(716),
        *foot(884),
        Line(curve([(560, 226), (640, 172), (760, 160)]), 5),
        Line(curve([(1040, 226), (960, 172), (840, 160)]), 5),
        Fill(HEART, TAWNY),
        Fill(INNER, WHITE),
        *both(*EYE),
        Fill(leaf((800, 440), (800, 574), 60), BLUSH),
        Line("M800 470L800 540", 5),
    ),
    plating="silver",
)
BACK = Back(
    posts=((800, 480), (800, 1040)),
    stamp=("© MARLOW 2024", "LE 50"),
    stamp_at=(800, 740),
    stamp_size=46,
    texture="checked",
    clutch_colour="#3a4152",
    clutch_size=112,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="charcoal", tilt=-2, zoom=0.98),
    "back.jpg": Picture(PIN, ground="charcoal", tilt=2, zoom=0.98, back=BACK),
}
