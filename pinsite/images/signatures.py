"""Tell the format of a picture by its first bytes; names and endings are not asked."""

import re
import struct
from collections.abc import Iterator
from typing import BinaryIO

from pinsite.images.refusal import ImageRefused, Refusal

HEAD_BYTES = 512
"""How much of a file `recognise` wants to see; room for an XML declaration and a comment before `<svg`."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
)
_RAW = "a camera's raw file"
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"8BPS", "a Photoshop document"),
    (b"%PDF", "a PDF"),
    (b"BM", "a BMP"),
    (b"\x00\x00\x00\x0cJXL ", "a JPEG XL"),
    (b"\xff\x0a", "a JPEG XL"),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000"),
    (b"\x00\x00\x01\x00", "an icon file"),
    (b"PK\x03\x04", "an archive or an office document"),
    (b"IIRO", _RAW),
    (b"IIU\x00", _RAW),
    (b"FUJIFILMCCD-RAW", _RAW),
)
_MOST_BYTES = 1_000_000  # of a chunk that is read
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevx"})
_SVG = re.compile(rb"^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]", re.DOTALL)


def recognise(head: bytes) -> str:
    """Return the format that the first bytes of a file declare, or refuse with a sentence."""
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _iso_brand(head)
    raise _not_taken(head)


def _iso_brand(head: bytes) -> str:
    length = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[at : at + 4] for at in (8, *range(16, length - 3, 4))}
    if brands & {b"avif", b"avis"}:
        return "avif"
    if brands & _HEIC_BRANDS:
        return "heif"
    if b"crx " in brands:
        raise foreign(_RAW)
    raise foreign("a video or another file of the MP4 family")


def _not_taken(head: bytes) -> ImageRefused:
    if not head:
        return ImageRefused(Refusal.BROKEN, "the file is empty; save the picture again")
    if _SVG.match(head.removeprefix(b"\xef\xbb\xbf")):
        return ImageRefused(
            Refusal.VECTOR, "SVG drawings are not taken here; export the drawing as PNG, 1600 px or wider"
        )
    for signature, what in _FOREIGN:
        if head.startswith(signature):
            return foreign(what)
    return ImageRefused(
        Refusal.UNKNOWN, "this is not a picture in a known format; save it as JPEG, PNG, WebP, AVIF or TIFF"
    )


def foreign(what: str = _RAW) -> ImageRefused:
    """Return the refusal of a file that is something else."""
    return ImageRefused(Refusal.FOREIGN, f"this is {what}, which is not taken; save it as JPEG or PNG")


def webp_canvas(head: bytes) -> tuple[int, int] | None:
    """Read the canvas of a WebP from its first 30 bytes.

    The WebP decoder allocates its canvas as soon as it is made, before any limit could be asked.
    """
    if len(head) < 30:
        return None
    match head[12:16]:
        case b"VP8X":
            return (int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1)
        case b"VP8L":
            bits = int.from_bytes(head[21:25], "little")
            return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case b"VP8 ":
            width, height = struct.unpack("<HH", head[26:30])
            return (width & 0x3FFF, height & 0x3FFF)
    return None


def png_chunk(stream: BinaryIO, wanted: bytes) -> bytes | None:
    """Return the first chunk of this name of a PNG wherever it stands, jumping over the pixels."""
    for name, length in _png_chunks(stream):
        if name == wanted:
            return stream.read(length) if length <= _MOST_BYTES else None
    return None


def _png_chunks(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield name and length of each chunk, the stream standing at its data."""
    at = 8
    while True:
        stream.seek(at)
        header = stream.read(8)
        if len(header) < 8:
            return
        length = int.from_bytes(header[:4], "big")
        yield header[4:], length
        at += 12 + length
