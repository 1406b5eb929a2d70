"""What some plans must know of all pins, as one kept text: so that planning looks at no pin where none has changed."""

from __future__ import annotations

import json
from typing import NamedTuple

from pinsite.views.glance import glance
from pinsite.views.json_text import compact
from pinsite.views.material import Material


class Summary(NamedTuple):
    """How many editions there are, which pins have large registers, and whether any pin is in the making."""

    editions: int
    large: tuple[str, ...]
    in_making: bool


def summary_text(material: Material) -> str:
    """Return the summary of all published pins as a text."""
    every = {id: glance(material, id) for id in material.catalogue.pins}
    return compact([
        sum(len(one.editions) for one in every.values()),
        [id for id, one in every.items() if one.has_large_register],
        any(one.in_making for one in every.values()),
    ])  # fmt: skip


def summary_of(material: Material) -> Summary:
    """Return the summary of all published pins."""
    editions, large, in_making = json.loads(material.ask("summary"))
    return Summary(editions, tuple(large), in_making)
