"""Night Bus: the last double-decker home, one passenger asleep against the glass."""

from __future__ import annotations

from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print, Text
from shapes import circle, curve, ellipse, rect, star

BORDEAUX, PLUM, CREAM, LIGHT, NIGHT, SKIN, TEAL, TYRE, GREY = (
    "#8c2f3f", "#4a2440", "#efe2c8", "#f0c667", "#22284a", "#dba888", "#3c7f83", "#2a2a33", "#8b8f9a",
)
BODY = "M250 300C250 250 284 226 330 226L1236 226C1330 226 1370 300 1382 400L1404 1080C1404 1120 1380 1140 1340 1140L270 1140C230 1140 214 1116 214 1080L226 400Z"


def pane(x: float, y: float, width: float, height: float) -> tuple[Item, ...]:
    """Return a lit window."""
    return (Fill(rect(x, y, width, height, 26), LIGHT),)


def wheel(x: float) -> tuple[Item, ...]:
    """Return a wheel under its arch."""
    return (
        Fill(f"M{x - 138} 1142C{x - 138} 960 {x + 138} 960 {x + 138} 1142Z", NIGHT),
        Fill(circle(x, 1150, 104), TYRE),
        Fill(circle(x, 1150, 58), GREY),
        *(Metal(circle(x + dx, 1150 + dy, 8)) for dx, dy in ((0, -36), (34, -11), (21, 30), (-21, 30), (-34, -11))),
        Fill(circle(x, 1150, 20), CREAM, line=7),
    )


SLEEPER: tuple[Item, ...] = (
    Fill("M610 560C610 486 650 456 700 456C750 456 786 490 790 560Z", TEAL),
    Fill(ellipse(744, 418, 56, 58, 24), SKIN),
    Fill("M690 400C690 340 740 320 786 342C818 360 822 396 808 420C780 384 730 380 690 400Z", BORDEAUX),
    Fill(circle(774, 322, 24), CREAM),
    Line(curve([(742, 424), (756, 434), (772, 428)]), 6),
    Print(ellipse(738, 446, 12, 8), "#cf7f72"),
    Line(curve([(640, 556), (660, 520), (690, 510)]), 6),
)

CAT: tuple[Item, ...] = (
    Fill("M330 892C330 830 352 800 396 800C440 800 462 830 462 892Z", NIGHT),
    Fill("M344 800L348 720L388 750L410 750L448 720L452 800C446 836 350 836 344 800Z", NIGHT),
    Print(ellipse(376, 786, 9, 12), LIGHT),
    Print(ellipse(420, 786, 9, 12), LIGHT),
    Print("M396 802L398 802", CREAM, 7),
)

DRIVER: tuple[Item, ...] = (
    Fill("M1180 892C1180 830 1200 806 1240 806C1290 806 1310 840 1312 892Z", NIGHT),
    Fill(ellipse(1246, 768, 44, 48), SKIN),
    Fill("M1200 762C1200 716 1230 706 1256 708C1290 712 1300 740 1316 756C1290 764 1240 750 1200 762Z", PLUM),
)

PIN = Pin(
    outline=(BODY, circle(440, 1150, 104), circle(1210, 1150, 104), rect(1330, 1096, 90, 30, 12), rect(200, 1096, 90, 30, 12)),
    items=(
        Fill(BODY, BORDEAUX),
        Fill("M238 600L1390 600L1396 690L232 690Z", CREAM),
        Fill("M222 930L1399 930L1400 990L219 990Z", PLUM, line=6),
        Metal(rect(330, 236, 760, 12, 6)),
        *pane(282, 300, 190, 260),
        *pane(500, 300, 130, 260),
        *pane(608, 300, 214, 260),
        *SLEEPER,
        *pane(850, 300, 214, 260),
        *pane(1092, 300, 120, 260),
        Fill("M1242 300L1316 300C1344 330 1352 420 1356 560L1242 560Z", LIGHT),
        Line(curve([(930, 556), (930, 520), (960, 506), (1000, 506), (1024, 520), (1024, 556)]), 7),
        Line(curve([(320, 556), (320, 516), (350, 506), (400, 506), (424, 520), (424, 556)]), 7),
        *pane(282, 710, 240, 184),
        *CAT,
        *pane(552, 710, 210, 184),
        *pane(792, 710, 130, 184),
        Line(curve([(600, 890), (600, 850), (630, 842), (690, 842), (712, 852), (712, 890)]), 7),
        Fill(rect(950, 706, 176, 410, 20), PLUM),
        Fill(rect(968, 726, 62, 360, 14), LIGHT, line=7),
        Fill(rect(1046, 726, 62, 360, 14), LIGHT, line=7),
        Fill("M1160 710L1362 710C1372 770 1376 830 1378 894L1160 894Z", LIGHT),
        *DRIVER,
        Line("M1330 712L1344 892", 7),
        *wheel(440),
        *wheel(1210),
        Fill(rect(1344, 1010, 52, 54, 20), LIGHT),
        Fill(rect(220, 1010, 30, 70, 10), "#c94b45"),
        Metal(rect(1330, 1096, 90, 30, 12)),
        Metal(rect(200, 1096, 90, 30, 12)),
        Fill(rect(500, 608, 470, 74, 16), NIGHT),
        Print(Text("N9 SMALL HOURS", 735, 664, 50, "Liberation Sans Narrow", 700, 4), LIGHT),
        Line(curve([(640, 1040), (760, 1044), (880, 1038)]), 6),
        Metal(star(620, 1064, 30, 12, 4)),
        Metal(star(700, 1030, 18, 7, 4)),
        Metal(circle(1310, 1080, 7)),
    ),
    plating="black-nickel",
)
BACK = Back(
    posts=((480, 560), (1120, 560)),
    stamp=("© MARLOW 2025", "LE 100", "MIND THE STEP"),
    stamp_at=(800, 800),
    stamp_size=52,
    texture="checked",
    clutch_colour="#6b2433",
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="cork", tilt=-3),
    "back.jpg": Picture(PIN, ground="cork", tilt=2, back=BACK),
}
