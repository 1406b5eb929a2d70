"""Enamel: how a cell of colour meets its metal walls, its effects, and what its surface reflects."""

from __future__ import annotations

from light import Light
from pin import Finish

WHOLE = (
    'filterUnits="userSpaceOnUse" x="0" y="0" width="1600" height="1600" color-interpolation-filters="sRGB"'
)


def inlay_filter(name: str, finish: Finish, light: Light) -> str:
    """Return the filter that shades the enamel beside the walls: red is metal, blue is the body."""
    deep = finish == "soft"
    depth = light.away(9 if deep else 3.5)
    dark, rest, lip = (0.8, 0.42, 0.75) if deep else (0.5, 0.34, 0.2)
    return f"""
<filter id="{name}" {WHOLE}>
<feColorMatrix in="SourceGraphic" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0" result="wall"/>
<feColorMatrix in="SourceGraphic" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 -2 0 1 0 0" result="cell"/>
<feGaussianBlur in="wall" stdDeviation="{6 if deep else 3}"/>
<feOffset dx="{depth[0]:.1f}" dy="{depth[1]:.1f}"/>
<feComponentTransfer result="cast"><feFuncA type="linear" slope="{dark}"/></feComponentTransfer>
<feGaussianBlur in="wall" stdDeviation="{9 if deep else 4}" result="near"/>
<feComponentTransfer in="near" result="ambient"><feFuncA type="linear" slope="{rest}"/></feComponentTransfer>
<feSpecularLighting in="near" surfaceScale="{7 if deep else 4}" specularConstant="{lip}"
 specularExponent="24" lighting-color="#fff" result="lip">{light.distant(44)}</feSpecularLighting>
<feColorMatrix in="lip" values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0 1 0" result="lip2"/>
<feMerge result="all"><feMergeNode in="cast"/><feMergeNode in="ambient"/><feMergeNode in="lip2"/></feMerge>
<feComposite in="all" in2="cell" operator="in"/>
</filter>"""


EFFECTS = f"""
<filter id="glitter" {WHOLE}>
<feTurbulence type="fractalNoise" baseFrequency=".16" numOctaves="2" seed="21" result="n"/>
<feColorMatrix in="n" values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 9 0 0 0 -5.6" result="bright"/>
<feTurbulence type="fractalNoise" baseFrequency=".21" numOctaves="2" seed="5" result="m"/>
<feColorMatrix in="m" values="0 0 0 0 .02 0 0 0 0 .02 0 0 0 0 .06 0 9 0 0 -5.4" result="dim"/>
<feComponentTransfer in="dim" result="dim2"><feFuncA type="linear" slope=".45"/></feComponentTransfer>
<feTurbulence type="fractalNoise" baseFrequency=".12" numOctaves="1" seed="9" result="c"/>
<feColorMatrix in="c" values="1.8 0 0 0 -.1 0 1.8 0 0 .05 0 0 1.8 0 .1 0 0 14 0 -8.6" result="tint"/>
<feMerge result="flecks"><feMergeNode in="dim2"/><feMergeNode in="tint"/><feMergeNode in="bright"/></feMerge>
<feComposite in="flecks" in2="SourceAlpha" operator="in" result="inside"/>
<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="inside"/></feMerge>
</filter>
<filter id="pearlescent" {WHOLE}>
<feTurbulence type="fractalNoise" baseFrequency=".0055 .011" numOctaves="3" seed="14" result="n"/>
<feDiffuseLighting in="n" surfaceScale="60" diffuseConstant="1.15" lighting-color="#fff" result="silk">
<feDistantLight azimuth="235" elevation="48"/></feDiffuseLighting>
<feColorMatrix in="n" values=".7 0 0 0 .45 0 .5 0 0 .55 0 0 .9 0 .45 0 0 0 0 .34" result="hue"/>
<feComposite in="SourceGraphic" in2="silk" operator="arithmetic" k1=".75" k2=".42" result="lit"/>
<feMerge result="both"><feMergeNode in="lit"/><feMergeNode in="hue"/></feMerge>
<feComposite in="both" in2="SourceAlpha" operator="in"/>
</filter>
<filter id="translucent" {WHOLE}>
<feTurbulence type="fractalNoise" baseFrequency=".012 .09" numOctaves="2" seed="31" result="n"/>
<feDiffuseLighting in="n" surfaceScale="4" diffuseConstant="1.2" lighting-color="#fff" result="floor">
<feDistantLight azimuth="215" elevation="46"/></feDiffuseLighting>
<feGaussianBlur in="SourceAlpha" stdDeviation="22" result="mid"/>
<feColorMatrix in="mid" values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 0 0 0 .6 -.36" result="well"/>
<feComposite in="SourceGraphic" in2="floor" operator="arithmetic" k1="1.2" k2=".18" result="lit"/>
<feMerge result="both"><feMergeNode in="lit"/><feMergeNode in="well"/></feMerge>
<feComposite in="both" in2="SourceAlpha" operator="in"/>
</filter>
<filter id="mottle" {WHOLE}>
<feTurbulence type="fractalNoise" baseFrequency=".006" numOctaves="2" seed="77" result="n"/>
<feColorMatrix in="n" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 .26 0 0 0 -.08" result="dark"/>
<feComposite in="dark" in2="SourceAlpha" operator="in" result="inside"/>
<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="inside"/></feMerge>
</filter>
<filter id="haze" {WHOLE}><feGaussianBlur stdDeviation="4"/></filter>
<linearGradient id="pane" x1="0" y1="0" x2=".9" y2="1">
<stop offset="0" stop-color="#fff" stop-opacity=".26"/>
<stop offset=".55" stop-color="#fff" stop-opacity=".1"/>
<stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>
<linearGradient id="falloff" x1="0" y1="0" x2="1" y2="1">
<stop offset="0" stop-color="#fff" stop-opacity=".13"/><stop offset=".5" stop-color="#fff" stop-opacity="0"/>
<stop offset=".55" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".22"/>
</linearGradient>"""


def glare(finish: Finish, mask: str) -> str:
    """Return what the polished face reflects: a window on hard enamel, only a fall of light on the others."""
    fall = '<rect width="1600" height="1600" fill="url(#falloff)"/>'
    if finish != "hard":
        return f'<g mask="url(#{mask})">{fall}</g>'
    panes = "M150 90L700 20L520 760L0 900Z M742 16L920 0L760 600L564 744Z"
    return (
        f'<g mask="url(#{mask})">{fall}<g filter="url(#haze)"><path d="{panes}" fill="url(#pane)"/></g></g>'
    )
