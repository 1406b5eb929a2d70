"""A theme as its `theme.yaml` declares it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

#: The version of the contract between pinsite and its themes.
API = 1

_FILE = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$")]
_COLOUR = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_LENGTH = re.compile(r"\d+(\.\d+)?(px|rem|em|ch|vw|%)|0")
_FLAGS = {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}


class ThemeProblem(Exception):  # noqa: N818 - it reads as the sentence it makes
    """A theme that cannot be used; `code` is that of the problem, `path` the file or folder meant."""

    def __init__(self, code: str, path: str, message: str, help: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.path = path
        self.message = message
        self.help = help


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
            return bare if re.fullmatch(r"-?\d+(\.\d+)?", bare) else None
        if self.type == "length":
            return bare if _LENGTH.fullmatch(bare) else None
        return bare if not re.search(r"[{};<>\\]", bare) else None

    @property
    def wanted(self) -> str:
        """Say what the option takes."""
        return {
            "colour": 'a colour like `"#b3541e"`',
            "flag": "`true` or `false`",
            "number": "a number",
            "choice": "one of " + ", ".join(f"`{one}`" for one in self.choices),
            "length": "a length like `20rem`",
            "text": "a text without braces or angle brackets",
        }[self.type]


class PictureWish(_Strict):
    """A named use of pictures: the widths to make, the `sizes` attribute, and a ratio to crop to.

    With a `margin` the crop goes close to the pin and leaves that part of its longer side around it.
    `placeholder` asks for something to see until the picture is there.
    """

    widths: tuple[int, ...]
    sizes: str = "100vw"
    ratio: float | None = None
    margin: Annotated[float, Field(ge=0, le=1)] | None = None
    placeholder: bool = False


class SocialColours(_Strict):
    """The colours of social cards: each a colour, or the name of an option that is one."""

    paper: str = "#ffffff"
    ink: str = "#1c1d20"
    soft: str = "#55585f"
    accent: str = "#1f4e79"


class Declaration(_Strict):
    """The content of `theme.yaml`."""

    name: str
    title: str = ""
    description: str = ""
    api: int
    parent: str | None = None
    options: dict[str, Option] = Field(default_factory=dict)
    pictures: dict[str, PictureWish] = Field(default_factory=dict)
    social: SocialColours | None = None
    styles: tuple[_FILE, ...] = ()
    scripts: tuple[_FILE, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Theme:
    """A theme with its folder."""

    name: str
    folder: Path
    declared: Declaration


def read_theme(folder: Path, shown: str) -> Theme:
    """Read a theme's declaration; raises `ThemeProblem` where it is missing or not understood."""
    path = f"{shown}/theme.yaml"
    try:
        # Options are read as text, as everywhere: `on` stays `on`.
        raw = yaml.load((folder / "theme.yaml").read_text("utf-8"), Loader=_TextLoader)
        declared = Declaration.model_validate(raw)
    except FileNotFoundError:
        raise ThemeProblem("THM001", path, "the theme has no `theme.yaml`") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ThemeProblem("THM001", path, f"cannot be read: {error}") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise ThemeProblem("THM001", path, f"`{where}`: {first['msg']}") from None
    if declared.api != API:
        raise ThemeProblem("THM001", path, f"the theme is made for API {declared.api}, this is API {API}")
    return Theme(declared.name, folder, declared)


class _TextLoader(yaml.SafeLoader):
    """A loader that makes texts of everything but null."""

    yaml_implicit_resolvers: Mapping[str, list[tuple[str, re.Pattern[str]]]] = {  # type: ignore[assignment]
        first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
