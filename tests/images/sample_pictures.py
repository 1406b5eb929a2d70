"""Small pictures whose every pixel is known."""

from PIL import Image, ImageDraw

QUADRANTS = {(0.25, 0.25): (220, 30, 30), (0.75, 0.25): (30, 160, 40), (0.25, 0.75): (40, 60, 210), (0.75,
0.75): (240, 220, 60)}  # fmt: skip


def quadrants(width=96, height=64):
    """Draw four colours, so that every turn and mirror is told apart."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for (x, y), colour in QUADRANTS.items():
        left, top = width // 2 if x > 0.5 else 0, height // 2 if y > 0.5 else 0
        draw.rectangle((left, top, left + width // 2, top + height // 2), fill=colour)
    return image


def at(image, x, y):
    """Return the colour at a place given as fractions."""
    return image.convert("RGB").getpixel((int(x * image.width), int(y * image.height)))


def near(one, other, step=12):
    """Say whether two colours differ by no more than lossy coding may change them."""
    return all(abs(a - b) <= step for a, b in zip(one, other, strict=True))


def noise(width, height, seed=7):
    """Return a picture that does not compress to nothing, the same on each day."""
    state, values = seed, bytearray()
    for _ in range(64 * 64 * 3):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        values.append(state >> 16 & 0xFF)
    return Image.frombytes("RGB", (64, 64), bytes(values)).resize((width, height), Image.Resampling.BICUBIC)
