"""Compass Rose: sixteen winds in glass on a parchment disc inside a rope of gold."""

from __future__ import annotations

from math import radians

from pin import Fill, Groove, Item, Line, Metal, Picture, Pin, Text, mirrored, turned
from shapes import arc, circle, leaf, polar, polygon, ring_of

from pins._hardware import around, nut, stamp

DEEP, SHOAL, NORTH, NORTH_DARK, WAX, WAX_DARK, PARCHMENT, FOAM = (
    "#003087",
    "#3f74b5",
    "#bbdde6",
    "#7db4c8",
    "#ab2328",
    "#7a1a22",
    "#eadfc0",
    "#f3ecd8",
)
X = Y = 800
R = 640


def facets(turn: float, tip: float, waist: float, half: float, dark: str, light: str) -> tuple[Item, ...]:
    """Return one wind as two facets; the waist is where it is widest, half its opening in degrees."""
    start = radians(turn - 90)
    end, mid = polar(X, Y, tip, start), (X, Y)
    left, right = polar(X, Y, waist, start - radians(half)), polar(X, Y, waist, start + radians(half))
    return Fill(polygon([mid, left, end]), light), Fill(polygon([mid, end, right]), dark)


def winds(
    turns: tuple[float, ...], tip: float, waist: float, half: float, dark: str, light: str
) -> tuple[Item, ...]:
    """Return several winds of one rank."""
    return tuple(part for t in turns for part in facets(t, tip, waist, half, dark, light))


def rope() -> tuple[Item, ...]:
    """Return the twisted border."""
    outer, inner = ring_of(X, Y, R, 90), ring_of(X, Y, R - 44, 90, 5)
    twist = "".join(
        f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" for a, b in zip(outer, inner, strict=True)
    )
    return Metal(circle(X, Y, R), 0.96), Groove(twist, 8, 0.5)


def scale() -> tuple[Item, ...]:
    """Return the chequered degree ring, like the border of a chart."""
    cells: list[Item] = [Fill(circle(X, Y, 590), FOAM, line=9)]
    for i in range(32):
        a, b = radians(i * 11.25 - 90), radians((i + 1) * 11.25 - 90)
        mid = (a + b) / 2
        outer, inner = (590, 566) if i % 2 else (566, 542)
        ends = [polar(X, Y, outer, a), polar(X, Y, outer, mid), polar(X, Y, outer, b)]
        back = [polar(X, Y, inner, b), polar(X, Y, inner, mid), polar(X, Y, inner, a)]
        cells.append(Fill(polygon([*ends, *back]), DEEP, line=5))
    return (*cells, Line(circle(X, Y, 566), 5), Fill(circle(X, Y, 540), DEEP, None, 9))


def rhumbs() -> tuple[Item, ...]:
    """Return the wires that run on from the middle, as on a chart."""
    rays = [
        (polar(X, Y, 130, radians(a)), polar(X, Y, 446, radians(a)))
        for a in (i * 22.5 + 11.25 for i in range(16))
    ]
    path = "".join(f"M{p[0]:.1f} {p[1]:.1f}L{q[0]:.1f} {q[1]:.1f}" for p, q in rays)
    return Line(path, 4), Line(circle(X, Y, 300), 4)


def beads() -> tuple[Item, ...]:
    """Return gold beads on the blue ring, between the letters."""
    places = [p for i, p in enumerate(ring_of(X, Y, 494, 48)) if i % 12 not in (0, 1, 11)]
    return tuple(Metal(circle(*p, 13 if i % 3 == 1 else 7)) for i, p in enumerate(places))


def letters() -> tuple[Item, ...]:
    """Return east, south and west as gold letters on the ring."""
    found: list[Item] = []
    for turn, letter in ((90, "E"), (180, "S"), (270, "W")):
        found += turned(turn, X, Y, Metal(Text(letter, X, Y - 464, 88, "Liberation Serif")))
    return tuple(found)


def fleur() -> tuple[Item, ...]:
    """Return the fleur-de-lis that stands for north."""
    petal = (
        "M786 424C742 420 700 386 706 338C710 304 748 298 758 324C764 344 746 350 742 342C744 372 776"
        " 380 790 372Z"
    )
    middle = (
        "M800 176C836 226 850 280 838 330C830 364 820 384 816 414L784 414C780 384 770 364 762 330C750"
        " 280 764 226 800 176Z"
    )
    side = Fill(petal, NORTH, line=8)
    return (
        side,
        *mirrored(side),
        Fill(middle, NORTH, "translucent", 9),
        Line("M800 250V400", 6),
        Fill("M742 412H858V442H742Z", NORTH_DARK, line=8),
    )


def heart() -> tuple[Item, ...]:
    """Return the rosette in the middle."""
    petals = [Fill(leaf((X, Y), tip, 22), FOAM, line=5) for tip in ring_of(X, Y, 62, 8, 22.5)]
    return (
        Fill(circle(X, Y, 84), WAX, None, 9),
        *petals,
        Fill(circle(X, Y, 24), DEEP, line=7),
    )


PIN = Pin(
    items=(
        *rope(),
        *scale(),
        *beads(),
        *letters(),
        Fill(circle(X, Y, 448), PARCHMENT, None, 10),
        *rhumbs(),
        *winds(tuple(22.5 + 45 * i for i in range(8)), 432, 196, 13, WAX_DARK, WAX),
        *winds((45, 135, 225, 315), 418, 128, 22.5, DEEP, SHOAL),
        *winds((90, 180, 270), 446, 126, 36, DEEP, SHOAL),
        *winds((0,), 446, 126, 36, NORTH_DARK, NORTH),
        *fleur(),
        *heart(),
    ),
    outline=(circle(X, Y, R),),
    rim=10,
)
REVERSE = Pin(
    items=(
        Metal(circle(X, Y, R), 0.8),
        Groove(circle(X, Y, 560), 6, 0.55),
        Groove(circle(X, Y, 546), 3, 0.6),
        *(Groove(arc(X, Y, r, 0, 359.9), 4, 0.72) for r in (220, 236)),
        *around("SMALL HOURS · MSV 2026", X, Y, 470, 62, -90),
        *stamp(("No. 31 / 150",), X, 1180, 64),
        Groove("M640 1202H960", 4, 0.6),
    ),
    rim=16,
    finish="die-struck",
    parts=(nut(X, Y, 178, "gold"),),
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="oak", tilt=-4),
    "back.jpg": Picture(REVERSE, ground="oak", tilt=3),
}
