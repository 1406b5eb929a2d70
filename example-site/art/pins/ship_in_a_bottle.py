"""Ship in a Bottle: a three-master under full sail, and the thread that raised it still out of the neck."""

from __future__ import annotations

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print
from shapes import Point, circle, curve, rect, ribbon

GLASS, EDGE, SHOAL, SEA, DEEP, SAIL, SHADE, HULL, STRAKE, PENNANT = (
    "#bbdde6",
    "#8fc0cf",
    "#7fb6bf",
    "#2f7f93",
    "#1b5470",
    "#f1e6b2",
    "#d9c583",
    "#5b2f22",
    "#b5813f",
    "#b23a2e",
)

BOTTLE = (
    "M196 476C290 452 780 450 930 462C1040 472 1092 540 1150 606C1182 642 1214 654 1262 656L1404 660"
    "C1410 640 1424 634 1440 634C1466 634 1474 652 1474 676L1474 924C1474 948 1466 966 1440 966C1424 966"
    " 1410 960 1404 940"
    "L1262 944C1214 946 1182 958 1150 994C1092 1060 1040 1128 930 1138C780 1150 290 1148 196 1124"
    "C150 1112 130 1080 128 1030C120 880 120 720 128 570C130 520 150 488 196 476Z"
)
INNER = (
    "M222 516C320 494 770 492 920 504C1010 512 1062 568 1120 636C1156 678 1200 694 1256 696L1398 698"
    "L1398 902L1256 904C1200 906 1156 922 1120 964C1062 1032 1010 1088 920 1096C770 1108 320 1106 222 1084"
    "C184 1076 172 1050 170 1020C162 880 162 720 170 580C172 550 184 524 222 516Z"
)
SHOULDER = ((1120.0, 964.0), (1062.0, 1032.0), (1010.0, 1088.0), (920.0, 1096.0))
FLOOR = "C770 1108 320 1106 222 1084C184 1076 172 1050 170 1020"


def between(a: Point, b: Point, t: float) -> Point:
    """Return the point a share of the way from a to b."""
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def shoulder_from(t: float) -> tuple[Point, Point, Point]:
    """Return where the glass is cut at a share of its lower shoulder, and the controls of what is left."""
    a, b, c, d = SHOULDER
    ab, bc, cd = between(a, b, t), between(b, c, t), between(c, d, t)
    abc, bcd = between(ab, bc, t), between(bc, cd, t)
    return between(abc, bcd, t), bcd, cd


def water(level: float, t: float, first: int, colour: str) -> Item:
    """Return a layer of sea: its level, where it meets the shoulder, whether a crest comes first."""
    end, one, two = shoulder_from(t)
    lift = [level + (11 if (i + first) % 2 else -11) for i in range(int((end[0] - 230) // 62))]
    points = [(168.0, level), *((212 + i * 62 + first * 17, y) for i, y in enumerate(lift)), end]
    right = f"C{one[0]:.1f} {one[1]:.1f} {two[0]:.1f} {two[1]:.1f} 920 1096"
    left = f"{FLOOR}C168 {level + 40} 168 {level + 20} 168 {level}Z"
    return Fill(curve(points) + right + left, colour, "translucent", 6)


def sail(x: float, y: float, top: float, low: float, high: float) -> tuple[Item, ...]:
    """Return a square sail full of wind from the left, with its yard and a seam."""
    belly = 26
    shape = (
        f"M{x - top} {y}C{x - top * 0.4} {y + 8} {x + top * 0.4} {y + 8} {x + top} {y}"
        f"C{x + top + belly} {y + high * 0.3} {x + low + belly} {y + high * 0.7} {x + low} {y + high}"
        f"C{x + low * 0.4} {y + high - 16} {x - low * 0.4} {y + high - 16} {x - low} {y + high}"
        f"C{x - low + belly} {y + high * 0.7} {x - top + belly} {y + high * 0.3} {x - top} {y}Z"
    )
    shadow = (
        f"M{x + top * 0.45} {y + 4}L{x + top} {y}C{x + top + belly} {y + high * 0.3} {x + low + belly}"
        f" {y + high * 0.7}"
        f" {x + low} {y + high}L{x + low * 0.5} {y + high - 10}"
        f"C{x + low * 0.5 + belly} {y + high * 0.7} {x + top * 0.45 + belly} {y + high * 0.3}"
        f" {x + top * 0.45} {y + 4}Z"
    )
    return (
        Fill(shape, SAIL, line=6),
        Fill(shadow, SHADE, line=5),
        Metal(rect(x - top - 12, y - 6, 2 * top + 24, 11, 5)),
    )


def mast(x: float, foot: float, head: float, k: float) -> tuple[Item, ...]:
    """Return a mast with three sails, a pennant and its shrouds."""
    high = (foot - head) / 3.75
    shrouds = "".join(f"M{x + 6} {head + 40 + high * 0.6}L{x + dx * k} {foot}" for dx in (-92, -66, 72, 98))
    y = head + 30
    return (
        Line(shrouds, 4),
        Metal(rect(x - 6, head, 12, foot - head, 4)),
        Fill(
            f"M{x} {head - 6}C{x + 30} {head - 20} {x + 50} {head + 6} {x + 84} {head - 8}L{x + 60}"
            f" {head + 10}"
            f"L{x + 80} {head + 24}C{x + 50} {head + 34} {x + 30} {head + 12} {x} {head + 24}Z",
            PENNANT,
            line=5,
        ),
        *sail(x, y, 52 * k, 62 * k, high * 0.8),
        *sail(x, y + high * 0.94, 66 * k, 80 * k, high),
        *sail(x, y + high * 2.1, 84 * k, 90 * k, high * 1.06),
    )


HULL_ITEMS: tuple[Item, ...] = (
    Fill(
        "M330 846C360 862 400 868 460 872L800 872C850 868 892 852 936 826L930 858C904 900 872 940 850"
        " 974L410 974"
        "C372 956 344 910 330 846Z",
        HULL,
    ),
    Fill(
        "M338 872C380 892 430 900 480 900L790 900C840 896 880 884 914 862L900 900C880 918 840 926 800"
        " 928L470 928"
        "C420 926 372 920 352 908Z",
        STRAKE,
        line=6,
    ),
    *(Fill(rect(x, 902, 24, 20, 4), DEEP, line=5) for x in range(470, 830, 56)),
    Fill("M330 846L300 806L394 806L404 866C376 862 350 856 330 846Z", HULL),
    Fill(rect(328, 818, 18, 18, 4), STRAKE, line=5),
    Fill(rect(358, 820, 18, 18, 4), STRAKE, line=5),
)

RIGGING: tuple[Item, ...] = (
    Metal(ribbon([(914, 838), (1000, 796), (1070, 764)], [16, 11, 7])),
    Line("M812 560L1068 766M812 640L1010 794M604 542L800 560M430 590L604 550M430 590L300 806", 4),
    Fill("M1056 764L838 590C866 660 900 720 946 800Z", SAIL, line=6),
    Fill("M980 788L832 660C850 720 868 770 898 818Z", SHADE, line=6),
    Fill("M418 700C380 724 340 760 300 792L410 806Z", SAIL, line=6),
)

SHIP: tuple[Item, ...] = (
    *RIGGING,
    *mast(430, 856, 566, 0.8),
    *mast(604, 866, 540, 0.98),
    *mast(800, 862, 548, 0.94),
    *HULL_ITEMS,
)

THREAD = [(1066, 766), (1180, 776), (1300, 752), (1420, 780), (1464, 790)]
TAIL_END = [
    (1462, 790),
    (1506, 812),
    (1516, 880),
    (1488, 948),
    (1508, 1010),
    (1490, 1074),
    (1428, 1096),
    (1362, 1066),
    (1300, 1010),
    (1262, 950),
]

GLEAMS: tuple[Item, ...] = (
    Print(ribbon([(226, 560), (470, 538), (760, 536), (900, 548)], [3, 15, 13, 2]), "#ffffffb8"),
    Print(ribbon([(940, 556), (984, 574), (1014, 600)], [3, 13, 3]), "#ffffffa0"),
    Print(ribbon([(196, 610), (190, 720), (194, 820)], [3, 13, 3]), "#ffffff8c"),
    Print(ribbon([(1180, 718), (1260, 722), (1376, 722)], [3, 11, 3]), "#ffffffa0"),
)

PIN = Pin(
    items=(
        Fill(BOTTLE, EDGE, "translucent", 9),
        Fill(rect(1406, 636, 66, 328, 22), EDGE, "translucent", 8),
        Line("M1438 660V940", 6),
        Fill(INNER, GLASS, None, 8),
        water(946, 0, 0, SHOAL),
        *SHIP,
        water(988, 0.1, 1, SEA),
        water(1030, 0.33, 0, DEEP),
        *(
            Line(curve([(x, y), (x + 44, y + 14), (x + 96, y + 4), (x + 140, y + 16)]), 4)
            for x, y in (
                (290, 1062),
                (520, 1070),
                (740, 1064),
            )
        ),
        Metal(ribbon(THREAD, [9])),
        Metal(circle(1066, 766, 9)),
        *GLEAMS,
    ),
    plating="gold",
    rim=13,
    parts=(Pin((Metal(ribbon(TAIL_END, [12, 12, 12, 10, 7])),), finish="die-struck", rim=3),),
)
BACK = Back(
    posts=((520, 800), (1250, 800)),
    stamp=("SMALL HOURS", "MUSEUM OF", "SMALL VOYAGES", "2026 · LE 250"),
    stamp_at=(886, 730),
    stamp_size=46,
    texture="lines",
    clutch="rubber",
    clutch_colour="#1f4b5c",
    clutch_size=112,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="plum", tilt=-4),
    "back.jpg": Picture(PIN, ground="plum", tilt=3, back=BACK),
}
