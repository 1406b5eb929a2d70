"""Little Octopus: seven arms for holding on, one for the tea."""

from __future__ import annotations

from dataclasses import dataclass
from math import radians

from pin import Back, Fill, Hole, Item, Line, Metal, Picture, Pin, Print, turned
from shapes import Point, circle, curve, ellipse, polar
from spine import Spine


@dataclass(frozen=True)
class Skin:
    """The enamel of one colourway."""

    coat: str
    shade: str
    under: str
    china: str
    band: str
    tea: str
    ink: str
    cheek: str
    lid: float = 0


CORAL = Skin("#e56a54", "#c44a40", "#f6b79b", "#dde5ed", "#3f7f8c", "#9a5430", "#33202f", "#f58f74")
INK = Skin("#00263a", "#0a4258", "#7fa3b0", "#dde5ed", "#c8604c", "#9a5430", "#0b1420", "#245a70", 44)

HEAD = (
    "M724 176C902 170 1030 300 1024 470C1020 580 972 630 976 728C980 850 890 930 756 930"
    "C610 930 524 862 524 744C524 652 446 600 436 478C424 310 548 182 724 176Z"
)


def curl(cx: float, cy: float, r: float, start: float, sweep: float) -> tuple[Point, ...]:
    """Return points on a narrowing spiral; angles in degrees, a positive sweep runs clockwise."""
    return tuple(polar(cx, cy, r * (1 - 0.72 * i / 9), radians(start + sweep * i / 9)) for i in range(10))


@dataclass(frozen=True)
class Arm:
    """One arm from the head to its curled tip, the side of its suckers and where they sit."""

    points: tuple[Point, ...]
    thick: float
    side: int
    suckers: tuple[float, ...]


BEHIND = (
    Arm(((620, 830), (440, 836), (300, 770), *curl(318, 596, 146, 126, 400)), 128, 1, (0.24, 0.38)),
    Arm(((900, 830), (1070, 920), (1230, 930), *curl(1330, 762, 142, 76, -400)), 128, -1, (0.2, 0.34)),
    Arm(((600, 870), (430, 960), (310, 944), *curl(268, 1066, 130, -86, -400)), 136, -1, (0.26, 0.4)),
    Arm(((900, 870), (1020, 1030), (1160, 1070), *curl(1278, 1190, 126, -124, 400)), 136, 1, (0.24, 0.38)),
)
BEFORE = (
    Arm(
        ((640, 890), (560, 1040), (430, 1140), *curl(440, 1290, 132, -140, -420)), 144, -1, (0.17, 0.29, 0.41)
    ),
    Arm(((850, 890), (900, 1050), (1010, 1150), *curl(980, 1296, 124, -50, 420)), 144, 1, (0.2, 0.34)),
    Arm(((740, 900), (740, 1060), (664, 1180), *curl(716, 1322, 122, -156, -420)), 146, -1, (0.2, 0.34)),
)
CUP_ARM = Arm(
    ((900, 800), (1040, 830), (1120, 740), (1108, 640), (1180, 576), (1290, 572), (1376, 500), (1356, 420)),
    128,
    -1,
    (0.42,),
)


def arm(limb: Arm, skin: Skin, coat: str) -> tuple[Item, ...]:
    """Return the arm, its pale underside and its suckers."""
    k = limb.thick
    spine = Spine(limb.points, (k, k * 0.9, k * 0.78, k * 0.64, k * 0.5, k * 0.38, k * 0.28, k * 0.2))
    side = 0.98 * limb.side
    suckers = (sucker(*spine.at(t, side * 0.52), spine.width(t) * 0.25) for t in limb.suckers)
    return (
        Fill(spine.band(0, 1, -1, 1, 120), coat),
        Fill(spine.band(0, 0.8, side * 0.06, side, 90), skin.under, line=7),
        *(part for pair in suckers for part in pair),
    )


def sucker(x: float, y: float, r: float) -> tuple[Item, ...]:
    """Return a sucker of bare metal with a sunk middle."""
    return Metal(circle(x, y, r)), Metal(circle(x, y, r * 0.46), 0.4)


def cup(skin: Skin) -> tuple[Item, ...]:
    """Return the doll's cup, its tea and the label of the bag."""
    return (
        Fill(ellipse(1374, 420, 66, 74, 12), skin.china),
        Hole(ellipse(1382, 418, 26, 32, 12)),
        Fill("M1076 336C1080 470 1120 570 1180 592L1272 592C1332 570 1372 470 1376 336Z", skin.china),
        Fill(
            "M1084 420C1170 452 1282 452 1368 420C1364 446 1358 470 1350 494"
            "C1270 520 1182 520 1102 494C1094 470 1088 446 1084 420Z",
            skin.band,
            line=7,
        ),
        Fill(ellipse(1226, 336, 152, 44), skin.china),
        Fill(ellipse(1226, 342, 122, 27), skin.tea, line=7),
        Line(curve([(1130, 362), (1150, 396), (1160, 440)]), 6),
        *turned(
            6,
            1160,
            440,
            Fill("M1160 420L1192 446L1192 516L1128 516L1128 446Z", skin.china, line=7),
            Metal("M1160 502C1124 474 1140 448 1160 466C1180 448 1196 474 1160 502Z"),
        ),
    )


def eye(x: float, skin: Skin) -> tuple[Item, ...]:
    """Return a large, calm eye under its lid."""
    brow, y = 720 - skin.lid * 1.5, 742 - skin.lid
    lid = (
        f"M{x - 84} {y}C{x - 80} 650 {x + 80} 650 {x + 84} {y}C{x + 40} {brow} {x - 40} {brow} {x - 84} {y}Z"
    )
    return (
        Fill(circle(x, 742, 84), skin.china),
        Fill(ellipse(x, 758, 54, 46), skin.ink, line=7),
        Fill(lid, skin.shade, line=8),
        Print(circle(x - 18, 744, 13), "#ffffff"),
        Print(circle(x + 20, 776, 6), "#dfe6f0"),
    )


def octopus(skin: Skin, plating: str) -> Pin:
    """Return the whole pin in one colourway."""
    spots = (
        (640, 300, 46),
        (760, 262, 26),
        (560, 420, 30),
        (880, 380, 54),
        (820, 500, 24),
        (690, 420, 20),
        (936, 500, 22),
    )
    return Pin(
        items=(
            *(part for limb in BEHIND for part in arm(limb, skin, skin.shade)),
            *cup(skin),
            *arm(CUP_ARM, skin, skin.coat),
            *(part for limb in BEFORE for part in arm(limb, skin, skin.coat)),
            *turned(
                -5,
                750,
                800,
                Fill(HEAD, skin.coat),
                *(Fill(ellipse(x, y, r * 1.12, r * 0.9, -24), skin.shade, line=7) for x, y, r in spots),
                Line(curve([(478, 540), (520, 610), (548, 660)]), 7),
                Line(curve([(986, 556), (962, 610), (956, 650)]), 7),
                *eye(640, skin),
                *eye(866, skin),
                Line(curve([(724, 846), (752, 862), (784, 846)]), 8),
                Fill(ellipse(582, 846, 32, 18), skin.cheek, line=6),
                Fill(ellipse(926, 846, 32, 18), skin.cheek, line=6),
            ),
        ),
        plating=plating,
        line=9,
    )


def back(stamp: tuple[str, ...]) -> Back:
    """Return the reverse with two coral clutches."""
    return Back(
        posts=((850, 400), (850, 1010)),
        stamp=stamp,
        stamp_at=(866, 656),
        stamp_size=42,
        texture="smooth",
        clutch_colour="#d0553f",
        clutch_size=112,
    )


PIN = octopus(CORAL, "rose-gold")
PICTURES = {
    "front.jpg": Picture(PIN, ground="slate", tilt=-2, zoom=0.96),
    "back.jpg": Picture(
        PIN, ground="slate", tilt=3, zoom=0.96, back=back(("SMALL HOURS", "LITTLE OCTOPUS", "LE 120"))
    ),
    "ink.jpg": Picture(octopus(INK, "black-nickel"), ground="blush", tilt=3, zoom=0.96),
}
