"""A pin cut out of the picture of its front, with its millimetres: for true size, boards and checklists."""

from __future__ import annotations

from collections.abc import Iterable

from pinsite.catalogue import FACES, Picture, Pin, Size
from pinsite.views.material import Material
from pinsite.views.outlines import outline_in
from pinsite.views.pictures import picture_view
from pinsite.views.values import Cutout, PictureView, PinOutline

#: How far the proportions in a picture may be from the written ones: a lens and a hand do that much.
_ASKEW = 0.06

#: Pixels across that a lone file of a cut-out has: enough for 300 dpi on paper.
_WIDTH = 480

Pair = tuple[float, float]


def cutout(material: Material, id: str, variant: str | None, wish: str, lang: str) -> Cutout | None:
    """Return the front of a pin or variant, cut out and measured; None where no picture shows where it is."""
    pin = material.catalogue.pins.get(id)
    if pin is None:
        return None
    one = next((one for one in pin.entry.variants if one.id == variant), None)
    if variant and one is None:
        return None
    size = (one.size if one else None) or pin.entry.size
    for picture in _shown(one.images if one else pin.entry.images):
        at = outline_in(material, pin, picture, wish)
        view = picture_view(material, pin.folder, picture, wish, lang, pin.slug) if at else None
        if at and view:
            metal, agrees = _metal(size, at)
            transparent = _is_transparent(material, pin, picture)
            file = _file(view, transparent)
            return Cutout(view, file, at, size, metal, _whole(metal, at), agrees, transparent)
    return None


def _shown(pictures: Iterable[Picture]) -> Iterable[Picture]:
    return (picture for picture in pictures if picture.role in FACES)


def _is_transparent(material: Material, pin: Pin, picture: Picture) -> bool:
    file = material.picture_file(pin.folder, picture.file)
    return file is not None and material.sources[file].has_alpha


def _metal(size: Size | None, at: PinOutline) -> tuple[Pair | None, bool]:
    """Return the millimetres of the metal, and whether the picture's proportions are the written ones."""
    across, down = at.box[2:]
    if size is None or not (across and down):
        return None, True
    if size.width and size.height:
        width, height = float(size.width), float(size.height)
        if abs(width * down / (height * across) - 1) <= _ASKEW:
            return (width, height), True
        return _scaled(max(width, height) / max(across, down), at), False
    if size.width or size.height:
        return _scaled(float(size.width) / across if size.width else float(size.height or 0) / down, at), True
    return _scaled(float(size.longest or 0) / max(across, down), at), True


def _scaled(millimetres: float, at: PinOutline) -> Pair:
    return round(millimetres * at.box[2], 2), round(millimetres * at.box[3], 2)


def _whole(metal: Pair | None, at: PinOutline) -> Pair | None:
    if metal is None:
        return None
    return round(metal[0] * at.width / at.box[2], 3), round(metal[1] * at.height / at.box[3], 3)


def _file(view: PictureView, transparent: bool) -> str:
    """Return the narrowest file of enough pixels, in a format that every browser shows or that keeps alpha."""
    has_ground = view.sources[-1].media_type == "image/jpeg"
    known = view.sources[0 if transparent and has_ground else -1].srcset
    return next((path for path, width in known if width >= _WIDTH), known[-1][0])
