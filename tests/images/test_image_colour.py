"""Colours come out as sRGB within ΔE*ab 1.0 before coding and 2.5 after, for any profile and layout."""

import io
import struct

import pytest
from PIL import Image
from sample_pictures import at, near, quadrants
from sample_profiles import (
    ADOBE_RGB,
    DISPLAY_P3,
    SRGB,
    cmyk_profile,
    delta_e,
    grey_profile,
    lab_of,
    rgb_profile,
    srgb_bytes,
)

from pinsite.images import ImageRefused, Recipe, Refusal, probe
from pinsite.images.colour import srgb_profile, to_srgb

CONVERTED = 1.0
CODED = 2.5
PATCHES = [
    (200, 90, 80),
    (90, 160, 100),
    (70, 90, 190),
    (128, 128, 128),
    (240, 230, 210),
    (30, 25, 40),
    (180, 140, 70),
]
SPACES = {"Display P3": (DISPLAY_P3, 2.19921875), "Adobe RGB": (ADOBE_RGB, 2.19921875)}


def patch(mode, value, size=(32, 32)):
    return Image.new(mode, size, value)


@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("rgb", PATCHES)
def test_profile_is_converted_to_srgb(space, rgb):
    primaries, gamma = SPACES[space]
    made = to_srgb(patch("RGB", rgb), rgb_profile(primaries, gamma, space)).getpixel((0, 0))
    assert delta_e(lab_of(made, SRGB), lab_of(rgb, primaries, gamma)) <= CONVERTED


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "tif", "avif"])
def test_profile_is_honoured_in_every_format_in_and_out(tmp_path, make, ending):
    path, rgb = tmp_path / f"p3.{ending}", (200, 90, 80)
    finest = {"webp": {"lossless": True}, "jpg": {"quality": 100}, "avif": {"quality": 100}}.get(ending, {})
    patch("RGB", rgb).save(path, icc_profile=rgb_profile(*SPACES["Display P3"], "Display P3"), **finest)
    assert probe(path).profile == "Display P3"
    for made in make(path).values():
        assert delta_e(lab_of(at(made, 0.5, 0.5), SRGB), lab_of(rgb, *SPACES["Display P3"])) <= CODED


def test_srgb_is_recognised_by_what_it_does_and_left_alone(tmp_path):
    path = tmp_path / "tagged.png"
    quadrants().save(path, icc_profile=srgb_bytes())
    assert probe(path).profile == "srgb"
    assert to_srgb(quadrants(), srgb_bytes()).tobytes() == quadrants().tobytes()


def test_no_profile_is_srgb(tmp_path, make):
    path = tmp_path / "plain.png"
    quadrants().save(path)
    assert probe(path).profile is None
    assert near(at(make(path)["avif"], 0.25, 0.25), (220, 30, 30), 6)


def test_broken_profile_counts_as_srgb(tmp_path, make):
    path = tmp_path / "broken.png"
    quadrants().save(path, icc_profile=b"no profile at all" * 20)
    assert probe(path).profile == "unreadable"
    assert near(at(make(path)["jpeg"], 0.25, 0.25), (220, 30, 30), 6)


def test_large_profile_of_a_scanner_is_read_from_a_png(tmp_path, make):
    """Profiles that are tables have megabytes, of which Pillow by itself takes one and calls the rest an attack."""
    profile = rgb_profile(*SPACES["Display P3"], "Display P3" + " and more" * 300_000)
    path = tmp_path / "scan.png"
    patch("RGB", (200, 90, 80)).save(path, icc_profile=profile)
    for made in make(path).values():
        assert (
            delta_e(lab_of(at(made, 0.5, 0.5), SRGB), lab_of((200, 90, 80), *SPACES["Display P3"])) <= CODED
        )


def test_profile_whose_head_is_damaged_counts_as_srgb(tmp_path, make):
    """The name of the space is four bytes, and none of them need be a letter."""
    profile = bytearray(rgb_profile(*SPACES["Display P3"], "Display P3"))
    profile[18] = 0xC1
    path = tmp_path / "damaged.png"
    quadrants().save(path, icc_profile=bytes(profile))
    assert probe(path).profile == "unreadable"
    assert near(at(make(path)["jpeg"], 0.25, 0.25), (220, 30, 30), 6)


def test_profile_for_another_kind_of_pixel_is_ignored():
    assert to_srgb(patch("RGB", (10, 200, 30)), grey_profile(1.8)).getpixel((0, 0)) == (10, 200, 30)


def test_cmyk_goes_through_its_profile(tmp_path, make):
    inks = {
        (1, 0, 0, 0): (60, -20, -25),
        (0, 1, 0, 0): (50, 60, 0),
        (0, 0, 1, 0): (85, 0, 70),
        (0, 0, 0, 0): (100, 0, 0),
    }
    profile = cmyk_profile(lambda *ink: (0, 0, 0) if ink[3] else inks.get(ink, (30, 0, 0)))
    for ink, lab in inks.items():
        image = patch("CMYK", tuple(value * 255 for value in ink))
        assert delta_e(lab_of(to_srgb(image, profile).getpixel((0, 0)), SRGB), lab) <= CONVERTED
        path = tmp_path / f"press{ink}.jpg"
        image.save(path, quality=100, icc_profile=profile)
        for made in make(path).values():
            assert delta_e(lab_of(at(made, 0.5, 0.5), SRGB), lab) <= CODED


def test_cmyk_without_a_profile(tmp_path, make):
    path = tmp_path / "press.jpg"
    patch("CMYK", (0, 255, 255, 0)).save(path, quality=100)
    assert near(at(make(path)["jpeg"], 0.5, 0.5), (255, 0, 0))


def test_colours_that_nobody_can_know_are_marked(tmp_path):
    press, pins = tmp_path / "press.jpg", tmp_path / "pin.jpg"
    patch("CMYK", (0, 255, 255, 0)).save(press)
    patch("RGB", (0, 255, 255)).save(pins, icc_profile=b"torn")
    assert [probe(path).guessed for path in (press, pins)] == [True, True]
    patch("CMYK", (0, 255, 255, 0)).save(press, icc_profile=cmyk_profile(lambda *ink: (50, 0, 0)))
    patch("RGB", (0, 255, 255)).save(pins)
    assert [probe(path).guessed for path in (press, pins)] == [False, False]


def test_grey_with_and_without_a_profile(tmp_path, make):
    path = tmp_path / "grey.png"
    patch("L", 128).save(path)
    assert near(at(make(path)["jpeg"], 0.5, 0.5), (128,) * 3, 2)
    expected = lab_of((128,) * 3, SRGB, 1.8)
    made = to_srgb(patch("L", 128), grey_profile(1.8))
    assert made.mode == "RGB"
    assert delta_e(lab_of(made.getpixel((0, 0)), SRGB), expected) <= CONVERTED


@pytest.mark.parametrize("value", [0, 257 * 40, 257 * 200, 65535])
@pytest.mark.parametrize("ending", ["png", "tif"])
def test_sixteen_bit_grey_keeps_its_tone(tmp_path, make, value, ending):
    path = tmp_path / f"deep.{ending}"
    patch("I;16", value).save(path)
    assert near(at(make(path)["jpeg"], 0.5, 0.5), (value // 257,) * 3, 2)


def test_sixteen_bit_colour_keeps_its_tone(tmp_path, make):
    """Pillow writes no 16-bit colour, so the TIFF is put together here: one strip of one 16-bit colour."""
    path, side = tmp_path / "deep.tif", 16
    pixels = b"".join((value * 257).to_bytes(2, "little") for value in (200, 90, 80)) * side * side
    fields = {
        256: (3, 1, side),
        257: (3, 1, side),
        258: (3, 3, 134),
        259: (3, 1, 1),
        262: (3, 1, 2),
        273: (4, 1, 140),
        277: (3, 1, 3),
        278: (3, 1, side),
        279: (4, 1, len(pixels)),
    }
    entries = b"".join(struct.pack("<HHII", tag, *field) for tag, field in fields.items())
    head = b"II*\0\x08\0\0\0" + len(fields).to_bytes(2, "little") + entries + bytes(4)
    path.write_bytes(head + bytes(134 - len(head)) + b"\x10\0\x10\0\x10\0" + pixels)
    assert near(at(make(path)["jpeg"], 0.5, 0.5), (200, 90, 80), 3)


def test_floating_point_pixels_are_refused(tmp_path):
    path = tmp_path / "science.tif"
    patch("F", 0.5).save(path)
    with pytest.raises(ImageRefused) as refused:
        probe(path)
    assert refused.value.kind is Refusal.FOREIGN


def test_lab_pixels(tmp_path, make):
    path = tmp_path / "lab.tif"
    Image.merge("LAB", [patch("L", 128)] * 3).save(path)
    assert near(at(make(path)["jpeg"], 0.5, 0.5), (120, 120, 120), 6)


def test_alpha_is_kept_in_avif_and_composed_in_jpeg(tmp_path, make):
    path = tmp_path / "cut-out.png"
    image = Image.new("RGBA", (64, 64), (255, 0, 0, 0))
    image.paste((10, 20, 200, 255), (32, 0, 64, 64))
    image.save(path)
    assert probe(path).has_alpha
    made = make(path, recipe=Recipe(background="#20c040"))
    assert made["avif"].mode == "RGBA"
    assert made["avif"].getpixel((8, 32))[3] == 0
    assert made["avif"].getpixel((56, 32))[3] == 255
    assert near(at(made["jpeg"], 0.1, 0.5), (0x20, 0xC0, 0x40), 6)
    assert near(at(made["jpeg"], 0.9, 0.5), (10, 20, 200), 8)


def test_invisible_colour_does_not_bleed_when_resized(tmp_path, make):
    path = tmp_path / "cut-out.png"
    image = Image.new("RGBA", (301, 301), (255, 0, 0, 0))
    image.paste((255, 255, 255, 255), (150, 0, 301, 301))
    image.save(path)
    made = make(path, widths=(100,))["jpeg"]
    assert min(min(at(made, x / 100, 0.5)) for x in range(100)) >= 245


@pytest.mark.parametrize("mode", ["P", "LA", "L"])
def test_palette_and_grey_transparency(tmp_path, make, mode):
    path = tmp_path / "see-through.png"
    if mode == "P":
        image = Image.new("P", (32, 32), 0)
        image.putpalette([200, 10, 10, 10, 10, 200])
        image.paste(1, (16, 0, 32, 32))
        image.save(path, transparency=0)
    elif mode == "LA":
        image = Image.new("LA", (32, 32), (0, 0))
        image.paste((30, 255), (16, 0, 32, 32))
        image.save(path)
    else:
        image = Image.new("L", (32, 32), 7)
        image.paste(30, (16, 0, 32, 32))
        image.save(path, transparency=7)
    assert probe(path).has_alpha
    made = make(path)
    assert made["avif"].getpixel((4, 16))[3] == 0
    assert min(at(made["jpeg"], 0.1, 0.5)) >= 245
    assert max(at(made["jpeg"], 0.9, 0.5)[:2]) <= 45


def test_alpha_that_says_nothing_is_dropped(tmp_path, make):
    path = tmp_path / "solid.png"
    quadrants().convert("RGBA").save(path)
    assert make(path)["avif"].mode == "RGB"


def test_both_formats_are_tagged_as_srgb(tmp_path, encoded):
    """JPEG by a profile, AVIF by 1 and 13 in its `colr` box: primaries of BT.709, curve of sRGB."""
    path = tmp_path / "plain.png"
    quadrants().save(path)
    made = encoded(path)
    assert Image.open(io.BytesIO(made["jpeg"])).info["icc_profile"] == srgb_profile()
    assert b"colrnclx\0\x01\0\x0d" in made["avif"]


def test_srgb_tag_does_not_depend_on_the_day():
    assert srgb_profile()[24:36] == bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    assert to_srgb(quadrants(), srgb_profile()).tobytes() == quadrants().tobytes()
