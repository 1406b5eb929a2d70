"""fair.jpg: a table at a fair from above, five rows of pins on felt, a price, a cash box and a cup of tea."""

from __future__ import annotations

from math import sin

from PIL import Image
from shapes import circle, ellipse, rect

from scenes.card import MIDNIGHT, moon
from scenes.handwriting import length, written
from scenes.tabletop import HIGH, Table, lay, shrunk, spread

INK, TAG, TIN, TIN_DARK, TEA = "#2b2a33", "#f2e8d0", "#7c2f2c", "#5a1f1e", "#7d3a14"

SOLD = ""
ROWS = (
    ("moon-moth", "sun-moth", SOLD, "evening-primrose", "glow-worm", "night-fox"),
    ("little-octopus", "little-octopus/ink.jpg", "hermit-crab", "seahorse", "sea-bunny", "beadlet"),
    ("compass-rose", "ship-in-a-bottle", "whale-tile", "astrolabe", "lighthouse-keeper", "lamplighter"),
    ("sunny-side-up", "storm-in-a-teacup", "fog-kettle", "thunder-onion", "pepper-snow", "rainy-day-biscuit"),
    ("night-bus", "night-baker", "typesetter", "moon-moth/gold.jpg", "compass-rose", "whale-tile"),
)
LEFT, TOP, ACROSS, DOWN, SIZE = 128, 116, 184, 208, 206


def seams() -> str:
    """Return the ribbon sewn onto the felt between the rows, and its stitches."""
    found = []
    for row in range(1, len(ROWS)):
        y = TOP + row * DOWN - DOWN / 2
        found.append(f'<path d="M0 {y}H1160" stroke="#1c1524" stroke-opacity=".5" stroke-width="3"/>')
        found.append(
            f'<path d="M0 {y + 2}H1160" stroke="#e9c98e" stroke-width="3" stroke-dasharray="13 9"'
            f' opacity=".75"/>'
        )
    return "".join(found)


def cloth() -> str:
    """Return the outline of the felt; the bare table shows on the right."""
    return f"M-20 -20H1176C1170 160 1188 330 1178 520S1192 860 1180 {HIGH + 20}H-20Z"


def price() -> str:
    """Return the folded price card."""
    hand = f'fill="none" stroke="{INK}" stroke-linecap="round" stroke-linejoin="round"'
    one, two = "9 €", "from"
    return f"""<defs><linearGradient id="card" x1="0" y1="0" x2="0" y2="1"><stop offset="0"
stop-color="#d9ccae"/>
<stop offset=".13" stop-color="#fbf4e2"/><stop offset="1" stop-color="{TAG}"/></linearGradient></defs>
<g transform="translate(1386 178) rotate(5)"><path d="{rect(-158, -128, 316, 256, 6)}" fill="url(#card)"/>
<path d="M-158 -94H158" stroke="#b9a981" stroke-width="2"/>
<path d="{rect(-140, -78, 280, 190, 4)}" fill="none" stroke="#a63a32" stroke-width="3"/>
<path d="{written(two, -112, -18, 46)}" {hand} stroke-width="4.5"/>
<path d="{written(one, -length(one, 96) / 2 + 16, 82, 96)}" {hand} stroke-width="7.5"/>
{moon(106, -42, 17, 0.33, "#a63a32")}</g>"""


def cash_box() -> str:
    """Return the tin cash box, lid shut, with its handle, slot and key."""
    return f"""<defs><linearGradient id="tin" x1="0" y1="0" x2="1" y2="1"><stop offset="0"
stop-color="#b4544d"/>
<stop offset=".45" stop-color="{TIN}"/><stop offset="1" stop-color="{TIN_DARK}"/></linearGradient>
<linearGradient id="lid" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#9c433d"/>
<stop offset=".5" stop-color="#84332f"/><stop offset="1" stop-color="#6b2725"/></linearGradient>
<linearGradient id="chrome" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#6d7076"/>
<stop offset=".3" stop-color="#fdfdfd"/><stop offset=".62" stop-color="#9a9da3"/><stop offset="1"
stop-color="#35373c"/>
</linearGradient></defs><g transform="translate(1392 538) rotate(-4)">
<path d="{rect(-170, -134, 340, 268, 20)}" fill="url(#tin)"/>
<path d="{rect(-160, -124, 320, 248, 15)}" fill="none" stroke="#e28a80" stroke-opacity=".5" stroke-width="2"/>
<path d="{rect(-148, -112, 296, 216, 12)}" fill="url(#lid)" stroke="#3c1211" stroke-opacity=".55"
stroke-width="3"/>
<path d="{rect(-64, -86, 128, 15, 7)}" fill="#1e0b0b"/><path d="M-60 -70H60" stroke="#e28a80"
stroke-opacity=".5" stroke-width="2"/>
<path d="M-92 -6V36M92 -6V36" stroke="#2a0d0d" stroke-opacity=".45" stroke-width="20" transform="translate(5
7)"/>
<path d="M-92 14H92" stroke="#2a0d0d" stroke-opacity=".5" stroke-width="19" stroke-linecap="round"
transform="translate(7 11)"/>
<path d="{rect(-104, -14, 24, 56, 9)}" fill="url(#chrome)"/><path d="{rect(80, -14, 24, 56, 9)}"
fill="url(#chrome)"/>
<path d="{rect(-98, 4, 196, 20, 10)}" fill="url(#chrome)"/>
<path d="{circle(0, 118, 21)}" fill="url(#chrome)"/><path d="{circle(0, 118, 13)}" fill="#55585e"/>
<path d="M-3 110H3V127H-3Z" fill="#141517"/></g>"""


def coins() -> str:
    """Return the change that is ready beside the box."""
    places = (
        (1236, 398, 25, "#c9a45a"),
        (1282, 372, 29, "#d5b066"),
        (1258, 702, 24, "#b5774c"),
        (1306, 716, 31, "#d5b066"),
    )
    return "".join(
        f'<path d="{circle(x, y, r)}" fill="{tone}"/>'
        f'<path d="{circle(x, y, r - 2)}" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="2.5"/>'
        f'<path d="{circle(x, y, r * 0.68)}" fill="#b3b1ab" stroke="#7a5b27" stroke-opacity=".5"'
        f' stroke-width="1.5"/>'
        f'<path d="{ellipse(x - r * 0.16, y - r * 0.2, r * 0.4, r * 0.28, -40)}" fill="#fff" opacity=".38"/>'
        for x, y, r, tone in places
    )


def cup() -> str:
    """Return a cup of tea on its saucer."""
    return f"""<defs><radialGradient id="saucer" cx=".4" cy=".36" r=".7"><stop offset="0"
stop-color="#f4f1e8"/>
<stop offset=".62" stop-color="#dcd8cc"/><stop offset=".68" stop-color="#c2bdaf"/><stop offset=".74"
stop-color="#ece8dc"/>
<stop offset="1" stop-color="#b8b2a2"/></radialGradient><radialGradient id="tea" cx=".42" cy=".4" r=".62">
<stop offset="0" stop-color="#b4642a"/><stop offset=".7" stop-color="{TEA}"/><stop offset="1"
stop-color="#3c1708"/></radialGradient>
<linearGradient id="lip" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fffdf6"/>
<stop offset="1" stop-color="#a9a394"/></linearGradient><filter id="blur"><feGaussianBlur
stdDeviation="7"/></filter></defs>
<g transform="translate(1404 884)"><path d="{circle(0, 0, 164)}" fill="url(#saucer)"/>
<path d="{circle(0, 0, 152)}" fill="none" stroke="#2f4f86" stroke-width="5"/>
<path d="{circle(0, 0, 142)}" fill="none" stroke="#2f4f86" stroke-width="1.6"/>
<path d="{circle(14, 20, 104)}" fill="#2a241a" opacity=".5" filter="url(#blur)"/>
<path d="M76 -52C128 -108 176 -84 160 -40C150 -12 118 0 92 -14L98 -32C120 -22 138 -34 142 -50C146 -72 118
-74 94 -40Z" fill="url(#lip)"/>
<path d="{circle(0, 0, 104)}" fill="url(#lip)"/><path d="{circle(0, 0, 97)}" fill="#cfc9ba"/>
<path d="{circle(2, 3, 90)}" fill="url(#tea)"/><path d="{circle(2, 3, 89)}" fill="none" stroke="#e39a55"
stroke-opacity=".55" stroke-width="3"/>
<path d="M-52 -44C-30 -66 4 -70 22 -62C0 -58 -28 -42 -40 -22Z" fill="#fff" opacity=".5"/>
<path d="{ellipse(30, 40, 17, 9, -30)}" fill="#fff" opacity=".16"/></g>"""


def sold(x: float, y: float) -> str:
    """Return the card that keeps an empty place."""
    words = "sold out"
    hand = f'fill="none" stroke="{TAG}" stroke-linecap="round" stroke-linejoin="round" stroke-width="3.2"'
    return f"""<g transform="translate({x} {y}) rotate(-5)"><path d="{rect(-66, -84, 132, 164, 8)}"
fill="{MIDNIGHT}"/>
<path d="{rect(-56, -74, 112, 144, 5)}" fill="none" stroke="{TAG}" stroke-opacity=".6" stroke-width="2"/>
{moon(0, -22, 26, 0.2, TAG)}<path d="{written(words, -length(words, 25) / 2 - 2, 46, 25)}" {hand}/></g>"""


def pins(found: Image.Image, table: Table) -> None:
    """Lay out the rows of pins, none of them quite straight."""
    for row, names in enumerate(ROWS):
        for column, name in enumerate(names):
            x, y = LEFT + column * ACROSS, TOP + row * DOWN
            if name == SOLD:
                spread(found, table.layer(sold(x, y)), 4)
                continue
            pin_id, _, file = name.partition("/")
            turn = round(4 * sin(row * 5.1 + column * 2.7))
            lay(found, shrunk(table.pin(pin_id, turn, file or "front.jpg"), SIZE), x, y, 5)


def picture(table: Table) -> Image.Image:
    """Return the photograph."""
    found = table.ground("oak", 300)
    felt = table.ground("teal", 60).convert("RGBA")
    felt.putalpha(table.layer(f'<path d="{cloth()}"/>').getchannel("A"))
    spread(found, felt, 7)
    stitches = table.layer(seams())
    found.paste(stitches.convert("RGB"), (0, 0), stitches.getchannel("A"))
    pins(found, table)
    for thing, lift in ((price(), 12), (coins(), 4), (cash_box(), 26), (cup(), 10)):
        spread(found, table.layer(thing), lift)
    return found
