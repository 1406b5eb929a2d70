"""How far a pin is: the stages of its production, and the board of everything that is being made.

What is late is late against the newest day that the catalogue knows of the pin, never against the day of the build.
"""

from __future__ import annotations

from datetime import date

from pinsite.catalogue import PartialDate, Stage
from pinsite.views.material import Material
from pinsite.views.values import StageView
from pinsite.views.wording import said, term_label

#: Statuses of pins that are being made.
IN_MAKING = ("preorder", "in-production")


def known_until(material: Material, id: str) -> date | None:
    """Return the newest day that a pin's stages or the ledger's rows of it name."""
    days = [one.done.first_day for one in material.catalogue.pins[id].entry.production if one.done]
    as_of = material.accounts.as_of.get(id)
    return max([*days, *([date.fromisoformat(as_of)] if as_of else [])], default=None)


def stage_views(material: Material, id: str, lang: str) -> tuple[StageView, ...]:
    """Return the stages of a pin's production in the order of its record."""
    stages, known = material.catalogue.pins[id].entry.production, known_until(material, id)
    due = next((number for number, one in enumerate(stages) if not one.done), len(stages))
    return tuple(
        _view(material, one, "done" if one.done else "now" if number == due else "next", known, lang)
        for number, one in enumerate(stages)
    )


def _view(material: Material, stage: Stage, state: str, known: date | None, lang: str) -> StageView:
    late = state != "done" and is_past(stage.eta, known)
    label = term_label(material, "stage", stage.stage, lang)
    return StageView(stage.stage, label, stage.done, stage.eta, said(stage.note, lang), state, late)


def is_past(expected: PartialDate | None, known: date | None) -> bool:
    """Tell whether a day, a month or a year was over on a day; what ends later may still be kept."""
    if expected is None or known is None:
        return False
    return known.isoformat()[: len(expected.text)] > expected.text


def is_in_making(material: Material, id: str) -> bool:
    """Tell whether a pin is being made: one that can be ordered, or one that is still to come and under way."""
    status = material.accounts.statuses[id, None]
    under_way = any(not stage.done for stage in material.catalogue.pins[id].entry.production)
    return status in IN_MAKING or (status == "upcoming" and under_way)


def ready_of(material: Material, id: str) -> PartialDate | None:
    """Return when the last stage that is not done is expected."""
    open_ones = [one for one in material.catalogue.pins[id].entry.production if not one.done]
    return open_ones[-1].eta if open_ones else None
