"""Whale Tile: a smiling whale with eyebrows on a tin-glazed tile, an ox-head in every corner."""

from __future__ import annotations

from pin import Fill, Groove, Item, Line, Metal, Picture, Pin, scaled, turned
from shapes import Point, blob, circle, curve, leaf, rect, ribbon

from pins._hardware import bar_magnet, stamp

COBALT, WASH, GLAZE = "#003087", "#41748d", "#f3f2ec"
TILE = (
    "M228 214C600 204 1000 208 1376 220C1388 222 1392 232 1390 250C1398 640 1396 1000 1388 1362"
    "C1386 1380 1376 1388 1358 1388C980 1396 620 1394 244 1386C226 1386 216 1378 216 1360"
    "C206 980 206 600 212 236C212 222 216 216 228 214Z"
)

BODY = (
    "M318 806C312 690 392 606 508 580C660 548 806 600 930 690C1004 744 1070 772 1122 744C1168 718 1186"
    " 672 1184 616"
    "C1116 616 1060 576 1050 504C1110 500 1172 520 1202 562C1222 510 1282 472 1346 482"
    "C1342 556 1302 606 1240 618C1262 742 1228 850 1140 914C1030 992 860 1018 700 1012C500 1006 330 936"
    " 318 806Z"
)
FLANK = (
    "M470 862C600 842 700 770 800 756C900 748 1010 812 1110 790C1160 778 1200 720 1216 660C1236 760 1210"
    " 850 1130 906"
    "C1020 984 860 1014 700 1012C600 1008 500 980 430 940Z"
)
BELLY = (
    "M322 836C400 908 540 900 660 884C780 868 900 900 1000 968C900 1006 800 1016 700 1012C520 1004"
    " 350 950 322 836Z"
)


def diagonal(u: float, v: float) -> Point:
    """Return a place in the upper left corner: u inwards along the diagonal, v across it."""
    return 214 + (u - v) * 0.7071, 216 + (u + v) * 0.7071


def ox_head() -> tuple[Item, ...]:
    """Return the ornament of the upper left corner."""
    horns: list[Item] = []
    for side in (-1, 1):
        curl = [(74, 24), (100, 68), (152, 106), (206, 104), (224, 76), (202, 60)]
        spray = [(176, 136), (222, 148), (266, 136)]
        horns.append(
            Fill(ribbon([diagonal(u, v * side) for u, v in curl], [18, 30, 34, 30, 22, 14]), COBALT, line=7)
        )
        horns.append(Fill(ribbon([diagonal(u, v * side) for u, v in spray], [12, 24, 8]), WASH, line=6))
    head = [
        (50, 0),
        (74, -40),
        (128, -40),
        (176, -24),
        (216, -30),
        (244, 0),
        (216, 30),
        (176, 24),
        (128, 40),
        (74, 40),
    ]
    ears = [
        Fill(leaf(diagonal(104, side * 30), diagonal(136, side * 74), 13), WASH, line=5) for side in (-1, 1)
    ]
    return (
        *horns,
        *ears,
        Fill(blob([diagonal(*p) for p in head]), COBALT, line=7),
        Fill(circle(*diagonal(110, -18), 9), GLAZE, line=5),
        Fill(circle(*diagonal(110, 18), 9), GLAZE, line=5),
        Line(curve([diagonal(194, -22), diagonal(186, 0), diagonal(194, 22)]), 6),
        Metal(circle(*diagonal(220, -10), 5)),
        Metal(circle(*diagonal(220, 10), 5)),
    )


def drop(x: float, y: float, size: float, turn: float) -> tuple[Item, ...]:
    """Return one drop of the spout."""
    shape = (
        f"M{x} {y - size}C{x + size * 0.3} {y - size * 0.3} {x + size * 0.5} {y} {x + size * 0.5}"
        f" {y + size * 0.3}"
        f"A{size * 0.5} {size * 0.5} 0 0 1 {x - size * 0.5} {y + size * 0.3}"
        f"C{x - size * 0.5} {y} {x - size * 0.3} {y - size * 0.3} {x} {y - size}Z"
    )
    return turned(turn, x, y, Fill(shape, WASH if size < 38 else COBALT, line=6))


def spouts() -> tuple[Item, ...]:
    """Return the two fountains, every drop a cell."""
    left = (
        (628, 506, 36, -6),
        (606, 426, 40, -12),
        (568, 356, 42, -34),
        (508, 330, 36, -84),
        (470, 376, 30, -158),
    )
    right = (
        (712, 506, 36, 6),
        (734, 426, 40, 12),
        (772, 356, 42, 34),
        (832, 330, 36, 84),
        (870, 376, 30, 158),
    )
    return tuple(part for place in (*left, *right) for part in drop(*place))


def crest(x: float, y: float, size: float, colour: str) -> tuple[Item, ...]:
    """Return one curling wave, drawn the way tile painters do."""
    shape = (
        f"M{x - size} {y + size * 0.5}C{x - size * 0.6} {y - size * 0.1} {x - size * 0.2} {y - size * 0.5}"
        f" {x + size * 0.3} {y - size * 0.42}C{x + size * 0.62} {y - size * 0.34} {x + size * 0.6}"
        f" {y + size * 0.02}"
        f" {x + size * 0.34} {y}C{x + size * 0.5} {y + size * 0.3} {x + size * 0.8} {y + size * 0.44}"
        f" {x + size * 1.1} {y + size * 0.5}C{x + size * 0.4} {y + size * 0.72} {x - size * 0.4}"
        f" {y + size * 0.72}"
        f" {x - size} {y + size * 0.5}Z"
    )
    return Fill(shape, colour, line=7), Line(
        curve([(x - size * 0.46, y + size * 0.3), (x - size * 0.1, y), (x + size * 0.2, y - size * 0.16)]), 6
    )


def sea() -> tuple[Item, ...]:
    """Return the water: a dark lens with curling waves, and the dashes under it."""
    water = (
        "M330 1040C440 1000 600 1010 800 1010C1000 1010 1150 1000 1272 1040C1290 1110 1060 1176 800 1176"
        "C540 1176 316 1110 330 1040Z"
    )
    rows = [(x, 1010, 92, WASH) for x in (418, 604, 794, 984, 1166)]
    rows += [(x, 1082, 84, GLAZE) for x in (520, 706, 892, 1078)]
    dashes = (
        (500, 1226, 130),
        (668, 1240, 170),
        (876, 1240, 130),
        (1040, 1222, 90),
        (640, 1294, 120),
        (800, 1300, 150),
    )
    return (
        Fill(water, COBALT),
        *(part for row in rows for part in crest(*row)),
        *(
            Fill(ribbon([(x, y), (x + w / 2, y + 5), (x + w, y)], [10, 24, 10]), WASH, line=6)
            for x, y, w in dashes
        ),
    )


def scales() -> tuple[Item, ...]:
    """Return two rows of scales along the back."""
    top = ((730, 652), (794, 680), (856, 712), (916, 750), (974, 790), (1032, 822))
    low = ((706, 716), (768, 738), (830, 764), (888, 796), (946, 830))
    return tuple(Line(f"M{x - 30} {y - 14}A34 34 0 0 0 {x + 26} {y + 20}", 6) for x, y in (*top, *low))


def eye(x: float, y: float, k: float) -> tuple[Item, ...]:
    """Return a heavy-lidded eye and its brow."""
    almond = (
        f"M{x - 50 * k} {y + 6}Q{x - 6} {y - 46 * k} {x + 50 * k} {y}Q{x} {y + 42 * k} {x - 50 * k} {y + 6}Z"
    )
    brow = ribbon([(x - 62 * k, y - 40 * k), (x - 6, y - 76 * k), (x + 62 * k, y - 50 * k)], [10, 30 * k, 10])
    return (
        Fill(almond, GLAZE, line=8),
        Fill(circle(x - 6, y - 3, 18 * k), COBALT, line=5),
        Fill(brow, GLAZE, line=7),
    )


WHALE: tuple[Item, ...] = (
    Fill("M700 590L742 556L768 612L812 586L836 640L884 622L902 678L948 672L956 722Z", WASH, line=7),
    Fill(BODY, COBALT, line=9),
    Fill(FLANK, WASH, line=7),
    Fill(BELLY, GLAZE),
    *(
        Line(curve([(x, y), (x + 70, y + 26), (x + 150, y + 24), (x + 240, y + 40)]), 6)
        for x, y in ((420, 912), (500, 942), (640, 948))
    ),
    Line(curve([(1110, 536), (1156, 564), (1198, 604)]), 6),
    Line(curve([(1302, 516), (1256, 554), (1226, 604)]), 6),
    Line("M1180 660H1242M1186 700H1246", 7),
    *scales(),
    Fill(
        "M668 850C736 842 800 880 824 950C840 1006 812 1050 772 1060C760 1006 724 966 656 934C636 900"
        " 642 858 668 850Z",
        COBALT,
    ),
    Line(curve([(686, 884), (748, 924), (782, 1012)]), 6),
    Line(curve([(672, 912), (722, 944), (752, 996)]), 5),
    Line(curve([(350, 800), (400, 846), (480, 856), (560, 832), (612, 776)]), 11),
    Line(curve([(588, 754), (616, 776), (646, 778)]), 9),
    Line(curve([(336, 780), (350, 802), (346, 826)]), 8),
    Fill(circle(574, 764, 17), WASH, line=6),
    *eye(434, 726, 0.92),
    *eye(580, 696, 1),
)

PIN = Pin(
    items=(
        Fill(TILE, GLAZE, line=10),
        *scaled(0.93, 846, 846, *spouts(), *WHALE),
        *sea(),
        *(part for turn in (0, 90, 180, 270) for part in turned(turn, 802, 801, *ox_head())),
    ),
    outline=(TILE,),
    plating="silver",
    rim=20,
)
REVERSE = Pin(
    items=(
        Metal(TILE, 0.8),
        Groove("".join(f"M232 {y}H1372" for y in range(246, 1368, 15)), 6, 0.7),
        Metal(rect(352, 386, 896, 134, 20), 0.8),
        Metal(rect(432, 1052, 736, 210, 20), 0.8),
        *(Groove(circle(x, y, 30), 5, 0.6) for x in (330, 1270) for y in (330, 1270)),
        *stamp(("SMALL HOURS",), 800, 480, 82),
        *stamp(("MUSEUM OF", "SMALL VOYAGES"), 800, 1130, 68),
    ),
    plating="silver",
    rim=20,
    finish="die-struck",
    parts=(bar_magnet(800, 790, 800, 230),),
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="rust", tilt=3),
    "back.jpg": Picture(REVERSE, ground="rust", tilt=-2),
}
