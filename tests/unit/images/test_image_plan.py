"""The plan of variants follows from facts alone; no file is touched here."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pinsite.images import Recipe, Source, Wish, encoders, plan
from pinsite.images.planning import crop_box, variant_widths

SOURCE = Source("d" * 40, "jpeg", 1600, 1200, 1, False, None, 100_000)
WISH = Wish("Moon Moth", (320, 640, 960, 1600))


def keys(source=SOURCE, wish=WISH, recipe=None):
    return {variant.key for variant in plan(source, wish, recipe or Recipe()).variants}


def test_every_address_and_size_is_known():
    picture = plan(SOURCE, WISH, Recipe())
    assert (picture.width, picture.height) == (1600, 1200)
    assert picture.formats == ("avif", "jpeg")
    assert [(variant.width, variant.height) for variant in picture.of("avif")] == [
        (320, 240), (640, 480), (960, 720), (1600, 1200),
    ]  # fmt: skip
    for variant in picture.variants:
        ending = "avif" if variant.format == "avif" else "jpg"
        assert variant.name == f"moon-moth-{variant.width}w-{variant.key[:16]}.{ending}"
    assert len({variant.name for variant in picture.variants}) == 8


@pytest.mark.parametrize(
    ("wished", "available", "made"),
    [
        ((320, 640, 960, 1600), 1600, (320, 640, 960, 1600)),
        ((320, 640, 960, 1600), 1000, (320, 640, 1000)),
        ((320, 640, 960, 1600), 1100, (320, 640, 960, 1100)),
        ((320, 640), 100, (100,)),
        ((320, 640), 5000, (320, 640)),
        ((600, 620, 640, 660), 5000, (660,)),
        ((640, 320, 640), 640, (320, 640)),
        ((320,), 1, (1,)),
    ],
)
def test_widths_are_never_enlarged_and_never_nearly_the_same(wished, available, made):
    assert variant_widths(wished, available) == made


@given(st.lists(st.integers(1, 5000), min_size=1), st.integers(1, 6000))
def test_widths_in_general(wished, available):
    made = variant_widths(tuple(wished), available)
    assert made[-1] == min(available, max(wished))
    assert all(wide / narrow >= 1.12 for narrow, wide in pairwise(made))
    assert set(made) <= {*wished, available}


def test_cap_of_the_recipe():
    assert plan(SOURCE, WISH, Recipe(max_width=1000)).width == 1000


@pytest.mark.parametrize(
    ("crop", "focal", "box"),
    [
        (None, None, (0, 0, 1600, 1200)),
        ((1, 1), None, (200, 0, 1400, 1200)),
        ((1, 1), (0.0, 0.5), (0, 0, 1200, 1200)),
        ((1, 1), (1.0, 0.5), (400, 0, 1600, 1200)),
        ((2, 1), (0.5, 0.9), (0, 400, 1600, 1200)),
        ((4, 3), (0.1, 0.1), (0, 0, 1600, 1200)),
        ((1, 5000), None, (800, 0, 801, 1200)),
    ],
)
def test_crop_goes_round_the_focal_point(crop, focal, box):
    assert crop_box(SOURCE, Wish("x", (100,), crop=crop, focal=focal)) == box


@given(
    st.integers(1, 4000), st.integers(1, 4000), st.tuples(st.integers(1, 50), st.integers(1, 50)),
    st.tuples(st.floats(-1, 2), st.floats(-1, 2)),
)  # fmt: skip
def test_crop_stays_inside(width, height, crop, focal):
    source = replace(SOURCE, width=width, height=height)
    left, top, right, bottom = crop_box(source, Wish("x", (10,), crop=crop, focal=focal))
    assert 0 <= left < right <= width and 0 <= top < bottom <= height


def test_jpeg_is_always_the_fallback_and_last():
    assert plan(SOURCE, WISH, Recipe(formats=("avif",))).formats == ("avif", "jpeg")
    assert plan(SOURCE, WISH, Recipe(formats=("jpeg", "avif"))).formats == ("avif", "jpeg")
    assert plan(SOURCE, WISH, Recipe(formats=())).formats == ("jpeg",)
    picture = plan(SOURCE, WISH, Recipe())
    assert (picture.fallback(900).width, picture.fallback(9000).width) == (960, 1600)


@pytest.mark.parametrize(
    "changed",
    [
        {"avif_quality": 70, "avif_fine_quality": 70}, {"avif_speed": 7, "avif_fine_speed": 5},
        {"avif_subsampling": "4:2:0"},
    ],
)  # fmt: skip
def test_key_of_a_format_follows_its_own_settings(changed):
    usual, other = (plan(SOURCE, WISH, recipe) for recipe in (Recipe(), Recipe(**changed)))
    assert not {v.key for v in usual.of("avif")} & {v.key for v in other.of("avif")}
    assert {v.key for v in usual.of("jpeg")} == {v.key for v in other.of("jpeg")}


@pytest.mark.parametrize(
    ("changed", "is_fine"),
    [
        ({"avif_quality": 70}, False), ({"avif_speed": 7}, False),
        ({"avif_fine_quality": 70}, True), ({"avif_fine_speed": 5}, True),
    ],
)  # fmt: skip
def test_small_pictures_follow_the_fine_settings_and_large_ones_the_others(changed, is_fine):
    usual, other = (plan(SOURCE, WISH, recipe).of("avif") for recipe in (Recipe(), Recipe(**changed)))
    for before, after in zip(usual, other, strict=True):
        small = before.width * before.height <= Recipe().avif_fine_pixels
        assert (before.key != after.key) == (small == is_fine)
    assert {before.width * before.height <= Recipe().avif_fine_pixels for before in usual} == {True, False}


@pytest.mark.parametrize(
    "changed", [{"copyright": "© A"}, {"creator": "A"}, {"credit": "A"}, {"licence_uri": "u"}, {"version": 2}]
)
def test_key_follows_what_is_written_into_the_file(changed):
    assert not keys() & keys(recipe=Recipe(**changed))


def test_key_follows_source_and_crop_and_not_the_name():
    assert not keys() & keys(source=replace(SOURCE, digest="e" * 40))
    assert not keys() & keys(wish=replace(WISH, crop=(1, 1)))
    assert keys() == keys(wish=replace(WISH, name="Another", sizes="50vw"))


def test_background_matters_to_transparent_pictures_in_jpeg_only():
    dark, clear = Recipe(background="#000000"), replace(SOURCE, has_alpha=True)
    assert keys() == keys(recipe=dark)
    assert len(keys(source=clear) & keys(source=clear, recipe=dark)) == 4


def test_key_follows_the_encoders(monkeypatch):
    before = keys()
    encoders.library_versions.cache_clear()
    monkeypatch.setattr("PIL.__version__", "99.0")
    try:
        assert not before & keys()
    finally:
        encoders.library_versions.cache_clear()


@pytest.mark.parametrize(
    ("size", "largest", "scale"),
    [
        ((1600, 1200), 1600, 1),
        ((6000, 4000), 1600, 2),
        ((4000, 3000), 1600, 1),
        ((6000, 4000), 400, 8),
        ((200, 150), 10, 1),
    ],
)
def test_jpeg_is_decoded_no_larger_than_needed(size, largest, scale):
    source = replace(SOURCE, width=size[0], height=size[1])
    variants = plan(source, Wish("x", (largest,)), Recipe()).variants
    assert {variant.scale for variant in variants} == {scale}


@pytest.mark.parametrize("name", ["", "月の蛾", "../../etc/passwd", "a" * 5 + "  B?"])
def test_stem_is_safe_in_an_address(name):
    for variant in plan(SOURCE, Wish(name, (320,)), Recipe()).variants:
        assert variant.name.strip("abcdefghijklmnopqrstuvwxyz0123456789-.") == ""
        assert not variant.name.startswith(("-", "."))


@pytest.mark.parametrize(
    "name", ["K\u00e4tzchen f\u00fcr Zo\u00eb", "Ka\u0308tzchen fu\u0308r Zoe\u0308", "KATZCHEN-FUR-ZOE"]
)
def test_stem_is_the_same_however_a_disk_writes_it(name):
    (variant, *_) = plan(SOURCE, Wish(name, (320,)), Recipe()).variants
    assert variant.name.startswith("katzchen-fur-zoe-320w-")


@pytest.mark.parametrize(
    "wrong", [{"background": "red"}, {"formats": ("gif",)}, {"jpeg_quality": 0}, {"avif_speed": 11}]
)
def test_recipe_that_makes_no_sense(wrong):
    with pytest.raises(ValueError):
        Recipe(**wrong)


def test_wish_that_makes_no_sense():
    for widths, crop in (((), None), ((0,), None), ((10,), (0, 1))):
        with pytest.raises(ValueError):
            Wish("x", widths, crop=crop)
