"""What a drawing declares: a pin, its enamel, metal lines, prints and parts, its back and its pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from shapes import SIZE

Effect = Literal["glitter", "glow", "pearlescent", "translucent"]
Finish = Literal["hard", "soft", "die-struck"]
Texture = Literal["smooth", "sandblast", "lines", "checked"]
Clutch = Literal["rubber", "butterfly", "locking"]

MIRROR = f"matrix(-1 0 0 1 {SIZE} 0)"


@dataclass(frozen=True)
class Text:
    """Lettering, usable wherever a path is; x is the middle, y the baseline."""

    words: str
    x: float
    y: float
    size: float
    font: str = "Liberation Serif"
    weight: int = 700
    spacing: float = 0
    anchor: Literal["start", "middle", "end"] = "middle"


Shape = str | Text


@dataclass(frozen=True)
class Fill:
    """A cell of enamel with a thin metal wall around it; line 0 leaves the wall out."""

    shape: Shape
    colour: str
    effect: Effect | None = None
    line: float | None = None
    transform: str = ""


@dataclass(frozen=True)
class Line:
    """A raised metal line along a path."""

    shape: Shape
    width: float = 8
    transform: str = ""


@dataclass(frozen=True)
class Metal:
    """An area of bare metal: height 1 is the top of the rim, 0.4 the deepest engraving."""

    shape: Shape
    height: float = 1
    transform: str = ""


@dataclass(frozen=True)
class Groove:
    """A line engraved into bare metal; height as for Metal."""

    shape: Shape
    width: float = 6
    height: float = 0.55
    transform: str = ""


@dataclass(frozen=True)
class Print:
    """A flat detail printed on top of enamel and metal; a width makes it a stroke."""

    shape: Shape
    colour: str
    width: float | None = None
    transform: str = ""


@dataclass(frozen=True)
class Hole:
    """A cut-out through the pin."""

    shape: Shape
    transform: str = ""


Item = Fill | Line | Metal | Groove | Print | Hole


@dataclass(frozen=True)
class Pin:
    """A pin, or a part of one: items are painted in order, each hiding what lies under it.

    Without an outline the metal body is everything drawn, grown by the rim.
    """

    items: tuple[Item, ...]
    outline: tuple[Shape, ...] = ()
    plating: str = "gold"
    finish: Finish = "hard"
    rim: float = 15
    line: float = 8
    parts: tuple[Pin, ...] = ()


@dataclass(frozen=True)
class Back:
    """The reverse: coordinates are those of the back picture, where the pin is already mirrored."""

    posts: tuple[tuple[float, float], ...]
    stamp: tuple[str, ...] = ("© MARLOW",)
    stamp_at: tuple[float, float] = (800, 800)
    stamp_size: float = 40
    number: str = ""
    number_at: tuple[float, float] | None = None
    texture: Texture = "smooth"
    clutch: Clutch = "rubber"
    clutch_colour: str = "#1b1b1e"
    clutch_size: float = 118


@dataclass(frozen=True)
class Picture:
    """One photograph of a pin: its front, its back, or its front with the lights off."""

    pin: Pin
    ground: str = "denim"
    tilt: float = 0
    zoom: float = 1
    back: Back | None = None
    dark: bool = False


def shifted(item: Item, transform: str) -> Item:
    """Return the item with an SVG transform applied after its own."""
    return replace(item, transform=f"{transform} {item.transform}".strip())


def mirrored(*items: Item) -> tuple[Item, ...]:
    """Return the items reflected at the vertical middle of the picture."""
    return tuple(shifted(item, MIRROR) for item in items)


def both(*items: Item) -> tuple[Item, ...]:
    """Return the items and their reflections."""
    return items + mirrored(*items)


def moved(dx: float, dy: float, *items: Item) -> tuple[Item, ...]:
    """Return the items pushed sideways and down."""
    return tuple(shifted(item, f"translate({dx:g} {dy:g})") for item in items)


def turned(degrees: float, cx: float, cy: float, *items: Item) -> tuple[Item, ...]:
    """Return the items turned clockwise about a point."""
    return tuple(shifted(item, f"rotate({degrees:g} {cx:g} {cy:g})") for item in items)


def scaled(factor: float, cx: float, cy: float, *items: Item) -> tuple[Item, ...]:
    """Return the items enlarged about a point; their lines grow too."""
    away = f"translate({cx:g} {cy:g}) scale({factor:g}) translate({-cx:g} {-cy:g})"
    return tuple(shifted(item, away) for item in items)
