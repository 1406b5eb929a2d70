"""Markdown → safe HTML in parts, with the places left open where the catalogue has to fill something in.

The text is rendered once for what it is (a pure function of the text); links to records, pictures and directives
stay as marks in the HTML, which `split` turns into parts. What a part shows is asked for when a page is written.
"""

from __future__ import annotations

import re
from html import escape, unescape

from msgspec import Struct

from pinsite.views.markdown_memory import Rendered

# Attributes as the sanitiser writes them; one may hold `>`.
_INSIDE = r'(?:[^>"]|"[^"]*")*'
_MARK = re.compile(
    r'<div data-set="[0-9a-f]+:(?P<set>pin|series|edition):(?P<id>[a-z0-9-]+)"></div>'
    rf"|<figure><img\b(?P<block>{_INSIDE})></figure>|<img\b(?P<img>{_INSIDE})>"
    r'|<a href="(?P<kind>pin|story|series|page):(?P<to>[a-z0-9-]+)(?P<frag>#[^"]*)?"'
    rf"(?P<rest>{_INSIDE})>(?P<text>.*?)</a>",
    re.DOTALL,
)

#: Level of the highest headings in a pin's description, which stands under a heading of its page.
PIN_TOP = 3


class Piece(Struct, frozen=True):
    """A stretch of rendered text. `kind`: html, link, picture (a block), inline (a picture within
    a line), pin, series or edition.

    A link has `id` (with `record` its kind), `fragment` and its inner `html`; a picture has its file in `id`.
    """

    kind: str
    html: str = ""
    id: str = ""
    record: str = ""
    fragment: str = ""
    alt: str = ""
    title: str = ""


def pieces(text: str, top: int = 2, known: Rendered | None = None) -> tuple[Piece, ...]:
    """Return a Markdown text as pieces of safe HTML and open places; `top` is the level of its highest headings."""
    return tuple(_split((known or Rendered()).html(text, top)))


def _split(html: str) -> list[Piece]:
    found: list[Piece] = []
    end = 0
    for match in _MARK.finditer(html):
        if match.start() > end:
            found.append(Piece("html", html[end : match.start()]))
        found.append(_piece(match))
        end = match.end()
    if end < len(html):
        found.append(Piece("html", html[end:]))
    return found


def _piece(match: re.Match[str]) -> Piece:
    if match["set"]:
        return Piece(match["set"], id=match["id"])
    if match["kind"]:
        return Piece("link", match["text"], match["to"], match["kind"], match["frag"] or "")
    written = match["block"] or match["img"] or ""
    attributes = {name: unescape(value) for name, value in re.findall(r'([a-z]+)="([^"]*)"', written)}
    source = attributes.get("src", "")
    if re.match(r"[a-z]+:|//", source):
        shown = escape(attributes.get("alt") or source)
        return Piece("html", f'<a href="{escape(source)}">{shown}</a>')
    if not source:
        return Piece("html", escape(attributes.get("alt", "")))
    kind = "picture" if match["block"] is not None else "inline"
    return Piece(kind, id=source, alt=attributes.get("alt", ""), title=attributes.get("title", ""))


def plain_text(text: str, known: Rendered | None = None) -> str:
    """Return the words of a Markdown text, without any markup, for descriptions and search."""
    html = " ".join(piece.html for piece in pieces(text, PIN_TOP, known) if piece.kind in ("html", "link"))
    words = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))
    return words.replace(" ,", ",").replace(" .", ".").strip()
