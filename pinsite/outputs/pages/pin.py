"""The page of a pin."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import address
from pinsite.outputs.pages.frame import frame, page_target, section_link
from pinsite.outputs.target import Target
from pinsite.views import Material, Views

RECIPE = 1


def plan(material: Material) -> Iterable[Target]:
    """List the page of each pin in each language."""
    for lang in material.catalogue.site.languages:
        for id in material.catalogue.pins:
            path = address(material.catalogue, "pin", id, lang)
            if path:
                yield page_target(path, "pin", lang, (id,), f"the pin {id}")


def make(target: Target, views: Views) -> bytes:
    """Make the page of one pin."""
    (id,) = target.about
    pin, card = views.pin(id), views.card(id)
    assert card is not None
    home = views.site().home
    up = [pin.series] if pin.series else [section_link(views, home, "pins", "Pins")]
    previous, following = views.ask("neighbours", id)
    page = frame(
        views,
        "pin",
        pin.title,
        description=pin.summary,
        trail=up,
        card=views.ask("social", "pin", id, views.lang),
        linked_data=views.ask("linked pin", id, views.lang),
    )
    return views.render(
        "pin.html",
        page,
        pin=pin,
        counter=views.counter(id),
        status=card.status,
        status_label=card.status_label,
        status_of=card.status_of,
        variants=views.variants(id),
        preorder=views.ask("preorder", id, views.lang) if pin.production else None,
        previous=views.card(previous) if previous else None,
        next=views.card(following) if following else None,
        series_cards=views.cards(views.ask("nearby", id) if pin.series else ()),
        related=views.cards(views.ask("related", id)),
        stories=views.story_cards(views.ask("stories of pin", id)),
    )
