"""Sun Moth: the day sister of the moon moth, of the same mould, whose eye spots are suns."""

from __future__ import annotations

from moth import antennae, body, wing_paths
from pin import Back, Fill, Item, Line, Metal, Picture, Pin, both
from shapes import circle, leaf, polar, star

SAFFRON, AMBER, RUST, CREAM, APRICOT, HONEY = (
    "#f5bd2e",
    "#e8901c",
    "#a83a26",
    "#f3e4c4",
    "#f3c24f",
    "#dc9a3a",
)


def sun(cx: float, cy: float, r: float) -> tuple[Item, ...]:
    """Return a sun: a cream disc, metal rays and a saffron heart."""
    return (
        Fill(circle(cx, cy, r), RUST),
        Metal(star(cx, cy, r * 0.93, r * 0.5, 12)),
        Fill(circle(cx, cy, r * 0.48), CREAM, line=7),
        Fill(circle(cx, cy, r * 0.26), SAFFRON, line=6),
    )


def sparks() -> tuple[Item, ...]:
    """Return the metal drops along the margin of the fore wing."""
    places = [(268, 452, 172), (290, 530, 176), (318, 604, 164), (358, 670, 146), (404, 722, 128)]
    return tuple(Metal(leaf((x, y), polar(x, y, 46, turn * 3.1416 / 180), 20)) for x, y, turn in places)


W = wing_paths()
SIDE: tuple[Item, ...] = (
    Fill(W.hind, APRICOT),
    Fill(W.hind_band, RUST, "translucent"),
    Fill(W.tail, AMBER, "translucent"),
    *(Line(vein, 6) for vein in W.hind_veins),
    *sun(562, 950, 56),
    Fill(W.fore, AMBER),
    Fill(W.fore_band, HONEY, "translucent"),
    Fill(W.costa, RUST, "translucent"),
    *(Line(vein, 6) for vein in W.fore_veins),
    *sparks(),
    *sun(470, 560, 80),
)

PIN = Pin(
    items=(*both(*antennae(SAFFRON)), *both(*SIDE), *body(CREAM, AMBER, RUST)),
    plating="gold",
)
BACK = Back(
    posts=((560, 640), (1040, 640)),
    stamp=("SMALL HOURS", "SUN MOTH", "LE 100"),
    stamp_at=(800, 800),
    stamp_size=44,
    number="12/100",
    number_at=(800, 990),
    texture="sandblast",
    clutch_colour="#c98f12",
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="duckegg", tilt=3),
    "back.jpg": Picture(PIN, ground="duckegg", tilt=-2, back=BACK),
}
