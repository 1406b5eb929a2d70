"""What feeds and the sitemap say: new pins and stories, and the days on which their content changed.

Every date comes from the content, never from the build: the same catalogue gives the same feed on any day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pinsite.catalogue import PartialDate, address, home
from pinsite.views.material import Material
from pinsite.views.pictures import picture_view
from pinsite.views.pins import face
from pinsite.views.production import preorder_ids
from pinsite.views.values import PictureView

#: Entries of a feed.
FEED_LENGTH = 30


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry: a pin, a story, or what happened to an edition.

    `day` is when it came out, `updated` when it last changed.
    """

    kind: str
    id: str
    path: str
    title: str
    lang: str
    summary: str
    day: date | None
    updated: date | None
    picture: PictureView | None


def pin_dates(material: Material, id: str) -> tuple[date | None, date | None]:
    """Return the day a pin came out and the day its content last changed: its release, or its newest sale."""
    released = material.catalogue.pins[id].entry.released
    day = released.first_day if released else None
    as_of = material.accounts.as_of.get(id)
    days = [one for one in (day, date.fromisoformat(as_of) if as_of else None) if one]
    return day, max(days, default=None)


def feed_items(material: Material, lang: str) -> tuple[FeedItem, ...]:
    """Return the newest pins and stories together, newest first."""
    catalogue = material.catalogue
    items = [_pin(material, id, lang) for id in catalogue.newest_first[:FEED_LENGTH]]
    items += [_story(material, id, lang) for id in catalogue.stories_newest_first[:FEED_LENGTH]]
    items.sort(key=lambda item: (-(item.day.toordinal() if item.day else 0), item.kind, item.id))
    return tuple(items[:FEED_LENGTH])


def _pin(material: Material, id: str, lang: str) -> FeedItem:
    pin = material.catalogue.pins[id]
    title = pin.entry.title.say(lang)
    summary = pin.entry.summary.say(lang).text if pin.entry.summary else ""
    day, _ = pin_dates(material, id)
    return FeedItem(
        "pin",
        id,
        address(material.catalogue, "pin", id, lang) or "",
        title.text,
        title.lang,
        summary,
        day,
        day,
        face(material, pin, "card", lang),
    )


def _story(material: Material, id: str, lang: str) -> FeedItem:
    entry = material.catalogue.stories[id].entry
    title = entry.title.say(lang)
    summary = entry.summary.say(lang).text if entry.summary else ""
    return FeedItem(
        "story",
        id,
        address(material.catalogue, "story", id, lang) or "",
        title.text,
        title.lang,
        summary,
        _first(entry.date),
        _first(entry.updated or entry.date),
        None,
    )


def _first(value: PartialDate | None) -> date | None:
    return value.first_day if value else None


@dataclass(frozen=True, slots=True)
class SitemapEntry:
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
        views = (
            picture_view(
                material, catalogue.pins[id].folder, picture, "pin", material.main, catalogue.pins[id].slug
            )
            for picture in catalogue.pins[id].entry.images
        )
        return pin_dates(material, id)[1], tuple(view.src for view in views if view)
    if kind == "series":
        days = [pin_dates(material, one)[1] for one in catalogue.members.get(id, ())]
        return max((day for day in days if day), default=None), ()
    document = (catalogue.stories if kind == "story" else catalogue.pages)[id]
    return _first(document.entry.updated or document.entry.date), ()


def _newest(material: Material) -> date | None:
    catalogue = material.catalogue
    days = [pin_dates(material, id)[1] for id in catalogue.pins]
    days += [_first(story.entry.updated or story.entry.date) for story in catalogue.stories.values()]
    return max((day for day in days if day), default=None)
