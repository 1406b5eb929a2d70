"""The page of a pin."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from pinsite.catalogue import address
from pinsite.outputs.pages.frame import frame, page_target, section_link
from pinsite.outputs.target import Target
from pinsite.views import Card, Material, PageView, Views

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List the page of each pin in each language."""
    for lang in material.catalogue.site.languages:
        for id in material.catalogue.pins:
            path = address(material.catalogue, "pin", id, lang)
            if path:
                yield page_target(path, "pin", lang, (id,), f"the pin {id}")


def make(target: Target, views: Views) -> bytes:
    """Make the page of one pin. All that it shows is looked up when a template asks for it."""
    (id,) = target.about
    later = views.later
    pin = partial(views.pin, id)

    def card() -> Card:
        found = views.card(id)
        assert found is not None
        return found

    def neighbour(place: int) -> Card | None:
        found = views.ask("neighbours", id)[place]
        return views.card(found) if found else None

    return views.render(
        "pin.html",
        later(lambda: _page(views, id)),
        pin=later(pin),
        counter=later(lambda: views.counter(id)),
        status=later(lambda: card().status),
        status_label=later(lambda: card().status_label),
        status_of=later(lambda: card().status_of),
        variants=later(lambda: views.variants(id)),
        preorder=later(lambda: views.ask("preorder", id, views.lang) if pin().production else None),
        previous=later(lambda: neighbour(0)),
        next=later(lambda: neighbour(1)),
        series_cards=later(lambda: views.cards(views.ask("nearby", id) if pin().series else ())),
        related=later(lambda: views.cards(views.ask("related", id))),
        stories=later(lambda: views.story_cards(views.ask("stories of pin", id))),
    )


def _page(views: Views, id: str) -> PageView:
    pin = views.pin(id)
    up = [pin.series] if pin.series else [section_link(views, views.site().home, "pins", "Pins")]
    return frame(
        views,
        "pin",
        pin.title,
        description=pin.summary,
        trail=up,
        card=views.ask("social", "pin", id, views.lang),
        linked_data=views.ask("linked pin", id, views.lang),
    )
