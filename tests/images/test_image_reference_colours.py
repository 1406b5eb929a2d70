"""Reference patches come out as the same colour: the stated ΔE2000, judged by a colour library of its own.

Stated: at most 0.8 (mean 0.4) after conversion, which is what 8 bits a channel allow, and at most 2.0 (mean 1.0)
after AVIF, WebP and JPEG have coded them. An eye begins to tell two patches side by side at about 1.
"""

import io
import struct
import zlib

import pytest
from coloraide import Color
from PIL import Image
from sample_patches import CODED, CONVERTED, PATCHES, SIDE, chart, far, hold, srgb
from sample_profiles import ADOBE_RGB, DISPLAY_P3, cmyk_profile, grey_profile, rgb_profile

from pinsite.images import Recipe
from pinsite.images.colour import to_srgb

SPACES = {
    "Display P3": ("display-p3", rgb_profile(DISPLAY_P3, None, "Display P3")),
    "Adobe RGB": ("a98-rgb", rgb_profile(ADOBE_RGB, 2.19921875, "Adobe RGB")),
}


@pytest.mark.parametrize("name", SPACES)
def test_rgb_profiles(name, tmp_path, make):
    """What is written into the file is the patch in the other space; what comes out is the patch."""
    space, profile = SPACES[name]
    written = [tuple(round(v * 255) for v in srgb(patch).convert(space).coords()) for patch in PATCHES]
    meant = [Color(space, [value / 255 for value in rgb]) for rgb in written]
    image = chart(written)
    hold(far(to_srgb(image, profile), meant), CONVERTED)
    path = tmp_path / "chart.tif"
    image.save(path, icc_profile=profile)
    for made in make(path, recipe=Recipe(formats=("avif", "webp"))).values():
        hold(far(made, meant), CODED)


def test_all_formats_show_one_colour(tmp_path, make):
    """No format of a `<picture>` is told from another."""
    path = tmp_path / "chart.tif"
    chart(PATCHES).save(path, icc_profile=SPACES["Display P3"][1])
    made = make(path, recipe=Recipe(formats=("avif", "webp")))
    assert set(made) == {"avif", "webp", "jpeg"}
    middles = [(number * SIDE + SIDE // 2, SIDE // 2) for number in range(len(PATCHES))]
    for place in middles:
        shown = [srgb(image.convert("RGB").getpixel(place)) for image in made.values()]
        assert max(one.delta_e(other, method="2000") for one in shown for other in shown) <= CODED[0]


def test_grey_profile():
    values = list(range(20, 256, 20))
    meant = [
        Color("xyz-d50", [share * (value / 255) ** 1.8 for share in (0.9642, 1, 0.8249)]) for value in values
    ]
    hold(far(to_srgb(chart(values, "L"), grey_profile(1.8)), meant), CONVERTED)


def test_inks(tmp_path, make):
    """CMYK goes through its profile's table to the Lab that stands there."""
    inks = {
        (0, 0, 0, 0): (100, 0, 0),
        (1, 0, 0, 0): (60, -20, -25),
        (0, 1, 0, 0): (50, 60, 0),
        (0, 0, 1, 0): (85, 0, 70),
    }
    profile = cmyk_profile(lambda *ink: (0, 0, 0) if ink[3] else inks.get(ink, (30, 0, 0)))
    image = chart([tuple(share * 255 for share in ink) for ink in inks], "CMYK")
    meant = [Color("lab", list(lab)) for lab in inks.values()]
    hold(far(to_srgb(image, profile), meant), (1.0, 0.6))
    path = tmp_path / "press.tif"
    image.save(path, icc_profile=profile)
    for made in make(path).values():
        hold(far(made, meant), CODED)


def test_colours_outside_srgb_keep_their_hue():
    """The reddest red of Display P3 becomes the reddest that sRGB has, and no other colour."""
    image = to_srgb(chart([(255, 0, 0), (0, 255, 0), (0, 0, 255)]), SPACES["Display P3"][1])
    red, green, blue = (image.getpixel((number * SIDE + 5, 5)) for number in range(3))
    assert red[0] == 255 and max(red[1:]) <= 12
    assert green[1] == 255 and max(green[0], green[2]) <= 12
    assert blue[2] == 255 and max(blue[:2]) <= 12


def test_sixteen_bits_keep_their_tone(tmp_path, make):
    path = tmp_path / "deep.png"
    values = list(range(0, 256, 15))
    chart([value * 257 for value in values], "I;16").save(path)
    meant = [srgb((value,) * 3) for value in values]
    for data in make(path).values():
        hold(far(data, meant), CODED)


@pytest.mark.parametrize("ending", ["png", "tif"])
def test_sixteen_bits_of_colour_are_right_to_a_step_of_eight(tmp_path, make, ending):
    """Pillow reads colour of 16 bits with 8; the profile holds for it, and nothing is swapped or shifted."""
    space, profile = SPACES["Adobe RGB"]
    deep = [tuple(round(value * 65535) for value in srgb(patch).convert(space).coords()) for patch in PATCHES]
    meant = [Color(space, [value / 65535 for value in rgb]) for rgb in deep]
    path = tmp_path / f"deep.{ending}"
    rows = b"".join(struct.pack(">3H", *rgb) * SIDE for rgb in deep)
    path.write_bytes((_deep_png if ending == "png" else _deep_tiff)(rows, SIDE * len(deep), SIDE, profile))
    for made in make(path).values():
        hold(far(made, meant), CODED)


def _deep_png(row, width, height, profile):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0))
    colours = chunk(b"iCCP", b"deep\0\0" + zlib.compress(profile))
    pixels = chunk(b"IDAT", zlib.compress((b"\0" + row) * height))
    return b"\x89PNG\r\n\x1a\n" + head + colours + pixels + chunk(b"IEND", b"")


def _deep_tiff(row, width, height, profile):
    """Return a TIFF of one strip, as scanners write it: big-endian, 16 bits a channel."""
    bits, icc = 8 + 2 + 12 * 10 + 4, 8 + 2 + 12 * 10 + 4 + 6
    strip = icc + len(profile)
    fields = [
        (256, 4, 1, width), (257, 4, 1, height), (258, 3, 3, bits), (259, 3, 1, 1 << 16), (262, 3, 1, 2 << 16),
        (273, 4, 1, strip), (277, 3, 1, 3 << 16), (278, 4, 1, height), (279, 4, 1, len(row) * height),
        (34675, 7, len(profile), icc),
    ]  # fmt: skip
    entries = b"".join(struct.pack(">HHII", *field) for field in fields)
    head = b"MM\0*" + struct.pack(">IH", 8, len(fields)) + entries + bytes(4)
    return head + struct.pack(">3H", 16, 16, 16) + profile + row * height


def test_the_judge_tells_colours_apart():
    """A profile that is dropped, as Pillow alone does for JPEG, is found."""
    space, _ = SPACES["Adobe RGB"]
    written = [tuple(round(v * 255) for v in srgb(patch).convert(space).coords()) for patch in PATCHES]
    dropped = far(chart(written), [srgb(patch) for patch in PATCHES])
    assert max(dropped) > 4
    buffer = io.BytesIO()
    chart(written).save(buffer, "JPEG", quality=95)
    assert max(far(Image.open(buffer), [srgb(patch) for patch in PATCHES])) > 4
