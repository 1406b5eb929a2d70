"""Learn what a picture is from its header and the digest of its bytes.

No pixel is decoded but of formats that may hold flat artwork, and those only after their size is judged.
"""

import hashlib
import os
import stat
from collections.abc import Callable
from io import BufferedReader, BytesIO
from pathlib import Path

from msgspec import Struct
from PIL import ExifTags, Image, ImageFile

from pinsite.images.colour import UNKNOWN_INKS, UNREADABLE, check_mode, has_alpha, profile_name
from pinsite.images.colour_marks import icc_of, marked_colours
from pinsite.images.decoders import open_as, refusing
from pinsite.images.flatness import LOSSLESS, is_flat
from pinsite.images.refusal import ImageRefused, Refusal
from pinsite.images.signatures import HEAD_BYTES, foreign, png_chunk, recognise, webp_canvas
from pinsite.images.space import LOOKING

DIGEST_BYTES = 20
_HASTY = "~"
_GLANCE_BYTES = 65_536
_DECODED_TWICE = frozenset({"avif", "heif"})
_TURNED = frozenset({5, 6, 7, 8})
_DAMAGED = "the header of the picture is damaged or cut off; save or copy the picture again"
_REDUCED_PAGE = 1  # bit of the TIFF tag NewSubfileType: a smaller copy of the first page
_DNG_VERSION = 50_706
_NEW_SUBFILE_TYPE, _TIFF_WIDTH, _TIFF_HEIGHT = 254, 256, 257


class Limits(Struct, frozen=True):
    """What a site accepts, judged before any pixel is decoded."""

    max_megapixels: float = 80.0
    max_bytes: int = 1_000_000_000


class Source(Struct, frozen=True):
    """Facts that follow from the bytes of a picture alone; width and height are those after orientation.

    `flat` is artwork in a few plain colours; `colours` is what it means by numbers or a flag (`colour_marks`), and
    nothing where its profile says so, or sRGB is meant.
    """

    digest: str
    format: str
    width: int
    height: int
    orientation: int
    has_alpha: bool
    profile: str | None
    bytes: int
    flat: bool = False
    colours: str = ""

    @property
    def hasty(self) -> bool:
        """Say whether the digest is that of a glance, good for this file at this moment only."""
        return self.digest.startswith(_HASTY)

    @property
    def guessed(self) -> bool:
        """Say whether its colours can only be guessed: inks of no known press, or a profile that is damaged."""
        return self.profile in (UNREADABLE, UNKNOWN_INKS)

    @property
    def megapixels(self) -> float:
        """Return the size of the decoded picture in millions of pixels."""
        return self.width * self.height / 1_000_000

    def in_memory(self, scale: int = 1) -> float:
        """Return how many million pixels stand in memory while it is decoded at a reduction.

        AVIF and HEIC are decoded whole by their libraries before Pillow has them, and what is turned is there twice.
        """
        copies = 1 + (self.format in _DECODED_TWICE) + (self.orientation > 1)
        return copies * self.megapixels / scale**2


Known = Callable[[str], "Source | None"]
"""Tells what is remembered of bytes with this digest."""


def probe(path: Path, limits: Limits | None = None, known: Known | None = None) -> Source:
    """Read the header of a picture and the digest of its bytes; of bytes that are `known`, the digest alone.

    Raises `ImageRefused` for what is no usable picture and `OSError` for what the disk does not give.
    """
    limits = limits or Limits()
    _check_file(path, limits)
    with path.open("rb") as stream:
        digest = digest_of(stream)
        remembered = known(digest) if known else None
        if remembered is None:
            return _read(stream, limits, digest)
    check_size(remembered.width, remembered.height, limits)
    return remembered


def glance(path: Path, limits: Limits | None = None) -> Source:
    """Read the header alone, for a preview that must not wait until every byte of a catalogue was read.

    The digest is taken over the file's size, time and head. Addresses that follow from it are good while the
    file stays as it is on this machine, and never get into a site.
    """
    limits = limits or Limits()
    _check_file(path, limits)
    with path.open("rb") as stream:
        return _read(stream, limits)


def check_size(width: int, height: int, limits: Limits) -> None:
    """Refuse a picture with no pixels or with more than the limit."""
    if width < 1 or height < 1:
        raise ImageRefused(Refusal.BROKEN, f"the picture is {width} x {height} px; save it again")
    megapixels = width * height / 1_000_000
    if megapixels > limits.max_megapixels:
        raise ImageRefused(
            Refusal.TOO_LARGE,
            f"the picture is {width} x {height} px, {megapixels:,.1f} megapixels, and the limit is "
            f"{limits.max_megapixels:g}; make it smaller, or raise images.max_megapixels",
        )


def digest_of(stream: BufferedReader | BytesIO) -> str:
    """Return the digest of a whole stream, which is left at its start."""
    stream.seek(0)
    digest = hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=DIGEST_BYTES))
    stream.seek(0)
    return digest.hexdigest()


def digest_like(stream: BufferedReader | BytesIO, known: str) -> str:
    """Return the digest of a stream, taken as the known one was."""
    return _glanced(stream) if known.startswith(_HASTY) else digest_of(stream)


def _glanced(stream: BufferedReader | BytesIO) -> str:
    digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
    if isinstance(stream, BufferedReader):
        facts = os.fstat(stream.fileno())
        digest.update(f"{facts.st_size} {facts.st_mtime_ns} {facts.st_ino} ".encode())
    stream.seek(0)
    digest.update(stream.read(_GLANCE_BYTES))
    stream.seek(0)
    return _HASTY + digest.hexdigest()


def _check_file(path: Path, limits: Limits) -> None:
    facts = path.stat()
    if not stat.S_ISREG(facts.st_mode):
        raise ImageRefused(Refusal.UNKNOWN, "this is not a file; name a picture file")
    if facts.st_size > limits.max_bytes:
        raise ImageRefused(
            Refusal.TOO_LARGE, f"the file has {facts.st_size:,} bytes, and the limit is {limits.max_bytes:,}"
        )


def _read(stream: BufferedReader, limits: Limits, digest: str | None = None) -> Source:
    """Read the header of a picture; without the digest of its bytes it is only glanced at."""
    stream.seek(0)
    head = stream.read(HEAD_BYTES)
    format_name = recognise(head)
    if format_name == "webp" and (canvas := webp_canvas(head)):
        check_size(*canvas, limits)
    with refusing(_DAMAGED):
        image = open_as(stream, format_name)
        width, height = _stored_size(image, format_name)
        check_size(width, height, limits)
        check_mode(image.mode)
        _check_developed(image, format_name, head)
        _check_single(image, format_name)
        orientation = _orientation(image, format_name, stream)
        colours = marked_colours(image, format_name, stream)
        icc, alpha = icc_of(image, colours), has_alpha(image)
        flat = format_name in LOSSLESS and digest is not None and _is_flat(image)
    if orientation in _TURNED:
        width, height = height, width
    digest = digest or _glanced(stream)
    size = stream.seek(0, 2)
    return Source(
        digest,
        format_name,
        width,
        height,
        orientation,
        alpha,
        profile_name(icc, image.mode),
        size,
        flat,
        colours,
    )


def _is_flat(image: ImageFile.ImageFile) -> bool:
    """Decode what may be artwork; where that fails, making the picture will tell."""
    try:
        with LOOKING.taken(image.width * image.height / 1_000_000):
            return is_flat(image)
    except Exception:
        return False


def _stored_size(image: ImageFile.ImageFile, format_name: str) -> tuple[int, int]:
    if format_name == "tiff":  # the decoder swaps the sides already; the tags tell the stored ones
        tags = image.tag_v2  # type: ignore[attr-defined]
        return (int(tags[_TIFF_WIDTH]), int(tags[_TIFF_HEIGHT]))
    return image.size


def _check_developed(image: ImageFile.ImageFile, format_name: str, head: bytes) -> None:
    """Refuse raw files, which are TIFFs whose first page is a thumbnail: it would be taken for the photograph."""
    if format_name != "tiff":
        return
    tags = image.tag_v2  # type: ignore[attr-defined]
    thumbnail = int(tags.get(_NEW_SUBFILE_TYPE, 0)) & _REDUCED_PAGE
    if _DNG_VERSION in tags or head[8:10] == b"CR" or thumbnail:
        raise foreign()


def _check_single(image: ImageFile.ImageFile, format_name: str) -> None:
    if format_name == "heif" or not getattr(image, "is_animated", False):
        return  # a phone keeps several pictures in one HEIC; the one it shows is the one that is meant
    if format_name != "tiff":
        raise ImageRefused(
            Refusal.ANIMATED,
            "the picture moves, and moving pictures are not taken; save one frame as PNG or JPEG",
        )
    image.seek(1)
    if not int(image.tag_v2.get(_NEW_SUBFILE_TYPE, 0)) & _REDUCED_PAGE:  # type: ignore[attr-defined]
        raise ImageRefused(
            Refusal.PAGES, "the TIFF has several pages; save the page you want in a file of its own"
        )


def _orientation(image: ImageFile.ImageFile, format_name: str, stream: BufferedReader) -> int:
    if format_name == "tiff":
        image.seek(0)
        found = image.tag_v2.get(ExifTags.Base.Orientation, 1)  # type: ignore[attr-defined]
    else:
        block = png_chunk(stream, b"eXIf") if format_name == "png" else image.info.get("exif")
        found = _exif_orientation(block) if block else 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _exif_orientation(block: bytes) -> object:
    exif = Image.Exif()
    try:
        exif.load(block)
        return exif.get(ExifTags.Base.Orientation, 1)
    except Exception:  # a damaged block says nothing; browsers show such a picture as it lies
        return 1
