"""Reference patches, and the judge of how far off they are: ΔE2000 by a colour library of its own."""

import statistics

from coloraide import Color
from PIL import Image

CONVERTED, CODED = (0.8, 0.4), (2.0, 1.0)
SIDE = 32

#: Skin, sky, leaf, flower, enamel red and blue, gold, silver, the greys: within sRGB, as sRGB values.
PATCHES = [
    (115, 82, 68), (194, 150, 130), (98, 122, 157), (87, 108, 67), (133, 128, 177), (103, 189, 170),
    (214, 126, 44), (80, 91, 166), (193, 90, 99), (94, 60, 108), (157, 188, 64), (224, 163, 46),
    (56, 61, 150), (70, 148, 73), (175, 54, 60), (231, 199, 31), (187, 86, 149), (40, 133, 161),
    (243, 243, 242), (200, 200, 200), (160, 160, 160), (122, 122, 121), (85, 85, 85), (52, 52, 52),
]  # fmt: skip


def srgb(rgb):
    return Color("srgb", [value / 255 for value in rgb])


def chart(colours, mode="RGB"):
    """Return patches side by side."""
    image = Image.new(mode, (SIDE * len(colours), SIDE))
    for number, colour in enumerate(colours):
        image.paste(colour, (number * SIDE, 0, (number + 1) * SIDE, SIDE))
    return image


def far(image, expected):
    """Return the ΔE2000 of each patch's middle to what it should be."""
    pixels = image.convert("RGB")
    middles = (pixels.getpixel((number * SIDE + SIDE // 2, SIDE // 2)) for number in range(len(expected)))
    return [srgb(rgb).delta_e(wanted, method="2000") for rgb, wanted in zip(middles, expected, strict=True)]


def hold(found, limits):
    assert max(found) <= limits[0]
    assert statistics.mean(found) <= limits[1]
