"""Rendered Markdown with its open places filled: links, pictures, cards, grids, counters.

Links are left as `site:` addresses, since a fact does not know the page that will show it; `relative` turns them
into addresses that work from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from msgspec.structs import replace

from pinsite.catalogue import LocalText, Said, address
from pinsite.views.markdown_text import Piece, pieces
from pinsite.views.material import Material
from pinsite.views.pictures import named_picture
from pinsite.views.values import Rich, RichPart

_SITE_LINK = re.compile(r'href="site:([^"#]*)')


def rich(material: Material, text: LocalText | None, lang: str, folder: str, top: int = 2) -> Rich | None:
    """Return a Markdown text in a language, with its links and pictures looked up.

    `top` is the level of its highest headings: one below the heading that it stands under.
    """
    if text is None:
        return None
    said = text.say(lang)
    return rich_of(material, said, lang, folder, top)


def rich_of(material: Material, said: Said, lang: str, folder: str, top: int = 2) -> Rich:
    """Return a Markdown text whose language is known; `lang` is that of the page that links lead to."""
    parts: list[RichPart] = []
    for piece in pieces(said.text, top, material.rendered):
        part = _part(material, piece, said.lang, lang, folder)
        if part.kind == "html" and parts and parts[-1].kind == "html":
            parts[-1] = RichPart("html", parts[-1].html + part.html)
        else:
            parts.append(part)
    return Rich(tuple(parts), said.lang)


def _part(material: Material, piece: Piece, own_lang: str, lang: str, folder: str) -> RichPart:
    if piece.kind == "link":
        path = address(material.catalogue, piece.record, piece.id, lang)
        if path is None:
            return RichPart("html", piece.html)
        return RichPart("html", f'<a href="site:{escape(path)}{escape(piece.fragment)}">{piece.html}</a>')
    if piece.kind in ("picture", "inline"):
        return _picture(material, piece, own_lang, lang, folder)
    if piece.kind in ("pin", "edition") and piece.id not in material.catalogue.pins:
        return RichPart("html")
    if piece.kind == "series" and not material.catalogue.members.get(piece.id):
        return RichPart("html")
    return RichPart(piece.kind, piece.html, id=piece.id)


def _picture(material: Material, piece: Piece, own_lang: str, lang: str, folder: str) -> RichPart:
    alt = Said(piece.alt, own_lang) if piece.alt else None
    view = named_picture(material, folder, piece.id, "body", lang, folder.rpartition("/")[2] or "text", alt)
    if view is None:
        return RichPart("html", escape(piece.alt))
    caption = Said(piece.title, own_lang) if piece.title else None
    return RichPart(piece.kind, picture=replace(view, caption=caption))


def relative(text: Rich | None, url: Callable[[str], str]) -> Rich | None:
    """Return a text whose links work from the page that `url` belongs to."""
    if text is None or not any("site:" in part.html for part in text.parts):
        return text
    parts = (
        replace(part, html=_SITE_LINK.sub(lambda link: f'href="{url(link[1])}', part.html))
        if part.html
        else part
        for part in text.parts
    )
    return Rich(tuple(parts), text.lang)
