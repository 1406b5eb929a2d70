"""The register: every edition with its counter and its date."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import section
from pinsite.outputs.pages.frame import frame, page_target
from pinsite.outputs.target import Target
from pinsite.views import Material, Views

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List the register of each language."""
    for lang in material.catalogue.site.languages:
        yield page_target(section(material.catalogue, "editions", lang), "register", lang, (), "the register")


def make(target: Target, views: Views) -> bytes:
    """Make the register."""
    page = frame(views, "editions", views.texts.said("Editions"))
    return views.render(
        "editions.html",
        page,
        rows=views.ask("register", views.lang),
        as_of=views.ask("register as of"),
        grades=views.site().grades,
    )
