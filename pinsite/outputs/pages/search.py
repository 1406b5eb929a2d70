"""The search page and its data."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import section
from pinsite.outputs.pages.frame import frame, page_target
from pinsite.outputs.target import Target
from pinsite.views import Material, Views, joined_search

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List the search page of each language, and its data, whose name carries the hash of its content."""
    for lang in material.catalogue.site.languages:
        yield page_target(section(material.catalogue, "search", lang), "search", lang, (), "the search page")
        path = material.ask("search path", lang)
        yield Target(path, "search", lang, ("data",), "the data of the search page")


def make(target: Target, views: Views) -> bytes:
    """Make the search page or its data."""
    if target.about:
        return _data(views)
    page = frame(views, "search", views.texts.said("Search"), noindex=True)
    return views.render(
        "search.html",
        page,
        search_data=views.ask("search path", views.lang),
        facet_fields=views.ask("search fields", views.lang),
    )


def _data(views: Views) -> bytes:
    records = (views.ask("search record", id, views.lang) for id in views.ask("all pins"))
    return "".join(joined_search(views.ask("search labels", views.lang), records)).encode()
