"""Decide which variants a picture needs and where each will be found, before any pixel is touched. Pure.

A variant's pixels follow from its own fields and the source alone, never from which other variants are made
in the same run: only so does one address always mean the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import lru_cache

from msgspec import Struct

from pinsite.images import credits
from pinsite.images.colour import colour_library
from pinsite.images.cropping import close_box
from pinsite.images.decoders import decoder_version
from pinsite.images.encoders import (
    EXTENSIONS,
    MOST_A_SIDE,
    composes_alpha,
    library_versions,
    missing_encoders,
    settings,
)
from pinsite.images.lettering import Lettering
from pinsite.images.probing import DIGEST_BYTES, Source
from pinsite.images.recipe import Format, Recipe, Wish

PIPELINE = 1
"""Raised when decoding, colour or resizing would give other pixels for the same plan."""

MARGIN = 1.5
"""Pixels a side that the last resizing step wants for each one it makes; with fewer, fine lines soften."""

_NEAR = 1.12
_STEM_CHARACTERS = re.compile(r"[^a-z0-9]+")
_ADDRESS_DIGITS = 16
_TALLEST = min(MOST_A_SIDE["jpeg"], MOST_A_SIDE["png"])  # of the formats that every browser shows
_WRITTEN = json.JSONEncoder(sort_keys=True)
_SMALL_SIDE = 256  # below, the decoder's own reduction saves nothing

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Variant:
    """One file to be made: its address, its size, and all that decides its bytes.

    `key` is its place in the store, `box` the part of the upright source that it shows, `scale` the reduction
    at which a JPEG is decoded (1, 2, 4 or 8). With `words` it is a social card, and `inner` is the size of the
    picture on it.
    """

    format: Format
    width: int
    height: int
    name: str
    key: str = field(repr=False)
    box: Box = field(repr=False)
    scale: int = field(repr=False)
    recipe: Recipe = field(repr=False)
    flat: bool = field(default=False, repr=False)
    words: Lettering | None = field(default=None, repr=False)
    inner: tuple[int, int] | None = field(default=None, repr=False)

    @property
    def pixels(self) -> tuple[int, int]:
        """Return the size to which the source is brought."""
        return self.inner or (self.width, self.height)

    def with_words(self, words: Lettering, size: tuple[int, int], facts: str) -> Variant:
        """Return a card of this size on which the variant is the picture; `facts` are what shapes the rest."""
        key = hashlib.blake2b(f"{self.key} {facts}".encode(), digest_size=DIGEST_BYTES).hexdigest()
        name = f"{self.name.rsplit('-', 2)[0]}-{key[:_ADDRESS_DIGITS]}.{EXTENSIONS[self.format]}"
        return replace(
            self, width=size[0], height=size[1], name=name, key=key, words=words, inner=self.pixels
        )

    @property
    def megapixels(self) -> float:
        """Return the size of the variant in millions of pixels."""
        return self.width * self.height / 1_000_000


class Picture(Struct, frozen=True):
    """A source as a page shows it; width and height are those of its largest variant."""

    width: int
    height: int
    sizes: str
    variants: tuple[Variant, ...]

    @property
    def formats(self) -> tuple[Format, ...]:
        """Return the formats, best first; the one that every browser shows is last."""
        return tuple(dict.fromkeys(variant.format for variant in self.variants))

    def of(self, format_name: Format) -> tuple[Variant, ...]:
        """Return the variants of one format, narrowest first."""
        return tuple(variant for variant in self.variants if variant.format == format_name)

    def fallback(self, width: int = 960) -> Variant:
        """Return the picture for `src`: the narrowest of at least this width, or the widest."""
        known = self.of(self.formats[-1])
        return next((variant for variant in known if variant.width >= width), known[-1])


def plan(source: Source, wish: Wish, recipe: Recipe) -> Picture:
    """Return the variants for a wish: none wider than the source, no two of nearly one width."""
    box = crop_box(source, wish)
    widths = variant_widths(wish.widths, box[2] - box[0], recipe.max_width)
    scale = _decode_scale(source, box, widths[-1])
    wanted = recipe.formats_for(flat=source.flat)
    unwritable = missing_encoders(wanted)
    variants = tuple(
        _variant(source, wish.name, format_name, width, box, scale, recipe)
        for format_name in wanted
        if format_name not in unwritable
        for width in widths
        if max(width, _height(box, width)) <= MOST_A_SIDE[format_name]
    )
    return Picture(widths[-1], _height(box, widths[-1]), wish.sizes, variants)


def variant_widths(wished: tuple[int, ...], available: int, cap: int | None = None) -> tuple[int, ...]:
    """Return the widths to make, ascending; of two within 12 % the wider stays, the source is the end."""
    top = min(max(wished), available, cap or available)
    kept = [top]
    for width in sorted(set(wished), reverse=True):
        if kept[-1] / width >= _NEAR:
            kept.append(width)
    return tuple(reversed(kept))


def crop_box(source: Source, wish: Wish) -> Box:
    """Return the part of the upright source to show: close to the box, all, or the largest of the wished ratio.

    It lies as near to the focal point as the edges allow.
    """
    if wish.box is not None:
        return close_box((source.width, source.height), wish)
    if wish.crop is None:
        return (0, 0, source.width, source.height)
    across, down = wish.crop
    width = max(1, min(source.width, round(source.height * across / down)))
    height = max(1, min(source.height, round(source.width * down / across)))
    focal = wish.focal or (0.5, 0.5)
    left = _start(focal[0], source.width, width)
    top = _start(focal[1], source.height, height)
    return (left, top, left + width, top + height)


def _start(focal: float, whole: int, part: int) -> int:
    return min(max(0, round(focal * whole - part / 2)), whole - part)


def _height(box: Box, width: int) -> int:
    """Return the height at a width; what is longer than any format takes, a line of pixels, is shortened."""
    return min(_TALLEST, max(1, round(width * (box[3] - box[1]) / (box[2] - box[0]))))


def _decode_scale(source: Source, box: Box, largest: int) -> int:
    """Return how far the JPEG decoder may reduce and still leave the last step its margin."""
    if source.format != "jpeg" or min(source.width, source.height) < _SMALL_SIDE:
        return 1
    room = (box[2] - box[0]) / (largest * MARGIN)
    return max(scale for scale in (1, 2, 4, 8) if scale <= max(1.0, room))


def _variant(
    source: Source, name: str, format_name: Format, width: int, box: Box, scale: int, recipe: Recipe
) -> Variant:
    height = _height(box, width)
    key = _key(source, format_name, (width, height), box, scale, recipe)
    address = f"{_stem(name)}-{width}w-{key[:_ADDRESS_DIGITS]}.{EXTENSIONS[format_name]}"
    return Variant(format_name, width, height, address, key, box, scale, recipe, source.flat)


def _key(
    source: Source, format_name: Format, size: tuple[int, int], box: Box, scale: int, recipe: Recipe
) -> str:
    facts: dict[str, object] = {
        "pipeline": [PIPELINE, recipe.version, MARGIN],
        "source": source.digest,
        "format": format_name,
        "size": size,
        "box": box,
        "scale": scale,
        "settings": settings(format_name, recipe, flat=source.flat, pixels=size[0] * size[1]),
        "background": recipe.background if source.has_alpha and composes_alpha(format_name) else None,
        "credits": credits.credited(recipe),
        "libraries": [library_versions(format_name), colour_library()],
    }
    if (decoder := decoder_version(source.format)) is not None:
        facts["decoder"] = decoder
    if source.colours:
        facts["colours"] = source.colours
    return hashlib.blake2b(_WRITTEN.encode(facts).encode(), digest_size=DIGEST_BYTES).hexdigest()


@lru_cache(maxsize=512)
def _stem(name: str) -> str:
    """Return a name for addresses: `Kätzchen.jpg` is `katzchen` in whichever way a disk writes the `ä`."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _STEM_CHARACTERS.sub("-", plain).strip("-") or "image"
