"""Bring the pixels of any colour mode and profile to 8-bit sRGB, with or without alpha.

Tagged pictures go through littleCMS by the relative colorimetric intent with black point compensation, as
image editors and browsers do. A profile that cannot be read, or that describes another kind of pixel, counts
as absent.
"""

import io
from functools import lru_cache

from PIL import Image, ImageChops, ImageCms, features

from pinsite.images.refusal import ImageRefused, Refusal

MODES_READ = frozenset(
    {
        "1",
        "L",
        "LA",
        "La",
        "P",
        "PA",
        "RGB",
        "RGBA",
        "RGBa",
        "RGBX",
        "CMYK",
        "YCbCr",
        "LAB",
        "I;16",
        "I;16L",
        "I;16B",
        "I;16N",
    }
)
"""Pixel layouts that are understood; 32-bit and floating point ones have no white that could be known."""

UNREADABLE, UNKNOWN_INKS = "unreadable", "unknown inks"
"""Names for profiles that are damaged, or missing where nothing can stand in their place."""

_KINDS = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
_SAME = 1  # largest step of 255 by which a profile may differ from sRGB and still count as sRGB


def check_mode(mode: str) -> None:
    """Refuse a pixel layout whose white cannot be known."""
    if mode not in MODES_READ:
        raise ImageRefused(
            Refusal.FOREIGN,
            "the picture has 32-bit or other scientific pixels; save it with 8 or 16 bits a channel",
        )


@lru_cache(maxsize=1)
def colour_library() -> str | None:
    """Return the version of littleCMS, which shapes the pixels of whatever has a profile."""
    return features.version("littlecms2")


def has_alpha(image: Image.Image) -> bool:
    """Say by the header alone whether a picture can be transparent."""
    return image.mode in {"LA", "La", "PA", "RGBA", "RGBa"} or "transparency" in image.info


def profile_name(icc: bytes | None, mode: str = "RGB") -> str | None:
    """Name a profile: `srgb` for whatever behaves as sRGB, its own description, `unreadable`, or none.

    Inks without a profile have a name, too, since nobody can know their colours.
    """
    if not icc:
        return UNKNOWN_INKS if mode == "CMYK" else None
    profile = _read(icc)
    if profile is None:
        return UNREADABLE
    if _mode(profile) == "RGB" and _is_srgb(profile):
        return "srgb"
    return _description(profile)


def to_eight_bits(image: Image.Image) -> Image.Image:
    """Return the picture as L, LA, RGB, RGBA or CMYK with 8 bits a channel: layouts that can be resized."""
    check_mode(image.mode)
    if image.mode.startswith("I;16"):
        # 65535 / 257 = 255: the full range maps to the full range; half a step rounds.
        return image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if image.mode == "LAB":
        return _apply(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")), "LAB")
    if "transparency" in image.info or image.mode in {"PA", "RGBa"}:
        return image.convert("RGBA")
    target = {"1": "L", "La": "LA", "P": "RGB", "RGBX": "RGB", "YCbCr": "RGB"}.get(image.mode, image.mode)
    return image if target == image.mode else image.convert(target)


def to_srgb(image: Image.Image, icc: bytes | None) -> Image.Image:
    """Return the 8-bit picture as RGB, or RGBA when it has alpha, in sRGB and without any metadata."""
    colours = image.convert({"LA": "L", "RGBA": "RGB"}.get(image.mode, image.mode))
    converted = _from_profile(colours, icc) or colours.convert("RGB")
    if image.mode in {"LA", "RGBA"}:
        converted.putalpha(image.getchannel("A"))
    converted.info.clear()
    return converted


def _from_profile(image: Image.Image, icc: bytes | None) -> Image.Image | None:
    profile = _read(icc) if icc else None
    if profile is None:
        return None
    mode = _mode(profile)
    if mode == "RGB" and image.mode == "L":
        image = image.convert("RGB")
    if mode != image.mode or (mode == "RGB" and _is_srgb(profile)):
        return None
    try:
        return _apply(image, profile, mode)
    except ImageCms.PyCMSError:
        return None


def _read(icc: bytes) -> ImageCms.ImageCmsProfile | None:
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        _mode(profile)
    except (
        OSError,
        TypeError,
        ValueError,
        ImageCms.PyCMSError,
    ):  # ValueError: the name of its space is no text
        return None
    return profile


def _mode(profile: ImageCms.ImageCmsProfile) -> str | None:
    return _KINDS.get(profile.profile.xcolor_space.strip())


def _description(profile: ImageCms.ImageCmsProfile) -> str:
    try:
        return " ".join(ImageCms.getProfileDescription(profile).split()) or "unnamed"
    except ImageCms.PyCMSError:
        return "unnamed"


def _apply(image: Image.Image, profile: ImageCms.ImageCmsProfile, mode: str) -> Image.Image:
    transform = ImageCms.buildTransform(
        profile,
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")),
        mode,
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    converted = ImageCms.applyTransform(image, transform)
    if converted is None:
        raise ImageCms.PyCMSError("the transform gave no picture")
    return converted


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    """Measure rather than trust names: does the profile leave a grid of colours where it is?"""
    try:
        converted = _apply(_patches(), profile, "RGB")
    except ImageCms.PyCMSError:
        return False
    low_high = ImageChops.difference(converted, _patches()).getextrema()
    return all(isinstance(band, tuple) and band[1] <= _SAME for band in low_high)


@lru_cache(maxsize=1)
def _patches() -> Image.Image:
    steps = (0, 32, 64, 128, 192, 255)
    image = Image.new("RGB", (len(steps) ** 3, 1))
    image.putdata([(red, green, blue) for red in steps for green in steps for blue in steps])
    return image


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """Return an sRGB profile whose bytes do not depend on the day: the creation date is fixed."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[24:36] = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))  # 2000-01-01, ICC.1 section 7.2.8
    made[84:100] = bytes(16)  # the profile ID is a digest that would cover the date
    return bytes(made)
