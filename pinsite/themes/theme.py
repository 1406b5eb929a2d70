"""A theme as its `theme.yaml` declares it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

#: The version of the contract between pinsite and its themes.
API = 1
#: The layer of the site's own styles, and so no name for a theme.
SITE = "site"
RESERVED = frozenset({SITE})

_NAME = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
_KEY = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
_FILE = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$")]
_LANGUAGE = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
#: A colour as messages write one.
A_COLOUR = '`"#b3541e"`'
_HEX = Annotated[str, StringConstraints(pattern=r"^(#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})|[a-z][a-z0-9_]*)$")]
_COLOUR = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_LENGTH = re.compile(r"\d+(\.\d+)?(px|rem|em|ch|vw|%)|0")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_FLAGS = {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Option(_Strict):
    """An option that a theme offers to the site."""

    type: Literal["colour", "text", "flag", "choice", "number", "length"]
    default: str
    label: str = ""
    help: str = ""
    choices: tuple[str, ...] = ()

    def read(self, text: str) -> str | None:
        """Return the value in its plain form, or None where the option does not take it."""
        bare = text.strip()
        if self.type == "colour":
            return bare.lower() if _COLOUR.fullmatch(bare) else None
        if self.type == "flag":
            return _FLAGS.get(bare.lower())
        if self.type == "choice":
            return bare if bare in self.choices else None
        if self.type == "number":
            return bare if _NUMBER.fullmatch(bare) else None
        if self.type == "length":
            return bare if _LENGTH.fullmatch(bare) else None
        return bare if not re.search(r"[{};<>\\\n]", bare) else None

    def value(self, plain: str) -> str | bool | int | float:
        """Return what a template gets of a plain form: a flag is true or false, a number can be counted with."""
        if self.type == "flag":
            return plain == "true"
        if self.type == "number":
            return float(plain) if "." in plain else int(plain)
        return plain

    def css(self, plain: str) -> str:
        """Return a plain form as the value of a custom property."""
        return '"' + plain.replace('"', "'") + '"' if self.type == "text" else plain

    @property
    def wanted(self) -> str:
        """Say what the option takes."""
        return {
            "colour": f"a colour like {A_COLOUR}",
            "flag": "`true` or `false`",
            "number": "a number",
            "choice": "one of " + ", ".join(f"`{one}`" for one in self.choices),
            "length": "a length like `20rem`",
            "text": "a text on one line, without braces or angle brackets",
        }[self.type]


class PictureWish(_Strict):
    """A named use of pictures: the widths to make, the `sizes` attribute, and a ratio to crop to.

    With a `margin` the crop goes close to the pin and leaves that part of its longer side around it.
    `placeholder` asks for something to see until the picture is there.
    """

    widths: Annotated[tuple[Annotated[int, Field(ge=16, le=8192)], ...], Field(min_length=1)]
    sizes: str = "100vw"
    ratio: Annotated[float, Field(ge=0.1, le=10)] | None = None
    margin: Annotated[float, Field(ge=0, le=1)] | None = None
    placeholder: bool = False


class SocialColours(_Strict):
    """The colours of social cards: each a colour, or the name of an option that is one."""

    paper: _HEX = "#ffffff"
    ink: _HEX = "#1c1d20"
    soft: _HEX = "#55585f"
    accent: _HEX = "#1f4e79"


class Declaration(_Strict):
    """The content of `theme.yaml`."""

    name: _NAME
    title: str = ""
    description: str = ""
    api: int
    parent: _NAME | None = None
    options: dict[_KEY, Option] = Field(default_factory=dict)
    pictures: dict[_KEY, PictureWish] = Field(default_factory=dict)
    social: SocialColours | None = None
    styles: tuple[_FILE, ...] = ()
    scripts: tuple[_FILE, ...] = ()
    languages: tuple[_LANGUAGE, ...] = ()


class Theme(Struct, frozen=True):
    """A theme with its folder; `files` are the paths in it, `shown` is how people are told of the folder.

    A theme that came with pinsite is `bundled`; any other may be a stranger's.
    """

    name: str
    folder: Path
    declared: Declaration
    files: frozenset[str]
    shown: str
    bundled: bool

    def below(self, folder: str) -> frozenset[str]:
        """Return the files of one of its folders, by their path in that folder."""
        return frozenset(
            path.removeprefix(f"{folder}/") for path in self.files if path.startswith(f"{folder}/")
        )

    @property
    def texts(self) -> list[Path]:
        """Return its files of interface texts."""
        return [
            self.folder / "locale" / name for name in sorted(self.below("locale")) if name.endswith(".po")
        ]
