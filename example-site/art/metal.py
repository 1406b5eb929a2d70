"""Plated metal: the red channel of a relief map is a height field, lit and turned into reflections."""

from __future__ import annotations

from dataclasses import dataclass

from light import Light


@dataclass(frozen=True)
class Plating:
    """Seven tones of a plating from its darkest to its brightest reflection, and its side wall."""

    tones: tuple[str, str, str, str, str, str, str]
    glint: str = "#ffffff"
    patina: float = 0
    grain: float = 0.018
    room: float = 0.8
    grit: str = ".9 .5"

    @property
    def wall(self) -> str:
        """Return the colour of the side of the metal."""
        return self.tones[1]


PLATINGS: dict[str, Plating] = {
    "gold": Plating(("#2e1a08", "#5e3a12", "#946123", "#cf9e40", "#c08c34", "#edcb72", "#fff5cf"), "#fff6dc"),
    "silver": Plating(
        ("#15181c", "#3a4047", "#6a727b", "#a4acb4", "#8b939c", "#cdd3d9", "#ffffff"), "#ffffff"
    ),
    "nickel": Plating(
        ("#151413", "#393633", "#645f5a", "#98928b", "#7f7972", "#bfb9b1", "#fbf9f5"), "#fffdf8"
    ),
    "black-nickel": Plating(
        ("#050608", "#0d0f13", "#1a1d23", "#30353d", "#24282f", "#4b525d", "#a9b3c1"), "#c9d4e6"
    ),
    "copper": Plating(
        ("#2a0f07", "#562413", "#8a4026", "#c4714b", "#b3603c", "#e29a72", "#ffe3cd"), "#ffe9da"
    ),
    "rose-gold": Plating(
        ("#2d1512", "#5d342d", "#935f55", "#cf9a8c", "#c08a7d", "#eac2b5", "#fff1ea"), "#fff1ea"
    ),
    "antique-gold": Plating(
        ("#150d05", "#352410", "#63481f", "#9b7836", "#84632b", "#c2a15a", "#f3dea4"), "#f6e6b8", 0.9, 0.05
    ),
    "antique-silver": Plating(
        ("#0e0f11", "#2a2c2f", "#54575b", "#8d9195", "#787c80", "#b9bdc0", "#f1f3f4"), "#f4f6f8", 0.95, 0.05
    ),
}


def _table(tones: tuple[str, ...], channel: int) -> str:
    start = 1 + 2 * channel
    return " ".join(f"{int(tone[start : start + 2], 16) / 255:.3f}" for tone in tones)


def _bands(plating: Plating) -> str:
    tables = (_table(plating.tones, i) for i in range(3))
    return "".join(
        f'<feFunc{name} type="table" tableValues="{table}"/>'
        for name, table in zip("RGB", tables, strict=True)
    )


def metal_filter(name: str, plating: Plating, light: Light, soft: float = 2.6, seed: int = 4) -> str:
    """Return the filter that makes plated metal of a relief map's red channel."""
    return f"""
<filter id="{name}" filterUnits="userSpaceOnUse" x="0" y="0" width="1600" height="1600"
 color-interpolation-filters="sRGB">
<feColorMatrix in="SourceGraphic" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0" result="height"/>
<feComponentTransfer in="height" result="solid"><feFuncA type="linear" slope="2.6"/></feComponentTransfer>
<feGaussianBlur in="height" stdDeviation="{soft}" result="fine"/>
<feGaussianBlur in="height" stdDeviation="{soft * 2.4:.2f}" result="broad"/>
<feComposite in="fine" in2="broad" operator="arithmetic" k2=".5" k3=".5" result="bevel"/>
<feTurbulence type="fractalNoise" baseFrequency="{plating.grit}" numOctaves="2" seed="{seed}" result="noise"/>
<feColorMatrix in="noise" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 -.1" result="scratch"/>
<feComposite in="bevel" in2="scratch" operator="arithmetic" k2="1" k3="{plating.grain}" result="h"/>
<feDiffuseLighting in="h" surfaceScale="8" diffuseConstant="1" lighting-color="#fff" result="shade">
{light.distant(50)}</feDiffuseLighting>
<feTurbulence type="fractalNoise" baseFrequency=".0022 .0042" numOctaves="2" seed="{seed + 7}" result="room"/>
<feColorMatrix in="room" values="1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 0 0 0 0 1" result="mirror"/>
<feComposite in="shade" in2="mirror" operator="arithmetic" k2="1" k3="{plating.room}" k4="{-plating.room / 2}"
 result="lit"/>
<feComponentTransfer in="lit" result="bands">{_bands(plating)}</feComponentTransfer>
<feSpecularLighting in="h" surfaceScale="7" specularConstant="1" specularExponent="58"
 lighting-color="{plating.glint}" result="glint">{light.distant(57)}</feSpecularLighting>
<feComposite in="bands" in2="glint" operator="arithmetic" k2="1" k3=".7" result="shiny"/>
{_patina(plating)}
<feComposite in="worn" in2="solid" operator="in"/>
</filter>"""


def _patina(plating: Plating) -> str:
    """Return the steps that darken whatever lies lower than its surroundings."""
    if not plating.patina:
        return '<feOffset in="shiny" result="worn"/>'
    return f"""<feGaussianBlur in="height" stdDeviation="13" result="around"/>
<feComposite in="around" in2="height" operator="arithmetic" k2="2.6" k3="-2.6" k4="0" result="low"/>
<feComponentTransfer in="height" result="deep"><feFuncA type="table" tableValues="1 1 1 .82 .5 .16 0"/>
</feComponentTransfer>
<feComposite in="low" in2="deep" operator="arithmetic" k2=".7" k3="{plating.patina}" result="dirt"/>
<feColorMatrix in="dirt" values="0 0 0 0 .055 0 0 0 0 .05 0 0 0 0 .045 0 0 0 .86 0" result="dark"/>
<feMerge result="worn"><feMergeNode in="shiny"/><feMergeNode in="dark"/></feMerge>"""
