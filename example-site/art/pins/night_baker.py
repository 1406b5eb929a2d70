"""Night Baker: a loaf scored like the full moon on its peel, and a mouse asleep on the warm handle."""

from __future__ import annotations

from math import radians

from pin import Back, Fill, Item, Line, Picture, Pin, Print, moved, scaled, turned
from shapes import arc, blob, circle, curve, ellipse, leaf, polar

WOOD, CRUST, BROWN, FLOUR, GREY, PINK, INK = (
    "#e6d0a8",
    "#8f4e28",
    "#c07b3f",
    "#f3e6cd",
    "#8d8890",
    "#d9a096",
    "#2a1c16",
)
CX, CY = 700.0, 690.0


TYCHO = (720.0, 980.0)
SEAS = (
    [
        (430, 640),
        (440, 520),
        (520, 420),
        (620, 390),
        (668, 450),
        (650, 540),
        (690, 600),
        (640, 680),
        (560, 700),
        (540, 780),
        (470, 790),
        (420, 730),
    ],
    [(720, 420), (800, 400), (850, 460), (830, 530), (760, 550), (712, 500)],
    [(850, 560), (930, 540), (980, 600), (970, 690), (900, 720), (850, 680), (790, 690), (770, 630)],
    [(1010, 470), (1040, 520), (1030, 570), (990, 560), (980, 500)],
    [(600, 790), (660, 780), (690, 830), (640, 880), (580, 860)],
)
CRATERS = (
    (900, 830, 38),
    (820, 900, 24),
    (990, 790, 20),
    (560, 950, 26),
    (870, 990, 20),
    (480, 880, 18),
    (640, 1030, 16),
)


def tycho() -> tuple[Item, ...]:
    """Return the bright crater at the foot of the moon, its rays cut with one stroke each."""
    rays = ((-112, 330, 22), (-62, 250, 20), (-20, 190, 18), (-150, 240, 18), (-88, 150, 16))
    cuts = (
        Fill(leaf(polar(*TYCHO, 30, radians(a)), polar(*TYCHO, length, radians(a)), width), CRUST, line=6)
        for a, length, width in rays
    )
    return (*cuts, Fill(circle(*TYCHO, 40), BROWN), Fill(circle(*TYCHO, 20), FLOUR, line=6))


def cuts() -> tuple[Item, ...]:
    """Return the ring of cuts that let the crust open, like an ear of wheat bent round the moon."""
    turns = [radians(15 * i) for i in range(24)]
    return tuple(
        Fill(leaf(polar(CX, CY, 338, a), polar(CX, CY, 406, a + 0.2), 40), FLOUR, line=7) for a in turns
    )


def crater(x: float, y: float, r: float) -> tuple[Item, ...]:
    """Return a small floury crater."""
    return (Fill(circle(x, y, r), BROWN, line=7), Line(arc(x, y, r * 0.5, 120, 260), 5))


MOUSE: tuple[Item, ...] = (
    Line(curve([(1330, 1180), (1400, 1180), (1420, 1100), (1370, 1060)]), 13),
    Fill(
        blob(
            [(1130, 1200), (1150, 1110), (1230, 1060), (1320, 1090), (1350, 1170), (1310, 1230), (1200, 1240)]
        ),
        GREY,
    ),
    Fill(circle(1120, 1080, 44), GREY),
    Fill(circle(1120, 1082, 26), PINK, line=6),
    Fill(
        blob(
            [(1040, 1180), (1070, 1110), (1140, 1090), (1200, 1130), (1190, 1200), (1120, 1226), (1056, 1214)]
        ),
        GREY,
    ),
    Fill(circle(1186, 1100, 42), GREY),
    Fill(circle(1186, 1102, 25), PINK, line=6),
    Line(curve([(1084, 1160), (1098, 1172), (1116, 1164)]), 6),
    Fill(circle(1042, 1192, 17), PINK, line=6),
    Line(curve([(1240, 1232), (1236, 1180), (1280, 1160)]), 6),
    Fill(ellipse(1110, 1226, 30, 18), FLOUR, line=6),
)

PEEL = (
    "M700 110C900 110 1040 190 1050 340L1050 1000C1046 1110 900 1150 764 1160L764 1600"
    "C764 1652 636 1652 636 1600L636 1160"
    "C500 1150 354 1110 350 1000L350 340C360 190 500 110 700 110Z"
)
LOAF = blob([polar(CX, CY, 446 + 7 * ((i * 2) % 3 - 1), radians(i * 40)) for i in range(9)])


def moon() -> tuple[Item, ...]:
    """Return the seas, the craters and the rays of Tycho."""
    return (
        *(Fill(blob([(float(x), float(y)) for x, y in sea]), BROWN) for sea in SEAS),
        Line(curve([(500, 480), (560, 470), (600, 500)]), 7),
        Line(curve([(470, 600), (520, 620), (560, 600)]), 7),
        Line(curve([(860, 620), (900, 640), (930, 620)]), 7),
        *(part for place in CRATERS for part in crater(*place)),
        *tycho(),
    )


def flour() -> tuple[Item, ...]:
    """Return the rings that the proving basket left, and a dusting beside the moon."""
    rings = (
        (432, 110, 190),
        (432, 200, 250),
        (432, 262, 330),
        (432, 20, 92),
        (442, 130, 228),
        (442, 280, 350),
    )
    dust = (
        (540, 500, 4),
        (700, 410, 5),
        (640, 640, 4),
        (930, 640, 4),
        (880, 800, 5),
        (520, 820, 4),
        (690, 560, 4),
        (640, 900, 5),
        (800, 860, 4),
        (470, 700, 4),
    )
    return (
        *(Print(arc(CX, CY, r, a, b), FLOUR, 4) for r, a, b in rings),
        *(Print(circle(x, y, r), BROWN) for x, y, r in dust),
    )


PIN = Pin(
    items=(
        *turned(
            -42,
            CX,
            CY,
            Fill(PEEL, WOOD),
            Line("M420 980V1060M500 1010V1100M900 1020V1096M980 980V1050M560 1080V1120M840 1090V1124", 6),
            Line("M480 190V300M560 160V230M860 170V260M940 200V300M700 140V200M630 150V190M780 150V206", 6),
            Line("M676 1190V1290M676 1510V1560M722 1160V1240", 6),
            Fill(circle(700, 1590, 20), INK, line=8),
        ),
        Fill(LOAF, CRUST),
        Fill(circle(CX, CY, 418), BROWN),
        *cuts(),
        Fill(circle(CX, CY, 318), FLOUR),
        *scaled(0.76, CX, CY, *moon()),
        *flour(),
        *moved(30, 70, *scaled(1.22, 1200, 1160, *MOUSE)),
    ),
    plating="copper",
)
BACK = Back(
    posts=((900, 420), (900, 930)),
    stamp=("SMALL HOURS", "NIGHT BAKER", "LE 100"),
    stamp_at=(900, 640),
    stamp_size=50,
    texture="smooth",
    clutch="locking",
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="slate", tilt=0, zoom=0.98),
    "back.jpg": Picture(PIN, ground="slate", tilt=2, zoom=0.98, back=BACK),
}
