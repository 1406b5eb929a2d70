"""The preorder board: what is being made, stage by stage. It is there only while something is."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import section
from pinsite.outputs.pages.frame import frame, page_target, section_link
from pinsite.outputs.target import Target
from pinsite.views import Material, Views, summary_of

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List the board in each language, if there is anything on it."""
    if summary_of(material).in_making:
        for lang in material.catalogue.site.languages:
            path = section(material.catalogue, "editions/preorders", lang)
            yield page_target(path, "preorders", lang, (), "the preorder board")


def make(target: Target, views: Views) -> bytes:
    """Make the board."""
    entries = [views.ask("preorder", id, views.lang) for id in views.ask("preorders")]
    up = [section_link(views, views.site().home, "editions", "Editions")]
    page = frame(views, "preorders", views.texts.said("Preorders"), trail=up)
    return views.render("preorders.html", page, entries=entries)
