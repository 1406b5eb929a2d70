"""Whether texts can be read on their ground, by day and by night, with the colours that a site has chosen.

The tokens `--ink`, `--ink-soft`, `--accent`, `--paper`, `--paper-raised` and `--on-accent` are part of the contract
between themes: whatever layer sets them, the theme's, a child's or the site's own, what they come to is held to the
ratio of WCAG 2.2 for text (1.4.3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import floor

from msgspec import Struct

from pinsite.colours import Lab, hex_of, lab_of
from pinsite.diagnostics import Place, Problems
from pinsite.diagnostics.codes import CODES
from pinsite.themes.chain import Chain
from pinsite.themes.tokens import SCHEMES, Scheme, Tokens, Unbalanced, place_at, plain_hex, token_of

LEAST = 4.5
#: What is written on what, in words for people.
_PAIRS = (
    ("--ink", "--paper", "text on paper"),
    ("--ink-soft", "--paper", "quiet text on paper"),
    ("--accent", "--paper", "links on paper"),
    ("--accent", "--paper-raised", "links on raised paper"),
    ("--on-accent", "--accent", "text on the accent"),
)
_WHEN = {"light": "by day", "dark": "by night"}


def contrast(one: str, other: str) -> float:
    """Return the ratio of contrast of two colours, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class _Faint(Struct, frozen=True):
    """Two colours that are too near to each other."""

    front: str
    ground: str
    words: str
    scheme: Scheme
    ratio: float

    @property
    def said(self) -> str:
        seen = floor(self.ratio * 10) / 10
        return f"{self.words} {_WHEN[self.scheme]}: a contrast of {seen}, and {LEAST} is the least"


def check_contrast(
    chain: Chain, options: Mapping[str, str], place_of: Callable[[str], Place | None], problems: Problems
) -> None:
    """Report colours that cannot be read; `place_of` tells where the site has set an option, if it has."""
    tokens = tokens_of(chain, options, problems)
    told: set[str] = set()
    for faint in _faint(tokens):
        option = _option_behind(faint, tokens, chain, place_of)
        place = place_of(option) if option else _nearest_place(faint, tokens, chain)
        if place is None or option in told:
            continue
        if option:
            told.add(option)
        better = _better(option, options[option], tokens) if option else None
        help = (
            f"`{better}` is the nearest that does" if better else "choose one that is further from its ground"
        )
        problems.add(CODES["THM008"], place, faint.said, help)


def tokens_of(chain: Chain, options: Mapping[str, str], problems: Problems) -> Tokens:
    """Return the tokens of a chain; a style file that cannot be followed is reported."""
    tokens = Tokens.of_options(options)
    for path, file in chain.style_files():
        css = file.read_text("utf-8-sig", "replace")
        try:
            tokens.add(path, css)
        except Unbalanced as error:
            problems.add(
                CODES["THM010"],
                place_at(path, css, error.at),
                "this brace has no partner",
                "add the other one; what follows would be read wrongly",
            )
    return tokens


def _faint(tokens: Tokens) -> Iterator[_Faint]:
    for scheme in SCHEMES:
        for front, ground, words in _PAIRS:
            one, other = tokens.colour(scheme, front), tokens.colour(scheme, ground)
            if one and other and (ratio := contrast(one, other)) < LEAST:
                yield _Faint(front, ground, words, scheme, ratio)


def _option_behind(
    faint: _Faint, tokens: Tokens, chain: Chain, place_of: Callable[[str], Place | None]
) -> str | None:
    """Return the option, set by the site, that a pair of colours is made from."""
    for name, option in chain.options.items():
        if option.type == "colour" and place_of(name) is not None and _is_made_of(name, faint, tokens):
            return name
    return None


def _nearest_place(faint: _Faint, tokens: Tokens, chain: Chain) -> Place | None:
    """Return where the catalogue has set one of two tokens; what came with pinsite is not its affair."""
    own = ("templates/", *(f"{theme.shown}/" for theme in chain.themes if not theme.bundled))
    places = (tokens.place(faint.scheme, name) for name in (faint.front, faint.ground))
    return next((place for place in places if place.path.startswith(own)), None)


def _better(option: str, value: str, tokens: Tokens) -> str | None:
    """Return the colour nearest in lightness to an option's with which everything can be read."""
    lab = lab_of(plain_hex(value))
    steps = sorted((step / 50 for step in range(51)), key=lambda lightness: abs(lightness - lab.lightness))
    colours = (hex_of(Lab(lightness, lab.a, lab.b)) for lightness in steps)
    return next((one for one in colours if not _is_faint(option, tokens.with_option(option, one))), None)


def _is_faint(option: str, tokens: Tokens) -> bool:
    return any(_is_made_of(option, faint, tokens) for faint in _faint(tokens))


def _is_made_of(option: str, faint: _Faint, tokens: Tokens) -> bool:
    pair = (faint.front, faint.ground)
    return any(tokens.follows(faint.scheme, one, token_of(option)) for one in pair)
