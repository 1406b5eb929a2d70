"""Turn a source into the pixels of its variants: decoded once, each from the nearest larger level.

Levels are halvings of the decoded picture. They depend on the source and the variant alone, so a variant has
the same pixels whether it is made with its siblings or, after an interruption, by itself.
"""

import io
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from PIL import Image

from pinsite.images.colour import to_eight_bits, to_srgb
from pinsite.images.colour_marks import icc_of
from pinsite.images.decoders import open_as, refusing
from pinsite.images.encoders import encode, quick_settings, settings
from pinsite.images.lettering import lettered
from pinsite.images.planning import MARGIN, Variant
from pinsite.images.probing import Source, digest_like
from pinsite.images.refusal import ImageRefused, Refusal
from pinsite.images.space import LOOKING

_TRANSPOSITIONS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_DAMAGED = "the picture is damaged or cut off before its end; save or copy it again"
_CHANGED = "the picture changed while it was being read; build again"


class _Levels(Struct, frozen=True):
    """A decoded source and its halvings, made when first asked for."""

    scale: int
    icc: bytes | None
    pictures: list[Image.Image]

    def at(self, depth: int) -> Image.Image:
        while len(self.pictures) <= depth:
            self.pictures.append(self.pictures[-1].reduce(2))
        return self.pictures[depth]


def render(
    original: Path | bytes, source: Source, variants: tuple[Variant, ...], *, quick: bool = False
) -> Iterator[tuple[Variant, bytes]]:
    """Yield each variant with its bytes, all from one decoding of the source, which is a file or its bytes.

    Raises `ImageRefused` when the pixels are damaged or the file is no longer the one that was probed.
    """
    for siblings, pixels in sizes(original, source, variants):
        for variant in siblings:
            yield variant, coded(pixels, variant, quick=quick)


def sizes(
    original: Path | bytes, source: Source, variants: tuple[Variant, ...]
) -> Iterator[tuple[tuple[Variant, ...], Image.Image]]:
    """Yield the pixels of each size, with the variants that are to be coded from them."""
    by_scale = sorted(variants, key=lambda variant: (variant.scale, variant.box, -variant.width))
    for scale, group in groupby(by_scale, key=lambda variant: variant.scale):
        levels = _decode(original, source, scale)
        for _, same in groupby(group, key=lambda one: (one.box, one.width, one.words)):
            siblings = tuple(same)
            with refusing(_DAMAGED):
                pixels = _resized(levels, siblings[0])
                if siblings[0].words:
                    pixels = lettered(pixels, siblings[0].words)
            yield siblings, pixels


def coded(pixels: Image.Image, variant: Variant, *, quick: bool = False) -> bytes:
    """Return the bytes of a variant, given its pixels."""
    choose = quick_settings if quick else settings
    options = choose(variant.format, variant.recipe, flat=variant.flat, pixels=variant.width * variant.height)
    return encode(pixels, variant.format, variant.recipe, options)


def _decode(original: Path | bytes, source: Source, scale: int) -> _Levels:
    with _opened(original) as stream:
        if digest_like(stream, source.digest) != source.digest:
            raise ImageRefused(Refusal.CHANGED, _CHANGED)
        with refusing(_DAMAGED):
            return _load(stream, source, scale)


def _opened(original: Path | bytes) -> io.BufferedReader | io.BytesIO:
    if isinstance(original, bytes):
        return io.BytesIO(original)
    try:
        return original.open("rb")
    except FileNotFoundError as error:
        raise ImageRefused(Refusal.CHANGED, _CHANGED) from error


def _load(stream: BinaryIO, source: Source, scale: int) -> _Levels:
    image = open_as(stream, source.format)
    if scale > 1:
        image.draft(None, (image.width // scale, image.height // scale))
    image.load()
    pixels = to_eight_bits(image)
    if source.orientation > 1 and source.format != "tiff":  # the TIFF decoder turns the picture itself
        pixels = pixels.transpose(_TRANSPOSITIONS[source.orientation])
    if pixels.size != (-(-source.width // scale), -(-source.height // scale)):
        raise ImageRefused(Refusal.BROKEN, _DAMAGED)
    icc = None if image.mode == "LAB" else icc_of(image, source.colours)
    return _Levels(scale, icc, [pixels])


def _resized(levels: _Levels, variant: Variant) -> Image.Image:
    depth = _depth(variant)
    factor = levels.scale << depth
    left, top, right, bottom = variant.box
    box = (left / factor, top / factor, right / factor, bottom / factor)
    pixels = levels.at(depth).resize(variant.pixels, Image.Resampling.LANCZOS, box)
    return to_srgb(pixels, levels.icc)


def _depth(variant: Variant) -> int:
    """Return how often the decoded picture is halved before the last step."""
    room = (variant.box[2] - variant.box[0]) / (variant.scale * variant.pixels[0] * MARGIN)
    return max(0, int(room).bit_length() - 1)


def reduced(path: Path, source: Source, side: int) -> Image.Image:
    """Return the whole picture upright in sRGB, its longer side at most this long."""
    longest = max(source.width, source.height)
    fits = (scale for scale in (8, 4, 2) if source.format == "jpeg" and longest >= scale * side)
    scale = next(fits, 1)
    with LOOKING.taken(source.in_memory(scale)):
        levels = _decode(path, source, scale)
        with refusing(_DAMAGED):
            whole = levels.pictures[0]
            small = to_srgb(whole.resize(_within(whole.size, side), Image.Resampling.BOX), levels.icc)
        del whole, levels  # before somebody else takes their room
    return small


def _within(size: tuple[int, int], side: int) -> tuple[int, int]:
    scale = min(1.0, side / max(size))
    return (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
