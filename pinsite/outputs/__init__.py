"""Makers of the site: each lists its targets, and turns one target into bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pinsite.outputs import assets, data, feeds, sitemap
from pinsite.outputs.assets import asset_contents, asset_paths
from pinsite.outputs.copies import picture_copies, picture_jobs, static_copies
from pinsite.outputs.pages import (
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
        "missing": missing,
        "redirects": redirects,
        "data": data,
        "feeds": feeds,
        "sitemap": sitemap,
        "assets": assets,
    }
)


def plan_all(material: Material) -> Iterable[Target]:
    """List every target of the site."""
    for maker in MAKERS.values():
        yield from maker.plan(material)


__all__ = [
    "MAKERS",
    "Copied",
    "Maker",
    "Target",
    "asset_contents",
    "asset_paths",
    "picture_copies",
    "picture_jobs",
    "plan_all",
    "static_copies",
]
