"""What feeds say: new pins and stories, and the days on which they came out.

Every date comes from the content, never from the build: the same catalogue gives the same feed on any day.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from pinsite.catalogue import PartialDate, address
from pinsite.views.material import Material
from pinsite.views.pins import face
from pinsite.views.values import PictureView

#: Entries of a feed.
FEED_LENGTH = 30


class FeedItem(Struct, frozen=True):
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
    day = first_day(pin.entry.released)
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
        first_day(entry.date),
        first_day(entry.updated or entry.date),
        None,
    )


def first_day(value: PartialDate | None) -> date | None:
    """Return the first day that a partial date can mean."""
    return value.first_day if value else None
