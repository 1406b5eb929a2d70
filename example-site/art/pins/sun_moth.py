"""Sun Moth: the day sister of the moon moth, of the same mould, whose eye spots are suns."""

from __future__ import annotations

from moth import antennae, body, wing_paths
from pin import Back, Fill, Item, Line, Metal, Picture, Pin, both
from shapes import circle, leaf, polar, star

SAFFRON, AMBER, RUSSET, CREAM, SKY = "#f0b53c", "#d97f2a", "#8e3a20", "#f3e4c4", "#2f7c84"


def sun(cx: float, cy: float, r: float) -> tuple[Item, ...]:
    """Return a sun: a cream disc, metal rays and a saffron heart."""
    return (
        Fill(circle(cx, cy, r), RUSSET),
        Metal(star(cx, cy, r * 0.93, r * 0.5, 12)),
        Fill(circle(cx, cy, r * 0.48), CREAM, line=7),
        Fill(circle(cx, cy, r * 0.26), SAFFRON, line=6),
    )


def sparks() -> tuple[Item, ...]:
    """Return the metal drops along the margin of the fore wing."""
    places = [(246, 470, 168), (262, 545, 172), (288, 618, 160), (332, 686, 142), (388, 738, 122)]
    return tuple(
        Metal(leaf((x, y), polar(x, y, 48, turn * 3.1416 / 180), 20)) for x, y, turn in places
    )


W = wing_paths()
SIDE: tuple[Item, ...] = (
    Fill(W.hind, SKY),
    Fill(W.hind_band, SAFFRON),
    Fill(W.tail, AMBER),
    *(Line(vein, 6) for vein in W.hind_veins),
    *sun(562, 950, 56),
    Fill(W.fore, AMBER),
    Fill(W.fore_band, SAFFRON),
    Fill(W.costa, RUSSET),
    *(Line(vein, 6) for vein in W.fore_veins),
    *sparks(),
    *sun(470, 560, 80),
)

PIN = Pin(
    items=(*both(*antennae(SAFFRON)), *both(*SIDE), *body(CREAM, AMBER, RUSSET)),
    plating="gold",
)
BACK = Back(
    posts=((560, 640), (1040, 640)),
    stamp=("© MARLOW 2025", "LE 100"),
    stamp_at=(800, 840),
    stamp_size=44,
    number="12/100",
    number_at=(800, 980),
    texture="sandblast",
    clutch_colour="#8a4a12",
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="duckegg", tilt=3),
    "back.jpg": Picture(PIN, ground="duckegg", tilt=-2, back=BACK),
}
