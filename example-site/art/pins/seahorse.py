"""Seahorse: anchored to a ring-pull, as they are now."""

from __future__ import annotations

from pin import Back, Fill, Groove, Item, Line, Metal, Picture, Pin, Print, moved, turned
from shapes import Point, blob, circle, curve
from spine import Spine

GOLDEN, HONEY, SHERRY, WEED, FERN, CREAM, INK = (
    "#e6ac48",
    "#c98a35",
    "#a34d06",
    "#395542",
    "#6d8a5c",
    "#f6e7c2",
    "#2b1c14",
)

TRUNK = Spine(
    (
        (740, 330),
        (850, 400),
        (880, 520),
        (820, 650),
        (760, 780),
        (800, 930),
        (880, 1050),
        (896, 1170),
        (820, 1270),
        (700, 1296),
        (610, 1246),
        (596, 1150),
        (660, 1090),
        (724, 1120),
        (700, 1174),
    ),
    (200, 190, 210, 300, 350, 290, 205, 160, 124, 98, 80, 68, 56, 46, 34),
)


def ring(start: float, end: float) -> tuple[Item, ...]:
    """Return one bulging belly ring, translucent over its ribs, and the plate of the back behind it."""
    middle = (start + end) / 2
    one, two = TRUNK.at(start, 0.94), TRUNK.at(end, 0.94)
    bow = TRUNK.at(middle, 1.16)
    path = (
        f"M{_at(TRUNK.at(start, 0.1))}L{_at(one)}Q{_at(bow)} {_at(two)}L{_at(TRUNK.at(end, 0.1))}"
        f"Q{_at(TRUNK.at(middle, -0.06))} {_at(TRUNK.at(start, 0.1))}Z"
    )
    return (Fill(path, SHERRY, "translucent", 8),)


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


def plates() -> tuple[Item, ...]:
    """Return the ridges across the back and the tail, closer as the tail grows thin."""
    stops = [0.15 + 0.046 * i for i in range(14)]
    ridges = [
        Line(curve([TRUNK.at(t, -0.96), TRUNK.at(t + 0.008, -0.4), TRUNK.at(t, 0.08)]), 7) for t in stops[:9]
    ]
    tail = [
        Line(curve([TRUNK.at(t, -0.9), TRUNK.at(t + 0.006, 0), TRUNK.at(t, 0.9)]), 6) for t in stops[9:-1]
    ]
    return (*ridges, *tail)


def knobs() -> tuple[Item, ...]:
    """Return the bony knobs down the back, one at each ridge."""
    return tuple(
        Fill(circle(*TRUNK.at(0.15 + 0.046 * i, -1.04), 25 - 1.6 * i), HONEY, line=7)
        for i in range(9)
        if i > 5
    )


def fin() -> tuple[Item, ...]:
    """Return the fin of the back, a small fan that never stops."""
    root: list[Point] = [TRUNK.at(t, -0.9) for t in (0.25, 0.29, 0.33, 0.38)]
    tips: list[Point] = [(1096, 640), (1150, 730), (1140, 830), (1074, 916)]
    rays = tuple(
        Line(curve([a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 8), b]), 6)
        for a, b in zip(root, tips, strict=True)
    )
    edge = blob(
        [
            root[0],
            (1010, 590),
            tips[0],
            (1110, 690),
            tips[1],
            (1130, 780),
            tips[2],
            (1092, 870),
            tips[3],
            (960, 900),
            root[-1],
            root[-2],
        ],
        0.8,
    )
    return (Fill(edge, WEED), *rays)


HEAD: tuple[Item, ...] = (
    Fill(
        "M676 250C650 200 650 150 672 122C704 126 728 150 738 178"
        "C744 134 764 100 792 84C820 104 832 140 830 176"
        "C850 152 876 140 908 144C916 190 900 240 860 290Z",
        FERN,
    ),
    Line("M738 178L752 226M830 176L820 230", 6),
    Fill(
        "M880 470C930 400 926 280 850 236C770 192 668 210 630 290"
        "C612 330 580 360 520 380C470 396 430 402 410 396"
        "C384 392 366 420 374 452C382 490 410 500 436 486C500 470 570 470 624 482"
        "C680 496 700 540 760 560C810 570 850 530 880 470Z",
        GOLDEN,
    ),
    Line("M420 398C408 426 412 456 432 484", 7),
    Line(curve([(520, 384), (536, 426), (528, 470)]), 6),
    Line(curve([(570, 362), (590, 420), (584, 474)]), 6),
    Fill("M806 520C760 500 750 440 790 400C832 420 846 480 806 520Z", HONEY, line=7),
    Fill(circle(700, 330, 62), CREAM),
    Fill(circle(694, 336, 40), INK, line=7),
    Print(circle(680, 320, 12), "#ffffff"),
    Print(circle(708, 352, 6), "#e9d9b4"),
    Line(curve([(634, 280), (690, 246), (756, 270)]), 8),
    Metal(circle(630, 420, 8)),
    Metal(circle(660, 446, 7)),
    Metal(circle(696, 462, 6)),
)

FRONT_FIN: tuple[Item, ...] = (
    Fill(blob([(850, 560), (900, 540), (960, 570), (976, 630), (930, 668), (868, 640)]), FERN),
    Line(curve([(862, 584), (910, 580), (956, 592)]), 5),
    Line(curve([(866, 610), (910, 618), (952, 640)]), 5),
)

TAB = moved(
    -44,
    14,
    *turned(
        -20,
        650,
        1270,
        Metal(
            "M480 1190C480 1050 820 1050 820 1190L806 1440C798 1530 502 1530 494 1440Z"
            "M524 1206C516 1330 540 1350 650 1350C760 1350 784 1330 776 1206C770 1110 530 1110 524 1206Z",
            0.92,
        ),
        Groove("M506 1366L516 1440C526 1496 774 1496 784 1440L794 1366", 7, 0.5),
        Metal(circle(650, 1424, 46)),
        Groove(circle(650, 1424, 28), 7, 0.4),
        Groove("M624 1424H676", 7, 0.4),
    ),
)
TIP: tuple[Item, ...] = (
    Fill(TRUNK.band(0.735, 1, -1, 1, 50), GOLDEN),
    *(Line(curve([TRUNK.at(t, -0.9), TRUNK.at(t, 0.9)]), 6) for t in (0.775, 0.815, 0.855, 0.9, 0.945)),
)

PIN = Pin(
    items=(
        *fin(),
        *knobs(),
        Fill(TRUNK.band(0, 1, -1, 1, 120), GOLDEN),
        *plates(),
        *(part for i in range(9) for part in ring(0.15 + 0.046 * i, 0.196 + 0.046 * i)),
        *FRONT_FIN,
        *HEAD,
        *TAB,
        *TIP,
    ),
    plating="gold",
    finish="soft",
    line=9,
)
BACK = Back(
    posts=((760, 420), (800, 1050)),
    stamp=("SMALL HOURS", "2024"),
    stamp_at=(820, 760),
    stamp_size=40,
    texture="smooth",
    clutch="butterfly",
    clutch_size=96,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="plum", tilt=3),
    "back.jpg": Picture(PIN, ground="plum", tilt=-2, back=BACK),
}
