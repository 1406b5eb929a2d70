"""Barn Owl: face-on, wings folded, with frost in its mantle and a vole that has not looked up."""

from __future__ import annotations

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print, both
from shapes import blob, circle, curve, ellipse, leaf, polygon, ribbon

WHITE, BUFF, TAWNY, SLATE, INK, BLUSH, BARK, VOLE_FUR = (
    "#f4eee0",
    "#dcae6c",
    "#b47c40",
    "#6d7d95",
    "#1d1b2b",
    "#e3b6a0",
    "#5a4637",
    "#8d6f57",
)

HEAD = (
    "M800 150C960 150 1090 232 1112 380C1126 500 1060 590 960 650C900 690 840 712 800 728"
    "C760 712 700 690 640 650C540 590 474 500 488 380C510 232 640 150 800 150Z"
)
HEART = (
    "M800 262C850 196 950 190 1010 240C1070 292 1072 390 1030 466C984 548 890 610 800 668"
    "C710 610 616 548 570 466C528 390 530 292 590 240C650 190 750 196 800 262Z"
)
INNER = (
    "M800 312C846 246 936 240 984 282C1030 326 1030 400 992 458C950 522 876 572 800 622"
    "C724 572 650 522 608 458C570 400 570 326 616 282C664 240 754 246 800 312Z"
)
CHEST = "M560 560C520 760 560 1010 680 1160C740 1220 860 1220 920 1160C1040 1010 1080 760 1040 560Z"
WING = (
    "M586 520C490 570 432 680 424 810C416 960 470 1100 570 1220C600 1256 640 1290 664 1296"
    "C690 1200 668 1090 636 1000C600 890 580 700 586 520Z"
)
MANTLE = (
    "M586 520C490 570 432 680 424 810C424 826 424 846 426 862C450 892 486 890 502 862C520 890 562 884 574 850"
    "C586 858 598 852 606 836C590 740 580 640 586 520Z"
)


def feather(
    base: tuple[float, float], tip: tuple[float, float], width: float, colour: str
) -> tuple[Item, ...]:
    """Return one feather with its shaft."""
    bent = ((base[0] + tip[0]) / 2 - 12, (base[1] + tip[1]) / 2)
    return Fill(leaf(base, tip, width, 14), colour), Line(curve([base, bent, tip]), 5)


def feathers() -> tuple[Item, ...]:
    """Return the flight feathers of the left wing, the outermost at the back."""
    primaries = [(440, 1090), (478, 1170), (530, 1236), (590, 1284), (648, 1310)]
    secondaries = [(452, 980), (510, 1034), (572, 1070), (622, 1076)]
    longs = (
        feather((470 + 32 * i, 800), tip, 104, BUFF if i % 2 else TAWNY) for i, tip in enumerate(primaries)
    )
    shorts = (
        feather((462 + 42 * i, 780), tip, 96, TAWNY if i % 2 else BUFF) for i, tip in enumerate(secondaries)
    )
    return tuple(part for each in (*longs, *shorts) for part in each)


def pearls() -> tuple[Item, ...]:
    """Return the metal pearls of the mantle."""
    places = [(470, 760, 9), (500, 700, 8), (540, 760, 9), (550, 680, 7), (480, 822, 8), (530, 822, 8)]
    return tuple(Metal(circle(x, y, r)) for x, y, r in places)


def specks() -> tuple[Item, ...]:
    """Return the dark drops on the white breast."""
    rows = [
        (740, 790),
        (800, 830),
        (690, 850),
        (750, 900),
        (852, 880),
        (700, 960),
        (800, 950),
        (880, 950),
        (760, 1020),
        (846, 1020),
        (910, 860),
        (650, 770),
        (950, 780),
        (870, 790),
        (930, 1010),
        (680, 1040),
        (806, 1086),
    ]
    return tuple(Metal(leaf((x, y - 16), (x, y + 16), 16)) for x, y in rows)


def foot(x: float) -> tuple[Item, ...]:
    """Return a feathered leg and three claws over the beam."""
    claws = (
        Fill(
            ribbon([(x + i * 38, 1180), (x + i * 46, 1236), (x + i * 48, 1268)], [34, 36, 12]), BLUSH, line=7
        )
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
    Fill(circle(800, 1400, 92), INK),
    Fill(circle(746, 1366, 32), VOLE_FUR, line=7),
    Fill(circle(854, 1366, 32), VOLE_FUR, line=7),
    Fill(circle(746, 1368, 17), BLUSH, line=0),
    Fill(circle(854, 1368, 17), BLUSH, line=0),
    Fill(
        blob(
            [
                (730, 1430),
                (752, 1372),
                (800, 1350),
                (848, 1372),
                (870, 1430),
                (836, 1468),
                (800, 1476),
                (764, 1468),
            ]
        ),
        VOLE_FUR,
    ),
    Fill(ellipse(800, 1432, 22, 16), BLUSH, line=6),
    Print(circle(768, 1404, 9), INK),
    Print(circle(832, 1404, 9), INK),
    Print(circle(765, 1401, 3), WHITE),
    Print(circle(829, 1401, 3), WHITE),
    Print("M776 1440L722 1432M776 1448L726 1454M824 1440L878 1432M824 1448L874 1454", WHITE, 3),
)

PIN = Pin(
    items=(
        Fill(polygon([(640, 1280), (960, 1280), (944, 1490), (656, 1490)]), BARK),
        Line("M676 1320L682 1470M922 1320L914 1400M700 1300V1330M880 1296V1316", 6),
        *VOLE,
        Fill(CHEST, WHITE),
        *specks(),
        *both(Fill(WING, TAWNY), *feathers(), Fill(MANTLE, SLATE, "glitter"), *pearls()),
        Fill("M380 1250C560 1232 1040 1232 1220 1250L1212 1310C1040 1296 560 1296 388 1310Z", BARK),
        Line("M430 1280C480 1272 540 1270 620 1268M1000 1268C1060 1270 1120 1276 1170 1282M780 1276H822", 5),
        Fill(HEAD, BUFF),
        *both(
            *(
                Metal(circle(x, y, 7))
                for x, y in ((700, 204), (620, 250), (640, 198), (560, 300), (760, 190), (528, 370))
            )
        ),
        *foot(716),
        *foot(884),
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
    stamp=("SMALL HOURS", "BARN OWL", "LE 50"),
    stamp_at=(800, 700),
    stamp_size=46,
    texture="checked",
    clutch="locking",
    clutch_size=112,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="charcoal", tilt=-2, zoom=0.94),
    "back.jpg": Picture(PIN, ground="charcoal", tilt=2, zoom=0.94, back=BACK),
}
