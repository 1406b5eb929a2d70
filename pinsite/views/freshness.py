"""Where a page asks for numbers that are newer than itself."""

from __future__ import annotations

from pinsite.catalogue import address
from pinsite.views.material import Material
from pinsite.views.values import Freshness
from pinsite.views.wording import term_label

#: The most pins with editions for which every page reads the one file of all numbers. With 1,000 it is 166 kB,
#: some 9 on the wire; above, only the page of a pin asks, and for that pin's own data alone.
TOGETHER = 1000


def freshness(material: Material, lang: str, id: str) -> Freshness | None:
    """Return where the page of a pin (or, with an empty id, any other page) asks; None where it need not."""
    counted = material.counted_pins
    if not counted:
        return None
    source = "editions.json"
    if len(counted) > TOGETHER:
        if id not in counted:
            return None
        source = f"{address(material.catalogue, 'pin', id, material.main)}index.json"
    labels = (term_label(material, "status", code, lang) for code in ("available", "low-stock", "sold-out"))
    return Freshness(source, *labels)
