"""Draw seeded pictures to measure with: photographs of small shiny pins, and flat artwork.

Nothing here was photographed. A pin is a height field: a raised metal rim, metal ridges between fields of
enamel, and a domed surface. It is lit by a room with soft boxes, which is what makes metal and enamel hard to
code: hard edges, small bright highlights and smooth gradients beside each other. It lies out of the middle on
wood, cloth or paper, is seen by a lens with little depth of field, and gets the noise of a sensor.
"""

from __future__ import annotations

import colorsys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

Field = np.ndarray

_METALS = ((1.0, 0.78, 0.42), (0.92, 0.93, 0.95), (0.95, 0.66, 0.52), (0.22, 0.22, 0.25))


def photograph(seed: int, size: tuple[int, int] = (2400, 1800), quality: int = 92) -> Image.Image:
    """Return a picture of a pin as a camera would give it; the same seed gives the same pixels."""
    chance = np.random.default_rng(seed)
    width, height = size
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    scale = 2.6 / min(size)
    x = (across - width * chance.uniform(0.42, 0.58)) * scale
    y = (down - height * chance.uniform(0.45, 0.55)) * scale
    outline = _outline(chance, x, y)
    inside = np.clip(outline / scale / 1.5 + 0.5, 0, 1)
    colour, ridge = _enamel(chance, x, y, outline)
    surface = _lit(chance, _heights(outline, ridge), colour, ridge, x, y, scale)
    ground = _ground(chance, x, y, seed)
    ground *= (1 - 0.62 * _shadow(inside, min(size)))[..., None]
    picture = ground * (1 - inside[..., None]) + surface * inside[..., None]
    return Image.fromarray(_sensor(chance, picture))


def _outline(chance: np.random.Generator, x: Field, y: Field) -> Field:
    """Return the distance to the edge of the pin, positive inside."""
    angle, radius = np.arctan2(y, x), np.hypot(x, y)
    edge = np.full_like(x, 0.95)
    for waves in chance.choice(np.arange(2, 9), 3, replace=False):
        edge += chance.uniform(0.02, 0.09) * np.cos(waves * angle + chance.uniform(0, 6.28))
    return edge - radius


def _enamel(chance: np.random.Generator, x: Field, y: Field, outline: Field) -> tuple[Field, Field]:
    """Return the colour of each field of enamel, and how much each place is metal."""
    points = chance.uniform(-0.85, 0.85, (int(chance.integers(7, 16)), 2))
    first, second = np.full_like(x, 9.0), np.full_like(x, 9.0)
    nearest = np.zeros(x.shape, np.int8)
    for number, (px, py) in enumerate(points):
        distance = np.hypot(x - np.float32(px), y - np.float32(py))
        nearer = distance < first
        second = np.where(nearer, first, np.minimum(second, distance))
        first, nearest[nearer] = np.minimum(first, distance), number
    gap = np.minimum((second - first) / 2, np.maximum(outline - 0.09, 0))
    ridge = np.clip(1 - (gap - 0.016) / 0.004, 0, 1)
    hues = [
        colorsys.hsv_to_rgb(chance.random(), chance.uniform(0.25, 0.95), chance.uniform(0.15, 0.95))
        for _ in points
    ]
    return np.asarray(hues, np.float32)[nearest] ** 2.2, ridge


def _heights(outline: Field, ridge: Field) -> Field:
    rim = np.clip(outline / 0.06, 0, 1)
    return ndimage.gaussian_filter(0.05 * np.sqrt(rim) + 0.022 * ridge + 0.05 * np.clip(outline, 0, 1), 2.5)


def _lit(
    chance: np.random.Generator, heights: Field, colour: Field, ridge: Field, x: Field, y: Field, scale: float
) -> Field:
    """Light the surface by reflecting a room in it."""
    slope_y, slope_x = np.gradient(heights, scale)
    long = np.sqrt(slope_x**2 + slope_y**2 + 1)
    across, down, up = -slope_x / long, -slope_y / long, 1 / long
    metal = np.asarray(_METALS[int(chance.integers(len(_METALS)))], np.float32)
    room = _room(chance, 2 * up * across + 0.12 * x, 2 * up * down + 0.12 * y)
    light = np.clip(0.35 * across - 0.45 * down + 0.8 * up, 0, None)
    fresnel = 0.04 + 0.5 * (1 - up) ** 2
    glazed = colour * light[..., None] + (fresnel * room)[..., None]
    grain = ndimage.gaussian_filter(chance.standard_normal(x.shape, np.float32), 1.2) * 0.05
    polished = metal * (0.10 + 0.95 * room + grain)[..., None]
    return glazed * (1 - ridge[..., None]) + polished * ridge[..., None]


def _room(chance: np.random.Generator, u: Field, v: Field) -> Field:
    """Return how bright the room is in a direction: walls, and soft boxes with soft edges."""
    light = 0.18 + 0.14 * v
    for _ in range(4):
        cu, cv = chance.uniform(-1.1, 1.1, 2)
        wide, high, edge = chance.uniform(0.08, 0.4), chance.uniform(0.08, 0.4), chance.uniform(0.01, 0.08)
        box = np.clip((wide - abs(u - cu)) / edge, 0, 1) * np.clip((high - abs(v - cv)) / edge, 0, 1)
        light = light + box * chance.uniform(0.6, 1.6)
    return light


def _ground(chance: np.random.Generator, x: Field, y: Field, seed: int) -> Field:
    """Return wood, cloth or paper, sharp where the lens is and soft farther away."""
    base = np.asarray(
        colorsys.hsv_to_rgb(chance.random(), chance.uniform(0.05, 0.5), chance.uniform(0.15, 0.9)), np.float32
    )
    noise = _fractal(chance, x.shape)
    match seed % 3:
        case 0:
            rings = np.sin(26 * (y + 0.22 * noise) + 3 * noise)
            texture = 1 + 0.16 * rings + 0.1 * _fractal(chance, x.shape, stretch=10)
        case 1:
            weave = np.sin(230 * x + 2 * noise) * np.sin(230 * y + 2 * noise)
            texture = 1 + 0.22 * weave + 0.12 * noise
        case _:
            texture = 1 + 0.05 * noise
    soft = ndimage.gaussian_filter(texture, 9)
    blur = np.clip(abs(y + 0.1) * 0.9, 0, 1)
    return (base**2.2)[None, None, :] * (texture * (1 - blur) + soft * blur)[..., None]


def _fractal(chance: np.random.Generator, shape: tuple[int, int], stretch: int = 1) -> Field:
    total = np.zeros(shape, np.float32)
    for octave in range(3, 9):
        cells = (max(2, 2**octave), max(2, 2**octave // stretch))
        image = Image.fromarray(chance.standard_normal(cells).astype(np.float32))
        total += np.asarray(image.resize(shape[::-1], Image.Resampling.BICUBIC)) / 1.7 ** (octave - 3)
    return total / 2


def _shadow(inside: Field, side: int) -> Field:
    moved = ndimage.shift(inside[::8, ::8], (side / 8 * 0.022, side / 8 * 0.014), order=1)
    small = ndimage.gaussian_filter(moved, side / 8 * 0.016)
    image = Image.fromarray(small.astype(np.float32))
    return np.asarray(image.resize(inside.shape[::-1], Image.Resampling.BILINEAR))


def _sensor(chance: np.random.Generator, linear: Field) -> Field:
    """Expose, add the noise of a sensor after a camera's own smoothing, and apply the curve of sRGB."""
    noise = chance.standard_normal(linear.shape, np.float32)
    noise = ndimage.gaussian_filter(noise, (0.7, 0.7, 0)) * 1.9
    seen = np.clip(linear, 0, 1)
    seen = np.clip(seen + noise * (0.0015 + 0.006 * np.sqrt(seen)), 0, 1)
    steps = np.linspace(0, 1, 4096, dtype=np.float32)
    curve = np.where(steps <= 0.0031308, steps * 12.92, 1.055 * steps ** (1 / 2.4) - 0.055)
    return (curve * 255 + 0.5).astype(np.uint8)[(seen * 4095 + 0.5).astype(np.int16)]


def artwork(seed: int, size: tuple[int, int] = (2000, 2000)) -> Image.Image:
    """Return a flat drawing as a designer exports it: a few plain colours, smooth edges, no shading."""
    chance = np.random.default_rng(seed)
    side = 3  # drawn larger and reduced, so that edges are smooth
    width, height = size[0] * side, size[1] * side
    image = Image.new("RGB", (width, height), _plain(chance))
    draw = ImageDraw.Draw(image)
    for _ in range(int(chance.integers(8, 20))):
        cx, cy = chance.uniform(0.1, 0.9) * width, chance.uniform(0.1, 0.9) * height
        radius = chance.uniform(0.04, 0.3) * width
        corners = int(chance.integers(3, 9))
        turns = np.sort(chance.uniform(0, 6.283, corners))
        points = [(cx + radius * np.cos(turn), cy + radius * np.sin(turn)) for turn in turns]
        if chance.random() < 0.5:
            draw.ellipse(
                (cx - radius, cy - radius, cx + radius, cy + radius), _plain(chance), (20, 20, 24), 42
            )
        else:
            draw.polygon(points, _plain(chance), (20, 20, 24), 42)
    return image.resize(size, Image.Resampling.BOX)


def _plain(chance: np.random.Generator) -> tuple[int, int, int]:
    red, green, blue = colorsys.hsv_to_rgb(
        chance.random(), chance.uniform(0.2, 0.9), chance.uniform(0.3, 1.0)
    )
    return (round(red * 255), round(green * 255), round(blue * 255))


def write_photographs(folder: Path, count: int, size: tuple[int, int] = (2400, 1800)) -> list[Path]:
    """Write so many photographs as JPEG, those that are there already being kept."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"pin-{seed:03}.jpg" for seed in range(count)]
    for seed, path in enumerate(paths):
        if not path.exists():
            photograph(seed, size).save(path, quality=95, subsampling="4:4:4")
    return paths


def write_artwork(folder: Path, count: int) -> list[Path]:
    """Write so many flat drawings as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"art-{seed:03}.png" for seed in range(count)]
    for seed, path in enumerate(paths):
        if not path.exists():
            artwork(seed).save(path, optimize=False)
    return paths
