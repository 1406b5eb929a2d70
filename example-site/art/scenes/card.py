"""card.jpg: the Moon Moth on its midnight-blue card, numbered by hand, a white pen beside it."""

from __future__ import annotations

from math import cos, radians

from PIL import Image
from shapes import blob, circle, curve, leaf, rect, ring_of, star

from scenes.handwriting import written
from scenes.tabletop import Table, lay, shrunk, spread

MIDNIGHT, PRINT, CREAM, MOON = "#1d2447", "#2c3663", "#efe3c2", "#f1e6b2"
LEFT, TOP, WIDTH, HEIGHT = 430, 44, 700, 980
TURN = "rotate(-3.5 780 534)"


def moon(cx: float, cy: float, r: float, phase: float, colour: str) -> str:
    """Return a moon; phase runs from 0 (new) over 0.5 (full) to 1."""
    waxing = phase <= 0.5
    bulge = cos(radians(360 * phase))
    edge = f"A{r:g} {r:g} 0 0 {int(waxing)} {cx:g} {cy + r:g}"
    inner = f"A{abs(bulge) * r:.1f} {r:g} 0 0 {int((bulge > 0) != waxing)} {cx:g} {cy - r:g}"
    ring = f'<path d="{circle(cx, cy, r)}" fill="none" stroke="{colour}" stroke-width="2"/>'
    return f'{ring}<path d="M{cx:g} {cy - r:g}{edge}{inner}Z" fill="{colour}"/>'


def sprig(x: float, y: float, turn: float, k: float) -> str:
    """Return a sprig with two rows of leaves, printed tone on tone."""
    leaves = "".join(
        f'<path d="{leaf((0, -i * 24), (side * 40, -i * 24 - 30), 12)}" fill="{PRINT}"/>'
        for i in range(4)
        for side in (-1, 1)
    )
    stem = (
        f'<path d="{curve([(0, 22), (0, -60), (2, -112)])}" fill="none" stroke="{PRINT}" stroke-width="4"/>'
    )
    bud = f'<path d="{leaf((2, -104), (2, -150), 13)}" fill="{PRINT}"/>'
    return f'<g transform="translate({x:g} {y:g}) rotate({turn:g}) scale({k:g})">{stem}{leaves}{bud}</g>'


def pattern() -> str:
    """Return the night garden printed on the card: sprigs, small moths and stars."""
    found = []
    for row in range(7):
        for column in range(5):
            x = LEFT + 70 + column * 142 + (row % 2) * 70
            y = TOP + 90 + row * 140
            if x > LEFT + WIDTH - 30:
                continue
            kind = (row * 2 + column) % 3
            if kind == 0:
                found.append(sprig(x, y + 40, -30 + 31 * ((row + column) % 4), 0.72))
            elif kind == 1:
                found.append(_moth(x, y, 20 * (row % 3) - 20))
            else:
                found.append(f'<path d="{star(x, y, 17, 6, 4)}" fill="{PRINT}"/>')
                found.append(f'<path d="{circle(x + 34, y - 26, 4)}" fill="{PRINT}"/>')
    return "".join(found)


def _moth(x: float, y: float, turn: float) -> str:
    wing = blob([(2, -4), (26, -30), (48, -24), (40, -2), (24, 6), (22, 34), (8, 16)])
    wings = "".join(f'<path transform="scale({side} 1)" d="{wing}" fill="{PRINT}"/>' for side in (-1, 1))
    return f'<g transform="translate({x:g} {y:g}) rotate({turn:g})">{wings}</g>'


def lettering() -> str:
    """Return what is printed in cream: frame, name, series and the moons."""
    frame = rect(LEFT + 24, TOP + 24, WIDTH - 48, HEIGHT - 48, 10)
    mid = LEFT + WIDTH / 2
    moons = "".join(moon(mid + (i - 2) * 54, TOP + 92, 17, (i + 1) / 6, CREAM) for i in range(5))
    base = TOP + HEIGHT
    return f"""
<path d="{frame}" fill="none" stroke="{CREAM}" stroke-width="3" opacity=".85"/>
<path d="{rect(LEFT + 32, TOP + 32, WIDTH - 64, HEIGHT - 64, 6)}" fill="none" stroke="{CREAM}" opacity=".5"/>
<path d="{rect(LEFT + 150, TOP + 60, WIDTH - 300, 66, 4)}" fill="{MIDNIGHT}"/>{moons}
<g fill="{CREAM}" text-anchor="middle" font-family="Liberation Serif">
<text x="{mid}" y="{base - 202}" font-size="68" letter-spacing="13">MOON MOTH</text>
<text x="{mid}" y="{base - 154}" font-size="25" letter-spacing="4" font-style="italic">the night garden, no.
1</text>
<text x="{mid - 142}" y="{base - 62}" font-size="23" letter-spacing="5" text-anchor="middle">SMALL
HOURS</text></g>
<path d="M{LEFT + 76} {base - 126}H{LEFT + WIDTH - 76}" stroke="{CREAM}" stroke-width="2" opacity=".6"/>"""


def number() -> str:
    """Return the number of the copy and its underline, in white ink."""
    x, base = LEFT + WIDTH - 300, TOP + HEIGHT - 62
    ink = 'fill="none" stroke="#fbf6e6" stroke-linecap="round" stroke-linejoin="round"'
    swash = curve([(x - 6, base + 16), (x + 80, base + 9), (x + 210, base + 13)])
    return (
        f'<path d="{written("12/100", x, base, 52)}" {ink} stroke-width="5"/>'
        f'<path d="{swash}" {ink} stroke-width="3" opacity=".85"/>'
    )


def card() -> str:
    """Return the whole card with its paper."""
    sheet = rect(LEFT, TOP, WIDTH, HEIGHT, 16)
    return f"""<defs><filter id="paper" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise"
baseFrequency=".5 .7"
 numOctaves="2" seed="5"/><feColorMatrix values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 .5 0 0 0 -.16"/>
<feComposite in2="SourceGraphic" operator="in"/></filter>
<linearGradient id="fall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".16"/>
<stop offset=".5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000"
stop-opacity=".3"/></linearGradient>
<clipPath id="sheet"><path d="{rect(LEFT + 33, TOP + 33, WIDTH - 66, HEIGHT - 318, 5)}"/></clipPath></defs>
<g transform="{TURN}"><path d="{sheet}" fill="{MIDNIGHT}"/><g
clip-path="url(#sheet)">{pattern()}</g>{lettering()}{number()}
<path d="{sheet}" filter="url(#paper)" opacity=".3"/><path d="{sheet}" fill="url(#fall)"/>
<path d="{rect(LEFT + 1, TOP + 1, WIDTH - 2, HEIGHT - 2, 15)}" fill="none" stroke="#fff" stroke-opacity=".2"
stroke-width="2"/></g>"""


def sleeve() -> str:
    """Return two more cards of the same run, under the first."""
    sheet = rect(LEFT, TOP, WIDTH, HEIGHT, 16)
    return "".join(
        f'<g transform="{turn}"><path d="{sheet}" fill="#171d3b"/>'
        f'<path d="{rect(LEFT + 24, TOP + 24, WIDTH - 48, HEIGHT - 48, 10)}" fill="none" stroke="{CREAM}"'
        f' stroke-width="3"'
        ' opacity=".6"/></g>'
        for turn in ("rotate(5 780 534) translate(26 16)",)
    )


def pen() -> str:
    """Return a white paint pen with its cap off."""
    return """<defs><linearGradient id="barrel" x1="0" y1="0" x2="1" y2="0"><stop offset="0"
stop-color="#8f8a80"/>
<stop offset=".25" stop-color="#fffdf6"/><stop offset=".6" stop-color="#dcd6c8"/><stop offset="1"
stop-color="#79746a"/>
</linearGradient><linearGradient id="steel" x1="0" y1="0" x2="1" y2="0"><stop offset="0"
stop-color="#4a4d52"/>
<stop offset=".3" stop-color="#f4f6f8"/><stop offset="1" stop-color="#3c3f45"/></linearGradient></defs>
<g transform="translate(1330 560) rotate(16)">
<path d="M-31 -330H31V270L22 330H-22L-31 270Z" fill="url(#barrel)"/>
<path d="M-31 -330H31V-268H-31Z" fill="#2b3157"/><path d="M-31 -330H31V-268H-31Z" fill="url(#barrel)"
opacity=".24"/>
<path d="M-22 330H22L13 402H-13Z" fill="url(#steel)"/><path d="M-7 402H7L4 432H-4Z" fill="#fbf6e6"/>
<path d="M-31 120H31V128H-31ZM-31 262H31V268H-31Z" fill="#2b3157" opacity=".7"/>
<text transform="translate(10 90) rotate(-90)" font-family="Liberation Sans" font-size="30" font-weight="700"
 letter-spacing="6" fill="#2b3157">WHITE 0.7</text></g>"""


def clutch(cx: float, cy: float) -> str:
    """Return a black rubber clutch that lies about."""
    ribs = "".join(f'<path d="{circle(x, y, 5)}" fill="#1a1a1e"/>' for x, y in ring_of(cx, cy, 47, 22))
    return f"""<radialGradient id="rub" cx=".36" cy=".3" r=".8"><stop offset="0" stop-color="#5d5d66"/>
<stop offset=".6" stop-color="#26262b"/><stop offset="1" stop-color="#0e0e10"/></radialGradient>{ribs}
<path d="{circle(cx, cy, 47)}" fill="url(#rub)"/><path d="{circle(cx, cy, 26)}" fill="none" stroke="#0c0c0e"
stroke-width="4"/>
<path d="{circle(cx - 1, cy - 2, 26)}" fill="none" stroke="#6b6b75" stroke-width="1.5"/><path
d="{circle(cx, cy, 7)}" fill="#050506"/>"""


def picture(table: Table) -> Image.Image:
    """Return the photograph."""
    found = table.ground("linen")
    spread(found, table.layer(sleeve()), 7)
    spread(found, table.layer(card()), 8)
    lay(found, shrunk(table.pin("moon-moth", -3.5), 660), 774, 444, 9)
    spread(found, table.layer(pen()), 18)
    spread(found, table.layer(clutch(214, 712)), 12)
    spread(found, table.layer(clutch(300, 824)), 12)
    return found
