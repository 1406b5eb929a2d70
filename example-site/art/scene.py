"""Put a picture together: ground, shadows, side wall, enamel, metal, prints and reflections."""

from __future__ import annotations

from html import escape

from backs import back_svg
from enamel import EFFECTS, glare, inlay_filter
from grounds import GROUNDS, Ground, ground_defs, ground_svg
from light import shadow_filter
from metal import PLATINGS, metal_filter
from pin import MIRROR, Fill, Groove, Hole, Item, Line, Metal, Picture, Pin, Print, Shape, Text

ROUND = 'stroke-linejoin="round" stroke-linecap="round"'
CELL = "#00f"


def element(shape: Shape, attributes: str, transform: str = "") -> str:
    """Return a path or a text as an SVG element."""
    place = f' transform="{transform}"' if transform else ""
    if isinstance(shape, str):
        return f'<path d="{shape}" {attributes}{place}/>'
    return _text(shape, attributes, place)


def _text(text: Text, attributes: str, place: str) -> str:
    return (
        f'<text x="{text.x:g}" y="{text.y:g}" font-size="{text.size:g}" font-family="{text.font}"'
        f' font-weight="{text.weight}" letter-spacing="{text.spacing:g}" text-anchor="{text.anchor}"'
        f" {attributes}{place}>{escape(text.words)}</text>"
    )


def _stroke(colour: str, width: float) -> str:
    return f'fill="none" stroke="{colour}" stroke-width="{width:g}" {ROUND}'


def _height(value: float) -> str:
    """Return the colour of bare metal in the relief map: red is its height, blue says that it is body."""
    return f"#{round(max(0.0, min(1.0, value)) * 255):02x}00ff"


def _body(pin: Pin) -> str:
    """Return the silhouette in the current colour, before fillets and holes."""
    edge = f'stroke="currentColor" stroke-width="{2 * pin.rim:g}" fill="currentColor" {ROUND}'
    if pin.outline:
        return "".join(element(shape, edge) for shape in pin.outline)
    return "".join(_grown(item, pin.rim) for item in pin.items if not isinstance(item, Print | Hole))


def _grown(item: Item, rim: float) -> str:
    width = item.width if isinstance(item, Line) else 0
    fill = "none" if isinstance(item, Line) else "currentColor"
    edge = f'stroke="currentColor" stroke-width="{2 * rim + width:g}" fill="{fill}" {ROUND}'
    return element(item.shape, edge, item.transform)


def _holes(pin: Pin, colour: str, grow: float = 0) -> str:
    edge = f'fill="{colour}" stroke="{colour}" stroke-width="{grow:g}" {ROUND}'
    return "".join(element(i.shape, edge, i.transform) for i in pin.items if isinstance(i, Hole))


def silhouette(pin: Pin, colour: str, place: str) -> str:
    """Return the whole body of the pin in one colour, with rounded inner corners."""
    return f'<g filter="url(#fillet)" style="color:{colour}"><g transform="{place}">{_body(pin)}</g></g>'


def reverse(pin: Pin, colour: str, place: str) -> str:
    """Return the silhouette of the pin and of all its parts, its holes painted black."""
    pieces = (pin, *pin.parts)
    bodies = "".join(silhouette(piece, colour, place) for piece in pieces)
    holes = "".join(_holes(piece, "#000") for piece in pieces)
    return f'{bodies}<g transform="{place}">{holes}</g>'


def _relief_item(item: Item, pin: Pin) -> str:
    match item:
        case Fill(shape, _, _, line):
            width = pin.line if line is None else line
            wall = f'stroke="#f0f" stroke-width="{width:g}"' if width else ""
            return element(shape, f'fill="{CELL}" {wall} {ROUND}', item.transform)
        case Line(shape, width):
            return element(shape, _stroke("#f0f", width), item.transform)
        case Metal(shape, height):
            return element(shape, f'fill="{_height(height)}"', item.transform)
        case Groove(shape, width, height):
            return element(shape, _stroke(_height(height), width), item.transform)
        case _:
            return ""


def relief(pin: Pin, place: str) -> str:
    """Return the relief map: red is the height of metal, blue the body, black what is not pin."""
    items = "".join(_relief_item(item, pin) for item in pin.items)
    return (
        f'<rect width="1600" height="1600"/>{silhouette(pin, "#f0f", place)}'
        f'<g transform="{place}">{items}{_rims(pin)}{_holes(pin, "#000")}</g>'
    )


def _rims(pin: Pin) -> str:
    return "".join(
        element(i.shape, f'fill="none" stroke="#f0f" stroke-width="{pin.rim * 2:g}"', i.transform)
        for i in pin.items
        if isinstance(i, Hole)
    )


def _colour_item(item: Item) -> str:
    if not isinstance(item, Fill):
        return ""
    effect = f'filter="url(#{item.effect})"' if item.effect and item.effect != "glow" else ""
    paint = f'fill="{item.colour}" stroke="{item.colour}" stroke-width="2" {ROUND}'
    # The transform sits inside the filter, so that its noise and its light stay those of the room.
    inside = element(item.shape, paint, item.transform)
    return f"<g {effect}>{inside}</g>" if effect else inside


def colours(pin: Pin, place: str) -> str:
    """Return the flat enamel in painting order."""
    return "".join(_placed(_colour_item(item), place) for item in pin.items)


def _placed(content: str, place: str) -> str:
    if content.startswith("<g filter"):
        head, _, rest = content.partition(">")
        return f'{head}><g transform="{place}">{rest[:-4]}</g></g>'
    return f'<g transform="{place}">{content}</g>' if content else ""


def _prints(pin: Pin, place: str) -> str:
    found = "".join(_print(item) for item in pin.items if isinstance(item, Print))
    return f'<g transform="{place}" opacity=".96">{found}</g>'


def _print(item: Print) -> str:
    if item.width is None:
        return element(item.shape, f'fill="{item.colour}"', item.transform)
    return element(item.shape, _stroke(item.colour, item.width), item.transform)


def _glow(pin: Pin, place: str) -> str:
    """Return the glowing cells alone; whatever covers them covers them with black."""
    return f'<g transform="{place}">' + "".join(_glow_item(item, pin) for item in pin.items) + "</g>"


def _glow_item(item: Item, pin: Pin) -> str:
    match item:
        case Fill(shape, _, effect, line):
            wall = pin.line if line is None else line
            shine = "#b9ffe6" if effect == "glow" else "#000"
            paint = f'fill="{shine}" stroke="#000" stroke-width="{wall:g}" {ROUND}'
            return element(shape, paint, item.transform)
        case Line(shape, width):
            return element(shape, _stroke("#000", width), item.transform)
        case Metal(shape):
            return element(shape, 'fill="#000"', item.transform)
        case Print():
            return _print(Print(item.shape, "#021", item.width, item.transform))
        case _:
            return ""


def _wall(pin: Pin, ground: Ground, name: str) -> str:
    """Return the side of the metal, seen because the camera stands a little below the middle."""
    dark, mid = PLATINGS[pin.plating].tones[0], PLATINGS[pin.plating].wall
    dx, dy = ground.light.away(1)
    steps = [(s, dark if s > 4 else mid) for s in (9, 7, 5, 3, 1.5)]
    return "".join(
        f'<g transform="translate({dx * s * 0.5:.1f} {dy * s * 0.9:.1f})">'
        f'<g mask="url(#{name}-body)"><rect width="1600" height="1600" fill="{tone}"/></g></g>'
        for s, tone in steps
    )


def _piece_defs(pin: Pin, ground: Ground, place: str, name: str, lift: float) -> str:
    plating = PLATINGS[pin.plating]
    soft = 4.2 if pin.finish == "die-struck" else 2.6
    return f"""
<mask id="{name}-body" maskUnits="userSpaceOnUse" x="0" y="0" width="1600" height="1600">
{silhouette(pin, "#fff", place)}<g transform="{place}">{_holes(pin, "#000")}</g></mask>
<g id="{name}-relief">{relief(pin, place)}</g>
{shadow_filter(f"{name}-shadow", ground.light, lift)}
{inlay_filter(f"{name}-inlay", pin.finish, ground.light)}
{metal_filter(f"{name}-metal", plating, ground.light, soft)}"""


def _piece(pin: Pin, ground: Ground, place: str, name: str) -> str:
    body = f'<g mask="url(#{name}-body)"><rect width="1600" height="1600"/></g>'
    return f"""
<g filter="url(#{name}-shadow)">{body}</g>{_wall(pin, ground, name)}
<g mask="url(#{name}-body)"><g filter="url(#mottle)">{colours(pin, place)}</g></g>
<g filter="url(#{name}-inlay)"><use href="#{name}-relief"/></g>
<g filter="url(#{name}-metal)"><use href="#{name}-relief"/></g>
{_prints(pin, place)}{glare(pin.finish, f"{name}-body")}"""


def _pieces(pin: Pin) -> list[tuple[str, Pin]]:
    parts = [(f"part{i}", part) for i, part in enumerate(pin.parts)]
    return [("pin", pin), *parts]


def _place(picture: Picture) -> str:
    turn = f"rotate({picture.tilt:g} 800 800)"
    size = f"translate(800 800) scale({picture.zoom:g}) translate(-800 -800)"
    return f"{turn} {size}" + (f" {MIRROR}" if picture.back else "")


def _fillet() -> str:
    return """<filter id="fillet" filterUnits="userSpaceOnUse" x="0" y="0" width="1600" height="1600"
 color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="5"/><feComponentTransfer>
<feFuncA type="linear" slope="7" intercept="-3"/></feComponentTransfer></filter>"""


def _night(pin: Pin, place: str) -> str:
    """Return the dark of a room over the lit picture, and the light of what glows."""
    cells = "".join(_glow(piece, place) for _, piece in _pieces(pin))
    return f"""
<rect width="1600" height="1600" fill="#03060f" opacity=".87"/>
<g style="mix-blend-mode:screen"><g filter="url(#glowing)">
<rect width="1600" height="1600"/>{cells}</g></g>"""


GLOWING = """
<filter id="glowing" filterUnits="userSpaceOnUse" x="0" y="0" width="1600" height="1600"
 color-interpolation-filters="sRGB">
<feGaussianBlur in="SourceGraphic" stdDeviation="1.6"/>
<feColorMatrix values=".62 0 0 0 0 0 1 0 0 0 0 0 .84 0 0 0 0 0 1 0" result="crisp"/>
<feGaussianBlur in="SourceGraphic" stdDeviation="16"/>
<feColorMatrix values=".1 0 0 0 0 0 .55 0 0 0 0 0 .5 0 0 0 0 0 1 0" result="near"/>
<feGaussianBlur in="SourceGraphic" stdDeviation="70"/>
<feColorMatrix values=".05 0 0 0 0 0 .62 0 0 0 0 0 .66 0 0 0 0 0 1 0" result="wide"/>
<feComposite in="crisp" in2="near" operator="arithmetic" k2=".92" k3="1" result="some"/>
<feComposite in="some" in2="wide" operator="arithmetic" k2="1" k3="1.7"/>
</filter>"""


def scene(picture: Picture) -> str:
    """Return the whole picture as an SVG document."""
    ground = GROUNDS[picture.ground]
    place = _place(picture)
    pieces = _pieces(picture.pin)
    if picture.back:
        defs, content = back_svg(picture, picture.back, ground, place, reverse)
    else:
        defs = "".join(_piece_defs(p, ground, place, n, 1 if n == "pin" else 0.55) for n, p in pieces)
        content = "".join(_piece(p, ground, place, n) for n, p in pieces)
    night = _night(picture.pin, place) if picture.dark else ""
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1600" viewBox="0 0 1600 1600">
<defs>{EFFECTS}{GLOWING}{_fillet()}{ground_defs(ground)}{defs}</defs>
{ground_svg(ground)}{content}{night}</svg>"""
