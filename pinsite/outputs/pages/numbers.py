"""The page of a pin's large registers: thousands of numbers, which its own page should not weigh."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.outputs.pages.frame import frame, page_target
from pinsite.outputs.target import Target
from pinsite.views import Link, Material, Views, numbers_page, summary_of

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List the page of each pin that has a large register, in each language."""
    for lang in material.catalogue.site.languages:
        for id in summary_of(material).large:
            path = numbers_page(material, id, lang)
            if path:
                yield page_target(path, "numbers", lang, (id,), f"the numbers of {id}")


def make(target: Target, views: Views) -> bytes:
    """Make the page of one pin's numbers."""
    (id,) = target.about
    card = views.card(id)
    assert card is not None
    parts = [(variant, views.counter(id, variant)) for variant in views.ask("large registers", id)]
    titles = {one.id: one.title for one in views.variants(id)}
    page = frame(
        views,
        "numbers",
        views.texts.get("The numbers of %(title)s") % {"title": card.title.text},
        trail=[Link(card.title, card.path)],
        card=views.ask("social", "pin", id, views.lang),
    )
    return views.render("numbers.html", page, card=card, parts=parts, titles=titles)
