"""All pins, paged, newest first."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.outputs.pages.frame import frame, list_targets, pager
from pinsite.outputs.target import Target
from pinsite.views import Material, Views

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List the pages of the list."""
    return list_targets(material, "pins", "pins", "pin_list")


def make(target: Target, views: Views) -> bytes:
    """Make one page of the list."""
    part = views.ask("slice", "pins", target.about[0])
    number = int(target.about[0])
    turning = pager(
        views, f"{views.site().home}pins/", number, part.pages, part.count, part.first, len(part.ids)
    )
    page = frame(views, "pins", views.texts.said("Pins"), noindex=number > 1)
    return views.render(
        "pins.html", page, cards=views.cards(part.ids), pager=turning, facets=views.ask("facets", views.lang)
    )
