"""Markdown → safe HTML by Python-Markdown and nh3: the full way, whose libraries are imported only where it is needed.

Links to records, pictures and directives stay as marks in the HTML, which `markdown_text` turns into parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.toc import slugify

from pinsite.catalogue import ATTRIBUTES, ELEMENTS, SCHEMES
from pinsite.files import digest_text
from pinsite.views.headings import level_headings
from pinsite.views.simple_markdown import DIRECTIVE

# What Markdown itself makes may hold one thing more: the marks of directives.
_ATTRIBUTES = {name: set(names) for name, names in ATTRIBUTES.items()} | {"div": {"data-set"}}
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_LONE_IMAGE = re.compile(r"<p>\s*(<img [^>]*>)\s*</p>")
_ALIGN = re.compile(r' style="text-align: \w+;"')


class _Directives(BlockProcessor):
    """`{pin: moon-moth}` on a line of its own.

    Each mark bears the digest of the whole text, so that no text can hold a mark that was written by hand.
    """

    seal = ""

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether a block begins with a directive."""
        return bool(DIRECTIVE.match(block.split("\n", 1)[0]))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Set a mark for the first line; what follows is a block of its own."""
        first, _, rest = blocks.pop(0).partition("\n")
        found = DIRECTIVE.match(first)
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


@cache
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


def render(text: str, top: int) -> str:
    """Return a Markdown text as safe HTML; `top` is the level of its highest headings."""
    md = _renderer().reset()
    seal = digest_text(text)
    directives = md.parser.blockprocessors["pinsite_directives"]
    assert isinstance(directives, _Directives)
    directives.seal = seal
    html = _ALIGN.sub("", md.convert("\n".join(_spread(text.split("\n")))))
    html = level_headings(_LONE_IMAGE.sub(r"<figure>\1</figure>", html), top)
    return nh3.clean(
        html,
        tags=set(ELEMENTS),
        attributes=_ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,
        attribute_filter=partial(_attribute, seal),
    )


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
        yield f"\n{line}\n" if not fence and DIRECTIVE.match(line) else line
