"""The stages of a build in order; the report.

Names are looked up when they are asked for: a build in which nothing changed imports `unchanged` and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pinsite.build.at_hand import AtHand
    from pinsite.build.make import Workshop
    from pinsite.build.order import STATE, Listeners, Order, Report, Superseded, call_of
    from pinsite.build.pictures import depot_of, pictures_in_use
    from pinsite.build.preparation import prepare
    from pinsite.build.reasons import in_words
    from pinsite.build.run import Build
    from pinsite.build.sitting import Sitting
    from pinsite.build.template_mistakes import check_templates
    from pinsite.build.unchanged import nothing_changed

__all__ = [
    "STATE",
    "AtHand",
    "Build",
    "Listeners",
    "Order",
    "Report",
    "Sitting",
    "Superseded",
    "Workshop",
    "call_of",
    "check_templates",
    "depot_of",
    "in_words",
    "nothing_changed",
    "pictures_in_use",
    "prepare",
]

_HOMES = {
    "AtHand": "at_hand",
    "Workshop": "make",
    "STATE": "order",
    "Listeners": "order",
    "Order": "order",
    "Report": "order",
    "Sitting": "sitting",
    "Superseded": "order",
    "depot_of": "pictures",
    "pictures_in_use": "pictures",
    "prepare": "preparation",
    "Build": "run",
    "call_of": "order",
    "in_words": "reasons",
    "check_templates": "template_mistakes",
    "nothing_changed": "unchanged",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"pinsite.build.{_HOMES[name]}"), name)
