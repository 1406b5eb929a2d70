"""Markdown → safe HTML in parts, with the places left open where the catalogue has to fill something in.

The text is rendered once for what it is (a pure function of the text); links to records, pictures and directives
stay as marks in the HTML, which `split` turns into parts. What a part shows is asked for when a page is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape, unescape
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.toc import slugify

from pinsite.catalogue import ATTRIBUTES, ELEMENTS, SCHEMES
from pinsite.files import digest_text
from pinsite.views.headings import level_headings

# What Markdown itself makes may hold one thing more: the marks of directives.
_ATTRIBUTES = {name: set(names) for name, names in ATTRIBUTES.items()} | {"div": {"data-set"}}
_DIRECTIVE = re.compile(r"^ {0,3}\{\s*(pin|series|edition)\s*:\s*([a-z0-9-]+)\s*\}[ \t]*$")
# Attributes as the sanitiser writes them; one may hold `>`.
_INSIDE = r'(?:[^>"]|"[^"]*")*'
_MARK = re.compile(
    r'<div data-set="[0-9a-f]+:(?P<set>pin|series|edition):(?P<id>[a-z0-9-]+)"></div>'
    rf"|<figure><img\b(?P<block>{_INSIDE})></figure>|<img\b(?P<img>{_INSIDE})>"
    r'|<a href="(?P<kind>pin|story|series|page):(?P<to>[a-z0-9-]+)(?P<frag>#[^"]*)?"'
    rf"(?P<rest>{_INSIDE})>(?P<text>.*?)</a>",
    re.DOTALL,
)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_LONE_IMAGE = re.compile(r"<p>\s*(<img [^>]*>)\s*</p>")
_ALIGN = re.compile(r' style="text-align: \w+;"')


#: Level of the highest headings in a pin's description, which stands under a heading of its page.
PIN_TOP = 3


@dataclass(frozen=True, slots=True)
class Piece:
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


class _Directives(BlockProcessor):
    """`{pin: moon-moth}` on a line of its own.

    Each mark bears the digest of the whole text, so that no text can hold a mark that was written by hand.
    """

    seal = ""

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether a block begins with a directive."""
        return bool(_DIRECTIVE.match(block.split("\n", 1)[0]))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Set a mark for the first line; what follows is a block of its own."""
        first, _, rest = blocks.pop(0).partition("\n")
        found = _DIRECTIVE.match(first)
        if found:
            mark = Element("div", {"data-set": f"{self.seal}:{found[1]}:{found[2]}"})
            parent.append(mark)
        if rest:
            blocks.insert(0, rest)


class _Ours(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Add the directives before paragraphs are made."""
        md.parser.blockprocessors.register(_Directives(md.parser), "pinsite_directives", 175)


def _slug(text: str, separator: str) -> str:
    # Prefixed, so that a heading of the author never takes an id that the theme uses.
    return "s-" + slugify(text, separator, unicode=True)


def _renderer() -> markdown.Markdown:
    return markdown.Markdown(
        extensions=[
            "abbr",
            "def_list",
            "fenced_code",
            "footnotes",
            "tables",
            "sane_lists",
            "toc",
            "pymdownx.betterem",
            "pymdownx.tilde",
            _Ours(),
        ],
        extension_configs={"toc": {"slugify": _slug}, "footnotes": {"BACKLINK_TEXT": "↩"}},
        output_format="html",
    )


_MARKDOWN: list[markdown.Markdown] = []


@lru_cache(maxsize=4096)
def pieces(text: str, top: int = 2) -> tuple[Piece, ...]:
    """Return a Markdown text as pieces of safe HTML and open places; `top` is the level of its highest headings."""
    if not _MARKDOWN:
        _MARKDOWN.append(_renderer())
    md = _MARKDOWN[0].reset()
    seal = digest_text(text)
    directives = md.parser.blockprocessors["pinsite_directives"]
    assert isinstance(directives, _Directives)
    directives.seal = seal
    html = _ALIGN.sub("", md.convert("\n".join(_spread(text.split("\n")))))
    html = level_headings(_LONE_IMAGE.sub(r"<figure>\1</figure>", html), top)
    safe = nh3.clean(
        html,
        tags=set(ELEMENTS),
        attributes=_ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,
        attribute_filter=partial(_attribute, seal),
    )
    return tuple(_split(safe))


def _attribute(seal: str, element: str, attribute: str, value: str) -> str | None:
    """Keep our own marks, and the ids of headings and footnotes: another could be one that the theme looks for."""
    if attribute == "id":
        return value if value.startswith(("s-", "fn:", "fnref")) else None
    return None if attribute == "data-set" and not value.startswith(f"{seal}:") else value


def _spread(lines: list[str]) -> Iterator[str]:
    """Make each directive a block of its own, even without blank lines around it; code stays as it is."""
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        yield f"\n{line}\n" if not fence and _DIRECTIVE.match(line) else line


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


def plain_text(text: str) -> str:
    """Return the words of a Markdown text, without any markup, for descriptions and search."""
    html = " ".join(piece.html for piece in pieces(text, PIN_TOP) if piece.kind in ("html", "link"))
    words = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))
    return words.replace(" ,", ",").replace(" .", ".").strip()
