"""Addresses: the site path of everything that has a page."""

from __future__ import annotations

from pinsite.catalogue.catalogue import Catalogue

#: First words of addresses that pinsite itself uses; a page cannot have them as its slug.
SECTIONS = ("pins", "series", "stories", "editions", "search", "assets")

_FOLDERS = {"pin": "pins/", "series": "series/", "story": "stories/", "page": ""}


def home(catalogue: Catalogue, lang: str) -> str:
    """Return the site path of the home page in a language; the main language has no prefix."""
    return "" if lang == catalogue.site.main else f"{lang}/"


def address(catalogue: Catalogue, kind: str, id: str, lang: str) -> str | None:
    """Return the site path of a record (`pin`, `series`, `story`, `page`), or None where it is not published."""
    slug = catalogue.slug_of(kind, id)
    return f"{home(catalogue, lang)}{_FOLDERS[kind]}{slug}/" if slug else None


def section(catalogue: Catalogue, name: str, lang: str, number: int = 1) -> str:
    """Return the site path of a list, such as `pins/` or `plating/gold/`, or of one of its further pages."""
    return f"{home(catalogue, lang)}{name}/" + (f"page/{number}/" if number > 1 else "")
