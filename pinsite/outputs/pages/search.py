"""The search page and its data."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import section
from pinsite.outputs.pages.frame import frame, page_target
from pinsite.outputs.target import Target
from pinsite.views import Material, Views, search_paths

RECIPE = 2


def plan(material: Material) -> Iterable[Target]:
    """List the search page of each language, and its data, whose names carry the hashes of their content."""
    for lang in material.catalogue.site.languages:
        yield page_target(section(material.catalogue, "search", lang), "search", lang, (), "the search page")
    for lang, group, path in search_paths(material):
        about = (lang, group, path)
        yield Target(path, "search", lang or material.main, about, "the data of the search page")


def make(target: Target, views: Views) -> bytes:
    """Make the search page or a file of its data."""
    if target.about:
        return str(views.ask("search file", *target.about)).encode()
    page = frame(views, "search", views.texts.said("Search"), noindex=True)
    return views.render(
        "search.html",
        page,
        search_scripts=views.ask("search scripts", views.lang),
        facet_fields=views.ask("search fields", views.lang),
    )
