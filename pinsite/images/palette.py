"""The colours of the enamel: what an eye would name, not the commonest pixels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import compress

from msgspec import Struct
from PIL import Image, ImageChops, ImageFilter

from pinsite.colours import Lab, chroma, distance, hex_of, lab_of, mixed

MOST = 5
"""How many colours a palette has at most."""

_SIDE = 128
_SAME = 0.07  # in OKLab; light and shadow on one enamel differ by as much
_LIGHT_COUNTS = 0.55  # between two tones of one hue the difference is mostly light
_LEAST = 0.03  # share of the pin
_RIM = 1.7  # how much commoner metal is at the rim than anywhere
_MOST_METAL = 0.3
_GREY, _BLACK, _WHITE = 0.03, 0.3, 0.86
_ENOUGH = 0.2  # share of the pin that colours must have, if greys are to give way
_STEP = 16


class _Heap(Struct):
    """Pixels of one colour."""

    colour: Lab
    weight: int
    at_rim: int

    def take(self, colour: Lab, weight: int, at_rim: int) -> None:
        self.colour = mixed(((self.colour, self.weight), (colour, weight)))
        self.weight += weight
        self.at_rim += at_rim


def palette(picture: Image.Image, solid: Image.Image) -> tuple[str, ...]:
    """Return up to five colours of the pixels where a mask is white, the most telling first.

    The metal of rim and lines is left out where it can be told from enamel: it lies at the outline, and in
    the inner lines it has the same colour. Greys give way to colours.
    """
    heaps = _heaps(*_bins(picture.convert("RGB"), solid))
    whole, rim = sum(one.weight for one in heaps), sum(one.at_rim for one in heaps)
    large = [one for one in heaps if one.weight >= whole * _LEAST]
    enamel = [one for one in large if not _is_metal(one, whole, rim / whole)] or large
    coloured = [one for one in enamel if not _is_grey(one.colour)]
    enamel = coloured if sum(one.weight for one in coloured) >= _ENOUGH * whole else enamel
    enamel.sort(key=lambda one: (-one.weight * (0.4 + 3 * chroma(one.colour)), one.colour))
    return tuple(dict.fromkeys(hex_of(one.colour) for one in enamel[:MOST]))


def _bins(picture: Image.Image, solid: Image.Image) -> tuple[Counter[bytes], Counter[bytes]]:
    """Count coarse colours within the mask, and those at its rim."""
    scale = _SIDE / max(picture.size)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    small = picture.resize(size, Image.Resampling.BOX).point(
        lambda value: value // _STEP * _STEP + _STEP // 2
    )
    mask = solid.resize(size, Image.Resampling.NEAREST)
    inner = mask.filter(ImageFilter.MinFilter(5))
    return _counted(small, mask), _counted(small, ImageChops.subtract(mask, inner))


def _counted(picture: Image.Image, mask: Image.Image) -> Counter[bytes]:
    data = picture.tobytes()
    pixels = (data[at : at + 3] for at in range(0, len(data), 3))
    return Counter(compress(pixels, mask.tobytes()))


def _heaps(bins: Counter[bytes], rim: Counter[bytes]) -> list[_Heap]:
    """Gather the bins into heaps of one colour each, beginning with the commonest."""
    heaps: list[_Heap] = []
    for name, weight in sorted(bins.items(), key=lambda item: (-item[1], item[0])):
        colour = lab_of(f"#{name.hex()}")
        near = min(heaps, key=lambda heap: _apart(heap.colour, colour), default=None)
        if near is not None and _apart(near.colour, colour) < _SAME:
            near.take(colour, weight, rim[name])
        else:
            heaps.append(_Heap(colour, weight, rim[name]))
    return heaps


def _apart(one: Lab, other: Lab) -> float:
    flat = (colour._replace(lightness=colour.lightness * _LIGHT_COUNTS) for colour in (one, other))
    return distance(*flat)


def _is_metal(heap: _Heap, whole: int, rim_share: float) -> bool:
    return heap.weight < _MOST_METAL * whole and heap.at_rim > _RIM * rim_share * heap.weight


def _is_grey(colour: Lab) -> bool:
    """Tell whether a colour may be bare metal: white and black are enamel."""
    return chroma(colour) < _GREY and _BLACK < colour.lightness < _WHITE


def mean(picture: Image.Image, mask: Image.Image) -> str:
    """Return the mean colour of the pixels where a mask is white."""
    small = picture.convert("RGBA")
    small.putalpha(mask)
    red, green, blue, _ = _one_pixel(small)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _one_pixel(picture: Image.Image) -> Iterable[int]:
    pixel = picture.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(pixel, tuple)
    return (int(value) for value in pixel)
