"""Moon Moth: a luna moth at dusk whose eye spots are moons."""

from __future__ import annotations

from dataclasses import replace

from moth import antennae, body, wing_paths
from pin import Back, Fill, Item, Line, Picture, Pin, Print, both
from shapes import circle

DUSK, LATE_DUSK, PLUM, ROSE, INK, MOONMILK, FUR = (
    "#7c2529",
    "#56222f",
    "#3a1c2c",
    "#c9737c",
    "#1d1836",
    "#f1e6b2",
    "#e9d9c4",
)


def crescent(cx: float, cy: float, r: float, bite: float) -> str:
    """Return a moon with its right limb lit; bite is the share of the disc that is dark."""
    if bite == 0:
        return circle(cx, cy, r)
    inner = r * abs(1 - 2 * bite) or 0.1
    return (
        f"M{cx:.1f} {cy - r:.1f}A{r:.1f} {r:.1f} 0 0 1 {cx:.1f} {cy + r:.1f}"
        f"A{inner:.1f} {r:.1f} 0 0 {int(bite < 0.5)} {cx:.1f} {cy - r:.1f}Z"
    )


def phase(cx: float, cy: float, r: float, bite: float) -> tuple[Item, ...]:
    """Return a small moon: a dark disc and its lit part, which glows."""
    return (
        Fill(circle(cx, cy, r), INK, line=6),
        Fill(crescent(cx, cy, r * 0.92, bite), MOONMILK, "glow", line=0),
    )


def eye(cx: float, cy: float, r: float, bite: float) -> tuple[Item, ...]:
    """Return an eye spot: a moon in a plum ring, its seas printed on it."""
    seas = ((-0.1, -0.3, 0.13), (0.34, 0.1, 0.16), (0.12, 0.42, 0.09), (0.4, -0.36, 0.08), (-0.4, 0.2, 0.14))
    lit_to = 1 - 2 * bite
    return (
        Fill(circle(cx, cy, r), PLUM),
        Fill(circle(cx, cy, r * 0.8), INK, line=6),
        Fill(crescent(cx, cy, r * 0.75, bite), MOONMILK, "glow", line=0),
        *(
            Print(circle(cx + r * x * 0.75, cy + r * y, r * k), "#cfc48f")
            for x, y, k in seas
            if x > 0.2 - lit_to
        ),
    )


W = wing_paths()
SIDE: tuple[Item, ...] = (
    Fill(W.hind, LATE_DUSK),
    Fill(W.hind_band, MOONMILK, "glow"),
    Fill(W.tail, DUSK),
    *(Line(vein, 6) for vein in W.hind_veins),
    Fill(W.fore, DUSK),
    Fill(W.fore_band, ROSE),
    Fill(W.costa, PLUM),
    *(Line(vein, 6) for vein in W.fore_veins),
)
MARGIN = ((262, 448, 21, 0.86), (283, 520, 24, 0.62), (313, 592, 26, 0.38), (352, 664, 27, 0))
MOONS: tuple[Item, ...] = (
    *(part for x, y, r, bite in MARGIN for part in (*phase(x, y, r, bite), *phase(1600 - x, y, r, bite))),
    *eye(560, 946, 58, 0.9),
    *eye(470, 560, 76, 0.64),
    *eye(1130, 560, 76, 0.3),
    *eye(1040, 946, 58, 0),
)


def moth(fore: str, hind: str) -> tuple[Item, ...]:
    """Return the whole moth with its wings in two colours."""
    recoloured = {DUSK: fore, LATE_DUSK: hind}
    side = (
        replace(item, colour=recoloured.get(item.colour, item.colour)) if isinstance(item, Fill) else item
        for item in SIDE
    )
    return (*both(*antennae(ROSE)), *both(*side), *MOONS, *body(FUR, ROSE, PLUM))


PIN = Pin(moth(DUSK, LATE_DUSK), plating="black-nickel")
GOLD = Pin(moth("#4a3041", "#33284f"), plating="gold")
BACK = Back(
    posts=((560, 640), (1040, 640)),
    stamp=("SMALL HOURS", "MOON MOTH", "LE 100"),
    stamp_at=(800, 800),
    stamp_size=44,
    number="37/100",
    number_at=(800, 990),
    texture="sandblast",
    clutch_colour="#202024",
)
SECOND_BACK = replace(BACK, texture="smooth", number="88/100")

PICTURES = {
    "front.jpg": Picture(PIN, ground="denim", tilt=-3),
    "back.jpg": Picture(PIN, ground="denim", tilt=2, back=BACK),
    "back-smooth.jpg": Picture(PIN, ground="denim", tilt=2, back=SECOND_BACK),
    "gold.jpg": Picture(GOLD, ground="blush", tilt=3),
    "lights-off.jpg": Picture(PIN, ground="indigo", tilt=-3, dark=True),
}
