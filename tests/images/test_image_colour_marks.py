"""Colours that are meant by numbers or a flag come out as those that an ICC profile would have meant."""

import struct
import zlib

import pytest
from coloraide import Color
from PIL import Image
from sample_patches import CODED, CONVERTED, PATCHES, SIDE, chart, far, hold, srgb
from sample_pictures import quadrants
from sample_profiles import ADOBE_RGB, DISPLAY_P3, rgb_profile

from pinsite.images import ImageRefused, Recipe, Refusal, Wish, plan, probe
from pinsite.images.colour import to_srgb
from pinsite.images.colour_marks import icc_of
from pinsite.images.decoders import open_as

SRGB_CORNERS = (31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)
ADOBE_CORNERS = (31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000)
ALL = Recipe(formats=("avif", "webp"))


def in_space(space):
    """Return the patches as a file in the space has them, and the colours that these bytes mean."""
    written = [tuple(round(v * 255) for v in srgb(patch).convert(space).coords()) for patch in PATCHES]
    return chart(written), [Color(space, [value / 255 for value in rgb]) for rgb in written]


def png_with(path, image, *chunks, profile=None):
    """Write a PNG with more chunks behind its head."""
    image.save(path, "PNG", icc_profile=profile)
    data = path.read_bytes()
    more = b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )
    path.write_bytes(data[:33] + more + data[33:])
    return path


def gamma(value):
    return (b"gAMA", struct.pack(">I", round(value * 100_000)))


def corners(values):
    return (b"cHRM", struct.pack(">8I", *values))


def codes(primaries, transfer):
    return (b"cICP", bytes((primaries, transfer, 0, 1)))


def hold_coded(path, make, meant):
    for made in make(path, recipe=ALL).values():
        hold(far(made, meant), CODED)


def test_png_code_points_are_display_p3(tmp_path, make):
    image, meant = in_space("display-p3")
    path = png_with(tmp_path / "chart.png", image, codes(12, 13))
    source = probe(path)
    assert source.profile == "Display P3"
    hold(far(to_srgb(image, icc_of(image, source.colours)), meant), CONVERTED)
    hold_coded(path, make, meant)


def test_png_gamma_and_corners_are_adobe_rgb(tmp_path, make):
    image, meant = in_space("a98-rgb")
    path = png_with(tmp_path / "chart.png", image, gamma(256 / 563), corners(ADOBE_CORNERS))
    hold_coded(path, make, meant)


def test_png_that_is_linear(tmp_path, make):
    image, meant = in_space("srgb-linear")
    hold_coded(png_with(tmp_path / "chart.png", image, gamma(1.0)), make, meant)


def test_code_points_go_before_a_profile_and_a_profile_before_gamma(tmp_path):
    adobe = rgb_profile(ADOBE_RGB, 2.19921875, "Adobe RGB")
    first = png_with(tmp_path / "first.png", quadrants(), codes(12, 13), profile=adobe)
    second = png_with(tmp_path / "second.png", quadrants(), gamma(1.0), profile=adobe)
    assert (probe(first).profile, probe(second).profile) == ("Display P3", "Adobe RGB")


@pytest.mark.parametrize(
    "chunks",
    [
        [gamma(0.45455)],
        [gamma(0.45455), corners(SRGB_CORNERS)],
        [corners(SRGB_CORNERS)],
        [gamma(1.0), corners(ADOBE_CORNERS), (b"sRGB", b"\0")],
        [gamma(0.0)],
        [gamma(0.00001)],
        [gamma(1.0), corners((31270, 32900, *[20000] * 6))],
        [corners((31270, 0, 64000, 0, 30000, 0, 15000, 0))],
        [codes(2, 2)],
    ],
    ids=["2.2", "2.2 and corners", "corners", "sRGB", "no gamma", "odd gamma", "one point", "nowhere", "unspecified"],
)  # fmt: skip
def test_what_means_srgb_or_nothing_is_left_alone(tmp_path, chunks):
    path = png_with(tmp_path / "plain.png", quadrants(), *chunks)
    source, image = probe(path), quadrants()
    assert source.profile in (None, "srgb")
    assert to_srgb(image, icc_of(image, source.colours)).tobytes() == image.tobytes()


def test_camera_flag_is_adobe_rgb(tmp_path, make):
    """Cameras that are set to Adobe RGB embed no profile: they write `R03`, and a browser alone shows faded colours."""
    image, meant = in_space("a98-rgb")
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 65535
    exif.get_ifd(0x8769)[0xA005] = {1: "R03"}
    path = tmp_path / "_DSC0001.jpg"
    image.save(path, quality=100, subsampling=0, exif=exif)
    assert probe(path).profile == "Adobe RGB"
    hold_coded(path, make, meant)
    image.save(path, quality=100, exif=exif, icc_profile=rgb_profile(DISPLAY_P3, None, "Display P3"))
    assert probe(path).profile == "Display P3"


@pytest.mark.parametrize("ending", ["avif", "heic"])
def test_code_points_of_avif_and_heic(tmp_path, make, ending):
    path = tmp_path / f"chart.{ending}"
    write_coded(path, in_space("display-p3")[0], 12, 13)
    assert probe(path).profile == "Display P3"
    with path.open("rb") as stream:  # what the coding of the source itself cost is no part of it
        pixels = open_as(stream, probe(path).format).convert("RGB")
    places = ((number * SIDE + SIDE // 2, SIDE // 2) for number in range(len(PATCHES)))
    meant = [Color("display-p3", [value / 255 for value in pixels.getpixel(place)]) for place in places]
    hold_coded(path, make, meant)
    write_coded(path, quadrants(), 1, 13)
    assert (probe(path).profile, probe(path).colours) == (None, "")


def write_coded(path, image, primaries, transfer):
    """Write AVIF or HEIC without a profile, and these code points in its box."""
    if path.suffix == ".heic":
        heif = pytest.importorskip("pillow_heif")
        heif.from_pillow(image).save(path, quality=100, chroma=444)
    else:
        image.save(path, quality=100, subsampling="4:4:4")
    data, (before, behind) = path.read_bytes(), path.read_bytes().split(b"colrnclx", 1)
    assert len(data) == len(before) + 8 + len(behind)
    path.write_bytes(before + b"colrnclx" + struct.pack(">HH", primaries, transfer) + behind[4:])


@pytest.mark.parametrize(("transfer", "named"), [(16, "PQ"), (18, "HLG")])
@pytest.mark.parametrize("ending", ["png", "avif"])
def test_hdr_is_refused_in_a_sentence(tmp_path, ending, transfer, named):
    path = tmp_path / f"bright.{ending}"
    if ending == "png":
        png_with(path, quadrants(), codes(9, transfer))
    else:
        write_coded(path, quadrants(), 9, transfer)
    with pytest.raises(ImageRefused, match=rf"HDR \({named}\).*SDR") as refused:
        probe(path)
    assert refused.value.kind is Refusal.HDR


def test_the_address_tells_what_was_meant(tmp_path):
    """Addresses of pictures without such marks are what they always were."""
    source = probe(png_with(tmp_path / "p3.png", quadrants(), codes(12, 13)))
    plain = probe(png_with(tmp_path / "plain.png", quadrants()))
    assert source.colours and not plain.colours
    keys = {plan(one, Wish("pin", (64,)), Recipe()).variants[0].key for one in (source, plain)}
    assert len(keys) == 2
