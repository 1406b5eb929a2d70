"""Markup that no page may hold: it is taken out when the text is rendered, and never in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

from pinsite.catalogue import ATTRIBUTES, ELEMENTS, SCHEMES
from pinsite.diagnostics import Problems
from pinsite.diagnostics.codes import CODES
from pinsite.source.prose import Prose

_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
_TARGET = re.compile(r"\]\(\s*<?([^\s)>]+)|^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_AUTOLINK = re.compile(r"[a-z][a-z0-9+.-]*:|[^\s@]+@")
_BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0]+")


def check_markup(prose: Prose, problems: Problems) -> None:
    """Warn of each piece of markup that is left out of the site."""
    if not any(mark in prose.text for mark in ("](", "]:", "<")):
        return
    text = prose.visible
    found = list(_addresses(text))
    # Behind the last `>` no element is whole, and looking for its end would take long in a text full of `<`.
    whole = text[: text.rfind(">") + 1]
    if "<" in whole:
        found += _Walk(whole).found
    for start, length, what, help in found:
        problems.add(CODES["REF014"], prose.place(start, length), what, help)


Found = tuple[int, int, str, str]


def _addresses(text: str) -> Iterator[Found]:
    for match in _TARGET.finditer(text):
        group = 1 if match[1] else 2
        scheme = refused_scheme(match[group])
        if scheme:
            yield match.start(group), len(match[group]), _refused(scheme), _LINK_HELP


def refused_scheme(address: str) -> str | None:
    """Return what an address begins with where no page may hold it."""
    match = _SCHEME.match(_BLANKS.sub("", unescape(address)))
    return match[1].lower() if match and match[1].lower() not in SCHEMES else None


def _refused(scheme: str) -> str:
    return f"an address of the kind `{scheme}:` is taken out"


_LINK_HELP = "link to `https:`, `mailto:`, or a record, like `pin:moon-moth`"


class _Walk(HTMLParser):
    """One walk over the elements of a text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[Found] = []
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if _AUTOLINK.match(tag):
            return
        written = self.get_starttag_text() or f"<{tag}"
        if tag not in ELEMENTS:
            self._say(written, f"`<{tag}>` is taken out", _help_for(tag))
            return
        for name, value in attrs:
            if name not in ATTRIBUTES["*"] and name not in ATTRIBUTES.get(tag, ()):
                said = f"the attribute `{name}` of `<{tag}>` is taken out"
                self._say(written, said, "write the element without it")
            elif name in ("href", "src") and (scheme := refused_scheme(value or "")):
                self._say(written, _refused(scheme), _LINK_HELP)

    def handle_pi(self, data: str) -> None:
        self._say(f"<?{data}", "`<?` is taken out", "write `&lt;?` to show it")

    def _say(self, written: str, what: str, help: str) -> None:
        line, column = self.getpos()
        self.found.append((self._starts[line - 1] + column, len(written), what, help))


def _help_for(tag: str) -> str:
    if tag in ("script", "style", "iframe", "object", "embed", "form", "link", "meta", "base", "svg"):
        return "a page holds no scripts, styles or frames of a text; link to what it shows"
    return f"to show it as text, write `&lt;{tag}&gt;` or set it in backticks"
