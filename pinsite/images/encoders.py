"""Write pixels in each format: settings first, so that an address can be computed from them, then bytes."""

import io
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal

import PIL
from PIL import Image, ImageChops, ImageColor, ImageStat, features
from PIL.PngImagePlugin import PngInfo

from pinsite.images import credits
from pinsite.images.colour import srgb_profile
from pinsite.images.recipe import Format, Recipe

Settings = dict[str, int | str | bool]

EXTENSIONS: dict[Format, str] = {"avif": "avif", "jpeg": "jpg", "png": "png", "webp": "webp"}
MEDIA_TYPES: dict[Format, str] = {
    "avif": "image/avif",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}

MOST_A_SIDE: dict[Format, int] = {"avif": 32_768, "jpeg": 65_500, "png": 65_500, "webp": 16_383}
"""How many pixels a side a format, or what shows it, can have: the limits of libaom and libavif, libjpeg, libwebp."""

_FEATURES: dict[Format, Literal["avif", "jpg", "zlib", "webp"]] = {
    "avif": "avif",
    "jpeg": "jpg",
    "png": "zlib",
    "webp": "webp",
}
_PALETTE = 256
_PALETTE_ERROR = 1.5  # root mean square, in steps of 255, by which the nearest of so few colours may be off


def settings(format_name: Format, recipe: Recipe, *, flat: bool = False, pixels: int = 0) -> Settings:
    """Return the options of the writer, all of which shape the bytes; those of flat artwork lose next to nothing."""
    fine = 0 < pixels <= recipe.avif_fine_pixels
    match format_name:
        case "avif":
            # One thread and no automatic tiles: the same bytes on a machine with any number of cores.
            return {
                "quality": recipe.avif_fine_quality if fine else recipe.avif_quality,
                "speed": recipe.avif_fine_speed if fine else recipe.avif_speed,
                "subsampling": recipe.avif_subsampling,
                "max_threads": 1,
                "autotiling": False,
            }
        case "webp" if flat:
            return {"lossless": True, "quality": 75, "method": 4}
        case "webp":
            return {"quality": recipe.webp_quality, "method": 4}
        case "png":
            return {"optimize": True}
        case "jpeg":
            return {
                "quality": recipe.jpeg_quality,
                "subsampling": recipe.jpeg_subsampling,
                "progressive": True,
                "optimize": True,
            }


def quick_settings(format_name: Format, recipe: Recipe, *, flat: bool = False, pixels: int = 0) -> Settings:
    """Return the options for a preview that is made while a browser waits."""
    match format_name:
        case "avif":
            return settings(format_name, recipe, pixels=pixels) | {"speed": 10}
        case "webp":
            return settings(format_name, recipe, flat=flat) | {"method": 0}
        case "png":
            return {"compress_level": 1}
        case "jpeg":
            return {"quality": recipe.jpeg_quality, "subsampling": "4:2:0"}


@lru_cache(maxsize=8)
def library_versions(format_name: Format) -> str:
    """Return the versions of everything that shapes the bytes of a format."""
    pillow = f"pillow {PIL.__version__}"
    match format_name:
        case "avif":
            return f"{pillow}, libavif {features.version('avif')}, {_codecs()}"
        case "webp":
            return f"{pillow}, libwebp {features.version('webp')}"
        case "png":
            return f"{pillow}, zlib {features.version('zlib_ng') or features.version('zlib')}"
        case "jpeg":
            return f"{pillow}, jpeg {features.version('libjpeg_turbo') or features.version('jpg')}"


def _codecs() -> str:
    from PIL import _avif

    return str(_avif.codec_versions())


def missing_encoders(wanted: Iterable[Format]) -> tuple[Format, ...]:
    """Return the wanted formats that this installation of Pillow cannot write; `plan` leaves them out."""
    return tuple(name for name in wanted if not _can_write(name))


@lru_cache(maxsize=8)
def _can_write(format_name: Format) -> bool:
    return bool(features.check(_FEATURES[format_name]))


def composes_alpha(format_name: Format) -> bool:
    """Say whether the format keeps no alpha, so that transparent pictures are laid on the background."""
    return format_name == "jpeg"


def encode(image: Image.Image, format_name: Format, recipe: Recipe, options: Settings) -> bytes:
    """Return the bytes of an sRGB picture in RGB or RGBA.

    All formats are tagged as sRGB: AVIF by its colour numbers, which Pillow writes when no profile is given, PNG
    by its own mark, JPEG and WebP by a profile; so no browser shows one `<picture>` in two colours.
    """
    target = io.BytesIO()
    _WRITERS[format_name](image, target, recipe, options)
    return target.getvalue()


def _write_avif(image: Image.Image, target: io.BytesIO, recipe: Recipe, options: Settings) -> None:
    _opaque_if_solid(image).save(target, "AVIF", xmp=credits.xmp(recipe), **options)


def _write_webp(image: Image.Image, target: io.BytesIO, recipe: Recipe, options: Settings) -> None:
    pixels = _opaque_if_solid(image)
    if options.get("lossless"):
        pixels = _in_few_colours(pixels).convert(pixels.mode)
    pixels.save(target, "WEBP", icc_profile=srgb_profile(), xmp=credits.xmp(recipe), **options)


def _write_png(image: Image.Image, target: io.BytesIO, recipe: Recipe, options: Settings) -> None:
    about = PngInfo()
    about.add(b"sRGB", b"\x01")  # relative colorimetric, as the pixels were made
    if packet := credits.xmp(recipe):
        about.add_itxt("XML:com.adobe.xmp", packet.decode())
    _in_few_colours(_opaque_if_solid(image)).save(target, "PNG", pnginfo=about, **options)


def _write_jpeg(image: Image.Image, target: io.BytesIO, recipe: Recipe, options: Settings) -> None:
    _on_background(image, recipe.background).save(
        target,
        "JPEG",
        icc_profile=srgb_profile(),
        exif=credits.exif(recipe),
        xmp=credits.xmp(recipe),
        **options,
    )


_WRITERS: dict[Format, Callable[[Image.Image, io.BytesIO, Recipe, Settings], None]] = {
    "avif": _write_avif,
    "jpeg": _write_jpeg,
    "png": _write_png,
    "webp": _write_webp,
}


def _in_few_colours(image: Image.Image) -> Image.Image:
    """Return the picture with a palette where that cannot be seen, else as it is."""
    few = image.quantize(_PALETTE, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    off = ImageStat.Stat(ImageChops.difference(few.convert(image.mode), image)).rms
    return few if max(off) <= _PALETTE_ERROR else image


def _opaque_if_solid(image: Image.Image) -> Image.Image:
    """Drop an alpha channel that says nothing."""
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        return image.convert("RGB")
    return image


def _on_background(image: Image.Image, background: str) -> Image.Image:
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGBA", image.size, (*ImageColor.getrgb(background)[:3], 255))
    return Image.alpha_composite(ground, image).convert("RGB")
