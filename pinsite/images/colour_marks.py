"""Learn which colours a picture means that says so by numbers or a flag, and not by an ICC profile.

PNG has chunks for it (cICP, gAMA, cHRM), AVIF and HEIC the code points of ITU-T H.273, and cameras that are set to
Adobe RGB only say so in EXIF. Each comes down to primaries and a curve: the line that a profile is made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from PIL import ExifTags, Image, ImageFile

from pinsite.images.matrix_profile import SRGB_CURVE, matrix_profile, written
from pinsite.images.refusal import ImageRefused, Refusal
from pinsite.images.signatures import png_chunk

Corners = tuple[float, ...]

_D65 = (0.3127, 0.329)
_SRGB: Corners = (0.64, 0.33, 0.3, 0.6, 0.15, 0.06, *_D65)
_ADOBE: Corners = (0.64, 0.33, 0.21, 0.71, 0.15, 0.06, *_D65)
_P3: Corners = (0.68, 0.32, 0.265, 0.69, 0.15, 0.06, *_D65)

#: H.273, table 2: the primaries that pictures are tagged with.
_PRIMARIES: dict[int, Corners] = {
    1: _SRGB,
    5: (0.64, 0.33, 0.29, 0.6, 0.15, 0.06, *_D65),
    6: (0.63, 0.34, 0.31, 0.595, 0.155, 0.07, *_D65),
    7: (0.63, 0.34, 0.31, 0.595, 0.155, 0.07, *_D65),
    9: (0.708, 0.292, 0.17, 0.797, 0.131, 0.046, *_D65),
    11: (*_P3[:6], 0.314, 0.351),
    12: _P3,
}
#: H.273, table 3. The curves of cameras (1, 6, 14, 15) are meant for the screens of sRGB, and are shown by its curve.
_CURVES: dict[int, float] = {4: 2.2, 5: 2.8, 8: 1.0}
_HDR = {16: "PQ", 18: "HLG"}

_NAMES: dict[Corners, str] = {_SRGB: "sRGB", _ADOBE: "Adobe RGB", _P3: "Display P3", _PRIMARIES[9]: "BT.2020"}
_ADOBE_EXPONENT = 563 / 256
_USUAL_EXPONENT = 2.2
_NEAR = 0.05  # a gamma as near as this to 1/2.2 stands for sRGB, as libpng has it
_NEAR_CORNER = 0.002
_BOXES_INSIDE = {b"meta": 4, b"iprp": 0, b"ipco": 0}  # and how many bytes come before what is inside


def marked_colours(image: ImageFile.ImageFile, format_name: str, stream: BinaryIO) -> str:
    """Return the line of numbers for the colours of a picture; nothing where its profile, or sRGB, is meant.

    Raises `ImageRefused` for HDR, whose brightness has no counterpart in the picture of a page.
    """
    if format_name == "png":
        return _of_png(image, stream)
    if "icc_profile" in image.info:
        return ""
    if format_name == "jpeg":
        return _of_flag(image)
    if format_name in ("avif", "heif"):
        return _unless_srgb(_of_boxes(stream))
    return ""


def icc_of(image: Image.Image, colours: str) -> bytes | None:
    """Return the profile of a picture: made of such a line, or its own."""
    if not colours:
        return image.info.get("icc_profile")
    corners = tuple(float(number) for number in colours.split()[:8])
    return matrix_profile(colours, _NAMES.get(corners, "its own primaries"))


def _of_png(image: ImageFile.ImageFile, stream: BinaryIO) -> str:
    """Ask in the order of the standard's third edition: cICP, profile, sRGB, then gAMA and cHRM."""
    codes = png_chunk(stream, b"cICP")
    if codes is not None and len(codes) == 4:
        return _of_codes(codes[0], codes[1])
    if "icc_profile" in image.info or "srgb" in image.info:
        return ""
    corners = _of_chromaticity(image.info.get("chromaticity"))
    stored = image.info.get("gamma")
    curve: float | str = SRGB_CURVE
    if stored and not (_is_near_srgb(corners) and abs(stored * _USUAL_EXPONENT - 1) < _NEAR):
        curve = 1 / stored
    return _unless_srgb(written(corners, curve) or "")


def _of_chromaticity(found: Corners | None) -> Corners:
    """Return the corners in our order; PNG has the white first."""
    return (*found[2:], *found[:2]) if found and len(found) == 8 else _SRGB


def _is_near_srgb(corners: Corners) -> bool:
    return all(abs(one - other) <= _NEAR_CORNER for one, other in zip(corners, _SRGB, strict=True))


def _of_flag(image: Image.Image) -> str:
    """Read the flag of cameras: `R03` of DCF, or a 2 that many write instead."""
    block = image.info.get("exif")
    if image.mode != "RGB" or not block:
        return ""
    exif = Image.Exif()
    try:
        exif.load(block)
        space = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.ColorSpace)
        index = exif.get_ifd(ExifTags.IFD.Interop).get(ExifTags.Interop.InteropIndex)
    except Exception:  # a damaged block says nothing
        return ""
    flagged = space == 2 or str(index).strip("\0 ") == "R03"
    return written(_ADOBE, _ADOBE_EXPONENT) or "" if flagged else ""


def _of_codes(primaries: int, transfer: int) -> str:
    if transfer in _HDR:
        raise ImageRefused(
            Refusal.HDR,
            f"the picture is in HDR ({_HDR[transfer]}), and pages show what every screen can; export it as SDR",
        )
    return written(_PRIMARIES.get(primaries, _SRGB), _CURVES.get(transfer, SRGB_CURVE)) or ""


def _unless_srgb(line: str) -> str:
    return "" if line == written(_SRGB, SRGB_CURVE) else line


def _of_boxes(stream: BinaryIO) -> str:
    """Read the first `colr` box with code points: it is that of the picture; those of masks come after it."""
    end = stream.seek(0, 2)
    for at, length in _boxes(stream, 0, end):
        stream.seek(at)
        content = stream.read(min(length, 8))
        if content[:4] == b"nclx" and len(content) == 8:
            return _of_codes(int.from_bytes(content[4:6], "big"), int.from_bytes(content[6:8], "big"))
    return ""


def _boxes(stream: BinaryIO, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the content of each `colr` box begins, and its length."""
    while start + 8 <= end:
        stream.seek(start)
        head = stream.read(16)
        length, name, before = int.from_bytes(head[:4], "big"), head[4:8], 8
        if length == 1:  # the length is in the eight bytes that follow
            length, before = int.from_bytes(head[8:16], "big"), 16
        if length < before or start + length > end:
            return
        if name == b"colr":
            yield start + before, length - before
        elif name in _BOXES_INSIDE:
            yield from _boxes(stream, start + before + _BOXES_INSIDE[name], start + length)
        start += length
