"""The pin is found in its picture by alpha or on a plain ground; on any other picture nothing is found."""

import pytest
from drawn_pins import (
    CREAM,
    GOLD,
    NAVY,
    RED,
    SIDE,
    SILVER,
    SLATE,
    TEAL,
    WHITE,
    busy,
    cut_out,
    ground,
    laid,
    shape,
)  # fmt: skip
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter

from pinsite.images import probe
from pinsite.images.finding import SIDE as SEEN
from pinsite.images.finding import find
from pinsite.images.sight import UNITS, look, seen

#: How far a side of the box may lie beside the metal, as a part of the picture: two pixels of those looked at.
CLOSE = 2.2 / SEEN


def small(picture):
    """Reduce a picture to the size at which it is looked at."""
    return picture.resize((SEEN, SEEN), Image.Resampling.BOX)


def shares(mask):
    """Return the true box of a mask as parts of the picture."""
    left, top, right, bottom = mask.getbbox()
    return left / mask.width, top / mask.height, right / mask.width, bottom / mask.height


def assert_close(found, mask, step=CLOSE):
    assert found is not None
    assert all(abs(one - other) <= step for one, other in zip(found.box, shares(mask), strict=True)), (
        found.box
    )


@pytest.mark.parametrize("kind", ["ellipse", "moth", "tile"])
@pytest.mark.parametrize("colour", [CREAM, SLATE, TEAL, WHITE, (0, 0, 0)])
def test_on_a_plain_ground(kind, colour):
    mask = shape(kind=kind)
    assert_close(find(small(laid(ground(colour), mask))), mask)


@pytest.mark.parametrize("falloff", [0.3, 0.7])
@pytest.mark.parametrize("colour", [CREAM, SLATE, TEAL])
def test_where_light_falls_off_to_the_corners(colour, falloff):
    mask = shape(kind="moth")
    assert_close(find(small(laid(ground(colour, falloff=falloff), mask))), mask)


@pytest.mark.parametrize("shadow", [0.25, 0.5, 0.65])
@pytest.mark.parametrize("colour", [CREAM, TEAL, WHITE])
def test_a_soft_shadow_is_no_metal(colour, shadow):
    """The box is that of the metal, as a scale needs it; the shadow reaches twelve pixels further."""
    mask = shape(kind="tile")
    assert_close(find(small(laid(ground(colour), mask, shadow=shadow))), mask)


def test_on_a_ground_with_a_grain():
    mask = shape()
    assert_close(find(small(laid(ground(SLATE, grain=0.06), mask))), mask)


def test_on_boards_with_joints():
    """Dark lines that run from the pin to the edge are none of its parts."""
    picture = ground((120, 78, 46), falloff=0.3)
    draw = ImageDraw.Draw(picture)
    for row in (90, 198, 294):
        draw.line((0, row, SIDE, row), fill=(60, 36, 20), width=3)
    mask = shape()
    assert_close(find(small(laid(picture, mask, NAVY, SILVER))), mask, step=2 * CLOSE)


def test_by_alpha():
    mask = shape(kind="moth")
    assert_close(find(small(cut_out(mask))), mask)


def test_a_drawn_shadow_in_the_alpha_is_no_metal():
    mask = shape(kind="tile")
    soft = mask.filter(ImageFilter.GaussianBlur(8)).point(lambda value: value // 2)
    picture = cut_out(mask)
    under = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    under.putalpha(soft)
    assert_close(find(small(Image.alpha_composite(under, picture))), mask)


def test_alpha_that_hides_nothing_is_not_asked():
    mask = shape()
    picture = laid(ground(), mask).convert("RGBA")
    assert_close(find(small(picture)), mask)


def test_a_charm_on_a_chain_belongs_to_the_pin():
    mask = shape((96, 72, 276, 198), "tile")
    ImageDraw.Draw(mask).ellipse((162, 240, 228, 312), fill=255)
    assert_close(find(small(laid(ground(), mask))), mask)


def test_a_hole_belongs_to_the_outline_and_has_no_colour():
    mask = shape()
    ImageDraw.Draw(mask).ellipse((168, 162, 228, 222), fill=0)
    found = find(small(laid(ground(TEAL), mask, shadow=0)))
    assert_close(found, mask)
    middle = (SEEN // 2, SEEN // 2)
    assert found.mask.getpixel(middle) == 255
    assert found.solid.getpixel(middle) == 0


@pytest.mark.parametrize("picture", [
    pytest.param(busy(), id="a busy photograph"),
    pytest.param(laid(busy(), shape()), id="a pin on a busy ground"),
    pytest.param(ground(), id="nothing but ground"),
    pytest.param(ground(falloff=0.8), id="nothing but light"),
    pytest.param(laid(ground(WHITE), shape(), WHITE, (252, 252, 252), shadow=0), id="white on white"),
    pytest.param(laid(ground(), shape((-54, 72, 252, 336))), id="cut off by the edge"),
    pytest.param(laid(ground(), shape((186, 186, 207, 207)), shadow=0), id="a speck"),
    pytest.param(Image.linear_gradient("L").resize((SIDE, SIDE)).convert("RGB"), id="a sky"),
    pytest.param(cut_out(Image.new("L", (SIDE, SIDE))), id="an empty layer"),
])  # fmt: skip
def test_not_found_is_said(picture):
    """A wrong box would cut the pin; no box shows the picture as it is."""
    assert find(small(picture)) is None


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (7, 5), (24, 24), (3, 256)])
def test_tiny_pictures_are_no_trouble(size):
    assert find(Image.new("RGB", size, RED)) is None


def test_a_tiny_picture_of_a_pin():
    picture = laid(ground(), shape()).resize((48, 48), Image.Resampling.BOX)
    assert_close(find(picture), shape(), step=2 / 48)


places = st.tuples(*(st.integers(24, 170),) * 2, *(st.integers(70, 180),) * 2)


@settings(max_examples=30, deadline=None)
@given(places, st.sampled_from(["ellipse", "moth", "tile"]), st.sampled_from([CREAM, SLATE, TEAL]),
       st.floats(0, 0.6), st.floats(0, 0.6))  # fmt: skip
def test_the_box_lies_in_the_picture_and_holds_the_metal(place, kind, colour, falloff, shadow):
    """Whatever is found: no pixel of metal is outside, but for the very tip of a sharp wing."""
    left, top, width, height = place
    mask = shape((left, top, left + max(width, 90), top + max(height, 90)), kind)
    sight = seen(small(laid(ground(colour, falloff=falloff), mask, shadow=shadow)))
    assert sight.box is not None
    assert 0 <= sight.box[0] < sight.box[2] <= 1 and 0 <= sight.box[1] < sight.box[3] <= 1
    true, slack = shares(mask), (3.6 if kind == "moth" else 1.6) / SEEN
    assert sight.box[0] <= true[0] + slack and sight.box[1] <= true[1] + slack
    assert sight.box[2] >= true[2] - slack and sight.box[3] >= true[3] - slack
    for ring in sight.outline:
        assert all(0 <= x <= UNITS and 0 <= y <= UNITS for x, y in ring)


def test_the_outline_is_that_of_the_metal():
    """Painted again, the outline covers the mask and little else."""
    mask = shape(kind="moth")
    sight = seen(small(laid(ground(), mask)))
    again = Image.new("L", (UNITS, UNITS))
    for ring in sight.outline:
        ImageDraw.Draw(again).polygon(ring, fill=255)
    true = mask.resize((UNITS, UNITS))
    both = sum(
        1 for one, other in zip(again.tobytes(), true.tobytes(), strict=True) if one > 127 and other > 127
    )
    either = sum(
        1 for one, other in zip(again.tobytes(), true.tobytes(), strict=True) if one > 127 or other > 127
    )
    assert both / either > 0.97
    assert sum(map(len, sight.outline)) < 120


def test_a_picture_is_seen_upright(tmp_path):
    mask = shape((36, 120, 156, 192), "tile")
    exif = Image.Exif()
    exif[0x0112] = 6  # turned right by a quarter
    laid(ground(), mask).save(tmp_path / "turned.jpg", quality=92, exif=exif)
    sight = look(tmp_path / "turned.jpg", probe(tmp_path / "turned.jpg"))
    left, top, right, bottom = shares(mask.transpose(Image.Transpose.ROTATE_270))
    assert sight.box == pytest.approx((left, top, right, bottom), abs=CLOSE)


def test_a_line_is_read_as_it_was_written():
    sight = seen(small(laid(ground(), shape())))
    assert type(sight).of_line(sight.line()) == sight
    nothing = seen(small(busy()))
    assert type(nothing).of_line(nothing.line()) == nothing and nothing.box is None and nothing.ground


def test_gold_is_no_ground():
    """A golden pin on wood of nearly its colour is still one thing."""
    mask = shape()
    found = find(small(laid(ground((150, 110, 64), falloff=0.3), mask, (214, 176, 92), GOLD)))
    assert found is None or abs(found.box[0] - shares(mask)[0]) <= CLOSE
