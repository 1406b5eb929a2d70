"""The page that a host shows for an address that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.outputs.pages.frame import frame
from pinsite.outputs.target import Target
from pinsite.views import Material, Views

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List it once: hosts know one such page a site."""
    yield Target("404.html", "missing", material.catalogue.site.main, (), "the page for what is not found")


def make(target: Target, views: Views) -> bytes:
    """Make it."""
    page = frame(views, "missing", views.texts.said("Page not found"), noindex=True)
    return views.render("404.html", page, newest=views.cards(views.ask("newest", "6")))
