"""The reverse of a pin: bare plated metal with a texture, an engraved backstamp, posts and clutches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape

from grounds import Ground
from light import shadow_filter
from metal import PLATINGS, metal_filter
from pin import Back, Picture, Pin
from shapes import blob, circle, ring_of

Silhouette = Callable[[Pin, str, str], str]

FLAT = "#c800ff"
CUT = "#8200ff"
STAMP = "#5a00ff"
GRIT = (".9 .5", ".26 .24")


def _pattern(back: Back) -> str:
    """Return the pattern of the mould's ground as heights."""
    if back.texture == "lines":
        content = f'<path d="M0 7H18" stroke="{CUT}" stroke-width="6" opacity=".55"/>'
        return f'<pattern id="mould" width="18" height="14" patternUnits="userSpaceOnUse">{content}</pattern>'
    content = f'<path d="M0 12H24M12 0V24" stroke="{CUT}" stroke-width="5" opacity=".55"/>'
    return f'<pattern id="mould" width="24" height="24" patternUnits="userSpaceOnUse">{content}</pattern>'


def _words(back: Back, colour: str = STAMP) -> str:
    x, y = back.stamp_at
    step = back.stamp_size * 1.32
    lines = [(x, y + i * step, words) for i, words in enumerate(back.stamp)]
    if back.number:
        nx, ny = back.number_at or (x, y + len(lines) * step)
        lines.append((nx, ny, back.number))
    return "".join(
        f'<text x="{a:g}" y="{b:g}" text-anchor="middle" font-family="Liberation Sans" font-weight="700"'
        f' font-size="{back.stamp_size:g}" letter-spacing="{back.stamp_size * 0.08:.1f}" fill="{colour}">'
        f"{escape(t)}</text>"
        for a, b, t in lines
    )


def _ink(pin: Pin, back: Back) -> str:
    """Return what collects in the stamp: dark in bright metal, a bright etching in dark metal."""
    colour, opacity = ("#c3ccd8", 0.6) if pin.plating == "black-nickel" else ("#000", 0.5)
    return f'<g opacity="{opacity}">{_words(back, colour)}</g>'


def _plate(pin: Pin, back: Back, place: str, silhouette: Silhouette) -> str:
    """Return the relief map of the reverse: a low rim all round, the sunk field, the stamp, the post feet."""
    texture = '<rect width="1600" height="1600" fill="url(#mould)" mask="url(#back-field)"/>'
    feet = "".join(f'<path d="{circle(x, y, 46)}" fill="#e600ff"/>' for x, y in back.posts)
    return (
        f'<rect width="1600" height="1600"/>{silhouette(pin, "#f0f", place)}'
        f'<g mask="url(#back-field)"><rect width="1600" height="1600" fill="{FLAT}"/></g>'
        f"{texture if back.texture in ('lines', 'checked') else ''}{_words(back)}{feet}"
    )


def _sandblast(back: Back) -> float:
    return {"sandblast": 0.08, "smooth": 0.03}.get(back.texture, 0.04)


def _rubber(back: Back, x: float, y: float) -> str:
    r = back.clutch_size
    ribs = "".join(
        f'<path d="{circle(px, py, r * 0.075)}" fill="#777"/>' for px, py in ring_of(x, y, r * 0.985, 26)
    )
    return f"""<g filter="url(#rubber)"><path d="{circle(x, y, r)}" fill="#999"/>{ribs}
<path d="{circle(x, y, r * 0.86)}" fill="#fff"/><path d="{circle(x, y, r * 0.5)}" fill="#aaa"/>
<path d="{circle(x, y, r * 0.36)}" fill="#ddd"/></g>
<path d="{circle(x, y, r * 0.13)}" fill="#0a0a0c"/>
<path d="{circle(x - 1, y - 2, r * 0.085)}" fill="url(#tip)"/>"""


def _discs(x: float, y: float, r: float, rings: tuple[tuple[float, str], ...]) -> str:
    """Return turned metal: discs of a share of the radius, each with its height."""
    return "".join(f'<path d="{circle(x, y, r * share)}" fill="{height}00ff"/>' for share, height in rings)


def _butterfly(back: Back, x: float, y: float) -> str:
    r = back.clutch_size * 1.02
    wings = "".join(_wing(x, y, r, side) for side in (-1, 1))
    rings = ((0.98, "#c0"), (0.88, "#ff"), (0.62, "#a0"), (0.5, "#e0"), (0.24, "#ff"))
    return f"""<g filter="url(#clutch-metal)"><rect width="1600" height="1600"/>{wings}
{_discs(x, y, r, rings)}
<path d="{circle(x, y, r * 0.1)}" fill="#6600ff"/></g><path d="{circle(x, y, r * 0.08)}" fill="url(#tip)"/>"""


def _wing(x: float, y: float, r: float, side: int) -> str:
    points = [(0.2, -0.62), (0.95, -0.86), (1.42, -0.5), (1.16, 0), (1.42, 0.5), (0.95, 0.86), (0.2, 0.62)]
    d = blob([(x + side * r * px, y + r * py) for px, py in points])
    return f'<path d="{d}" fill="#b000ff"/><path d="{d}" fill="none" stroke="#f0f" stroke-width="9"/>'


def _locking(back: Back, x: float, y: float) -> str:
    r = back.clutch_size * 0.86
    knurl = zip(ring_of(x, y, r, 40), ring_of(x, y, r * 0.88, 40), strict=True)
    teeth = "".join(f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" for a, b in knurl)
    return f"""<g filter="url(#clutch-metal)"><rect width="1600" height="1600"/>
{_discs(x, y, r, ((1, "#e0"),))}
<path d="{teeth}" stroke="#9000ff" stroke-width="7"/>
{_discs(x, y, r, ((0.84, "#ff"), (0.7, "#c0"), (0.56, "#ff")))}</g>
<path d="{circle(x, y, r * 0.09)}" fill="url(#tip)"/>"""


CLUTCHES = {"rubber": _rubber, "butterfly": _butterfly, "locking": _locking}


def _clutch_shape(back: Back, x: float, y: float) -> str:
    r = back.clutch_size * (0.86 if back.clutch == "locking" else 1)
    wide = r * 1.4 if back.clutch == "butterfly" else r
    return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{wide:g}" ry="{r:g}"/>'


def _rubber_filter(back: Back, ground: Ground) -> str:
    return f"""
<filter id="rubber" filterUnits="userSpaceOnUse" x="0" y="0" width="1600" height="1600"
 color-interpolation-filters="sRGB">
<feColorMatrix in="SourceGraphic" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0"/>
<feGaussianBlur stdDeviation="5.5"/><feComposite in2="SourceAlpha" operator="in" result="h"/>
<feDiffuseLighting in="h" surfaceScale="11" diffuseConstant="1.02" lighting-color="{back.clutch_colour}"
 result="d">{ground.light.distant(52)}</feDiffuseLighting>
<feSpecularLighting in="h" surfaceScale="9" specularConstant=".26" specularExponent="11" lighting-color="#fff"
 result="s">{ground.light.distant(50)}</feSpecularLighting>
<feComposite in="d" in2="s" operator="arithmetic" k2="1" k3=".7" k4=".015"/>
<feComposite in2="SourceAlpha" operator="in"/></filter>
<radialGradient id="tip" cx=".35" cy=".3" r=".8"><stop offset="0" stop-color="#fdfdfd"/>
<stop offset=".5" stop-color="#9a9da3"/><stop offset="1" stop-color="#2e3034"/></radialGradient>"""


def _field_mask(pin: Pin, place: str, silhouette: Silhouette) -> str:
    """Return the mask of the sunk field: the body without its outermost edge."""
    return f"""<mask id="back-field" maskUnits="userSpaceOnUse" x="0" y="0" width="1600" height="1600">
<g filter="url(#shrink)">{silhouette(pin, "#fff", place)}</g></mask>
<filter id="shrink" filterUnits="userSpaceOnUse" x="0" y="0" width="1600" height="1600">
<feMorphology operator="erode" radius="9"/><feGaussianBlur stdDeviation="1.5"/></filter>
<mask id="back-body" maskUnits="userSpaceOnUse" x="0" y="0" width="1600" height="1600">
{silhouette(pin, "#fff", place)}</mask>"""


def back_svg(
    picture: Picture, back: Back, ground: Ground, place: str, silhouette: Silhouette
) -> tuple[str, str]:
    """Return the definitions and the content of a back picture."""
    pin = picture.pin
    plating = PLATINGS[pin.plating]
    grit = GRIT[back.texture == "sandblast"]
    bare = replace(plating, patina=plating.patina * 0.5, grain=_sandblast(back), room=0.45, grit=grit)
    clutch = PLATINGS["gold" if back.clutch == "butterfly" else "nickel"]
    defs = f"""{_field_mask(pin, place, silhouette)}{_pattern(back)}{_rubber_filter(back, ground)}
{shadow_filter("back-shadow", ground.light)}{shadow_filter("clutch-shadow", ground.light, 0.8)}
{metal_filter("back-metal", bare, ground.light, 2)}
{metal_filter("clutch-metal", clutch, ground.light, 4.5)}"""
    body = '<rect width="1600" height="1600" mask="url(#back-body)"/>'
    clutches = "".join(CLUTCHES[back.clutch](back, x, y) for x, y in back.posts)
    under = "".join(_clutch_shape(back, x, y) for x, y in back.posts)
    sheen = '<g mask="url(#back-body)"><rect width="1600" height="1600" fill="url(#falloff)"/></g>'
    content = f"""<g filter="url(#back-shadow)">{body}</g>
<g transform="translate(2 5)"><g mask="url(#back-body)">
<rect width="1600" height="1600" fill="{bare.wall}"/></g></g>
<g filter="url(#back-metal)">{_plate(pin, back, place, silhouette)}</g>{_ink(pin, back)}{sheen}
<g filter="url(#clutch-shadow)">{under}</g>{clutches}"""
    return defs, content
