"""Pictures as a template meets them: sources in every format, size, and what is said of them."""

from __future__ import annotations

from pathlib import PurePosixPath

from msgspec.structs import replace

from pinsite.catalogue import LocalText, Picture, Rights, Said
from pinsite.images import MEDIA_TYPES
from pinsite.views.material import IMAGES, Material
from pinsite.views.placeholders import placeholder
from pinsite.views.values import PictureView, SourceSet
from pinsite.views.wording import rights_said, said, term_label


def picture_view(
    material: Material, folder: str, picture: Picture, wish: str, lang: str, stem: str
) -> PictureView | None:
    """Return a record's picture in the widths of a wish, or None where the file is not there.

    Its `long_description` is left out here; it is Markdown, and Markdown can hold pictures.
    """
    path = material.picture_file(folder, picture.file)
    return _view(material, path, picture, wish, lang, stem) if path else None


def named_picture(
    material: Material, folder: str, name: str, wish: str, lang: str, stem: str, alt: LocalText | Said | None
) -> PictureView | None:
    """Return a picture that is only named by its file (the head of a story, a picture in a text)."""
    path = material.picture_file(folder, name)
    if path is None:
        return None
    shown = Picture.model_construct(file=name, role="front", decorative=alt is None)
    view = _view(material, path, shown, wish, lang, stem)
    words = said(alt, lang) if isinstance(alt, LocalText) else alt
    return replace(view, alt=words) if view else None


def _view(
    material: Material, path: str, picture: Picture, wish: str, lang: str, stem: str
) -> PictureView | None:
    planned = material.picture(path, f"{stem}-{PurePosixPath(path).stem}", wish, picture)
    if planned is None:
        return None
    made, sizes = planned
    fallback = made.fallback()
    sources = tuple(
        SourceSet(MEDIA_TYPES[name], tuple((IMAGES + one.name, one.width) for one in made.of(name)))
        for name in made.formats
    )
    return PictureView(
        IMAGES + fallback.name,
        made.width,
        made.height,
        sources,
        sizes,
        said(picture.alt, lang),
        picture.role,
        term_label(material, "role", picture.role, lang),
        said(picture.caption, lang),
        None,
        said(picture.credit, lang),
        rights_said(material, picture.rights or _site_rights(material), lang),
        IMAGES + made.of(made.formats[-1])[-1].name,
        picture.decorative,
        placeholder(material, path, made) if material.chain.pictures[wish].placeholder else None,
    )


def _site_rights(material: Material) -> Rights | None:
    return material.catalogue.site.rights
