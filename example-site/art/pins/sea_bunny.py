"""Sea Bunny: a sea slug dressed as a rabbit; every tuft is a cell of its own."""

from __future__ import annotations

from dataclasses import replace
from math import atan2, cos, hypot, pi, sin

from grounds import GROUNDS
from pin import Back, Fill, Item, Line, Metal, Picture, Pin, Print, moved, turned
from shapes import Point, blob, circle, curve, ellipse, ring_of

SALT, CLOUD, MIST, INK, BLUSH, CORAL = "#f7f7f2", "#e3e6ea", "#c9d0dc", "#101820", "#efb9b4", "#e2703f"

FX, FY = 566.0, 930.0


def fluffy(cx: float, cy: float, rx: float, ry: float, tufts: int, tall: float) -> str:
    """Return an ellipse whose edge is combed clockwise into tufts of changing size."""
    path = ""
    for i in range(tufts + 1):
        a = 2 * pi * i / tufts
        here = (cx + rx * cos(a), cy + ry * sin(a))
        if not i:
            path = f"M{here[0]:.1f} {here[1]:.1f}"
            continue
        lift = tall * (1 + 0.3 * sin(i * 2.1))
        top, mid = a - 2 * pi * 0.12 / tufts, a - 2 * pi * 0.74 / tufts
        tip = (cx + (rx + lift) * cos(top), cy + (ry + lift) * sin(top))
        bow = (cx + (rx + lift * 1.1) * cos(mid), cy + (ry + lift * 1.1) * sin(mid))
        path += f"Q{bow[0]:.1f} {bow[1]:.1f} {tip[0]:.1f} {tip[1]:.1f}L{here[0]:.1f} {here[1]:.1f}"
    return path + "Z"


def tuft(x: float, y: float, size: float, colour: str, angle: float) -> Item:
    """Return a round tuft that comes to a soft, combed point in the direction of the angle."""
    outline = ((0.3, -1.2), (0.56, -0.5), (0.62, 0.2), (0.3, 0.72), (-0.3, 0.72), (-0.62, 0.2), (-0.5, -0.4))
    c, s = cos(angle + pi / 2), sin(angle + pi / 2)
    return Fill(
        blob([(x + size * (px * c - py * s), y + size * (px * s + py * c)) for px, py in outline], 0.9),
        colour,
    )


def coat() -> tuple[Item, ...]:
    """Return the tufts of the back in loose rows, with a black freckle here and there."""
    found: list[Item] = []
    for row in range(6):
        for i in range(9):
            x = 590 + 112 * i + 56 * (row % 2) + 7 * sin(i * 3 + row)
            y = 556 + 106 * row + 8 * cos(i * 2 + row * 3)
            if hypot((x - 850) / 488, (y - 850) / 356) > 1 or hypot((x - FX) / 296, (y - FY) / 262) < 1:
                continue
            if (i + row * 3) % 5 == 1:
                found.append(Fill(ellipse(x, y, 30, 35, 8), INK, line=7))
                continue
            found.append(
                tuft(
                    x,
                    y,
                    57 + 6 * sin(i * 5 + row),
                    (CLOUD, MIST, SALT)[(i + 2 * row) % 3],
                    atan2(y - 1240, x - 700) + 0.2,
                )
            )
    return tuple(found)


def ear(x: float, y: float, lean: float) -> tuple[Item, ...]:
    """Return a smelling horn: a rabbit's ear of stacked frills with a black tip."""
    tip = (
        f"M{x - 62} {y - 210}C{x - 56} {y - 300} {x - 30} {y - 356} {x} {y - 366}"
        f"C{x + 30} {y - 356} {x + 56} {y - 300} {x + 62} {y - 210}"
    )
    body = blob(
        [
            (x, y + 40),
            (x - 78, y - 20),
            (x - 86, y - 130),
            (x - 62, y - 270),
            (x, y - 366),
            (x + 62, y - 270),
            (x + 86, y - 130),
            (x + 78, y - 20),
        ]
    )
    frills = (
        Line(
            curve([(x - 80, y - 60), (x - 30, y - 30), (x + 6, y - 62), (x + 40, y - 34), (x + 80, y - 62)]),
            7,
        ),
        Line(
            curve([(x - 82, y - 140), (x - 34, y - 108), (x, y - 140), (x + 36, y - 110), (x + 82, y - 140)]),
            7,
        ),
    )
    edge = (
        f"C{x + 40} {y - 176} {x + 20} {y - 226} {x} {y - 190}"
        f"C{x - 20} {y - 226} {x - 40} {y - 176} {x - 62} {y - 210}Z"
    )
    return turned(
        lean,
        x,
        y,
        Fill(body, SALT),
        *frills,
        Fill(tip + edge, INK),
        Line(f"M{x - 20} {y - 316}C{x - 34} {y - 290} {x - 36} {y - 260} {x - 34} {y - 240}", 6),
    )


def gills() -> tuple[Item, ...]:
    """Return the puff of gills that passes for a tail."""
    around: list[Point] = ring_of(1290, 640, 96, 9, 10)
    petals = tuple(
        tuft(x, y, 72, INK if i % 3 == 0 else CLOUD, atan2(y - 640, x - 1290))
        for i, (x, y) in enumerate(around)
    )
    return (
        *petals,
        Fill(circle(1290, 640, 70), SALT),
        Line(curve([(1262, 646), (1286, 618), (1318, 644)]), 7),
    )


FACE: tuple[Item, ...] = (
    Fill(fluffy(FX, FY, 226, 186, 19, 26), SALT),
    Fill(ellipse(FX - 96, FY - 14, 34, 42), INK, line=8),
    Fill(ellipse(FX + 94, FY - 14, 34, 42), INK, line=8),
    Print(circle(FX - 106, FY - 30, 12), "#ffffff"),
    Print(circle(FX + 84, FY - 30, 12), "#ffffff"),
    Fill(ellipse(FX - 146, FY + 66, 42, 25), BLUSH, line=6),
    Fill(ellipse(FX + 146, FY + 66, 42, 25), BLUSH, line=6),
    Line(
        curve(
            [(FX - 42, FY + 56), (FX - 20, FY + 76), (FX, FY + 56), (FX + 20, FY + 76), (FX + 42, FY + 56)]
        ),
        9,
    ),
)

NARROW = "translate(830 0) scale(.92 1) translate(-830 0)"
FOOT = (
    "M300 1120C420 1060 1180 1060 1330 1096C1410 1120 1420 1190 1360 1224C1326 1200 1300 1236 1256 1242"
    "C1214 1212 1180 1252 1130 1254C1090 1222 1050 1264 1000 1260"
    "C960 1228 920 1270 870 1264C830 1232 790 1272 740 1264"
    "C700 1232 650 1268 610 1258C570 1228 530 1260 490 1248C450 1218 410 1246 370 1230"
    "C320 1210 268 1160 300 1120Z"
)

STARFISH: tuple[Item, ...] = (
    Fill(
        blob(
            [
                p
                for a, b in zip(ring_of(1210, 1120, 132, 5, -8), ring_of(1210, 1120, 62, 5, 28), strict=True)
                for p in (a, b)
            ],
            0.8,
        ),
        CORAL,
    ),
    *(Metal(circle(x, y, 9)) for x, y in ring_of(1210, 1120, 78, 5, -8)),
    *(Metal(circle(x, y, 7)) for x, y in ring_of(1210, 1120, 46, 5, -8)),
    Metal(circle(1210, 1120, 10)),
)

PIN = Pin(
    items=(
        *gills(),
        *moved(10, 4, Fill(FOOT, BLUSH, transform=NARROW)),
        Fill(fluffy(850, 850, 516, 384, 33, 40), SALT),
        *coat(),
        *ear(700, 684, 13),
        *ear(450, 690, -14),
        *FACE,
        *STARFISH,
    ),
    plating="silver",
    finish="soft",
)
BACK = Back(
    posts=((840, 880),),
    stamp=("SMALL HOURS", "SEA BUNNY"),
    stamp_at=(840, 1096),
    stamp_size=52,
    texture="smooth",
    clutch_colour="#e9e7e2",
    clutch_size=150,
)

NUMBER = (
    "M996 1326C988 1346 980 1362 972 1376C988 1374 1006 1374 1020 1372M1010 1340"
    "C1008 1364 1004 1386 1000 1402"
    "M1040 1342C1050 1336 1058 1328 1062 1322C1062 1350 1058 1380 1054 1402M1116 1312"
    "C1104 1346 1088 1386 1076 1416"
    "M1150 1322C1130 1342 1120 1370 1124 1388C1130 1406 1154 1402 1156 1382C1156 1366 1138 1360 1126 1374"
    "M1194 1328C1176 1332 1170 1362 1172 1382C1176 1404 1200 1404 1206 1380C1210 1356 1208 1326 1194 1328Z"
)
CARD = f"""<filter id="card-shadow" x="-10%" y="-10%" width="130%" height="130%"><feGaussianBlur
stdDeviation="20"/></filter>
<rect x="356" y="152" width="940" height="1376" rx="26" fill="#1b140c" opacity=".55"
filter="url(#card-shadow)"/>
<rect x="320" y="104" width="940" height="1376" rx="22" fill="#3d6a92"/>
<rect x="322" y="106" width="936" height="1372" rx="20" fill="none" stroke="#7fa6c6" stroke-width="3"
opacity=".7"/>
<path d="{circle(790, 180, 26)}" fill="#b9ab8c"/><path d="{circle(790, 180, 27)}" fill="none"
stroke="#2a4a68" stroke-width="4"/>
<g fill="#f3efe2" text-anchor="middle" font-family="Liberation Serif">
<text x="790" y="322" font-size="74" letter-spacing="12">SMALL HOURS</text>
<text x="790" y="378" font-size="36" font-style="italic" letter-spacing="3">Tide Pool, No. 3</text></g>
<g fill="none" stroke="#f3efe2" stroke-width="4" opacity=".75"><path d="M420 1196C480 1172 540 1172 600
1196S720 1220 790 1196
S910 1172 980 1196S1100 1220 1160 1196"/><path d="M420 1232C480 1208 540 1208 600 1232S720 1256 790
1232S910 1208 980 1232
S1100 1256 1160 1232"/></g>
<text x="392" y="1386" font-size="46" fill="#f3efe2" font-family="Liberation Serif"
font-style="italic">Sea Bunny</text>
<rect x="944" y="1296" width="288" height="136" rx="8" fill="#f4efe2"/>
<path d="{NUMBER}" fill="none" stroke="#22304f" stroke-width="7" stroke-linecap="round"
stroke-linejoin="round"/>"""
GROUNDS["sea-bunny-card"] = replace(GROUNDS["linen"], over=CARD)

PICTURES = {
    "card.jpg": Picture(PIN, ground="sea-bunny-card", tilt=-1, zoom=0.56),
    "front.jpg": Picture(PIN, ground="teal", tilt=-3, zoom=0.98),
    "back.jpg": Picture(PIN, ground="teal", tilt=2, zoom=0.98, back=BACK),
}
