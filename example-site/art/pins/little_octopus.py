"""Little Octopus: seven arms for holding on, one for the tea."""

from __future__ import annotations

from dataclasses import dataclass

from pin import Back, Fill, Hole, Item, Line, Metal, Picture, Pin, Print, turned
from shapes import Point, blob, circle, curve, ellipse
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


CORAL = Skin("#e56a54", "#c44a40", "#f6b79b", "#dde5ed", "#3f7f8c", "#9a5430", "#33202f", "#f58f74")
INK = Skin("#00263a", "#0a4258", "#7fa3b0", "#dde5ed", "#c8604c", "#9a5430", "#0b1420", "#245a70")

HEAD = (
    "M724 176C902 170 1030 300 1024 470C1020 580 972 630 976 728C980 850 890 930 756 930"
    "C610 930 524 862 524 744C524 652 446 600 436 478C424 310 548 182 724 176Z"
)


@dataclass(frozen=True)
class Arm:
    """One arm from the head to its curled tip, the side of its suckers and how many show."""

    points: tuple[Point, ...]
    thick: float
    side: int
    suckers: int
    first: float = 0.3


BEHIND = (
    Arm(((620, 830), (440, 826), (286, 760), (214, 636), (252, 516), (356, 494), (404, 568), (356, 618)), 128, 1, 2),
    Arm(((900, 830), (1070, 920), (1250, 930), (1390, 850), (1426, 730), (1350, 668), (1280, 716), (1306, 776)), 128, -1, 2),
    Arm(((600, 870), (430, 960), (260, 930), (160, 1010), (176, 1130), (280, 1150), (318, 1076), (270, 1046)), 136, 1, 2, 0.4),
    Arm(((900, 870), (1020, 1030), (1200, 1050), (1330, 1096), (1390, 1200), (1320, 1284), (1230, 1246), (1258, 1180)),
        136, 1, 2, 0.36),
)
BEFORE = (
    Arm(((640, 890), (540, 1040), (390, 1130), (330, 1260), (400, 1384), (520, 1366), (540, 1270), (470, 1260)), 142, -1, 3, 0.28),
    Arm(((850, 890), (900, 1060), (1030, 1160), (1090, 1290), (1020, 1390), (910, 1350), (928, 1264), (988, 1280)), 142, 1, 2, 0.3),
    Arm(((740, 900), (740, 1070), (660, 1180), (620, 1300), (690, 1412), (800, 1390), (808, 1296), (744, 1296)), 146, -1, 2, 0.3),
)
CUP_ARM = Arm(((900, 800), (1040, 830), (1120, 740), (1108, 630), (1180, 566), (1290, 560), (1376, 480), (1340, 404)), 128, -1, 1, 0.3)


def arm(limb: Arm, skin: Skin, coat: str) -> tuple[Item, ...]:
    """Return the arm, its pale underside and its suckers."""
    k = limb.thick
    spine = Spine(limb.points, (k, k * 0.92, k * 0.8, k * 0.66, k * 0.52, k * 0.4, k * 0.3, k * 0.2))
    side = 0.98 * limb.side
    suckers = (
        Metal(circle(*spine.at(limb.first + 0.14 * i, side * 0.58), spine.width(limb.first + 0.14 * i) * 0.15))
        for i in range(limb.suckers)
    )
    return (
        Fill(spine.band(0, 1, -1, 1, 90), coat),
        Fill(spine.band(0, 0.82, side * 0.12, side, 70), skin.under, line=7),
        *suckers,
    )


def cup(skin: Skin) -> tuple[Item, ...]:
    """Return the doll's cup, its tea and the label of the bag."""
    return (
        Fill(ellipse(1374, 420, 66, 74, 12), skin.china),
        Hole(ellipse(1382, 418, 26, 32, 12)),
        Fill("M1076 336C1080 470 1120 570 1180 592L1272 592C1332 570 1372 470 1376 336Z", skin.china),
        Fill("M1084 420C1170 452 1282 452 1368 420C1364 446 1358 470 1350 494C1270 520 1182 520 1102 494C1094 470 1088 446 1084 420Z",
             skin.band, line=7),
        Fill(ellipse(1226, 336, 152, 44), skin.china),
        Fill(ellipse(1226, 342, 122, 27), skin.tea, line=7),
        Line(curve([(1130, 362), (1150, 420), (1136, 520), (1180, 640)]), 7),
        *turned(8, 1180, 680, Fill("M1180 636L1218 666L1218 736L1142 736L1142 666Z", skin.china, line=7),
                Metal("M1180 676C1196 690 1196 712 1180 722C1164 712 1164 690 1180 676Z")),
    )


def eye(x: float, skin: Skin) -> tuple[Item, ...]:
    """Return a large, calm eye under its lid."""
    lid = f"M{x - 84} 742C{x - 80} 650 {x + 80} 650 {x + 84} 742C{x + 40} 716 {x - 40} 716 {x - 84} 742Z"
    return (
        Fill(circle(x, 742, 84), skin.china),
        Fill(ellipse(x, 758, 54, 46), skin.ink, line=7),
        Fill(lid, skin.shade, line=8),
        Print(circle(x - 18, 744, 13), "#ffffff"),
        Print(circle(x + 20, 776, 6), "#dfe6f0"),
    )


def octopus(skin: Skin, plating: str) -> Pin:
    """Return the whole pin in one colourway."""
    spots = ((640, 300, 46), (760, 262, 26), (560, 420, 30), (880, 380, 54), (820, 500, 24), (690, 420, 20), (936, 500, 22))
    return Pin(
        items=(
            *(part for limb in BEHIND for part in arm(limb, skin, skin.shade)),
            *cup(skin),
            *arm(CUP_ARM, skin, skin.coat),
            *(part for limb in BEFORE for part in arm(limb, skin, skin.coat)),
            *turned(
                -5, 750, 800,
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
    return Back(posts=((850, 400), (850, 1010)), stamp=stamp, stamp_at=(850, 660), stamp_size=44,
                texture="sandblast", clutch_colour="#d0553f", clutch_size=112)


PIN = octopus(CORAL, "rose-gold")
PICTURES = {
    "front.jpg": Picture(PIN, ground="slate", tilt=-2, zoom=0.96),
    "back.jpg": Picture(PIN, ground="slate", tilt=3, zoom=0.96, back=back(("SMALL HOURS", "LITTLE OCTOPUS", "LE 120"))),
    "ink.jpg": Picture(octopus(INK, "black-nickel"), ground="blush", tilt=3, zoom=0.96),
}
