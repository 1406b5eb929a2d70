"""The home page."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import home
from pinsite.outputs.pages.frame import frame, page_target
from pinsite.outputs.target import Target
from pinsite.views import Material, Views

RECIPE = 2
_NEWEST = "12"
_STORIES = "3"
#: Series on the home page; a museum has a thousand, and the page of all series lists them.
_SERIES = 24


def plan(material: Material) -> Iterable[Target]:
    """List the home page of each language."""
    for lang in material.catalogue.site.languages:
        yield page_target(home(material.catalogue, lang), "home", lang, origin="the home page", joined=True)


def make(target: Target, views: Views) -> bytes:
    """Make the home page."""
    site, series = views.site(), views.ask("series list")
    id = views.ask("featured")
    featured = views.card(id) if id else None
    page = frame(
        views,
        "home",
        site.title,
        description=site.description,
        linked_data=views.ask("linked site", views.lang),
        card=views.ask("social", "home", "", views.lang),
    )
    return views.render(
        "home.html",
        page,
        newest=views.cards(views.ask("newest", _NEWEST)),
        total=views.ask("count"),
        featured=featured,
        series=views.series_cards(series[:_SERIES]),
        series_total=len(series),
        intro=views.intro(),
        stories=views.story_cards(views.ask("newest stories", _STORIES)),
    )
