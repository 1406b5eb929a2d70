"""Night Bus: a double-decker with fourteen lit windows and one passenger, fast asleep."""

from __future__ import annotations

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print, Text, scaled, turned
from shapes import circle, ellipse, rect, ribbon

COACH, PANEL, WINDOW, GLOW, SEAT, TYRE, BRICK, LAMP, DUSK, SKIN, SCARF = (
    "#041e42",
    "#1f4a80",
    "#ffb81c",
    "#ffd67a",
    "#7c3328",
    "#1c2027",
    "#a63a32",
    "#f4e9c8",
    "#35608f",
    "#e3ab87",
    "#4f8a86",
)

BODY = (
    "M222 300C400 286 1180 286 1300 300C1370 310 1398 352 1408 430L1424 800L1436 1090C1438 1136 1424"
    " 1160 1384 1160"
    "L212 1160C178 1160 164 1140 164 1104L164 372C164 326 184 304 222 300Z"
)
UPPER = [(200, 130), (346, 130), (492, 130), (638, 130), (784, 130), (930, 130), (1076, 130)]
LOWER = [(200, 130), (346, 130), (492, 130), (638, 130), (784, 130)]
TOP, SILL = 392, 604
LOW_TOP, LOW_SILL = 800, 986


def pane(x: float, wide: float, top: float, sill: float) -> tuple[Item, ...]:
    """Return a lit window with its pale vent and a seat."""
    shape = (
        f"M{x + 16} {sill - 8}L{x + 24} {sill - 92}C{x + 26} {sill - 112} {x + 52} {sill - 112}"
        f" {x + 54} {sill - 92}L{x + 56} {sill - 44}L{x + 98} {sill - 44}"
        f"C{x + 114} {sill - 44} {x + 114} {sill - 26} {x + 112} {sill - 8}Z"
    )
    return (
        Fill(rect(x, top, wide, sill - top, 20), GLOW, line=9),
        Fill(
            f"M{x} {top + 44}H{x + wide}V{sill - 20}a20 20 0 0 1 -20 20H{x + 20}a20 20 0 0 1 -20 -20Z",
            WINDOW,
            line=7,
        ),
        Fill(shape, SEAT, line=6),
    )


def front_window() -> tuple[Item, ...]:
    """Return the eighth window of the upper deck, at the very front."""
    frame = (
        "M1240 392L1330 392C1352 392 1358 408 1362 430L1376 586C1377 600 1370 604 1360 604L1240 604"
        "C1226 604 1222 598 1222 586L1222 410C1222 398 1228 392 1240 392Z"
    )
    glass = "M1222 436H1363L1376 586C1377 600 1370 604 1360 604L1240 604C1226 604 1222 598 1222 586Z"
    return Fill(frame, GLOW, line=9), Fill(glass, WINDOW, line=7), Line("M1296 438V602", 6)


def cab() -> tuple[Item, ...]:
    """Return the sixth window of the lower deck: the driver's."""
    frame = (
        "M1220 786L1368 786C1378 786 1384 794 1385 804L1394 948C1395 962 1388 968 1378 968L1222 968"
        "C1210 968 1204 962 1204 950L1204 804C1204 792 1210 786 1220 786Z"
    )
    glass = "M1204 828H1387L1394 948C1395 962 1388 968 1378 968L1222 968C1210 968 1204 962 1204 950Z"
    return (
        Fill(frame, GLOW, line=9),
        Fill(glass, WINDOW, line=7),
        Line(ellipse(1318, 934, 40, 15, -24), 8),
        Line("M1322 938L1348 962", 8),
    )


def door() -> tuple[Item, ...]:
    """Return the folding door with its two dim panes."""
    return (
        Fill(rect(958, 780, 206, 356, 14), PANEL, line=9),
        Fill(rect(974, 798, 82, 232, 12), DUSK, line=7),
        Fill(rect(1066, 798, 82, 232, 12), DUSK, line=7),
        Line("M1061 784V1132", 7),
        Line("M1048 900V990M1074 900V990", 7),
        Fill(rect(974, 1048, 82, 72, 8), COACH, line=6),
        Fill(rect(1066, 1048, 82, 72, 8), COACH, line=6),
    )


def sleeper(x: float) -> tuple[Item, ...]:
    """Return the passenger, cheek and cap against the glass."""
    cx, cy = x + 66, SILL - 100
    head = turned(
        24,
        cx,
        cy,
        Fill(ellipse(cx, cy, 49, 55), SKIN, line=7),
        Fill(
            f"M{cx - 52} {cy - 4}C{cx - 62} {cy - 96} {cx + 62} {cy - 96} {cx + 52} {cy - 4}"
            f"C{cx + 24} {cy - 24} {cx - 24} {cy - 24} {cx - 52} {cy - 4}Z",
            BRICK,
            line=7,
        ),
        Fill(circle(cx, cy - 80, 15), LAMP, line=6),
        Line(f"M{cx - 46} {cy - 30}C{cx - 20} {cy - 46} {cx + 20} {cy - 46} {cx + 46} {cy - 30}", 5),
        Line(
            f"M{cx - 34} {cy + 6}Q{cx - 22} {cy + 18} {cx - 9} {cy + 6}M{cx + 9} {cy + 6}Q{cx + 22}"
            f" {cy + 18} {cx + 34} {cy + 6}",
            6,
        ),
        Line(f"M{cx - 2} {cy + 12}Q{cx + 6} {cy + 24} {cx - 4} {cy + 25}", 4),
        Print(ellipse(cx - 28, cy + 24, 9, 6), "#d2765f"),
        Print(ellipse(cx + 28, cy + 24, 9, 6), "#d2765f"),
        Print(ellipse(cx + 2, cy + 38, 7, 5), "#5a2a26"),
    )
    coat = (
        f"M{x + 5} {SILL - 5}C{x + 4} {SILL - 60} {x + 24} {SILL - 84} {x + 58} {SILL - 84}"
        f"C{x + 98} {SILL - 84} {x + 122} {SILL - 60} {x + 125} {SILL - 5}Z"
    )
    return (
        Fill(coat, SCARF, line=7),
        Line(f"M{x + 62} {SILL - 40}V{SILL - 6}", 6),
        *scaled(0.9, cx, cy + 30, *head),
        Fill(
            f"M{x + 12} {SILL - 62}C{x + 36} {SILL - 38} {x + 76} {SILL - 34} {x + 104} {SILL - 50}"
            f"L{x + 106} {SILL - 26}"
            f"C{x + 74} {SILL - 10} {x + 34} {SILL - 16} {x + 8} {SILL - 36}Z",
            LAMP,
            line=6,
        ),
    )


def wheel(x: float) -> tuple[Item, ...]:
    """Return a wheel in its arch."""
    bolts = tuple(
        Metal(circle(x + dx, 1150 + dy, 7))
        for dx, dy in ((0, -30), (28, -10), (18, 24), (-18, 24), (-28, -10))
    )
    return (
        Fill(f"M{x - 148} 1160A148 148 0 0 1 {x + 148} 1160Z", COACH, line=9),
        Fill(circle(x, 1150, 118), TYRE, line=9),
        Fill(circle(x, 1150, 68), DUSK, line=9),
        Line(circle(x, 1150, 48), 6),
        *bolts,
        Metal(circle(x, 1150, 12)),
    )


STRIPES: tuple[Item, ...] = (
    Fill("M164 640L1415 640L1422 760L164 760Z", PANEL, line=9),
    Fill("M164 760L1422 760L1423 784L164 784Z", BRICK, line=7),
    Fill(Text("SMALL HOURS", 606, 731, 84, "Liberation Sans", 700, 14), LAMP, line=4),
    Fill(rect(1048, 660, 330, 82, 14), COACH, line=8),
    Fill("M1130 672A30 30 0 1 0 1166 720A40 40 0 0 1 1130 672Z", WINDOW, line=5),
    *(
        Fill(Text(z, x, y, size, "Liberation Sans"), WINDOW, line=4)
        for z, x, y, size in (("Z", 1222, 726, 70), ("Z", 1278, 716, 56), ("Z", 1322, 706, 44))
    ),
)

TRIM: tuple[Item, ...] = (
    Line("M176 344C500 330 1100 330 1376 344", 7),
    Fill("M164 1030L944 1030L944 1056L164 1056Z", BRICK, line=7),
    Fill("M1204 1030L1432 1030L1434 1056L1204 1056Z", BRICK, line=7),
    Fill(ellipse(1384, 1098, 34, 26), LAMP, line=8),
    Fill(rect(1300, 1080, 34, 30, 8), WINDOW, line=6),
    Fill(rect(174, 1072, 30, 52, 8), BRICK, line=7),
    Fill(ribbon([(1418, 800), (1462, 812), (1466, 850)], [18, 16, 16]), COACH, line=6),
    Fill(rect(1446, 846, 36, 84, 12), DUSK, line=8),
    Fill(rect(330, 262, 220, 34, 12), PANEL, line=8),
    Fill(rect(930, 262, 150, 34, 12), PANEL, line=8),
)

PIN = Pin(
    items=(
        *TRIM[-2:],
        Fill(BODY, COACH, line=9),
        *STRIPES,
        *TRIM[:-2],
        *(part for x, wide in UPPER for part in pane(x, wide, TOP, SILL)),
        *front_window(),
        *(part for x, wide in LOWER for part in pane(x, wide, LOW_TOP, LOW_SILL)),
        *cab(),
        *door(),
        *sleeper(796),
        *wheel(400),
        *wheel(1300),
    ),
    plating="black-nickel",
    rim=14,
)
BACK = Back(
    posts=((470, 560), (1130, 560)),
    stamp=("SMALL HOURS", "NIGHT BUS", "LE 100"),
    stamp_at=(800, 860),
    stamp_size=64,
    texture="sandblast",
    clutch_colour="#e8b52a",
    clutch_size=124,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="duckegg", tilt=-3),
    "back.jpg": Picture(PIN, ground="duckegg", tilt=2, back=BACK),
}
