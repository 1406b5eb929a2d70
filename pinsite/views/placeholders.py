"""What is seen until a picture is there: the outline of the pin in its colour, on the colour of its ground."""

from __future__ import annotations

from pinsite.images import Picture as PlannedPicture
from pinsite.images import path_data
from pinsite.views.material import Material
from pinsite.views.values import Placeholder

#: The measure of a placeholder: coarse, since every card of a list carries one.
_WIDTH = 60
_COARSE = 0.9


def placeholder(material: Material, path: str, planned: PlannedPicture) -> Placeholder | None:
    """Return what stands in for a picture, or None where nothing was seen or the picture is transparent."""
    sight = material.sight(path)
    if sight is None or sight.ground is None:
        return None
    crop = planned.variants[-1].box
    height = max(1, round(_WIDTH * planned.height / planned.width))
    shape = path_data(sight, material.sources[path], crop, _WIDTH, _COARSE) if sight.colours else ""
    return Placeholder(_WIDTH, height, sight.ground, sight.colours[0] if shape else None, shape)
