"""What the sitemap says: every page, the day on which its content changed, and the pictures that it shows."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from pinsite.catalogue import address, home
from pinsite.views.feeds import first_day
from pinsite.views.glance import glance
from pinsite.views.material import Material
from pinsite.views.pictures import picture_view
from pinsite.views.preorders import preorder_ids


class SitemapEntry(Struct, frozen=True):
    """One address of the sitemap: its alternates by language, the day it changed, and its pictures."""

    path: str
    alternates: tuple[tuple[str, str], ...]
    changed: date | None
    pictures: tuple[str, ...]


def sitemap_entries(material: Material) -> tuple[SitemapEntry, ...]:
    """Return every page that a visitor should find, in the order of its address."""
    catalogue = material.catalogue
    entries = []
    for kind, ids in (
        ("pin", catalogue.pins),
        ("series", catalogue.series_in_order),
        ("story", catalogue.stories),
        ("page", catalogue.pages),
    ):
        for id in ids:
            if (kind, id) != ("page", "home"):
                entries += _entries(material, kind, id)
    board = ("editions/preorders/",) if preorder_ids(material) else ()
    for name in ("", "pins/", "series/", "stories/", "editions/", *board):
        entries += [
            _entry(
                material,
                lang,
                [(one, home(catalogue, one) + name) for one in catalogue.site.languages],
                _newest(material),
                (),
            )
            for lang in catalogue.site.languages
        ]
    return tuple(sorted(entries, key=lambda entry: entry.path))


def pictures_of_page(material: Material, id: str) -> str:
    """Return the pictures that the page of a pin shows, their site paths in one text."""
    pin = material.catalogue.pins[id]
    views = (
        picture_view(material, pin.folder, one, "pin", material.main, pin.slug) for one in pin.entry.images
    )
    return " ".join(view.src for view in views if view)


def _entries(material: Material, kind: str, id: str) -> list[SitemapEntry]:
    catalogue = material.catalogue
    paths = [
        (lang, path) for lang in catalogue.site.languages if (path := address(catalogue, kind, id, lang))
    ]
    changed, pictures = _changed(material, kind, id)
    return [_entry(material, lang, paths, changed, pictures) for lang, _ in paths]


def _entry(
    material: Material,
    lang: str,
    paths: list[tuple[str, str]],
    changed: date | None,
    pictures: tuple[str, ...],
) -> SitemapEntry:
    others = tuple(paths) if len(paths) > 1 else ()
    return SitemapEntry(dict(paths)[lang], others, changed, pictures)


def _changed(material: Material, kind: str, id: str) -> tuple[date | None, tuple[str, ...]]:
    catalogue = material.catalogue
    if kind == "pin":
        return glance(material, id).changed, tuple(material.ask("pictures of page", id).split())
    if kind == "series":
        days = [glance(material, one).changed for one in catalogue.members.get(id, ())]
        return max((day for day in days if day), default=None), ()
    document = (catalogue.stories if kind == "story" else catalogue.pages)[id]
    return first_day(document.entry.updated or document.entry.date), ()


def _newest(material: Material) -> date | None:
    catalogue = material.catalogue
    days = [glance(material, id).changed for id in catalogue.pins]
    days += [first_day(story.entry.updated or story.entry.date) for story in catalogue.stories.values()]
    return max((day for day in days if day), default=None)
