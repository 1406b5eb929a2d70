"""HEIC photographs are taken with the extra; without it the error says what to install."""

import sys

import pytest
from PIL import Image
from sample_pictures import QUADRANTS, at, near, quadrants
from support.builds import Studio
from support.catalogues import edit, write_pin, write_settings

from pinsite.images import ImageRefused, Limits, Refusal, probe

heif = pytest.importorskip("pillow_heif")


@pytest.fixture
def photograph(tmp_path):
    """Return a HEIC file of four colours, with a place in its EXIF block."""

    def write(name="moth.heic", **options):
        path = tmp_path / name
        heif.from_pillow(quadrants()).save(path, quality=95, **options)
        return path

    return write


def test_the_pixels_come_through(photograph, make):
    path = photograph()
    source = probe(path)
    assert (source.format, source.width, source.height) == ("heif", 96, 64)
    for picture in make(path).values():
        assert all(near(at(picture, *place), colour, step=16) for place, colour in QUADRANTS.items())


def test_the_name_does_not_matter(photograph):
    assert probe(photograph("moth.jpg")).format == "heif"


def test_a_turned_photograph_stands_upright(photograph, make):
    exif = Image.Exif()
    exif[0x0112] = 6
    path = photograph(exif=exif.tobytes())
    assert (probe(path).width, probe(path).height) == (64, 96)
    picture = make(path)["jpeg"]
    assert near(at(picture, 0.75, 0.25), QUADRANTS[0.25, 0.25], step=16)


def test_no_device_and_no_place_stays(photograph, encoded):
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera Works"
    for data in encoded(photograph(exif=exif.tobytes())).values():
        assert b"Secret Camera" not in data


def test_too_many_pixels_are_refused_by_the_header(photograph):
    with pytest.raises(ImageRefused) as caught:
        probe(photograph(), Limits(max_megapixels=0.001))
    assert caught.value.kind is Refusal.TOO_LARGE


def test_a_file_cut_short_is_refused(photograph, make):
    path = photograph()
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ImageRefused) as caught:
        make(path)
    assert caught.value.kind is Refusal.BROKEN


def take_away(monkeypatch):
    """Behave as if the extra were not installed."""
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    monkeypatch.setitem(sys.modules, "pillow_heif.as_plugin", None)
    monkeypatch.setattr("pinsite.images.decoders._heif_version", lambda: None)


def test_without_the_extra_the_error_names_it(photograph, monkeypatch):
    path = photograph()
    take_away(monkeypatch)
    with pytest.raises(ImageRefused, match=r"pinsite\[heic\]") as caught:
        probe(path)
    assert caught.value.kind is Refusal.EXTRA


def test_a_build_without_the_extra_says_where_such_a_picture_is_named(photograph, monkeypatch, tmp_path):
    write_settings(tmp_path / "site")
    write_pin(tmp_path / "site", "moth", images=[{"file": "moth.heic", "alt": "A moth"}])
    photograph("site/pins/moth.heic")
    assert Studio(tmp_path / "site").build().ok
    take_away(monkeypatch)
    edit(tmp_path / "site/pins/moth.yaml", "A moth", "A moon moth")
    report = Studio(tmp_path / "site").try_build()
    (told,) = (problem for problem in report.problems if problem.severity == "error")
    assert (told.code.id, str(told.place.path)) == ("IMG008", "pins/moth.yaml")
    assert "pinsite[heic]" in told.help
