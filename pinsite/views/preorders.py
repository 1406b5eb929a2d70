"""The preorder board: every pin that is being made, and where it is."""

from __future__ import annotations

from pinsite.catalogue import address
from pinsite.views.counters import counter
from pinsite.views.glance import glance
from pinsite.views.material import Material
from pinsite.views.pins import face
from pinsite.views.production import is_in_making, known_until, ready_of, stage_views
from pinsite.views.values import PreorderView
from pinsite.views.wording import term_label


def preorder_ids(material: Material) -> tuple[str, ...]:
    """Return the published pins that are being made, those that are expected first at the front."""
    found = [
        (glance(material, id).ready or "9999", id)
        for id in material.catalogue.pins
        if glance(material, id).in_making
    ]
    return tuple(id for _, id in sorted(found))


def preorder_view(material: Material, id: str, lang: str) -> PreorderView | None:
    """Return how far a pin is, or None where it is not published or its making is no subject."""
    pin = material.catalogue.pins.get(id)
    if pin is None:
        return None
    stages = stage_views(material, id, lang)
    status = material.accounts.statuses[id, None]
    return PreorderView(
        id=id,
        path=address(material.catalogue, "pin", id, lang) or "",
        title=pin.entry.title.say(lang),
        picture=face(material, pin, "card", lang),
        status=status,
        status_label=term_label(material, "status", status, lang),
        counter=counter(material, id, None, lang),
        stages=stages,
        done=sum(stage.state == "done" for stage in stages),
        now=next((stage for stage in stages if stage.state == "now"), None),
        ready=ready_of(material, id),
        as_of=known_until(material, id),
        on_board=is_in_making(material, id),
    )
