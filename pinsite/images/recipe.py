"""What the caller asks for: the picture a page wishes, and the recipe by which pictures are made."""

import re
from typing import Literal

from msgspec import Struct

Format = Literal["avif", "jpeg", "png", "webp"]
Subsampling = Literal["4:4:4", "4:2:0"]

#: A colour as recipes and themes write it.
HEX_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class Wish(Struct, frozen=True):
    """A picture as a page wants it.

    `name` is the readable stem of the addresses, `widths` are CSS pixels times density, `sizes` is the
    attribute of that name. `crop` is a ratio (width, height) to cut to, around `focal`: a point from (0, 0)
    top left to (1, 1). With a `box` (left, top, right, bottom in the same units) the crop goes close to it and
    leaves `margin`, as a part of its longer side, on every side.
    """

    name: str
    widths: tuple[int, ...]
    sizes: str = "100vw"
    crop: tuple[int, int] | None = None
    focal: tuple[float, float] | None = None
    box: tuple[float, float, float, float] | None = None
    margin: float = 0.0

    def __post_init__(self) -> None:
        if not self.widths or min(self.widths) < 1:
            raise ValueError("a wish names at least one width, and widths are positive")
        if self.crop is not None and min(self.crop) < 1:
            raise ValueError("a ratio has two positive sides")


class Recipe(Struct, frozen=True):
    """How pictures are made; every field that shapes the bytes of a variant is part of its address.

    The defaults were measured (docs/measurements-images.md): the qualities of all formats score 74 to 76 by
    SSIMULACRA2, above the usual 70, since metal edges and smooth enamel show ringing earlier than landscapes.
    Full colour resolution (4:4:4) costs some 1 % of the bytes in AVIF and none in JPEG at one score, and keeps
    thin gold lines on red from bleeding. Speed 8 of AVIF takes a quarter of the time of speed 6 for 3 to 15 %
    more bytes; what visitors load most, pictures of up to `avif_fine_pixels`, is made with the fine speed and
    the quality that scores the same there. `background` is the colour under transparent pictures where the format
    knows no alpha, and `max_width` caps every variant.
    """

    formats: tuple[Format, ...] = ("avif", "jpeg")
    avif_quality: int = 66
    avif_speed: int = 8
    avif_fine_quality: int = 64
    avif_fine_speed: int = 6
    avif_fine_pixels: int = 700_000
    avif_subsampling: Subsampling = "4:4:4"
    webp_quality: int = 84
    jpeg_quality: int = 76
    jpeg_subsampling: Subsampling = "4:4:4"
    background: str = "#ffffff"
    max_width: int | None = None
    copyright: str = ""
    creator: str = ""
    credit: str = ""
    licence_uri: str = ""
    version: int = 1

    def __post_init__(self) -> None:
        if unknown := set(self.formats) - {"avif", "jpeg", "webp"}:
            raise ValueError(f"unknown image formats: {', '.join(sorted(unknown))}")
        if not HEX_COLOUR.fullmatch(self.background):
            raise ValueError(f"the background {self.background!r} is not a colour like #ffffff")
        if not (
            0 <= self.avif_quality <= 100
            and 0 <= self.webp_quality <= 100
            and 1 <= self.jpeg_quality <= 95
            and 0 <= self.avif_speed <= 10
        ):
            raise ValueError("quality is 0 to 100 (JPEG: 1 to 95), speed 0 to 10")

    @property
    def written_formats(self) -> tuple[Format, ...]:
        """Return the formats as a page offers them; JPEG, which every browser shows, is always last."""
        return (*dict.fromkeys(name for name in self.formats if name != "jpeg"), "jpeg")

    def formats_for(self, *, flat: bool) -> tuple[Format, ...]:
        """Return the formats of a picture, the one that every browser shows last.

        Flat artwork is lossless or near it: WebP and PNG of at most 256 colours are then smaller than AVIF and
        JPEG that look less good.
        """
        return ("webp", "png") if flat else self.written_formats
