"""A picture is shown upright, whatever way the camera was held, in every format that can tell."""

import struct
import zlib

import pytest
from PIL import Image
from sample_pictures import QUADRANTS, at, near, quadrants

from pinsite.images import probe

# How an upright picture is stored under each orientation: the inverse of what a viewer does.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def stored(orientation, size=(96, 64)):
    upright = quadrants(*size)
    image = upright if orientation == 1 else upright.transpose(STORED[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    return image, exif


@pytest.mark.parametrize("orientation", STORED)
@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "tif", "avif"])
def test_shown_upright(tmp_path, make, ending, orientation):
    path = tmp_path / f"turned.{ending}"
    image, exif = stored(orientation)
    image.save(path, exif=exif, **({"quality": 95} if ending != "png" else {}))
    source = probe(path)
    assert (source.width, source.height) == (96, 64)
    assert source.orientation == orientation
    for made in make(path).values():
        assert made.size == (96, 64)
        for place, colour in QUADRANTS.items():
            assert near(at(made, *place), colour), (place, ending)


@pytest.mark.parametrize("orientation", [3, 6, 7])
def test_shown_upright_when_decoded_at_reduced_scale(tmp_path, make, orientation):
    path = tmp_path / "camera.jpg"
    image, exif = stored(orientation, (2410, 1606))
    image.save(path, exif=exif, quality=90)
    made = make(path, widths=(240,))["jpeg"]
    assert made.size == (240, 160)
    assert all(near(at(made, *place), colour) for place, colour in QUADRANTS.items())


def test_crop_is_taken_from_the_upright_picture(tmp_path, make):
    path = tmp_path / "camera.jpg"
    image, exif = stored(8)
    image.save(path, exif=exif, quality=95)
    made = make(path, crop=(1, 2), focal=(1.0, 0.0))["jpeg"]
    assert made.size == (32, 64)
    assert near(at(made, 0.5, 0.25), QUADRANTS[0.75, 0.25])
    assert near(at(made, 0.5, 0.75), QUADRANTS[0.75, 0.75])


def test_png_orientation_behind_the_pixels(tmp_path, make):
    """The PNG standard lets the EXIF block stand anywhere before the end."""
    path = tmp_path / "late.png"
    image, exif = stored(6)
    image.save(path)
    block = exif.tobytes().removeprefix(b"Exif\0\0")
    chunk = b"eXIf" + block
    written = path.read_bytes()
    late = struct.pack(">I", len(block)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    path.write_bytes(written[:-12] + late + written[-12:])
    assert probe(path).orientation == 6
    assert near(at(make(path)["jpeg"], 0.25, 0.25), QUADRANTS[0.25, 0.25])


def test_orientation_out_of_range_counts_as_upright(tmp_path):
    path = tmp_path / "odd.jpg"
    exif = Image.Exif()
    exif[0x0112] = 9
    quadrants().save(path, exif=exif)
    assert probe(path).orientation == 1


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_damaged_exif_counts_as_upright(tmp_path):
    path = tmp_path / "odd.jpg"
    quadrants().save(path, exif=b"Exif\0\0II*\0\xff\xff\xff\xff broken")
    assert probe(path).orientation == 1
