"""Write pixels as AVIF or JPEG: settings first, so that an address can be computed from them, then bytes."""

import io
from functools import lru_cache
from typing import Literal

import PIL
from PIL import Image, ImageColor, features

from pinsite.images import credits
from pinsite.images.colour import srgb_profile
from pinsite.images.recipe import Format, Recipe

Settings = dict[str, int | str | bool]

EXTENSIONS: dict[Format, str] = {"avif": "avif", "jpeg": "jpg"}
MEDIA_TYPES: dict[Format, str] = {"avif": "image/avif", "jpeg": "image/jpeg"}


def settings(format_name: Format, recipe: Recipe) -> Settings:
    """Return the options of the writer, all of which shape the bytes."""
    if format_name == "avif":
        # One thread and no automatic tiles: the same bytes on a machine with any number of cores.
        return {
            "quality": recipe.avif_quality,
            "speed": recipe.avif_speed,
            "subsampling": recipe.avif_subsampling,
            "max_threads": 1,
            "autotiling": False,
        }
    return {
        "quality": recipe.jpeg_quality,
        "subsampling": recipe.jpeg_subsampling,
        "progressive": True,
        "optimize": True,
    }


def quick_settings(format_name: Format, recipe: Recipe) -> Settings:
    """Return the options for a preview that is made while a browser waits."""
    if format_name == "avif":
        return settings(format_name, recipe) | {"speed": 10}
    return {"quality": recipe.jpeg_quality, "subsampling": "4:2:0"}


@lru_cache(maxsize=8)
def library_versions(format_name: Format) -> str:
    """Return the versions of everything that shapes the bytes of a format."""
    if format_name == "avif":
        return f"pillow {PIL.__version__}, libavif {features.version('avif')}, {_codecs()}"
    return f"pillow {PIL.__version__}, jpeg {features.version('libjpeg_turbo') or features.version('jpg')}"


def _codecs() -> str:
    from PIL import _avif

    return str(_avif.codec_versions())


def missing_encoders(recipe: Recipe) -> tuple[Format, ...]:
    """Return the wanted formats that this installation of Pillow cannot write; `plan` leaves them out."""
    return tuple(name for name in recipe.written_formats if not _can_write(name))


def _can_write(format_name: Format) -> bool:
    feature: Literal["avif", "jpg"] = "avif" if format_name == "avif" else "jpg"
    return bool(features.check(feature))


def composes_alpha(format_name: Format) -> bool:
    """Say whether the format keeps no alpha, so that transparent pictures are laid on the background."""
    return format_name == "jpeg"


def encode(image: Image.Image, format_name: Format, recipe: Recipe, options: Settings) -> bytes:
    """Return the bytes of an sRGB picture in RGB or RGBA.

    Both formats are tagged as sRGB: AVIF by its colour numbers, which Pillow writes when no profile is given,
    JPEG by a profile, so that no browser shows one `<picture>` in two colours.
    """
    write = _write_avif if format_name == "avif" else _write_jpeg
    target = io.BytesIO()
    write(image, target, recipe, options)
    return target.getvalue()


def _write_avif(image: Image.Image, target: io.BytesIO, recipe: Recipe, options: Settings) -> None:
    _opaque_if_solid(image).save(target, "AVIF", xmp=credits.xmp(recipe), **options)


def _write_jpeg(image: Image.Image, target: io.BytesIO, recipe: Recipe, options: Settings) -> None:
    _on_background(image, recipe.background).save(
        target,
        "JPEG",
        icc_profile=srgb_profile(),
        exif=credits.exif(recipe),
        xmp=credits.xmp(recipe),
        **options,
    )


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
