"""Moon Moth: a luna moth at dusk whose eye spots are moons."""

from __future__ import annotations

from dataclasses import replace

from moth import antennae, body, wing_paths
from pin import Back, Fill, Item, Line, Picture, Pin, Print, both
from shapes import circle, leaf

MAROON, PLUM, ROSE, DUSK, INK, MOON = "#7b2238", "#3a1c3c", "#c9737c", "#665b9c", "#1d1836", "#e6edc3"
CREAM = "#e9d9c4"


def crescent(cx: float, cy: float, r: float, bite: float) -> str:
    """Return a moon with its left limb lit; bite is the share of the disc that is dark."""
    inner = r * abs(1 - 2 * bite) or 0.1
    sweep = int(bite < 0.5)
    return (
        f"M{cx:.1f} {cy - r:.1f}A{r:.1f} {r:.1f} 0 0 0 {cx:.1f} {cy + r:.1f}"
        f"A{inner:.1f} {r:.1f} 0 0 {1 - sweep} {cx:.1f} {cy - r:.1f}Z"
    )


def phase(cx: float, cy: float, r: float, bite: float) -> tuple[Item, ...]:
    """Return a small moon: a dark disc and its lit part, which glows."""
    lit = circle(cx, cy, r * 0.92) if bite == 0 else crescent(cx, cy, r * 0.92, bite)
    return (Fill(circle(cx, cy, r), INK, line=6), Fill(lit, MOON, "glow", line=0))


W = wing_paths()
SIDE: tuple[Item, ...] = (
    Fill(W.hind, DUSK),
    Fill(W.hind_band, ROSE),
    Fill(W.tail, MAROON),
    *(Line(vein, 6) for vein in W.hind_veins),
    Fill(circle(560, 950, 47), INK),
    Fill(crescent(560, 950, 44, 0.62), MOON, "glow", line=0),
    Fill(W.fore, MAROON),
    Fill(W.fore_band, ROSE),
    Fill(W.costa, PLUM),
    *(Line(vein, 6) for vein in W.fore_veins),
    *phase(262, 448, 21, 0.86),
    *phase(283, 520, 24, 0.62),
    *phase(313, 592, 26, 0.38),
    *phase(352, 664, 27, 0),
    Fill(circle(470, 560, 68), PLUM),
    Fill(circle(470, 560, 54), INK, line=6),
    Fill(crescent(470, 560, 51, 0.3), MOON, "glow", line=0),
    Print(circle(448, 548, 8), "#c5cda0"),
    Print(circle(462, 578, 5), "#c5cda0"),
    Print(circle(440, 574, 4), "#c5cda0"),
)

PIN = Pin(
    items=(
        *both(*antennae("#c9737c")),
        *both(*SIDE),
        *body(CREAM, ROSE, PLUM),
        Print(leaf((800, 694), (800, 742), 15), PLUM),
    ),
    plating="black-nickel",
)
GOLD = replace(PIN, plating="gold")
BACK = Back(
    posts=((560, 640), (1040, 640)),
    stamp=("© MARLOW 2025", "LE 100"),
    stamp_at=(800, 840),
    stamp_size=44,
    number="37/100",
    number_at=(800, 980),
    texture="sandblast",
    clutch_colour="#6b1f34",
)

PICTURES = {
    "front.jpg": Picture(PIN, ground="denim", tilt=-3),
    "back.jpg": Picture(PIN, ground="denim", tilt=2, back=BACK),
    "gold.jpg": Picture(GOLD, ground="plum", tilt=3),
    "lights-off.jpg": Picture(PIN, ground="indigo", tilt=-3, dark=True),
}
