"""The lamp over the table: where it stands, its colour, and the shadows it throws."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin


@dataclass(frozen=True)
class Light:
    """A lamp: azimuth is the side it stands on (225 is the upper left), both shadows lie opposite."""

    azimuth: float = 230
    shadow: float = 0.6
    shadow_colour: str = "#06070c"
    softness: float = 26
    length: float = 42

    def distant(self, elevation: float) -> str:
        """Return the light source element for a lighting filter."""
        return f'<feDistantLight azimuth="{self.azimuth:g}" elevation="{elevation:g}"/>'

    def away(self, distance: float) -> tuple[float, float]:
        """Return the offset of a shadow that falls so far from the lamp."""
        angle = radians(self.azimuth + 180)
        return distance * cos(angle), distance * sin(angle)


def shadow_filter(name: str, light: Light, lift: float = 1) -> str:
    """Return the filter that turns a silhouette into a tight contact shadow and a wide soft one."""
    near, far = light.away(10 * lift), light.away(light.length * lift)
    return f"""
<filter id="{name}" filterUnits="userSpaceOnUse" x="-50" y="-50" width="1700" height="1700"
 color-interpolation-filters="sRGB">
<feGaussianBlur in="SourceAlpha" stdDeviation="{5 * lift:.1f}"/>
<feOffset dx="{near[0]:.1f}" dy="{near[1]:.1f}" result="a"/>
<feGaussianBlur in="SourceAlpha" stdDeviation="{light.softness * lift:.1f}"/>
<feOffset dx="{far[0]:.1f}" dy="{far[1]:.1f}" result="b"/>
<feFlood flood-color="{light.shadow_colour}" result="ink"/>
<feComponentTransfer in="a" result="a2"><feFuncA type="linear" slope=".8"/></feComponentTransfer>
<feComponentTransfer in="b" result="b2"><feFuncA type="linear" slope="{light.shadow}"/></feComponentTransfer>
<feComposite in="ink" in2="a2" operator="in" result="contact"/>
<feComposite in="ink" in2="b2" operator="in" result="soft"/>
<feMerge><feMergeNode in="soft"/><feMergeNode in="contact"/></feMerge>
</filter>"""
