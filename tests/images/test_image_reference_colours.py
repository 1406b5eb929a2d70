"""Reference patches come out as the same colour: the stated ΔE2000, judged by a colour library of its own.

Stated: at most 0.8 (mean 0.4) after conversion, which is what 8 bits a channel allow, and at most 2.0 (mean 1.0)
after AVIF, WebP and JPEG have coded them. An eye begins to tell two patches side by side at about 1.
"""

import io
import statistics

import pytest
from coloraide import Color
from PIL import Image
from sample_profiles import ADOBE_RGB, DISPLAY_P3, cmyk_profile, grey_profile, rgb_profile

from pinsite.images import Recipe
from pinsite.images.colour import to_srgb

CONVERTED, CODED = (0.8, 0.4), (2.0, 1.0)
SIDE = 32

#: Skin, sky, leaf, flower, enamel red and blue, gold, silver, the greys: within sRGB, as sRGB values.
PATCHES = [
    (115, 82, 68), (194, 150, 130), (98, 122, 157), (87, 108, 67), (133, 128, 177), (103, 189, 170),
    (214, 126, 44), (80, 91, 166), (193, 90, 99), (94, 60, 108), (157, 188, 64), (224, 163, 46),
    (56, 61, 150), (70, 148, 73), (175, 54, 60), (231, 199, 31), (187, 86, 149), (40, 133, 161),
    (243, 243, 242), (200, 200, 200), (160, 160, 160), (122, 122, 121), (85, 85, 85), (52, 52, 52),
]  # fmt: skip

SPACES = {
    "Display P3": ("display-p3", rgb_profile(DISPLAY_P3, None, "Display P3")),
    "Adobe RGB": ("a98-rgb", rgb_profile(ADOBE_RGB, 2.19921875, "Adobe RGB")),
}


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


def test_the_judge_tells_colours_apart():
    """A profile that is dropped, as Pillow alone does for JPEG, is found."""
    space, _ = SPACES["Adobe RGB"]
    written = [tuple(round(v * 255) for v in srgb(patch).convert(space).coords()) for patch in PATCHES]
    dropped = far(chart(written), [srgb(patch) for patch in PATCHES])
    assert max(dropped) > 4
    buffer = io.BytesIO()
    chart(written).save(buffer, "JPEG", quality=95)
    assert max(far(Image.open(buffer), [srgb(patch) for patch in PATCHES])) > 4
