"""Storm in a Teacup: a full gale, contained, with one small boat that is coping."""

from __future__ import annotations

from dataclasses import replace

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print, moved, turned
from shapes import blob, circle, curve, ellipse

CHINA, SHADE, SEA, DEEP, SPRAY, CLOUD, BANK, RAIN, FLASH, HULL = (
    "#f5f1e6",
    "#cdd5da",
    "#41748d",
    "#274a62",
    "#9cc3cc",
    "#425563",
    "#6c8091",
    "#c3d0d3",
    "#ffd100",
    "#b6453c",
)

RAINFALL = "M330 800C360 690 390 560 400 440L1140 440C1150 560 1170 690 1190 800Z"
CLOUD_TOP = (
    "M330 520C230 510 200 400 270 340C260 240 370 180 450 220C500 120 660 110 730 190C810 130 930 160 960 240"
    "C1050 210 1150 270 1140 360C1230 390 1230 510 1130 520C1080 560 1000 556 960 520C900 570 800 566 756 524"
    "C700 570 590 566 540 524C480 566 380 560 330 520Z"
)
CLOUD_LOW = (
    "M330 520C270 512 236 470 250 420C330 470 420 440 450 400C520 470 640 460 690 400C760 470 890 460 930 390"
    "C1000 440 1100 440 1176 410C1196 470 1170 516 1130 520C1080 560 1000 556 960 520C900 570 800 566 756 524"
    "C700 570 590 566 540 524C480 566 380 560 330 520Z"
)
BOLT = "M840 480L700 690L790 700L720 900L960 650L860 636L940 480Z"

CUP: tuple[Item, ...] = (
    Fill(
        "M1140 850C1260 800 1380 860 1370 970C1362 1070 1230 1130 1080 1096L1110 1030"
        "C1200 1050 1280 1020 1284 960"
        "C1288 904 1220 890 1130 930Z",
        CHINA,
    ),
    Fill("M322 820C330 990 420 1140 560 1210L960 1210C1100 1140 1190 990 1198 820Z", CHINA),
    Fill("M1198 820C1190 990 1100 1140 960 1210L850 1210C970 1130 1040 990 1056 820Z", SHADE, line=6),
    Fill(ellipse(760, 1290, 500, 56), SHADE),
    Fill(
        "M260 1280C400 1240 1120 1240 1260 1280C1180 1370 1020 1400 760 1400C500 1400 340 1370 260 1280Z",
        CHINA,
    ),
    Line(curve([(330, 1306), (520, 1334), (760, 1342), (1000, 1334), (1190, 1306)]), 7),
    Fill("M560 1200L960 1200L930 1266L590 1266Z", SHADE),
)

RIM = "M306 800C420 850 1100 850 1214 800L1210 840C1100 894 420 894 310 840Z"

ANCHOR: tuple[Item, ...] = moved(
    -20,
    -20,
    Line("M620 980V1130M572 1020H668", 13),
    Line(curve([(536, 1070), (560, 1124), (620, 1146), (680, 1124), (704, 1070)]), 13),
    Metal("M516 1090L532 1046L562 1078Z"),
    Metal("M724 1090L708 1046L678 1078Z"),
    Line(circle(620, 960, 20), 11),
)

GREAT_WAVE: tuple[Item, ...] = (
    Fill(
        "M306 810C250 700 290 570 420 540C520 520 600 590 590 660"
        "C560 620 500 610 470 640C540 650 570 700 560 760"
        "C550 800 560 830 580 850Z",
        SEA,
    ),
    Fill("M340 820C310 720 340 630 420 600C440 592 470 590 500 600C420 620 390 690 420 840Z", DEEP, line=7),
    Fill(
        "M420 540C360 552 310 590 296 650C330 620 350 610 372 612"
        "C380 580 420 560 456 566C470 550 520 556 540 580"
        "C560 590 580 620 590 660C602 590 520 520 420 540Z",
        SPRAY,
        line=7,
    ),
)

BOAT: tuple[Item, ...] = turned(
    -13,
    700,
    700,
    Fill("M586 700C640 724 780 724 846 690C836 750 800 786 740 790L660 790C616 784 594 748 586 700Z", HULL),
    Line(curve([(600, 742), (700, 758), (830, 736)]), 6),
    Line("M706 716V486", 9),
    Fill("M722 500C790 560 812 620 816 676L722 684Z", CHINA, line=7),
    Fill("M690 520C650 570 620 626 606 680L690 686Z", SHADE, line=7),
    Fill("M706 486L640 470L706 448Z", FLASH, line=7),
)

THIRD = (
    "M548 836C540 780 566 744 600 736C640 730 664 752 668 790C640 770 616 776 606 800"
    "C604 826 608 846 614 866Z"
)
CELL = Fill(THIRD, SPRAY, line=7)

WAVES: tuple[Item, ...] = (
    Fill(
        "M560 830C560 790 600 740 680 740C760 744 790 790 860 790"
        "C930 786 950 716 1030 700C1120 690 1190 740 1204 806L1190 830Z",
        DEEP,
    ),
    Fill(
        "M900 830C880 790 930 700 1030 700C1120 700 1160 760 1130 810"
        "C1110 770 1060 756 1030 780C1080 800 1090 820 1080 834Z",
        SEA,
    ),
    Fill(
        "M924 800C926 740 970 700 1030 700C1100 700 1146 740 1140 790"
        "C1110 740 1060 726 1010 744C970 756 944 772 924 800Z",
        SPRAY,
        line=7,
    ),
    Fill(
        "M310 800C380 780 420 790 470 810C540 836 600 810 660 800"
        "C740 790 800 830 880 822C960 812 1000 800 1060 812"
        "C1120 826 1160 820 1212 800C1190 870 330 870 310 800Z",
        SEA,
    ),
    CELL,
)


def raindrops() -> tuple[Item, ...]:
    """Return the slanting rain."""
    starts = (
        (996, 580, 100),
        (1060, 600, 120),
        (1120, 570, 110),
    )
    return tuple(Line(f"M{x} {y}L{x - n * 0.22:.0f} {y + n}", 7) for x, y, n in starts)


PIN = Pin(
    items=(
        Fill(RAINFALL, RAIN),
        *raindrops(),
        Fill(BOLT, FLASH),
        Fill(CLOUD_TOP, BANK),
        Fill(CLOUD_LOW, CLOUD, line=7),
        Line(curve([(400, 320), (440, 280), (500, 290)]), 8),
        Line(curve([(640, 250), (700, 230), (750, 270)]), 8),
        Line(curve([(960, 300), (1020, 290), (1056, 330)]), 7),
        *CUP,
        *WAVES[:3],
        *BOAT,
        *GREAT_WAVE,
        *WAVES[3:],
        Metal(RIM),
        *ANCHOR,
        *(Print(circle(x, y, r), "#f7fbfb") for x, y, r in ((612, 700, 8), (640, 716, 5))),
    ),
    plating="gold",
)
MISSED: tuple[Item, ...] = (
    Metal(THIRD, 0.34),
    Fill(
        blob([(556, 846), (566, 800), (584, 784), (590, 806), (602, 816), (606, 850), (590, 866)]),
        SPRAY,
        line=0,
    ),
    Line(THIRD, 7),
)
FLAWED = replace(
    PIN, items=tuple(part for item in PIN.items for part in (MISSED if item is CELL else (item,)))
)
BACK = Back(
    posts=((840, 400), (840, 1080)),
    stamp=("SMALL HOURS", "STORM", "LE 200"),
    stamp_at=(840, 690),
    stamp_size=50,
    texture="smooth",
    clutch_colour="#2d5f86",
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="oak", tilt=-2, zoom=1.0),
    "back.jpg": Picture(PIN, ground="oak", tilt=3, zoom=1.0, back=BACK),
    "seconds.jpg": Picture(FLAWED, ground="oak", tilt=5, zoom=2.0),
}
