"""Pages of the author's own: about, questions, stockists."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import address
from pinsite.outputs.pages.frame import frame, page_target
from pinsite.outputs.target import Target
from pinsite.views import Material, Views

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List each page in each language; `home` introduces the home page and has none of its own."""
    for lang in material.catalogue.site.languages:
        for id in material.catalogue.pages:
            path = address(material.catalogue, "page", id, lang)
            if path and id != "home":
                yield page_target(path, "documents", lang, (id,), f"the page {id}")


def make(target: Target, views: Views) -> bytes:
    """Make one page."""
    document = views.document("page", target.about[0])
    card = views.ask("social", "page", document.id, views.lang)
    page = frame(views, "page", document.title, description=document.summary, card=card)
    return views.render("page.html", page, document=document)
