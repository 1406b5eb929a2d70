"""Lamplighter: a cat in a scarf climbs to the last lamp of the street."""

from __future__ import annotations

from pin import Back, Fill, Hole, Item, Line, Metal, Picture, Pin, Print
from shapes import circle, curve, ellipse, polygon, rect, ribbon, star

NIGHT, DUSK, HAZE, ROOF, CAT, BELLY, SCARF, GLOW, AMBER = (
    "#1d3a4f",
    "#2c5a6b",
    "#4d8288",
    "#14253a",
    "#3c3a4a",
    "#8a8794",
    "#b8423f",
    "#f0edb8",
    "#eeb04a",
)

ARCH = "M330 1420L330 660C330 380 540 180 800 180C1060 180 1270 380 1270 660L1270 1420Z"
ROOFS = "M330 1420L330 1130L400 1060L470 1130L470 1090L510 1090L510 1150L600 1150L680 1070L760 1150L760 1420Z"
ROOFS_RIGHT = "M1030 1420L1030 1180L1120 1090L1190 1160L1190 1110L1226 1110L1226 1190L1270 1190L1270 1420Z"


def windows() -> tuple[Item, ...]:
    """Return the few windows still lit."""
    places = [(374, 1180), (564, 1220), (648, 1300), (1130, 1230), (400, 1310)]
    return tuple(
        part
        for x, y in places
        for part in (
            Fill(rect(x, y, 44, 62, 6), AMBER, line=6),
            Line(f"M{x + 22} {y}V{y + 62}M{x} {y + 30}H{x + 44}", 5),
        )
    )


def ladder() -> tuple[Item, ...]:
    """Return the ladder from the pavement to the crossbar."""
    rails = (
        Metal(polygon([(396, 1432), (424, 1440), (884, 668), (858, 654)])),
        Metal(polygon([(520, 1440), (548, 1440), (978, 706), (952, 692)])),
    )
    rungs: list[Item] = []
    for i in range(9):
        x, y = 436 + i * 50, 1376 - i * 84
        rungs.append(Metal(polygon([(x, y - 10), (x + 122, y + 24), (x + 118, y + 44), (x - 8, y + 8)])))
    return (*rungs, *rails)


def gaps() -> tuple[Item, ...]:
    """Return the open air between the rungs, wherever the cat leaves it free."""
    corners = ((16, 8), (104, 32), (142, -36), (54, -60))
    return tuple(
        Hole(polygon([(436 + i * 50 + dx, 1376 - i * 84 + dy) for dx, dy in corners])) for i in (0, 6, 7)
    )


LAMP: tuple[Item, ...] = (
    Fill(rect(958, 690, 52, 640, 10), ROOF),
    Line("M984 760V1290", 6),
    Fill("M930 1330L1038 1330L1060 1420L908 1420Z", ROOF),
    Fill(rect(936, 1296, 96, 40, 12), ROOF),
    Fill(rect(940, 900, 88, 34, 12), ROOF),
    Metal(rect(900, 676, 218, 26, 13)),
    Metal(circle(1118, 689, 22)),
    Fill("M930 690L1038 690L1020 640L948 640Z", ROOF),
    Fill("M890 350L1078 350L1030 640L938 640Z", GLOW, "glow"),
    Line("M984 350V640M914 500H1054", 7),
    Fill(
        "M984 430C1012 470 1024 500 1012 536C1004 560 964 560 956 536C944 500 956 470 984 430Z",
        AMBER,
        "glow",
        6,
    ),
    Fill("M866 352L1102 352L1040 262L928 262Z", ROOF),
    Line("M900 330H1068", 6),
    Fill("M940 262L1028 262L1010 214L958 214Z", ROOF),
    Fill(circle(984, 190, 26), AMBER),
)

CAT_ITEMS: tuple[Item, ...] = (
    Fill(
        ribbon(
            [(560, 1130), (440, 1180), (330, 1120), (296, 1000), (330, 910), (400, 900)],
            [52, 56, 56, 52, 48, 40],
            caps=True,
        ),
        CAT,
    ),
    Fill(ribbon([(640, 1090), (712, 1116), (706, 1196)], [110, 88, 60], caps=True), CAT),
    Fill(ellipse(706, 1212, 52, 32, 14), CAT),
    Fill(
        "M640 760C700 790 726 880 720 960C716 1050 690 1130 640 1150C590 1166 530 1150 510 1100"
        "C490 1030 520 900 560 800Z",
        CAT,
    ),
    Fill(
        "M664 930C700 950 704 1020 676 1076C650 1112 616 1090 612 1030C610 990 630 950 664 930Z",
        BELLY,
        line=7,
    ),
    Fill(ribbon([(566, 1080), (616, 1160), (592, 1262)], [104, 90, 60], caps=True), CAT),
    Fill(ellipse(584, 1288, 54, 32, 14), CAT),
    Line("M566 1300V1284M590 1306V1288M690 1224V1208M714 1230V1212", 5),
    Fill(ribbon([(560, 830), (640, 916), (748, 900)], [84, 70, 52]), CAT),
    Fill(ellipse(760, 892, 38, 34), CAT),
    Line("M770 876L786 886M762 902L780 908", 5),
    Metal(ribbon([(700, 850), (820, 690), (944, 530)], [17, 14, 12])),
    Fill(circle(948, 524, 17), AMBER, "glow", 7),
    Fill(ribbon([(620, 830), (716, 836), (790, 752)], [90, 70, 48]), CAT),
    Fill(circle(796, 736, 36), CAT),
    Line("M790 716L806 726M782 732L800 742", 5),
    Fill("M470 600L486 470L580 540Z", CAT),
    Fill("M750 610L752 474L650 540Z", CAT),
    Fill("M492 560L500 506L546 544Z", SCARF, line=6),
    Fill("M738 564L736 510L690 546Z", SCARF, line=6),
    Fill(ellipse(612, 640, 156, 132), CAT),
    Fill("M486 740C550 800 690 800 740 736L756 800C690 860 540 862 470 806Z", SCARF),
    Fill("M500 800L470 980L540 960L560 830Z", SCARF),
    Line("M486 930L548 916M640 812L660 786M580 812L566 786", 6),
    Fill(ellipse(560, 622, 32, 38), GLOW, None, 7),
    Fill(ellipse(676, 622, 32, 38), GLOW, None, 7),
    Print(ellipse(570, 616, 12, 27), "#14253a"),
    Print(ellipse(686, 616, 12, 27), "#14253a"),
    Fill("M606 676L638 676L622 698Z", SCARF, line=6),
    Line(curve([(622, 698), (606, 722), (584, 718)]), 6),
    Line(curve([(622, 698), (640, 722), (662, 718)]), 6),
    Line("M540 690L470 676M540 706L476 716M704 690L770 672M704 706L768 712", 5),
)

PIN = Pin(
    items=(
        Fill(ARCH, NIGHT),
        Fill(circle(984, 500, 264), DUSK, line=6),
        Fill(circle(984, 500, 176), HAZE, line=6),
        *(
            Metal(star(x, y, r, r * 0.4, 4))
            for x, y, r in (
                (600, 330, 30),
                (420, 470, 24),
                (760, 260, 20),
                (1200, 860, 26),
                (1140, 960, 16),
                (700, 420, 16),
            )
        ),
        *(
            Metal(circle(x, y, 6))
            for x, y in ((540, 410), (680, 250), (400, 640), (830, 230), (1210, 760), (390, 780))
        ),
        Fill(ROOFS, ROOF),
        Fill(ROOFS_RIGHT, ROOF),
        *windows(),
        *LAMP,
        *ladder(),
        *gaps(),
        *CAT_ITEMS,
    ),
    plating="gold",
)
BACK = Back(
    posts=((800, 420), (800, 1190)),
    stamp=("SMALL HOURS", "LAMPLIGHTER", "LE 100"),
    stamp_at=(1050, 770),
    stamp_size=40,
    texture="sandblast",
    clutch_colour="#1f2024",
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="rust", tilt=-3, zoom=0.98),
    "back.jpg": Picture(PIN, ground="rust", tilt=2, zoom=0.98, back=BACK),
}
