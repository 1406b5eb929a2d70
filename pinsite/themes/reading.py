"""Read `theme.yaml`: every mistake at its line and column, and what lies in the folder and is read by nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pinsite.diagnostics import Place, Problems, did_you_mean, one_of
from pinsite.diagnostics.codes import CODES
from pinsite.files import stamps_below
from pinsite.source import Matter, decode_text, read_matter
from pinsite.themes.theme import (
    A_COLOUR,
    API,
    RESERVED,
    Declaration,
    Option,
    PictureWish,
    SocialColours,
    Theme,
)

DECLARATION = "theme.yaml"
#: What `theme diff --accept` notes: what the overrides of a folder were made from.
NOTES = "upstream.yaml"
_FOLDERS = ("templates", "styles", "scripts", "locale", "static")
_INNER: dict[str, type[BaseModel]] = {"options": Option, "pictures": PictureWish, "social": SocialColours}
_SHAPES = {
    "int_parsing": ("a whole number belongs here", "write digits only, like `1`"),
    "float_parsing": ("a number belongs here", "write it like `1` or `.75`"),
    "bool_parsing": ("`true` or `false` belongs here", ""),
    "string_type": ("a text belongs here", ""),
    "dict_type": ("a map of keys belongs here", "write `key: value` lines below it, or `{key: value}`"),
    "model_type": ("a map of keys belongs here", "write `key: value` lines below it, or `{key: value}`"),
    "tuple_type": ("a list belongs here", "write `[a, b]`, or lines that begin with `- `"),
    "too_short": ("the list is empty", "name at least one"),
}
_PATTERNS = {
    "name": "lower-case words joined by `-`, like `my-theme`",
    "parent": "lower-case words joined by `-`, like `my-theme`",
    "styles": "the name of a file in `styles/`, like `mine.css`",
    "scripts": "the name of a file in `scripts/`, like `mine.js`",
    "languages": "the code of a language, like `fr` or `pt-BR`",
    "social": f"a colour like {A_COLOUR}, or the name of an option that is a colour",
}
_KEYS = "lower-case words joined by `_`"


def read_theme(folder: Path, shown: str, bundled: bool, problems: Problems) -> Theme | None:
    """Read a theme's declaration; None (and problems) where it is missing or not understood."""
    path, before = f"{shown}/{DECLARATION}", problems.errors
    files = frozenset(stamps_below(folder))
    if DECLARATION not in files:
        problems.add(CODES["THM001"], Place(path), f"the theme has no `{DECLARATION}`")
        return None
    if not bundled and _leads_out(folder, files, shown, problems):
        return None
    text = decode_text(path, (folder / DECLARATION).read_bytes(), problems)
    matter = read_matter(text, problems) if text else None
    declared = _declaration(matter, problems) if matter else None
    if matter is None or declared is None:
        return None
    theme = Theme(declared.name, folder, declared, files, shown, bundled)
    if not bundled:
        _check(theme, matter, problems)
    return theme if problems.errors == before else None


def place_in(theme: Theme, *location: str) -> Place:
    """Return where something stands in a theme's declaration, like `("parent",)`."""
    path = f"{theme.shown}/{DECLARATION}"
    text = decode_text(path, (theme.folder / DECLARATION).read_bytes(), Problems())
    matter = read_matter(text, Problems()) if text else None
    return matter.place(*location) if matter else Place(path)


def _declaration(matter: Matter, problems: Problems) -> Declaration | None:
    try:
        return Declaration.model_validate(matter.tree)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            _report(details, matter, problems)
    return None


def _report(details: ErrorDetails, matter: Matter, problems: Problems) -> None:
    location = tuple(step for step in details["loc"] if step != "[key]")
    key, where = str(location[-1]), matter.place(*location)
    kind, context = details["type"], details.get("ctx", {})
    name = ".".join(str(step + 1) if isinstance(step, int) else step for step in location)
    if kind == "extra_forbidden":
        known = _keys_at(location[:-1])
        where, said = matter.key_place(*location), f"unknown key `{key}`"
        help = did_you_mean(key, known, one_of(known))
    elif kind == "missing":
        where, said, help = matter.place(*location[:-1]), f"`{key}` is missing", f"add `{key}: …`"
    elif kind == "literal_error":
        known = context["expected"].replace(" or ", ", ").replace("'", "").split(", ")
        written = str(details["input"])
        said, help = (
            f"`{name}`: `{written}` is not possible here",
            did_you_mean(written, known, one_of(known)),
        )
    elif kind == "string_pattern_mismatch":
        help = _PATTERNS.get(str(location[0]), _KEYS) if "[key]" not in details["loc"] else _KEYS
        said = f"`{name}`: `{details['input']}` is not possible here"
    else:
        message, help = _SHAPES.get(kind, (details["msg"].lower(), ""))
        said = f"`{name}`: {message}"
    problems.add(CODES["THM001"], where, said, help)


def _keys_at(location: tuple[str | int, ...]) -> list[str]:
    model = _INNER[str(location[0])] if location else Declaration
    return list(model.model_fields)


# ── what a theme of the catalogue must keep to ───────────────────────────────────────────────────────────


def _check(theme: Theme, matter: Matter, problems: Problems) -> None:
    declared, code = theme.declared, CODES["THM001"]
    folder = theme.folder.name
    if declared.name != folder:
        help = f"write `name: {folder}`, or rename the folder"
        problems.add(
            code, matter.place("name"), f"the theme is called `{declared.name}`, its folder `{folder}`", help
        )
    if declared.name in RESERVED:
        said = f"no theme can be called `{declared.name}`"
        problems.add(code, matter.place("name"), said, "it is the layer of the site's own styles")
    if declared.api != API:
        problems.add(
            code,
            matter.place("api"),
            f"the theme is made for version {declared.api} of the theme API, and this is version {API}",
            _api_help(declared.api),
        )
    for name, option in declared.options.items():
        _check_option(name, option, matter, problems)
    _check_files(theme, matter, problems)


def _api_help(wanted: int) -> str:
    if wanted > API:
        return "a newer pinsite understands it: `pip install --upgrade pinsite`"
    return "look for a newer version of the theme; what changed is in the theme guide"


def _check_option(name: str, option: Option, matter: Matter, problems: Problems) -> None:
    if option.type == "choice" and not option.choices:
        said, where = f"`options.{name}`: a choice needs `choices`", matter.place("options", name)
        problems.add(CODES["THM001"], where, said, "add `choices: [one, other]`")
    elif option.read(option.default) is None:
        where = matter.place("options", name, "default")
        said = f"`options.{name}.default`: the option does not take its own default"
        problems.add(CODES["THM001"], where, said, f"it takes {option.wanted}")


def _check_files(theme: Theme, matter: Matter, problems: Problems) -> None:
    for kind, names in (("styles", theme.declared.styles), ("scripts", theme.declared.scripts)):
        there = theme.below(kind)
        for number, name in enumerate(names):
            if name not in there:
                said = f"there is no file `{theme.shown}/{kind}/{name}`"
                help = did_you_mean(name, there, f"add it, or take its name out of `{kind}`")
                problems.add(CODES["THM001"], matter.place(kind, number), said, help)
        for name in sorted(there - set(names)):
            said, help = (
                f"nothing reads this file: `{kind}` in {DECLARATION} does not name it",
                f"add `{name}` to it",
            )
            problems.add(CODES["THM009"], Place(f"{theme.shown}/{kind}/{name}"), said, help)
    for number, lang in enumerate(theme.declared.languages):
        if lang != "en" and f"locale/{lang}.po" not in theme.files:
            said = f"the theme has no texts in `{lang}`"
            problems.add(
                CODES["THM009"],
                matter.place("languages", number),
                said,
                f"add `{theme.shown}/locale/{lang}.po`",
            )
    for folder in sorted({path.split("/")[0] for path in theme.files if "/" in path} - {*_FOLDERS, "docs"}):
        said = "nothing of a theme is read from this folder"
        problems.add(
            CODES["THM009"],
            Place(f"{theme.shown}/{folder}"),
            said,
            did_you_mean(folder, _FOLDERS, one_of(_FOLDERS)),
        )


def outside(root: Path, folder: Path, names: Iterable[str]) -> Iterator[str]:
    """Walk the files of a folder that a link leads out of a root around it."""
    real = os.path.realpath(root) + os.sep
    for name in sorted(names):
        if not os.path.realpath(folder / name).startswith(real):
            yield name


def _leads_out(folder: Path, files: Iterable[str], shown: str, problems: Problems) -> bool:
    """Report files that are links to something outside of the theme, which nobody should publish by mistake."""
    found = list(outside(folder, folder, files))
    for path in found:
        problems.add(
            CODES["THM011"],
            Place(f"{shown}/{path}"),
            "this file is a link to something outside of the theme",
            "copy the file into the theme",
        )
    return bool(found)
