"""What the pins lie on: shallow textures lit by the same lamp, soft enough to compress well."""

from __future__ import annotations

from dataclasses import dataclass

from light import Light

DAYLIGHT = Light()


@dataclass(frozen=True)
class Ground:
    """A surface: noise stretched and lit, with a pool of lamplight and a dark edge."""

    colour: str
    weave: tuple[str, str] = (".55", ".55")
    depth: float = 1.4
    octaves: int = 2
    lamp: tuple[int, int, int] = (330, 180, 1250)
    strength: float = 1.05
    blur: float = 0.5
    vignette: float = 0.45
    warmth: str = "#ffd9a0"
    warm: float = 0.06
    over: str = ""
    light: Light = DAYLIGHT


FLECKS = """<filter id="fleck" filterUnits="userSpaceOnUse" x="0" y="0" width="1600" height="1600">
<feTurbulence type="fractalNoise" baseFrequency=".035 .05" numOctaves="3" seed="12"/>
<feColorMatrix values="0 0 0 0 .28 0 0 0 0 .15 0 0 0 0 .07 7 0 0 0 -4.3"/><feGaussianBlur stdDeviation="1"/>
</filter><rect width="1600" height="1600" filter="url(#fleck)" opacity=".42"/>"""


def _ruled(gap: int, colour: str, opacity: float, first: int = 90) -> str:
    lines = "".join(f"M0 {y}H1600" for y in range(first, 1600, gap))
    return f'<path d="{lines}" stroke="{colour}" stroke-width="2.5" opacity="{opacity}"/>'


def _boards() -> str:
    joints = "M0 412H1600M0 938H1600M0 1466H1600"
    return (
        f'<path d="{joints}" stroke="#140b05" stroke-width="9" opacity=".62"/>'
        f'<path d="{joints}" stroke="#ffe2b8" stroke-width="2" opacity=".22" transform="translate(0 7)"/>'
    )


def _chart() -> str:
    grid = "".join(f"M{x} 0V1600M0 {x}H1600" for x in range(130, 1600, 335))
    depths = (
        "M-40 1180C240 1020 420 1300 720 1210S1180 960 1660 1120",
        "M-40 1320C260 1190 480 1420 800 1340S1300 1120 1660 1260",
        "M980 -40C1030 160 1260 220 1330 420S1520 640 1660 690",
    )
    line = 'fill="none" stroke="#4a7d8c" stroke-width="3" opacity=".6"'
    contours = "".join(f'<path d="{d}" {line}/>' for d in depths)
    return f'<path d="{grid}" stroke="#6b6250" stroke-width="2" opacity=".42"/>{contours}'


GROUNDS: dict[str, Ground] = {
    "denim": Ground("#536a96", (".5 .05", ".05 .5"), 1.7, light=Light(shadow=0.62)),
    "indigo": Ground("#2f3a63", (".5 .05", ".05 .5"), 1.7, lamp=(420, 160, 950), vignette=0.6),
    "linen": Ground(
        "#ded0b4",
        (".3 .028", ".028 .3"),
        1.5,
        lamp=(330, 180, 1700),
        vignette=0.32,
        light=Light(shadow=0.42, shadow_colour="#2c2114"),
    ),
    "felt": Ground("#566b4c", (".32", ".32"), 1.2, 3, light=Light(shadow=0.55)),
    "plum": Ground("#6a4560", (".32", ".32"), 1.2, 3, lamp=(430, 220, 1050), vignette=0.55),
    "rust": Ground("#a2573a", (".32", ".32"), 1.2, 3, lamp=(360, 200, 1150)),
    "teal": Ground("#2f6a6b", (".32", ".32"), 1.2, 3, lamp=(360, 200, 1100), vignette=0.5),
    "charcoal": Ground("#43464c", (".32", ".32"), 1.3, 3, lamp=(430, 200, 1000), vignette=0.55),
    "slate": Ground(
        "#5d6468", (".008 .022", ".04"), 4.6, 4, strength=1.15, vignette=0.55, light=Light(shadow=0.66)
    ),
    "cork": Ground(
        "#c4935e",
        (".05", ".12"),
        1.5,
        3,
        lamp=(330, 180, 1500),
        over=FLECKS,
        light=Light(shadow=0.5, shadow_colour="#1f1207"),
    ),
    "card": Ground(
        "#efe7d7",
        (".05", ".5"),
        0.45,
        3,
        lamp=(330, 180, 1800),
        vignette=0.25,
        light=Light(shadow=0.36, shadow_colour="#2c2418"),
    ),
    "ledger": Ground(
        "#eadfc2",
        (".05", ".5"),
        0.45,
        3,
        lamp=(330, 180, 1700),
        vignette=0.34,
        over=_ruled(74, "#5d7f9a", 0.5),
        light=Light(shadow=0.4, shadow_colour="#2c2114"),
    ),
    "chart": Ground(
        "#e7dec0",
        (".05", ".5"),
        0.5,
        3,
        lamp=(330, 180, 1700),
        vignette=0.36,
        over=_chart(),
        light=Light(shadow=0.42, shadow_colour="#2c2114"),
    ),
    "oak": Ground(
        "#8a5a36",
        (".006 .14", ".012 .32"),
        2.2,
        3,
        over=_boards(),
        vignette=0.5,
        light=Light(shadow=0.62, shadow_colour="#140903"),
    ),
    "plaster": Ground(
        "#c9ccc9",
        (".018", ".09"),
        1.6,
        4,
        vignette=0.3,
        light=Light(shadow=0.42, shadow_colour="#1c2126", softness=34, length=54),
    ),
    "blush": Ground(
        "#d9a79b", (".05", ".5"), 0.45, 3, vignette=0.3, light=Light(shadow=0.4, shadow_colour="#3a1712")
    ),
    "duckegg": Ground(
        "#a9c4bd", (".05", ".5"), 0.45, 3, vignette=0.3, light=Light(shadow=0.4, shadow_colour="#10262a")
    ),
    "velvet": Ground(
        "#1f2440",
        (".2", ".5"),
        0.9,
        2,
        lamp=(480, 140, 760),
        vignette=0.7,
        strength=1.2,
        light=Light(shadow=0.7),
    ),
}


def ground_defs(ground: Ground) -> str:
    """Return the filter and the gradients of a ground."""
    x, y, z = ground.lamp
    first, second = ground.weave
    return f"""
<filter id="ground" filterUnits="userSpaceOnUse" x="-12" y="-12" width="1624" height="1624"
 color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency="{first}" numOctaves="{ground.octaves}" seed="3"
 result="warp"/>
<feTurbulence type="fractalNoise" baseFrequency="{second}" numOctaves="{ground.octaves}" seed="8"
 result="weft"/>
<feComposite in="warp" in2="weft" operator="arithmetic" k2=".55" k3=".45" result="weave"/>
<feGaussianBlur in="weave" stdDeviation="{ground.blur + 0.4}" result="w"/>
<feDiffuseLighting in="w" surfaceScale="{ground.depth * 2}" diffuseConstant="{ground.strength}"
 lighting-color="{ground.colour}" result="lit"><fePointLight x="{x}" y="{y}" z="{z}"/></feDiffuseLighting>
<feGaussianBlur in="lit" stdDeviation="{ground.blur}"/>
</filter>
<radialGradient id="lamp" gradientUnits="userSpaceOnUse" cx="{x}" cy="{y}" r="1500">
<stop offset="0" stop-color="{ground.warmth}" stop-opacity="{ground.warm * 3:.2f}"/>
<stop offset="1" stop-color="{ground.warmth}" stop-opacity="0"/></radialGradient>
<radialGradient id="vignette" gradientUnits="userSpaceOnUse" cx="720" cy="680" r="1240">
<stop offset=".35" stop-color="#000" stop-opacity="0"/>
<stop offset="1" stop-color="#05060c" stop-opacity="{ground.vignette}"/></radialGradient>"""


def ground_svg(ground: Ground) -> str:
    """Return the painted ground, without the shadows of what lies on it."""
    full = '<rect width="1600" height="1600"'
    wide = '<rect x="-12" y="-12" width="1624" height="1624"'
    shade = f'{full} fill="url(#vignette)"/>{full} fill="url(#lamp)"/>'
    return f'{wide} filter="url(#ground)"/>{ground.over}{shade}'
