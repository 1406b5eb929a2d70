"""Plan a social card: like any variant its address is known before a pixel is touched. Pure."""

from __future__ import annotations

from msgspec.structs import asdict, replace

from pinsite.images.lettering import SIZE, Lettering, drawable, version
from pinsite.images.planning import Variant, plan
from pinsite.images.probing import Source
from pinsite.images.recipe import Recipe, Wish

CARD = 1
"""Raised when a card would be drawn otherwise from the same words and pixels."""


def plan_card(source: Source, wish: Wish, words: Lettering, recipe: Recipe) -> Variant:
    """Return the card with a picture and words; of the wish only name, focal point, box and margin count.

    Words that the typeface cannot draw are left out; without a title the picture takes the whole card.
    """
    title = drawable(words.title)
    words = replace(
        words,
        title=title,
        line=drawable(words.line) if title else "",
        site=drawable(words.site) if title else "",
    )
    room = words.room
    only = replace(recipe, formats=("jpeg",), max_width=None)
    # A card is a photograph of sorts also where its picture is flat artwork: networks take JPEG.
    picture = plan(replace(source, flat=False), replace(wish, widths=(room[0],), crop=room), only).of("jpeg")[
        -1
    ]
    return picture.with_words(words, SIZE, f"{CARD} {version()} {sorted(asdict(words).items())}")
