"""The palette has the colours of the enamel, not of the ground, and not the greys of the metal."""

import pytest
from drawn_pins import CREAM, GOLD, NAVY, RED, SILVER, SLATE, TEAL, cut_out, ground, laid, shape
from PIL import Image, ImageDraw

from pinsite.colours import distance, lab_of
from pinsite.images.sight import seen

#: How far a colour may be from the one that was painted: twice what is just seen side by side.
SEEN_ALIKE = 0.04


def hexed(colour):
    return "#{:02x}{:02x}{:02x}".format(*colour)


def away(palette, colour):
    """Return how far the nearest colour of a palette is."""
    return min(distance(lab_of(one), lab_of(hexed(colour))) for one in palette)


def sight_of(picture):
    return seen(picture.resize((256, 256), Image.Resampling.BOX))


@pytest.mark.parametrize("below", [CREAM, SLATE, TEAL])
@pytest.mark.parametrize("enamel", [RED, NAVY, (40, 140, 80), (240, 200, 60)])
def test_the_enamel_is_foremost(enamel, below):
    colours = sight_of(laid(ground(below, falloff=0.3), shape(), enamel, SILVER)).colours
    assert distance(lab_of(colours[0]), lab_of(hexed(enamel))) < SEEN_ALIKE


def test_two_colours_are_both_there():
    colours = sight_of(laid(ground(), shape(), RED, GOLD, second=NAVY)).colours
    assert away(colours, RED) < SEEN_ALIKE and away(colours, NAVY) < SEEN_ALIKE


@pytest.mark.parametrize("metal", [GOLD, SILVER])
def test_the_metal_of_the_rim_is_left_out(metal):
    colours = sight_of(laid(ground(), shape(), RED, metal, second=NAVY)).colours
    assert away(colours, metal) > 2 * SEEN_ALIKE


def test_the_ground_is_left_out_and_told_apart():
    sight = sight_of(laid(ground(TEAL), shape(), RED, SILVER, shadow=0))
    assert away(sight.colours, TEAL) > 2 * SEEN_ALIKE
    assert distance(lab_of(sight.ground), lab_of(hexed(TEAL))) < SEEN_ALIKE


def test_a_pin_of_bare_metal_has_the_colour_of_its_metal():
    assert away(sight_of(laid(ground(TEAL), shape(), SILVER, SILVER)).colours, SILVER) < SEEN_ALIKE


def test_white_enamel_stays():
    colours = sight_of(laid(ground(TEAL), shape(), RED, GOLD, second=(245, 245, 243))).colours
    assert away(colours, (245, 245, 243)) < SEEN_ALIKE


def test_light_and_shade_on_one_enamel_are_one_colour():
    picture = laid(ground(), shape(), RED, SILVER)
    shade = Image.linear_gradient("L").resize(picture.size).point(lambda value: 255 - value // 3)
    lit = Image.composite(picture, Image.new("RGB", picture.size), shade)
    reds = [one for one in sight_of(lit).colours if lab_of(one).a > 0.08]
    assert 1 <= len(reds) <= 2


def test_at_most_five():
    picture = laid(ground(), shape(kind="tile"))
    draw = ImageDraw.Draw(picture)
    for number, colour in enumerate(
        ["#d02020", "#20a040", "#2040d0", "#e0d020", "#a030b0", "#30c0c0", "#f08020"]
    ):
        draw.rectangle((130, 95 + number * 26, 260, 118 + number * 26), fill=colour)
    assert len(sight_of(picture).colours) == 5


def test_a_transparent_picture_has_colours_and_no_ground():
    sight = sight_of(cut_out(shape(), NAVY, GOLD))
    assert sight.ground is None and away(sight.colours, NAVY) < SEEN_ALIKE


def test_the_same_picture_gives_the_same_palette():
    picture = laid(ground(grain=0.04), shape(), RED, GOLD, second=NAVY)
    assert sight_of(picture) == sight_of(picture.copy())
