"""Social cards are planned before a pixel is touched, drawn alike everywhere, and never show boxes for letters."""

import io

import pytest
from drawn_pins import CREAM, RED, TEAL, cut_out, ground, laid, shape
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageChops
from sample_pictures import near

from pinsite.images import (
    CARD_SIZE,
    CardColours,
    Job,
    Lettering,
    Recipe,
    Store,
    Wish,
    encode_all,
    plan,
    plan_card,
    probe,
)
from pinsite.images.lettering import PANEL, drawable, lettered

WORDS = Lettering("Moon Moth", "Edition of 100", "Small Hours", CardColours(paper="#f8f4ec"))
WISH = Wish("moon-moth-card", (1200,))
PAPER = (248, 244, 236)


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "front.png"
    laid(ground(TEAL), shape()).resize((1280, 1280), Image.Resampling.NEAREST).save(path)
    return path, probe(path)


@pytest.fixture
def drawn(store):
    """Return a function that takes a card through store and executor."""

    def through(path, source, card):
        (outcome,) = encode_all([Job(path, source, (card,))], store, workers=1)
        assert outcome.finished, outcome.refused
        return Image.open(io.BytesIO(store.read(card.key)))

    return through


def words_on(image):
    """Return the box of whatever is not paper in the part beside the picture."""
    part = image.convert("RGB").crop((PANEL[0], 0, *CARD_SIZE))
    return (
        ImageChops.difference(part, Image.new("RGB", part.size, PAPER))
        .point(lambda v: 255 * (v > 60))
        .getbbox()
    )


def test_a_card_has_picture_words_and_paper(picture, drawn):
    image = drawn(*picture, plan_card(picture[1], WISH, WORDS, Recipe()))
    assert image.size == CARD_SIZE and image.format == "JPEG"
    assert near(image.getpixel((10, 10)), TEAL) and near(image.getpixel((315, 315)), RED, 20)
    assert near(image.getpixel((1190, 10)), PAPER)
    left, top, right, bottom = words_on(image)
    assert left > 40 and right < 570 - 40 and top > 40 and bottom < 630 - 30


def test_the_pin_is_close_on_its_card(picture, drawn):
    """With the box of the pin the card goes close to it."""
    mask = shape()
    box = tuple(side / mask.width for side in mask.getbbox())
    image = drawn(*picture, plan_card(picture[1], replace(WISH, box=box, margin=0.05), WORDS, Recipe()))
    assert near(image.getpixel((315, 60)), RED, 20) and near(image.getpixel((315, 5)), TEAL)


@pytest.mark.parametrize("changed", [
    {"title": "Sun Moth"}, {"line": "Edition of 99"}, {"site": "Long Hours"}, {"mirrored": True},
    {"colours": CardColours(paper="#f8f4ed")}, {"colours": CardColours(accent="#123456")},
])  # fmt: skip
def test_every_word_is_part_of_the_address(picture, changed):
    one, other = (
        plan_card(picture[1], WISH, words, Recipe()) for words in (WORDS, replace(WORDS, **changed))
    )
    assert one.key != other.key and one.name != other.name


def test_the_address_follows_source_crop_and_recipe(picture):
    source = picture[1]
    usual = plan_card(source, WISH, WORDS, Recipe())
    assert usual.name.startswith("moon-moth-card-") and usual.name.endswith(".jpg")
    assert usual == plan_card(source, WISH, WORDS, Recipe(formats=("avif", "jpeg"), max_width=300))
    others = (
        plan_card(replace(source, digest="0" * 40), WISH, WORDS, Recipe()),
        plan_card(source, replace(WISH, box=(0.2, 0.2, 0.6, 0.6)), WORDS, Recipe()),
        plan_card(source, WISH, WORDS, Recipe(jpeg_quality=50)),
        plan_card(source, WISH, WORDS, Recipe(creator="Ines Marlow")),
        plan(source, replace(WISH, widths=(630,), crop=PANEL), Recipe()).variants[-1],
    )
    assert len({usual.key, *(one.key for one in others)}) == 6


def test_a_card_made_alone_or_with_its_siblings_has_the_same_bytes(picture, tmp_path):
    path, source = picture
    card = plan_card(source, WISH, WORDS, Recipe())
    others = plan(source, Wish("moth", (200, 630, 1200), crop=(1, 1)), Recipe()).variants
    alone, together = Store(tmp_path / "one"), Store(tmp_path / "two")
    encode_all([Job(path, source, (card,))], alone, workers=1)
    encode_all([Job(path, source, (*others, card))], together, workers=1)
    assert alone.read(card.key) == together.read(card.key)


def test_mirrored_for_languages_that_run_to_the_left(picture, drawn):
    image = drawn(*picture, plan_card(picture[1], WISH, replace(WORDS, mirrored=True), Recipe()))
    assert near(image.getpixel((1190, 10)), TEAL) and near(image.getpixel((10, 10)), PAPER)


@pytest.mark.parametrize(
    "text", ["Mondspinner für die Nacht", "Ночной мотылёк", "Νυχτοπεταλούδα", "Bướm đêm", "Łódź, 1 × 2"]
)
def test_letters_of_europe_and_vietnam_are_drawn(text):
    assert drawable(text) == text


@pytest.mark.parametrize("text", ["月の蛾", "عثة القمر", "달나방", "Moth 🌙", "עש הירח"])
def test_other_letters_are_left_out_and_the_picture_takes_the_card(picture, drawn, text):
    """No box is drawn for a letter that is not there."""
    assert drawable(text) == ""
    image = drawn(*picture, plan_card(picture[1], WISH, replace(WORDS, title=text), Recipe()))
    assert near(image.getpixel((1190, 10)), TEAL)


def test_a_line_that_cannot_be_drawn_leaves_the_title(picture, drawn):
    without = drawn(*picture, plan_card(picture[1], WISH, replace(WORDS, line="限定百個"), Recipe()))
    assert words_on(without)
    assert (
        plan_card(picture[1], WISH, replace(WORDS, line="限定百個"), Recipe()).key
        == plan_card(picture[1], WISH, replace(WORDS, line=""), Recipe()).key
    )


def test_a_small_source_is_not_enlarged(tmp_path, drawn):
    path = tmp_path / "small.png"
    laid(ground(CREAM), shape()).resize((200, 200)).save(path)
    image = drawn(path, probe(path), plan_card(probe(path), WISH, WORDS, Recipe()))
    assert near(image.getpixel((100, 100)), PAPER) and near(image.getpixel((315, 315)), RED, 20)


def test_a_transparent_pin_lies_on_the_paper(tmp_path, drawn):
    path = tmp_path / "cut.png"
    cut_out(shape()).resize((800, 800)).save(path)
    image = drawn(path, probe(path), plan_card(probe(path), WISH, WORDS, Recipe(background="#00ff00")))
    assert near(image.getpixel((10, 10)), PAPER) and near(image.getpixel((315, 315)), RED, 20)


letters = st.text(st.sampled_from("abcdefghij KLMNO ÄÖß …"), min_size=1, max_size=160).filter(str.strip)


@settings(max_examples=25, deadline=None)
@given(letters, letters, letters)
def test_words_of_any_length_stay_on_the_paper(title, line, site):
    image = lettered(Image.new("RGB", PANEL, RED), replace(WORDS, title=title, line=line, site=site))
    left, top, right, bottom = words_on(image)
    assert left >= 30 and right <= 570 - 30 and top >= 10 and bottom <= 630 - 10
