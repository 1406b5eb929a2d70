"""The design tokens as the cascade leaves them, by day and by night, each with the place that set it.

Only what the check of contrast needs of CSS is read here: custom properties on `:root`, alone or under
`prefers-color-scheme`, and as values hexadecimal colours, `var()` and `color-mix(in oklab, …)`. What says more than
that has no known value, and nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from pinsite.colours import hex_of, lab_of, mixed
from pinsite.diagnostics import Place

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TEXT = re.compile(r"""("([^"\\\n]|\\.)*"|'([^'\\\n]|\\.)*')""")
_TOKEN = re.compile(r"(?<![\w-])(?P<name>--[\w-]+)\s*:\s*(?P<value>[^;{}]+)")
_ROOT = re.compile(r"(^|,)\s*(:root|html)\s*(,|$)")
_SCHEME = re.compile(r"@media\s+(?:screen\s+and\s+)?\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)\s*")
_HEX = re.compile(r"#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}")
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
_MIX = re.compile(r"color-mix\(\s*in oklab\s*,\s*(.+?)\s+([\d.]+)%\s*,\s*(.+?)\s*\)", re.DOTALL)
_NAMED = {"white": "#ffffff", "black": "#000000"}
_DEEPEST = 12


class Token(Struct, frozen=True):
    """What one custom property was set to, and where."""

    value: str
    place: Place


class Unbalanced(ValueError):  # noqa: N818 - it reads as the sentence it makes
    """A brace that is opened and not closed, or closed and not opened; `at` is where in the text."""

    def __init__(self, at: int) -> None:
        super().__init__("a brace has no partner")
        self.at = at


class Tokens(Struct):
    """The tokens of a site in both schemes; files are added in the order of the cascade."""

    found: Mapping[Scheme, dict[str, Token]]

    @classmethod
    def of_options(cls, options: Mapping[str, str]) -> Tokens:
        """Begin with the options of the theme, which are tokens, too."""
        given = {token_of(name): Token(value, Place("")) for name, value in options.items()}
        return cls({scheme: dict(given) for scheme in SCHEMES})

    def with_option(self, name: str, value: str) -> Tokens:
        """Return the same tokens with another value of one option."""
        token = {token_of(name): Token(value, Place(""))}
        return Tokens({scheme: found | token for scheme, found in self.found.items()})

    def add(self, path: str, css: str) -> None:
        """Read a style file; raises `Unbalanced`."""
        for schemes, name, value, at in _settings(css):
            token = Token(value.strip(), place_at(path, css, at, len(name)))
            for scheme in schemes:
                self.found[scheme][name] = token

    def colour(self, scheme: Scheme, name: str) -> str | None:
        """Return the colour that a token comes to in a scheme; None where that cannot be known."""
        token = self.found[scheme].get(name)
        return self._worked_out(scheme, token.value, 0) if token else None

    def place(self, scheme: Scheme, name: str) -> Place:
        """Return where a token was set last."""
        return self.found[scheme][name].place

    def follows(self, scheme: Scheme, name: str, other: str) -> bool:
        """Tell whether a token is made from another."""
        token = self.found[scheme].get(name)
        if token is None or name == other:
            return name == other
        return any(self.follows(scheme, inner, other) for inner in _VAR.findall(token.value) if inner != name)

    def _worked_out(self, scheme: Scheme, value: str, depth: int) -> str | None:
        if depth > _DEEPEST:
            return None
        if _HEX.fullmatch(value):
            return plain_hex(value)
        if value in _NAMED:
            return _NAMED[value]
        if named := _VAR.fullmatch(value):
            token = self.found[scheme].get(named[1])
            return self._worked_out(scheme, token.value, depth + 1) if token else None
        mix = _MIX.fullmatch(value)
        if mix is None:
            return None
        parts = [self._worked_out(scheme, part.strip(), depth + 1) for part in (mix[1], mix[3])]
        first, second = parts
        return _mixed(first, second, float(mix[2]) / 100) if first and second else None


def token_of(option: str) -> str:
    """Return the custom property of an option."""
    return f"--option-{option.replace('_', '-')}"


def plain_hex(colour: str) -> str:
    """Return a colour in six small digits."""
    digits = colour[1:].lower()
    return "#" + ("".join(2 * one for one in digits) if len(digits) == 3 else digits)


def _mixed(first: str, second: str, share: float) -> str:
    return hex_of(mixed([(lab_of(first), share), (lab_of(second), 1 - share)]))


def place_at(path: str, text: str, at: int, length: int = 1) -> Place:
    """Return the place of an offset in a text."""
    return Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), length)


def _settings(css: str) -> Iterator[tuple[tuple[Scheme, ...], str, str, int]]:
    """Walk the custom properties that are set on the root, with the schemes that they are set for."""
    bare = _blanked(css)
    for begin, end, around in _blocks(bare):
        schemes = _schemes_of(around)
        if schemes:
            for found in _TOKEN.finditer(bare, begin, end):
                yield schemes, found["name"], found["value"], found.start("name")


def _blanked(css: str) -> str:
    """Return styles with comments and quoted texts as spaces, so that every offset stays."""

    def blank(found: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", found[0])

    return _TEXT.sub(blank, _COMMENT.sub(blank, css))


def _blocks(css: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Walk the stretches inside of braces, with what stands before each of the braces around them."""
    heads: list[tuple[str, int]] = []
    since = 0
    for found in re.finditer(r"[{};]", css):
        at = found.start()
        if found[0] == "{":
            heads.append((css[since:at].strip(), at))
        elif found[0] == "}":
            if not heads:
                raise Unbalanced(at)
            yield since, at, tuple(head for head, _ in heads)
            heads.pop()
        elif heads:
            yield since, at, tuple(head for head, _ in heads)
        since = at + 1
    if heads:
        raise Unbalanced(heads[-1][1])


def _schemes_of(around: tuple[str, ...]) -> tuple[Scheme, ...]:
    """Return the schemes in which a rule of the root holds; none where it holds for something smaller."""
    *media, selector = around
    if not _ROOT.search(selector):
        return ()
    schemes = SCHEMES
    for one in media:
        found = _SCHEME.fullmatch(one)
        if found is None:
            return ()
        schemes = tuple(scheme for scheme in schemes if scheme == found[1])
    return schemes
