"""Evening Primrose: a flower that opened at dusk, a folded bud, and a hoverfly that came for it."""

from __future__ import annotations

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print, moved, turned
from shapes import circle, curve, ellipse, leaf, polar, ribbon, star

LEMON, BUTTER, OCHRE, LEAF, DEEP, BLUSH = "#f3d13f", "#f9e58a", "#d79a2b", "#6f9351", "#3f6446", "#b5564c"
CX, CY = 690.0, 560.0

PETAL = (
    "M690 560C610 520 470 440 452 300C446 232 500 178 572 186C624 190 668 222 690 262"
    "C712 222 756 190 808 186C880 178 934 232 928 300C910 440 770 520 690 560Z"
)


def petal(turn: float, colour: str) -> tuple[Item, ...]:
    """Return a heart-shaped petal with its folds, turned about the heart of the flower."""
    drawn: tuple[Item, ...] = (
        Fill(PETAL, colour),
        Line(curve([(690, 520), (684, 420), (690, 300)]), 7),
        Line(curve([(670, 500), (610, 400), (560, 310)]), 5),
        Line(curve([(710, 500), (770, 400), (820, 310)]), 5),
        Line(curve([(652, 470), (580, 410), (520, 350)]), 5),
        Line(curve([(728, 470), (800, 410), (860, 350)]), 5),
    )
    return turned(turn, CX, CY, *drawn)


def stamen(angle: float, length: float) -> tuple[Item, ...]:
    """Return one thread with its pollen bag."""
    tip = polar(CX, CY, length, angle)
    return (
        Line(curve([(CX, CY), polar(CX, CY, length * 0.55, angle + 0.12), tip]), 6),
        Fill(ellipse(*tip, 24, 13, angle * 57.3 + 80), OCHRE, line=6),
    )


def hoverfly() -> tuple[Item, ...]:
    """Return the hoverfly, striped like a wasp and harmless."""
    return turned(
        -28,
        1130,
        330,
        Fill(leaf((1120, 300), (985, 235), 74), BUTTER, "pearlescent", 7),
        Fill(leaf((1140, 300), (1275, 235), 74), BUTTER, "pearlescent", 7),
        Fill(ellipse(1130, 378, 42, 74), LEMON, line=7),
        Metal("M1091 352Q1130 372 1169 352L1171 374Q1130 396 1089 374Z"),
        Metal("M1091 396Q1130 418 1169 396L1165 416Q1130 438 1095 416Z"),
        Fill(ellipse(1130, 300, 34, 34), DEEP, line=7),
        Fill(ellipse(1130, 260, 32, 24), BLUSH, line=7),
        Print(circle(1118, 256, 6), "#f7e9cf"),
        Print(circle(1144, 256, 6), "#f7e9cf"),
    )


BUD = (
    Fill(ribbon([(830, 1010), (980, 930), (1080, 830)], [26, 30, 38]), LEAF),
    Fill(
        "M1060 850C1060 730 1130 620 1210 560C1240 640 1230 770 1130 860C1105 880 1070 880 1060 850Z", LEMON
    ),
    Line(curve([(1090, 840), (1130, 740), (1200, 600)]), 6),
    Line(curve([(1110, 850), (1180, 760), (1213, 640)]), 5),
    Fill(leaf((1060, 880), (1070, 600), 70, -34), BLUSH),
    Fill(leaf((1090, 890), (1262, 690), 62, 34), BLUSH),
    Fill(ellipse(1075, 868, 36, 30, -40), DEEP),
)

STEM = Fill(ribbon([(700, 620), (790, 820), (820, 1050), (780, 1420)], [30, 34, 36, 44]), LEAF)

PIN = Pin(
    items=(
        *BUD,
        STEM,
        Fill("M800 1180C700 1150 500 1120 330 920C520 900 740 980 806 1140Z", LEAF),
        Line(curve([(796, 1160), (620, 1070), (410, 950)]), 7),
        Line(curve([(660, 1088), (640, 1030), (590, 976)]), 5),
        Line(curve([(540, 1028), (524, 980), (486, 946)]), 5),
        Line(curve([(600, 1058), (540, 1062), (480, 1042)]), 5),
        Fill("M796 1330C860 1270 1080 1230 1250 1060C1060 1030 860 1110 802 1270Z", DEEP),
        Line(curve([(800, 1310), (960, 1190), (1160, 1090)]), 7),
        Line(curve([(930, 1208), (1000, 1216), (1064, 1202)]), 5),
        Line(curve([(1020, 1156), (1040, 1112), (1080, 1088)]), 5),
        *petal(180, OCHRE),
        *petal(92, LEMON),
        *petal(-90, LEMON),
        *petal(3, LEMON),
        Fill(circle(CX, CY, 84), BUTTER, line=7),
        *(part for i in range(8) for part in stamen(i * 0.785 + 0.36, 138 + 16 * (i % 3))),
        Fill(star(CX, CY, 62, 20, 4, 45), LEAF, line=7),
        *moved(-10, 0, *hoverfly()),
    ),
    finish="soft",
    plating="gold",
)
BACK = Back(
    posts=((910, 600),),
    stamp=("SMALL HOURS",),
    stamp_at=(910, 860),
    stamp_size=40,
    texture="lines",
    clutch="butterfly",
    clutch_size=104,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="indigo", tilt=2),
    "back.jpg": Picture(PIN, ground="indigo", tilt=-2, back=BACK),
}
