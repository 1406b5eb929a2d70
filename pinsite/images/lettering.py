"""Draw a social card: a picture beside a few words, in one open typeface, the same on every machine.

The typeface is Source Serif Pro (SIL Open Font License), which comes as a package. It has Latin with Vietnamese, Greek
and Cyrillic letters. A text with any other letter is left out rather than drawn as boxes.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from PIL import Image, ImageDraw, ImageFont, features

SIZE = (1200, 630)
"""What social networks show whole."""

PANEL = (630, 630)
"""The part that the picture takes where there are words beside it."""

_PACKAGE = "font_source_serif_pro"
_FACES = {
    "title": "SourceSerifPro-Semibold.ttf",
    "line": "SourceSerifPro-It.ttf",
    "site": "SourceSerifPro-Regular.ttf",
}
_MARGIN = 52
_TITLE_SIZES = (84, 76, 68, 60, 55, 50, 46, 42, 38, 34)
_LINE_SIZES = (38, 34, 30)
_SITE_SIZES = (31, 27, 24)
_CALM = 60  # larger letters want one line less
_MISSING = "\U0010ffff"


class Colours(Struct, frozen=True):
    """The colours of a card."""

    paper: str = "#ffffff"
    ink: str = "#1c1d20"
    soft: str = "#55585f"
    accent: str = "#1f4e79"


class Lettering(Struct, frozen=True):
    """The words of a card and how they are set; `mirrored` is for languages written from right to left."""

    title: str
    line: str = ""
    site: str = ""
    colours: Colours = Colours()
    mirrored: bool = False

    @property
    def room(self) -> tuple[int, int]:
        """Return the room for the picture: all of the card where no word can be drawn."""
        return PANEL if self.title else SIZE


def drawable(text: str) -> str:
    """Return the text, or nothing where the typeface lacks a letter of it."""
    return text if all(_has(letter) for letter in set(text)) else ""


@lru_cache(maxsize=4096)
def _has(letter: str) -> bool:
    if letter.isspace():
        return True
    face = _face("title", 40)
    return bytes(face.getmask(letter)) != bytes(face.getmask(_MISSING))


@lru_cache(maxsize=64)
def _face(use: str, size: int) -> ImageFont.FreeTypeFont:
    # The simple layout is in every build of Pillow; it kerns, and these scripts need no more.
    return ImageFont.truetype(_file(use), size, layout_engine=ImageFont.Layout.BASIC)


def _file(use: str) -> Path:
    found = importlib.util.find_spec(_PACKAGE)
    assert found is not None and found.origin is not None, "the typeface is among the dependencies"
    return Path(found.origin).parent / "files" / _FACES[use]


@lru_cache(maxsize=1)
def version() -> str:
    """Return what shapes the letters: the files of the typeface, and the library that draws them."""
    files = hashlib.blake2b(b"".join(_file(use).read_bytes() for use in _FACES), digest_size=8).hexdigest()
    return f"source-serif {files}, freetype {features.version('freetype2')}"


def lettered(picture: Image.Image, words: Lettering) -> Image.Image:
    """Return the card with a picture that fits its room."""
    card = Image.new("RGB", SIZE, words.colours.paper)
    room = words.room
    left = (SIZE[0] - room[0] if words.mirrored else 0) + (room[0] - picture.width) // 2
    place = (left, (room[1] - picture.height) // 2)
    card.paste(picture.convert("RGB"), place, picture.getchannel("A") if picture.mode == "RGBA" else None)
    if words.title:
        _write(ImageDraw.Draw(card), words)
    return card


class _Block(Struct, frozen=True):
    """A text broken into lines at the size that fits."""

    use: str
    size: int
    lines: tuple[str, ...]

    @property
    def step(self) -> int:
        return round(self.size * (1.08 if self.use == "title" else 1.32))

    @property
    def height(self) -> int:
        return self.step * len(self.lines)


def _write(draw: ImageDraw.ImageDraw, words: Lettering) -> None:
    """Set title and line around the middle, and the name of the site at the foot."""
    width = SIZE[0] - PANEL[0] - 2 * _MARGIN
    title = _fitted("title", words.title, _TITLE_SIZES, width, 4)
    line = _fitted("line", words.line, _LINE_SIZES, width, 3)
    site = _fitted("site", words.site, _SITE_SIZES, width, 1)
    top = (SIZE[1] - title.height - (line.height + 56 if line.lines else 0)) // 2 - 20
    top = _set(draw, title, top, words, words.colours.ink)
    if line.lines:
        edge = _edge(words)
        rule = (edge - 54, edge) if words.mirrored else (edge, edge + 54)
        draw.rectangle((rule[0], top + 22, rule[1], top + 24), words.colours.accent)
        _set(draw, line, top + 44, words, words.colours.soft)
    _set(draw, site, SIZE[1] - _MARGIN - site.height + 8, words, words.colours.soft)


def _edge(words: Lettering) -> int:
    return SIZE[0] - PANEL[0] - _MARGIN if words.mirrored else PANEL[0] + _MARGIN


def _set(draw: ImageDraw.ImageDraw, block: _Block, top: int, words: Lettering, colour: str) -> int:
    """Write a block; return where it ends."""
    face, edge = _face(block.use, block.size), _edge(words)
    for text in block.lines:
        draw.text((edge, top), text, colour, face, anchor="ra" if words.mirrored else "la")
        top += block.step
    return top


def _fitted(use: str, text: str, sizes: Iterable[int], width: int, most: int) -> _Block:
    """Return the text at the largest size that needs no more than so many lines; at the smallest it is cut."""
    block = _Block(use, 0, ())
    for size in sizes:
        lines = _broken(text, _face(use, size), width)
        block = _Block(use, size, lines)
        widest = max((_face(use, size).getlength(line) for line in lines), default=0)
        if widest <= width and len(lines) <= (most if size <= _CALM else most - 1):
            return block
    return _Block(use, block.size, _cut(block.lines, _face(use, block.size), width, most))


def _broken(text: str, face: ImageFont.FreeTypeFont, width: int) -> tuple[str, ...]:
    """Break a text at its spaces."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _cut(lines: tuple[str, ...], face: ImageFont.FreeTypeFont, width: int, most: int) -> tuple[str, ...]:
    """Keep so many lines; what is too long ends in an ellipsis."""
    kept = [*lines[:most]]
    if len(lines) > most:
        kept[-1] += " …"
    return tuple(_shortened(line, face, width) for line in kept)


def _shortened(line: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    if face.getlength(line) <= width:
        return line
    bare = line.removesuffix(" …")
    while bare and face.getlength(f"{bare}…") > width:
        bare = bare[:-1].rstrip()
    return f"{bare}…"
