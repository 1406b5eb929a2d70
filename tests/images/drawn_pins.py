"""Pictures of pins drawn by the tests: where the metal is, is known to the pixel."""

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from sample_pictures import noise

SIDE = 384
CREAM, SLATE, TEAL, WHITE = (226, 214, 188), (58, 62, 70), (60, 120, 118), (255, 255, 255)
RED, NAVY, GOLD, SILVER = (178, 32, 40), (22, 38, 88), (205, 162, 74), (176, 178, 182)


def shape(box=(108, 78, 282, 300), kind="ellipse", side=SIDE):
    """Return the mask of a pin."""
    mask = Image.new("L", (side, side))
    draw = ImageDraw.Draw(mask)
    left, top, right, bottom = box
    if kind == "ellipse":
        draw.ellipse(box, fill=255)
    elif kind == "moth":
        middle = (left + right) // 2
        wings = [(middle, top + 24), (left, top), (left + 18, (top + bottom) // 2)]
        wings += [(left + 42, bottom), (middle, bottom - 54), (right - 42, bottom)]
        draw.polygon([*wings, (right - 18, (top + bottom) // 2), (right, top)], fill=255)
    else:
        draw.rounded_rectangle(box, 12, fill=255)
    return mask


def ground(colour=CREAM, side=SIDE, falloff=0.0, grain=0.0):
    """Draw a table top: one colour, light that falls off to the corners, and a grain."""
    picture = Image.new("RGB", (side, side), colour)
    if falloff:
        light = Image.radial_gradient("L").resize((side, side)).point(lambda value: 255 - value * falloff)
        picture = ImageChops.multiply(picture, Image.merge("RGB", (light, light, light)))
    if grain:
        rough = noise(side, side).convert("L").convert("RGB")
        picture = Image.blend(picture, rough, grain)
    return picture


def laid(picture, mask, enamel=RED, metal=GOLD, shadow=0.5, second=None):
    """Lay a pin on a ground: shadow, metal, enamel within a rim of four pixels."""
    if shadow:
        soft = (
            ImageChops.offset(mask, 6, 8)
            .filter(ImageFilter.GaussianBlur(7))
            .point(lambda value: value * shadow)
        )
        picture = Image.composite(Image.new("RGB", picture.size), picture, soft)
    picture.paste(metal, mask=mask)
    inner = mask.filter(ImageFilter.MinFilter(9))
    picture.paste(enamel, mask=inner)
    if second:
        half = inner.copy()
        half.paste(0, (0, 0, picture.width // 2, picture.height))
        picture.paste(second, mask=half)
    return picture


def cut_out(mask, enamel=RED, metal=GOLD):
    """Return the pin on nothing."""
    picture = laid(Image.new("RGB", mask.size, metal), mask, enamel, metal, shadow=0).convert("RGBA")
    picture.putalpha(mask)
    return picture


def busy(side=SIDE):
    """Return a photograph of many things."""
    return noise(side, side, seed=3)
