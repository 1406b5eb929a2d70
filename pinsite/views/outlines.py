"""Where a pin is in its picture: its box and outline, for themes that measure it or cut it out."""

from __future__ import annotations

from pathlib import PurePosixPath

from pinsite.catalogue import Picture, Pin
from pinsite.images import path_data
from pinsite.views.material import Material
from pinsite.views.pins import face_picture
from pinsite.views.values import PinOutline

#: How far the outline may lie beside the metal, as a part of the picture's width.
_CLOSE = 0.0025


def outline_of(material: Material, id: str, wish: str) -> PinOutline | None:
    """Return where a pin is in its face for a wish, or None where nobody knows."""
    pin = material.catalogue.pins.get(id)
    picture = face_picture(pin) if pin else None
    return outline_in(material, pin, picture, wish) if pin and picture else None


def outline_in(material: Material, pin: Pin, picture: Picture, wish: str) -> PinOutline | None:
    """Return where a pin is in one of its pictures for a wish, or None where nobody knows."""
    file = material.picture_file(pin.folder, picture.file)
    box = material.pin_box(file, picture) if file else None
    if file is None or box is None:
        return None
    planned = material.picture(file, f"{pin.slug}-{PurePosixPath(file).stem}", wish, picture)
    if planned is None:
        return None
    shown, source, sight = planned[0], material.sources[file], material.sight(file)
    left, top, right, _ = shown.variants[-1].box
    scale = shown.width / (right - left)
    sides = [
        round(min(max((share * whole - start) * scale, 0), end))
        for share, whole, start, end in zip(
            box,
            (source.width, source.height) * 2,
            (left, top) * 2,
            (shown.width, shown.height) * 2,
            strict=True,
        )
    ]
    path = ""
    if sight and not picture.box:
        path = path_data(sight, source, shown.variants[-1].box, shown.width, _CLOSE * shown.width)
    return PinOutline(
        shown.width,
        shown.height,
        (sides[0], sides[1], sides[2] - sides[0], sides[3] - sides[1]),
        path,
        sight.colours if sight else (),
    )
