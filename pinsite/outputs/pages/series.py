"""The series, and the page of each."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import address, section
from pinsite.outputs.pages.frame import frame, page_target, section_link
from pinsite.outputs.target import Target
from pinsite.views import Material, Views

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List the index and the page of each series."""
    catalogue = material.catalogue
    for lang in catalogue.site.languages:
        yield page_target(section(catalogue, "series", lang), "series", lang, (), "the list of series")
        for id in catalogue.series_in_order:
            path = address(catalogue, "series", id, lang)
            if path:
                yield page_target(path, "series", lang, (id,), f"the series {id}")


def make(target: Target, views: Views) -> bytes:
    """Make the index, or the page of one series."""
    if not target.about:
        page = frame(views, "series-index", views.texts.said("Series"))
        return views.render("series-index.html", page, series=views.series_cards(views.ask("series list")))
    (id,) = target.about
    series = views.series(id)
    up = [section_link(views, views.site().home, "series", "Series")]
    card = views.ask("social", "series", id, views.lang)
    page = frame(views, "series", series.title, description=series.summary, trail=up, card=card)
    return views.render(
        "series.html",
        page,
        series=series,
        cards=views.cards(views.ask("members", id)),
        stories=views.story_cards(views.ask("stories of series", id)),
    )
