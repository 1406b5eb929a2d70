"""Fog Kettle: it whistles, and the harbour disappears."""

from __future__ import annotations

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print, scaled
from shapes import circle, curve, ellipse, rect, ribbon

POT, NIGHT, GLEAM, FOG, MIST, RED, LAMP, INK = (
    "#41748d",
    "#26475c",
    "#8fb6c6",
    "#c8c9c7",
    "#e7e9e6",
    "#b4453a",
    "#f2b544",
    "#1f2a34",
)

VEIL, HAZE, SMOKE = "#9fb0b8c0", "#c6d0d1b4", "#eceeedc4"
"""Thin coats that calm the pearl under them."""

FOG_BANK = (
    "M250 700C170 660 170 560 250 530C190 450 250 350 360 360C360 250 500 190 600 250C650 150 830 130 900 220"
    "C980 150 1130 170 1160 280C1270 250 1370 330 1350 440C1440 470 1440 590 1350 620"
    "C1290 660 1200 640 1150 620"
    "C1080 660 980 660 920 620C850 660 760 660 700 620C640 670 560 670 510 640"
    "C480 690 420 740 400 800C380 840 320 820 316 780Z"
)
LOW_FOG = (
    "M250 700C190 660 176 600 210 556C290 600 380 580 420 540C490 600 600 590 650 530C720 590 850 590 900 530"
    "C970 590 1090 590 1140 530C1210 580 1310 580 1388 500C1404 560 1390 604 1350 620"
    "C1290 660 1200 640 1150 620"
    "C1080 660 980 660 920 620C850 660 760 660 700 620C640 670 560 670 510 640"
    "C480 690 420 740 400 800C380 840 320 820 316 780Z"
)

CRANE: tuple[Item, ...] = scaled(
    1.12,
    930,
    560,
    Line("M872 580V430M1000 580V430M872 580L1000 500M1000 580L872 500M856 430H1016", 8),
    Line("M896 430L908 360H986L998 430", 8),
    Line("M986 366L1180 326M936 360L962 272L1180 326M962 272L986 366", 7),
    Line("M936 360L880 382M1178 328V440", 6),
    Metal(rect(842, 366, 46, 42, 6)),
    Line("M1168 440A12 14 0 1 0 1188 450", 7),
    Fill(rect(930, 378, 38, 34, 4), LAMP, line=6),
)

NEAR_FOG = (
    "M250 700C196 664 180 620 200 590C260 634 330 640 384 604C420 640 470 650 520 610"
    "C580 640 640 640 700 590C760 640 850 640 900 590C960 640 1040 640 1100 580"
    "C1150 626 1230 640 1300 600C1330 590 1370 580 1392 560C1386 590 1372 610 1350 620"
    "C1290 660 1200 640 1150 620C1080 660 980 660 920 620C850 660 760 660 700 620"
    "C640 670 560 670 510 640C480 690 420 740 400 800C380 840 320 820 316 780Z"
)
WISPS: tuple[Item, ...] = (
    Line(curve([(352, 780), (366, 740), (410, 700)]), 7),
    Line(curve([(300, 690), (340, 710), (380, 690)]), 6),
)

GULL: tuple[Item, ...] = (
    Line(curve([(520, 350), (556, 322), (590, 352)]), 8),
    Line(curve([(590, 352), (622, 318), (664, 336)]), 8),
    Line(curve([(676, 426), (698, 408), (720, 428), (744, 406), (768, 420)]), 6),
)

HANDLE: tuple[Item, ...] = (
    Fill(
        ribbon(
            [(560, 960), (560, 800), (660, 700), (880, 660), (1100, 700), (1200, 800), (1200, 960)],
            [56, 56, 60, 66, 60, 56, 56],
        ),
        INK,
    ),
    Fill(ribbon([(680, 704), (880, 664), (1080, 704)], [54, 66, 54]), RED),
    Line("M740 678L752 720M1020 678L1008 720", 7),
)

SPOUT: tuple[Item, ...] = (
    Fill(
        "M580 1190C460 1150 410 1030 370 900L330 870L352 806L480 836L474 880C490 930 530 980 610 1010Z", POT
    ),
    Line(curve([(420, 940), (450, 1040), (520, 1120)]), 7),
    Metal(circle(410, 752, 26)),
    Fill("M340 830C346 746 486 770 480 856Z", RED),
    Fill("M330 884L338 822L486 850L478 910Z", INK),
    Fill(ellipse(404, 806, 18, 12, 14), INK, line=6),
)

BODY: tuple[Item, ...] = (
    Fill(
        "M480 1330C430 1180 500 940 680 890L1080 890C1260 940 1330 1180 1280 1330"
        "C1270 1380 490 1380 480 1330Z",
        POT,
    ),
    Fill(
        "M1080 890C1260 940 1330 1180 1280 1330C1276 1350 1230 1362 1160 1366C1230 1220 1190 1000 1040 890Z",
        NIGHT,
        line=8,
    ),
    Fill(
        "M560 1130C570 1040 620 970 690 940C660 1010 640 1080 640 1180C640 1220 560 1200 560 1130Z",
        GLEAM,
        line=7,
    ),
    Fill("M472 1310C640 1350 1120 1350 1288 1310L1290 1370C1180 1420 580 1420 470 1370Z", NIGHT),
    Fill("M660 900C690 830 780 810 880 810C980 810 1070 830 1100 900C980 930 780 930 660 900Z", GLEAM),
    Line(curve([(730, 866), (880, 848), (1030, 866)]), 6),
    Fill(circle(880, 790, 46), RED),
    Print(ellipse(866, 774, 14, 8, -30), "#ffffffa0"),
    Fill(circle(560, 960, 34), INK, line=7),
    Fill(circle(1200, 960, 34), INK, line=7),
    Metal(circle(560, 960, 12)),
    Metal(circle(1200, 960, 12)),
)

WAVES: tuple[Item, ...] = (
    Line(
        curve(
            [
                (700, 1180),
                (750, 1156),
                (800, 1180),
                (850, 1156),
                (900, 1180),
                (950, 1156),
                (1000, 1180),
                (1050, 1156),
            ]
        ),
        9,
    ),
    Line(curve([(740, 1226), (790, 1202), (840, 1226), (890, 1202), (940, 1226), (990, 1202)]), 7),
    Fill("M800 1130L960 1130C954 1160 930 1170 900 1170L850 1170C824 1168 808 1150 800 1130Z", RED, line=7),
    Fill(rect(850, 1082, 56, 48, 6), MIST, line=7),
    Fill(rect(884, 1046, 26, 40, 4), INK, line=6),
)

PIN = Pin(
    items=(
        Fill(FOG_BANK, MIST, "pearlescent"),
        Fill(FOG_BANK, VEIL),
        *CRANE,
        *GULL,
        Fill(LOW_FOG, FOG, "pearlescent"),
        Fill(LOW_FOG, HAZE),
        Fill(NEAR_FOG, FOG, "pearlescent"),
        Fill(NEAR_FOG, SMOKE),
        *WISPS,
        *HANDLE,
        *SPOUT,
        *BODY,
        *WAVES,
    ),
    plating="silver",
    line=9,
)
BACK = Back(
    posts=((720, 440), (720, 1240)),
    stamp=("SMALL HOURS", "FOG KETTLE", "LE 90"),
    stamp_at=(720, 950),
    stamp_size=48,
    texture="smooth",
    clutch_colour="#5f666d",
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="indigo", tilt=-3),
    "back.jpg": Picture(PIN, ground="indigo", tilt=2, back=BACK),
}
