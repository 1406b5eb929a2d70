"""What cannot be used is refused in a sentence, before it can cost anything."""

import struct
import tracemalloc
import zlib

import pytest
from PIL import Image
from sample_pictures import noise, quadrants

from pinsite.images import ImageRefused, Limits, Refusal, probe


def refusal(path, limits=None):
    with pytest.raises(ImageRefused) as refused:
        probe(path, limits)
    assert str(refused.value).count("\n") == 0
    return refused.value


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def claimed_png(width, height):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def claimed_webp(width, height):
    canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", 22) + b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + canvas


def claimed_gif(width, height):
    screen = struct.pack("<HHBBB", width, height, 0, 0, 0)
    return b"GIF89a" + screen + b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\2\0;"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bomb.png", claimed_png(50_000, 50_000)),
        ("bomb.webp", claimed_webp(16_000, 16_000)),
        ("bomb.gif", claimed_gif(60_000, 60_000)),
    ],
)
def test_size_is_judged_before_anything_is_decoded(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    tracemalloc.start()
    refused = refusal(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.kind is Refusal.TOO_LARGE
    assert "megapixels" in str(refused)
    assert peak < 3_000_000


def test_limit_is_the_sites_own(tmp_path):
    path = tmp_path / "ok.png"
    quadrants(400, 300).save(path)
    assert refusal(path, Limits(max_megapixels=0.1)).kind is Refusal.TOO_LARGE
    assert probe(path, Limits(max_megapixels=0.12)).megapixels == pytest.approx(0.12)
    assert refusal(path, Limits(max_bytes=10)).kind is Refusal.TOO_LARGE


def test_limit_is_independent_of_pillows_own(tmp_path, monkeypatch, encoded):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 10)
    path = tmp_path / "ok.png"
    quadrants().save(path)
    assert len(encoded(path, crop=(1, 1))) == 2


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif", "gif", "tif"])
def test_header_cut_off(tmp_path, ending):
    path = tmp_path / f"cut.{ending}"
    quadrants().save(path)
    path.write_bytes(path.read_bytes()[:13])
    assert refusal(path).kind in {Refusal.BROKEN, Refusal.UNKNOWN, Refusal.FOREIGN}


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif", "tif"])
def test_pixels_cut_off(tmp_path, make, ending):
    path = tmp_path / f"cut.{ending}"
    noise(200, 150).save(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(ImageRefused) as refused:
        make(path)
    assert refused.value.kind is Refusal.BROKEN


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", Refusal.BROKEN),
        (b"This is no picture at all, whatever its name says.", Refusal.UNKNOWN),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Refusal.VECTOR),
        (
            b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- drawn -->\n<!DOCTYPE svg>\n<svg width='1'/>",
            Refusal.VECTOR,
        ),
        (b"<html><body><svg/></body></html>", Refusal.UNKNOWN),
        (b"8BPS\0\1", Refusal.FOREIGN),
        (b"%PDF-1.7", Refusal.FOREIGN),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Refusal.BROKEN),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp42", Refusal.FOREIGN),
        (b"\0\0\0\x18ftypcrx \0\0\0\1crx isom", Refusal.FOREIGN),
        (b"IIU\0\x18\0\0\0", Refusal.FOREIGN),
    ],
)
def test_other_files_named_as_pictures(tmp_path, data, kind):
    path = tmp_path / "moth.jpg"
    path.write_bytes(data)
    assert refusal(path).kind is kind


def test_format_is_told_by_bytes_and_not_by_name(tmp_path, make):
    path = tmp_path / "really-a.jpg"
    quadrants().save(path, format="PNG")
    assert probe(path).format == "png"
    assert make(path)["jpeg"].size == (96, 64)


@pytest.mark.parametrize("ending", ["gif", "png", "webp", "avif"])
def test_moving_pictures_are_refused(tmp_path, ending):
    path = tmp_path / f"moves.{ending}"
    quadrants().save(path, save_all=True, append_images=[noise(96, 64)], duration=100)
    refused = refusal(path)
    assert refused.kind is Refusal.ANIMATED
    assert "save one frame" in str(refused)


def test_tiff_of_several_pages_is_refused(tmp_path):
    path = tmp_path / "pages.tif"
    quadrants().save(path, save_all=True, append_images=[quadrants()])
    assert refusal(path).kind is Refusal.PAGES


def test_tiff_with_a_small_copy_of_itself_is_taken(tmp_path, make):
    path = tmp_path / "pyramid.tif"
    small = quadrants(48, 32)
    small.encoderinfo = {"tiffinfo": {254: 1}}
    quadrants().save(path, save_all=True, append_images=[small])
    assert make(path)["jpeg"].size == (96, 64)


@pytest.mark.parametrize("tag", [{50706: (1, 4, 0, 0)}, {254: 1}], ids=["DNG", "a thumbnail first"])
def test_raw_files_of_cameras_are_refused(tmp_path, tag):
    """They are TIFFs by their head, and what can be read in them is a thumbnail: it must not become the picture."""
    path = tmp_path / "DSC_0001.tif"
    quadrants().save(path, tiffinfo=tag)
    refused = refusal(path)
    assert refused.kind is Refusal.FOREIGN and "raw file" in str(refused)


def test_phone_jpeg_with_a_second_picture_is_one_picture(tmp_path, make):
    """Phones append a gain map for bright screens, which Pillow's own opening takes for a second frame."""
    path = tmp_path / "phone.jpg"
    quadrants().save(path, format="MPO", save_all=True, append_images=[quadrants(48, 32)])
    assert getattr(Image.open(path), "n_frames", 1) == 2
    assert make(path)["jpeg"].size == (96, 64)


def test_single_frame_gif_is_taken(tmp_path, make):
    path = tmp_path / "still.gif"
    quadrants().save(path)
    assert make(path)["avif"].size == (96, 64)


def test_folder_is_no_picture(tmp_path):
    assert refusal(tmp_path).kind is Refusal.UNKNOWN


def test_file_that_is_not_there_is_for_the_disk_to_say(tmp_path):
    with pytest.raises(FileNotFoundError):
        probe(tmp_path / "missing.jpg")


def test_single_pixel(tmp_path, make):
    path = tmp_path / "dot.png"
    Image.new("RGB", (1, 1), (200, 10, 10)).save(path)
    for made in make(path, widths=(320, 640)).values():
        assert made.size == (1, 1)


@pytest.mark.parametrize("artwork", [False, True])
@pytest.mark.parametrize("size", [(1, 70_000), (3, 40_000)])
def test_no_format_is_asked_for_more_than_it_can_hold(tmp_path, make, size, artwork):
    """A WebP has 16,383 pixels a side, an AVIF that browsers show 32,768, a JPEG 65,500; the others are made."""
    path = tmp_path / "line.png"
    Image.new("RGB", size, (200, 10, 10)).save(path)
    made = make(path, widths=(320,), artwork=artwork)
    assert list(made) == ["png" if artwork else "jpeg"]
    assert {one.size for one in made.values()} == {(size[0], min(size[1], 65_500))}


@pytest.mark.parametrize("size", [(3000, 1), (1, 3000), (1999, 3), (30_000, 1)])
def test_very_long_pictures(tmp_path, make, size):
    path = tmp_path / "strip.jpg"
    Image.new("RGB", size, (200, 10, 10)).save(path)
    assert make(path, widths=(100,))["jpeg"].width == min(100, size[0])
