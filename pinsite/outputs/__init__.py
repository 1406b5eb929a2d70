"""Makers of the site: each lists its targets, and turns one target into bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pinsite.freshness import Key
from pinsite.outputs import assets, data, feeds, sitemap
from pinsite.outputs.assets import asset_contents, asset_paths
from pinsite.outputs.copies import picture_copies, picture_jobs, static_copies
from pinsite.outputs.pages import (
    board,
    collection,
    documents,
    home,
    missing,
    numbers,
    pin,
    pin_list,
    preorders,
    redirects,
    register,
    search,
    series,
    stories,
    terms,
)
from pinsite.outputs.target import Copied, Maker, Target
from pinsite.views import Material

#: Every maker by name, in the order in which they are asked for their targets.
MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "home": home,
        "pin_list": pin_list,
        "pin": pin,
        "series": series,
        "stories": stories,
        "documents": documents,
        "terms": terms,
        "register": register,
        "numbers": numbers,
        "preorders": preorders,
        "search": search,
        "collection": collection,
        "board": board,
        "missing": missing,
        "redirects": redirects,
        "data": data,
        "feeds": feeds,
        "sitemap": sitemap,
        "assets": assets,
    }
)


#: Makers whose targets can be listed only when something is known of every pin, which is found out while the pages of
#: pins are made: how many editions there are, what is in the making, the hash in the name of the search's data.
_LATE = ("register", "numbers", "preorders", "search")


def plan_early(material: Material) -> Iterable[Target]:
    """List every target of the site but those that have to wait."""
    for name, maker in MAKERS.items():
        if name not in _LATE:
            yield from maker.plan(material)


def plan_late(material: Material) -> Iterable[Target]:
    """List the targets that had to wait until all others were made."""
    for name in _LATE:
        yield from MAKERS[name].plan(material)


#: The maker of the page of a record, by its kind.
_PAGES = {"pin": "pin", "series": "series", "story": "stories", "page": "documents"}


def pages_of(targets: Iterable[Target], kind: str, id: str) -> list[Target]:
    """Return those of some targets that are the page of a record, in every language."""
    return [target for target in targets if target.maker == _PAGES[kind] and target.about == (id,)]


def errands(material: Material) -> Iterable[Key]:
    """List the questions that large files are joined from; they are answered where the records are open."""
    tools = material.loaded.catalogue.site.tools
    counted = {id for id, _ in material.loaded.accounts.counted}
    for id in material.loaded.catalogue.pins:
        yield "glance", id
        if id in counted:
            yield "edition", id
        if tools.sections:
            yield "collectable", id
        if tools.board:
            yield "outlines", id
        yield "pictures of page", id
        yield "record json", id
        yield "row text", id
        yield from (("search record", id, lang) for lang in material.loaded.catalogue.site.languages)


__all__ = [
    "MAKERS",
    "Copied",
    "Maker",
    "Target",
    "asset_contents",
    "asset_paths",
    "errands",
    "pages_of",
    "picture_copies",
    "picture_jobs",
    "plan_early",
    "plan_late",
    "static_copies",
]
