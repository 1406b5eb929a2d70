"""desk.jpg: a corner of the desk, finished pins on cork, and the pencil drawing one of them began as."""

from __future__ import annotations

from PIL import Image
from pin import Fill, Groove, Item, Line, Pin, Print
from pins.night_fox import PIN
from shapes import circle, curve, rect

from scenes.handwriting import written
from scenes.tabletop import HIGH, WIDE, Table, lay, shrunk, spread

PAPER, GRAPHITE = "#f4eddc", "#57514c"

PLACES = (
    ("night-fox", 8, 1016, 268, 440),
    ("evening-primrose", -12, 1398, 262, 400),
    ("storm-in-a-teacup", -5, 1034, 640, 400),
    ("sunny-side-up", -18, 1392, 656, 400),
    ("typesetter", -11, 318, 902, 430),
    ("night-baker", 9, 728, 884, 370),
    ("fog-kettle", 4, 1176, 922, 310),
)


def mat() -> str:
    """Return the shape of the cork mat; it runs out of the picture below and to the right."""
    return rect(96, 74, WIDE, HIGH, 42)


def flecks() -> str:
    """Return the dark and the pale grains of the cork."""
    grains = "".join(
        f'''<filter id="g{seed}" filterUnits="userSpaceOnUse" x="0" y="0" width="1600" height="1600">
<feTurbulence type="fractalNoise" baseFrequency="{often}" numOctaves="2" seed="{seed}"/>
<feColorMatrix values="0 0 0 0 {r} 0 0 0 0 {g} 0 0 0 0 {b} {cut} 0 0 0 {edge}"/></filter>'''
        for seed, often, r, g, b, cut, edge in (
            (4, ".09 .12", 0.24, 0.12, 0.05, 16, -10.6),
            (17, ".05 .07", 0.36, 0.2, 0.09, 12, -7.4),
            (29, ".12", 0.93, 0.74, 0.5, 14, -9),
        )
    )
    layers = (("g17", 0.3), ("g29", 0.34), ("g4", 0.62))
    rects = "".join(
        f'<rect width="1600" height="1600" filter="url(#{name})" opacity="{o}"/>' for name, o in layers
    )
    clip = f'<clipPath id="mat"><path d="{mat()}"/></clipPath>'
    return f'<defs>{grains}{clip}</defs><g clip-path="url(#mat)">{rects}</g>'


def sketched(pin: Pin) -> str:
    """Return the lines of a pin as a pencil drawing."""
    return "".join(_stroke(item) for item in pin.items if not isinstance(item, Print))


def _stroke(item: Item) -> str:
    if not isinstance(item.shape, str):
        return ""
    wide = 7 if isinstance(item, Fill) else 4
    inside = PAPER if not isinstance(item, Line | Groove) else "none"
    turn = f' transform="{item.transform}"' if item.transform else ""
    edge = f'stroke="{GRAPHITE}" stroke-width="{wide}" stroke-linejoin="round"'
    return f'<path d="{item.shape}" fill="{inside}" {edge}{turn}/>'


def sheet(pin: Pin) -> str:
    """Return the sheet of paper with the drawing, its middle lines and a note."""
    return f"""<defs><filter id="tooth" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise"
baseFrequency=".8"
 numOctaves="2" seed="9"/><feColorMatrix values="0 0 0 0 .96 0 0 0 0 .93 0 0 0 0 .86 0 0 2.6 0 -1.1"/>
<feComposite in2="SourceGraphic" operator="in" result="t"/><feMerge><feMergeNode
in="SourceGraphic"/><feMergeNode in="t"/>
</feMerge></filter><linearGradient id="fold" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff"
stop-opacity=".4"/>
<stop offset=".6" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#3a2c14"
stop-opacity=".25"/></linearGradient></defs>
<g transform="translate(330 330) rotate(-8)"><path d="{rect(-400, -420, 800, 820, 3)}" fill="{PAPER}"/>
<path d="M-400 0H400M0 -420V400" stroke="#7c9bb0" stroke-width="1.5" opacity=".7"/>
<path d="{circle(0, -6, 318)}" fill="none" stroke="#7c9bb0" stroke-width="1.5" opacity=".7"/>
<g filter="url(#tooth)" opacity=".92"><g transform="translate(0 -6) scale(.49) translate(-800
-800)">{sketched(pin)}</g></g>
<path d="{written("35 mm", 214, 356, 32)}" fill="none" stroke="{GRAPHITE}" stroke-width="2.6"
stroke-linecap="round"/>
<path d="M-300 346H180M-300 334v24M180 334v24" stroke="{GRAPHITE}" stroke-width="2" fill="none"/>
<path d="{rect(-400, -420, 800, 820, 3)}" fill="url(#fold)"/></g>"""


def pencil() -> str:
    """Return a six-sided pencil, a little chewed."""
    return """<defs><linearGradient id="wood" x1="0" y1="0" x2="0" y2="1"><stop offset="0"
stop-color="#2c6a66"/>
<stop offset=".3" stop-color="#5fa39b"/><stop offset=".34" stop-color="#3c837c"/><stop offset=".66"
stop-color="#2d6e69"/>
<stop offset=".7" stop-color="#1f524f"/><stop offset="1" stop-color="#133836"/></linearGradient>
<linearGradient id="cone" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f0d3a4"/>
<stop offset="1" stop-color="#a9793f"/></linearGradient><linearGradient id="cap" x1="0" y1="0" x2="0" y2="1">
<stop offset="0" stop-color="#7a5a1c"/><stop offset=".3" stop-color="#ffe9ac"/><stop offset="1"
stop-color="#6a4a14"/></linearGradient></defs>
<g transform="translate(596 520) rotate(31)"><path d="M-300 -19H206L206 19H-300Z" fill="url(#wood)"/>
<path d="M206 -19C214 -14 214 -8 208 -6C216 -2 216 4 208 7C214 10 214 16 206 19L278 4L278 -4Z"
fill="url(#cone)"/>
<path d="M262 -7L290 0L262 7Z" fill="#2d2a2a"/><path d="M-300 -20H-346V20H-300Z" fill="url(#cap)"/>
<path d="M-306 -20V20M-320 -20V20M-338 -20V20" stroke="#5a3c0c" stroke-width="3" opacity=".6"/>
<path d="M-346 -18H-384C-394 -10 -394 10 -384 18H-346Z" fill="#c67f78"/>
<text x="-120" y="7" font-family="Liberation Serif" font-size="21" letter-spacing="5" fill="#e9d9a0">HARBOUR
 2B</text></g>"""


def clutches() -> str:
    """Return the rubber clutches that nobody has put back."""
    found = "".join(
        f'<g transform="translate({x} {y})"><path d="{circle(0, 0, 32)}" fill="url(#r{i})"/>'
        f'<path d="{circle(0, 0, 17)}" fill="none" stroke="#000" stroke-opacity=".45" stroke-width="3"/>'
        f'<path d="{circle(-1, -2, 17)}" fill="none" stroke="#fff" stroke-opacity=".25" stroke-width="1.5"/>'
        f'<path d="{circle(0, 0, 4.5)}" fill="#0a0a0c"/></g>'
        for i, x, y in ((0, 1222, 96), (0, 1196, 486), (1, 1490, 968))
    )
    stops = "".join(
        f'<radialGradient id="r{i}" cx=".35" cy=".3" r=".8"><stop offset="0" stop-color="{a}"/><stop'
        f' offset="1" stop-color="{b}"/>'
        "</radialGradient>"
        for i, a, b in ((0, "#8a5a3c", "#2c1409"), (1, "#5a5a62", "#101013"))
    )
    return f"<defs>{stops}</defs>{found}"


def shavings() -> str:
    """Return two curls of wood from the sharpener."""
    curls = (
        [(846, 780), (862, 752), (894, 750), (906, 776), (886, 792)],
        [(790, 742), (798, 724), (816, 722), (822, 738)],
    )
    return "".join(
        f'<path d="{curve(points)}" fill="none" stroke="#dcb47c" stroke-width="13" stroke-linecap="round"/>'
        f'<path d="{curve(points)}" fill="none" stroke="#2d6e69" stroke-width="3" transform="translate(2'
        f' 6)"/>'
        for points in curls
    )


def picture(table: Table) -> Image.Image:
    """Return the photograph."""
    found = table.ground("oak", 0)
    cork = table.ground("cork", 200).convert("RGBA")
    cork.putalpha(table.layer(f'<path d="{mat()}"/>').getchannel("A"))
    spread(found, cork, 9)
    edge = f'<path d="{mat()}" fill="none" stroke="#7a4f27" stroke-width="5" opacity=".5"/>'
    grain = table.layer(flecks() + edge)
    found.paste(grain.convert("RGB"), (0, 0), grain.getchannel("A"))
    spread(found, table.layer(sheet(PIN)), 4)
    spread(found, table.layer(shavings()), 5)
    for pin_id, tilt, x, y, size in PLACES:
        lay(found, shrunk(table.pin(pin_id, tilt), size), x, y, 8)
    spread(found, table.layer(clutches()), 9)
    spread(found, table.layer(pencil()), 14)
    return found
