"""Astrolabe: limb, plate for 53 and a half degrees, and a rete of eleven flames."""

from __future__ import annotations

from math import asin, atan2, cos, hypot, pi, radians, sin, tan

from pin import Back, Fill, Groove, Hole, Item, Metal, Picture, Pin, Text, both, turned
from shapes import Point, arc, circle, polar, polyline, rect, ribbon, ring_of

from pins._hardware import ring

SKY, UNDER = "#0b2c5c", "#041e42"
X, Y = 800, 900
LIMB, PLATE = 545, 452
LATITUDE, OBLIQUITY = radians(53.5), radians(23.44)
EQUATOR = PLATE * tan(radians(45) - OBLIQUITY / 2)
CANCER = EQUATOR * tan(radians(45) - OBLIQUITY / 2)
RETE_TURN = -24
HOURS = "✠ABCDEFGHIKLMNOPQRSTVXYZ"


def almucantar(altitude: float) -> tuple[float, float]:
    """Return how far above the pole a circle of equal altitude has its middle, and its radius."""
    below = sin(LATITUDE) + sin(radians(altitude))
    return EQUATOR * cos(LATITUDE) / below, EQUATOR * cos(radians(altitude)) / below


def inside(points: list[Point], r: float) -> str:
    """Return the stretches of a line that lie within the plate."""
    runs: list[list[Point]] = [[]]
    for x, y in points:
        if hypot(x - X, y - Y) <= r:
            runs[-1].append((x, y))
        elif runs[-1]:
            runs.append([])
    return "".join(polyline(run) for run in runs if len(run) > 1)


def plate_lines() -> tuple[Item, ...]:
    """Return the circles of altitude, the azimuths and the tropics."""
    found: list[Item] = []
    for altitude in (10, 20, 30, 40, 50, 60, 70, 80):
        up, r = almucantar(altitude)
        ring_points = [polar(X, Y - up, r, radians(a)) for a in range(0, 361, 2)]
        found.append(Groove(inside(ring_points, PLATE - 4), 4.5, 0.72))
    zenith, nadir = EQUATOR * tan(radians(18.25)), EQUATOR / tan(radians(18.25))
    middle, half = (nadir - zenith) / 2, (nadir + zenith) / 2
    for azimuth in range(20, 180, 20):
        shift, r = half / tan(radians(azimuth)), half / sin(radians(azimuth))
        ring_points = [polar(X + shift, Y + middle, r, radians(a / 4)) for a in range(1441)]
        up, horizon = almucantar(0)
        above = [p for p in ring_points if hypot(p[0] - X, p[1] - Y + up) < horizon]
        found.append(Groove(inside(above, PLATE - 4), 4, 0.66))
    tropics = (Groove(circle(X, Y, r), 5, 0.75) for r in (EQUATOR, CANCER))
    return (*found, *tropics)


def sky() -> tuple[Item, ...]:
    """Return the plate: dark below the horizon, a shade lighter above it."""
    up, r = almucantar(0)
    crossing = asin((PLATE**2 - r**2 + up**2) / (2 * up * PLATE)) if up + r > PLATE else 0.0
    left = (X - PLATE * cos(crossing), Y - PLATE * sin(crossing))
    right = (X + PLATE * cos(crossing), left[1])
    shape = (
        f"M{left[0]:.1f} {left[1]:.1f}A{PLATE} {PLATE} 0 0 1 {right[0]:.1f} {right[1]:.1f}"
        f"A{r:.1f} {r:.1f} 0 1 1 {left[0]:.1f} {left[1]:.1f}Z"
    )
    return Fill(circle(X, Y, PLATE), UNDER), Fill(shape, SKY, line=6)


def ticks(r1: float, r2: float, count: int, turn: float = 0) -> str:
    """Return strokes between two circles."""
    pairs = zip(ring_of(X, Y, r1, count, turn), ring_of(X, Y, r2, count, turn), strict=True)
    return "".join(f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" for a, b in pairs)


def limb() -> tuple[Item, ...]:
    """Return the graduated edge with its twenty-four hour letters."""
    found: list[Item] = [
        Metal(circle(X, Y, LIMB), 0.92),
        Groove(circle(X, Y, LIMB - 32), 5, 0.45),
        Groove(ticks(LIMB - 4, LIMB - 30, 180), 4, 0.42),
        Groove(ticks(LIMB - 4, LIMB - 38, 36), 5, 0.36),
        Groove(ticks(LIMB - 30, PLATE + 4, 24, 7.5), 4, 0.45),
    ]
    for i, letter in enumerate(HOURS):
        font = "DejaVu Sans" if i == 0 else "Liberation Serif"
        found += turned(i * 15, X, Y, Metal(Text(letter, X, Y - LIMB + 78, 50, font), 0.3))
    return tuple(found)


def annulus(cx: float, cy: float, r: float, width: float) -> str:
    """Return a flat ring as one path."""
    return circle(cx, cy, r) + circle(cx, cy, r - width).replace(" 1 1 ", " 1 0 ")


SIGNS = "♈♉♊♋♌♍♎♏♐♑♒♓"


def ecliptic() -> tuple[Item, ...]:
    """Return the zodiac ring: divided as the sun sees it from the pole of the sky."""
    off, r = (PLATE - CANCER) / 2, (PLATE + CANCER) / 2
    cy = Y - off
    found: list[Item] = [
        Metal(annulus(X, cy, r, 72)),
        Groove(circle(X, cy, r - 16), 4, 0.5),
        Groove(circle(X, cy, r - 60), 3, 0.55),
    ]
    for i in range(72):
        a = sun_angle(i * 5, cy, r)
        p, q = polar(X, cy, r - 2, a), polar(X, cy, r - (66 if i % 6 == 0 else 15), a)
        found.append(Groove(polyline([p, q]), 5 if i % 6 == 0 else 3, 0.42))
    for i, sign in enumerate(SIGNS):
        a = sun_angle(i * 30 + 15, cy, r)
        x, y = polar(X, cy, r - 38, a)
        glyph = Metal(Text(f"{sign}\ufe0e", x, y + 14, 38, "DejaVu Sans", 400), 0.3)
        found += turned(a * 57.2958 + 90, x, y, glyph)
    return tuple(found)


def sun_angle(longitude: float, cy: float, r: float) -> float:
    """Return the angle on the zodiac ring, seen from its own middle, of an ecliptic longitude in degrees."""
    lon = radians(longitude)
    rise = atan2(sin(lon) * cos(OBLIQUITY), cos(lon))
    high = asin(sin(lon) * sin(OBLIQUITY))
    far = EQUATOR * tan(radians(45) - high / 2)
    x, y = polar(X, Y, far, pi - rise)
    return atan2(y - cy, x - X) if r else 0.0


def flame(base: Point, tip: Point, bend: float, width: float = 34) -> Item:
    """Return a flame-shaped star pointer: a swelling foot, a belly to one side, a tip that turns back."""
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    belly = (base[0] + dx * 0.45 - dy * bend, base[1] + dy * 0.45 + dx * bend)
    neck = (base[0] + dx * 0.8 - dy * bend * 0.35, base[1] + dy * 0.8 + dx * bend * 0.35)
    return Metal(ribbon([base, belly, neck, tip], [width * 0.6, width, width * 0.95, width * 0.5, 3]))


def spot(r: float, degrees: float) -> Point:
    """Return a place on the rete: distance from the pole and angle, 0 pointing right."""
    return polar(X, Y, r, radians(degrees))


def rete() -> tuple[Item, ...]:
    """Return the web of star pointers, as it stands at this hour."""
    bar_y = Y - 13
    stars = (
        (spot(430, 18), spot(316, 32), -0.2),
        (spot(430, 49), spot(292, 53), 0.2),
        (spot(430, 77), spot(262, 71), -0.2),
        (spot(430, 103), spot(262, 109), 0.2),
        (spot(430, 131), spot(292, 127), -0.2),
        (spot(430, 162), spot(316, 148), 0.2),
        ((X - 152, Y), (X - 112, Y - 150), 0.2),
        ((X + 152, Y), (X + 112, Y - 150), -0.2),
        ((X, Y - 176), (X - 112, Y - 262), 0.24),
        ((X, Y - 176), (X + 112, Y - 262), -0.24),
        ((X, Y - 176), (X + 8, Y - 318), 0.14),
    )
    return (
        *ecliptic(),
        Metal(arc_band(PLATE - 4, 36, -2, 182)),
        Groove(arc(X, Y, PLATE - 22, -2, 182), 4, 0.55),
        Metal(rect(X - PLATE + 6, bar_y, 2 * PLATE - 12, 26)),
        Metal(rect(X - 12, Y - 190, 24, 630)),
        Metal(circle(X - 330, Y, 24)),
        Metal(circle(X + 330, Y, 24)),
        *(flame(*s) for s in stars),
        *(Metal(circle(base[0], base[1], 19)) for base, _, _ in stars),
        *(Metal(circle(base[0], base[1], 6), 0.45) for base, _, _ in stars),
    )


def arc_band(r: float, width: float, start: float, end: float) -> str:
    """Return a band along part of a circle."""
    a, b = spot(r, start), spot(r, end)
    c, d = spot(r - width, end), spot(r - width, start)
    big = int(end - start > 180)
    return (
        f"M{a[0]:.1f} {a[1]:.1f}A{r} {r} 0 {big} 1 {b[0]:.1f} {b[1]:.1f}L{c[0]:.1f} {c[1]:.1f}"
        f"A{r - width} {r - width} 0 {big} 0 {d[0]:.1f} {d[1]:.1f}Z"
    )


HUB: tuple[Item, ...] = (
    Metal(circle(X, Y, 46), 0.9),
    Groove(circle(X, Y, 34), 4, 0.45),
    Metal(rect(X - 52, Y - 13, 104, 26, 9)),
    Metal(circle(X, Y, 20), 0.8),
    Metal(circle(X, Y, 12)),
)
THRONE = (
    "M596 398C560 372 566 322 606 318C628 316 640 330 638 346C664 340 678 318 676 292C674 262 706 250 728 268"
    "C730 232 760 206 800 206C840 206 870 232 872 268C894 250 926 262 924 292C922 318 936 340 962 346"
    "C960 330 972 316 994 318C1034 322 1040 372 1004 398Z"
)
CURL = "M620 352C604 356 600 378 618 388M706 302C716 330 708 356 684 372"
PIN = Pin(
    items=(
        Metal(THRONE, 0.72),
        *both(Groove(CURL, 9, 1)),
        Metal(
            "M800 372C770 350 752 330 756 304C762 292 780 296 800 322C820 296 838 292 844 304C848"
            " 330 830 350 800 372Z"
        ),
        *both(
            Hole(circle(722, 330, 12)),
        ),
        Hole(circle(800, 254, 24)),
        *limb(),
        *sky(),
        *plate_lines(),
        *turned(RETE_TURN, X, Y, *rete()),
        *HUB,
    ),
    outline=(circle(X, Y, LIMB), THRONE),
    plating="antique-gold",
    finish="die-struck",
    rim=13,
    parts=(ring(800, 196, 88, 22, "antique-gold"),),
)
BACK = Back(
    posts=((585, 900), (1015, 900)),
    stamp=("SMALL HOURS", "MUSEUM OF", "SMALL VOYAGES", "2026 · LE 250"),
    stamp_at=(800, 1120),
    stamp_size=50,
    clutch="locking",
    clutch_size=130,
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="linen", tilt=-3),
    "back.jpg": Picture(PIN, ground="linen", tilt=2, back=BACK),
}
