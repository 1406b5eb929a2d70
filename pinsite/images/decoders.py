"""Open a picture with exactly the decoder that its bytes ask for, and turn decoder failures into refusals."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import BinaryIO

from PIL import Image, ImageFile, PngImagePlugin, _imaging
from PIL.AvifImagePlugin import AvifImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from pinsite.images.refusal import ImageRefused, Refusal

# `Image.open` is avoided: it tries decoders in turn, judges size by the global MAX_IMAGE_PIXELS, and takes
# the JPEG of a phone, which carries a second picture for bright screens, for an animation.
_DECODERS: dict[str, type[ImageFile.ImageFile]] = {
    "avif": AvifImageFile,
    "gif": GifImageFile,
    "jpeg": JpegImageFile,
    "png": PngImageFile,
    "tiff": TiffImageFile,
    "webp": WebPImageFile,
}

FORMATS_READ: tuple[str, ...] = tuple(sorted(_DECODERS))
"""The formats that are taken as sources."""

# Pillow warns on standard error of odd metadata and of sizes over its own limit; limits are judged here, and
# damage ends in a refusal, so these lines would only disturb the report.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)

# Profiles of scanners, which are tables, and the histories that editors write exceed the 1 MB that Pillow takes of a
# compressed chunk of PNG; the sum of all texts stays bounded by its 64 MB.
PngImagePlugin.MAX_TEXT_CHUNK = 16 * 2**20

# Blocks of pixels this large go back to the system as soon as a picture is done with; those of 16 MB that Pillow takes
# stay with the process in part, and add up to a fifth more at the peak.
_imaging.set_block_size(64 * 2**20)


def open_as(stream: BinaryIO, format_name: str) -> ImageFile.ImageFile:
    """Read the header of a picture whose format is known; no pixel is decoded."""
    stream.seek(0)
    return (_heif() if format_name == "heif" else _DECODERS[format_name])(stream)


def _heif() -> type[ImageFile.ImageFile]:
    """Return the decoder of HEIC, which is an extra and is loaded when the first such picture comes."""
    try:
        from pillow_heif.as_plugin import HeifImageFile
    except ImportError:
        raise ImageRefused(
            Refusal.EXTRA,
            "this is a HEIC photograph, as phones make them; install pinsite with its extra `pinsite[heic]`, or"
            " save the picture as JPEG",
        ) from None
    decoder: type[ImageFile.ImageFile] = HeifImageFile
    return decoder


def can_decode(format_name: str) -> bool:
    """Say whether the decoder of a format is installed."""
    return format_name != "heif" or _heif_version() is not None


def decoder_version(format_name: str) -> str | None:
    """Return the version of a decoder that does not come with Pillow."""
    return _heif_version() if format_name == "heif" else None


@lru_cache(maxsize=1)
def _heif_version() -> str | None:
    try:
        return version("pillow-heif")
    except PackageNotFoundError:
        return None


@contextmanager
def refusing(message: str) -> Iterator[None]:
    """Turn any failure of a decoder into a refusal with this sentence; let failures of the disk pass."""
    try:
        yield
    except (ImageRefused, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise ImageRefused(Refusal.TOO_LARGE, "the picture is too large to be decoded safely") from error
    except Exception as error:  # hostile bytes make decoders fail in every way
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise ImageRefused(Refusal.BROKEN, message) from error
