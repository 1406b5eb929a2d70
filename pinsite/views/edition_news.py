"""What is worth telling to people who follow editions: new pins, last copies, sold out, back again.

Every entry carries the day of the ledger's row, or of the record, that made it so; its id follows from the edition,
what happened and that day. So an entry that was read once is never new again, and a sale that crosses no line
changes no feed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from pinsite.catalogue import address
from pinsite.editions import Milestone, MilestoneKind, Status
from pinsite.views.feeds import FEED_LENGTH, FeedItem
from pinsite.views.glance import glance
from pinsite.views.material import Material
from pinsite.views.pins import face
from pinsite.views.texts import Texts

#: What is said of each kind of news, in a title.
TITLES = {
    "new-pin": "New: %(title)s",
    "last-copies": "Last copies: %(title)s",
    "sold-out": "Sold out: %(title)s",
    "restocked": "Available again: %(title)s",
}


class _News(Struct, frozen=True):
    """One event, before it is put into words; `copies` is None for a new pin."""

    day: date
    kind: str
    permanent: str
    id: str
    variant: str | None = None
    copies: Milestone | None = None


def edition_news(material: Material, lang: str) -> tuple[FeedItem, ...]:
    """Return the newest events of all editions, newest first."""
    news = [*_new_pins(material), *_from_ledger(material), *_from_totals(material)]
    news.sort(key=lambda one: (-one.day.toordinal(), one.kind, one.permanent))
    return tuple(_item(material, one, lang) for one in news[:FEED_LENGTH])


def _new_pins(material: Material) -> Iterator[_News]:
    """Tell of pins that are out; what is still to come is no news of an edition."""
    for id in material.catalogue.pins:
        seen = glance(material, id)
        if seen.released and seen.status != Status.UPCOMING:
            yield _News(seen.released, "new-pin", id, id)


def _from_ledger(material: Material) -> Iterator[_News]:
    for (id, variant), passed in material.accounts.milestones.items():
        if id in material.catalogue.pins:
            for one in passed:
                permanent = f"{_name(id, variant)}:{one.day.isoformat()}"
                yield _News(one.day, one.kind.value, permanent, id, variant, one)


def _from_totals(material: Material) -> Iterator[_News]:
    """Tell how editions stand that have written totals and no history; counting them again is no news."""
    with_rows = material.accounts.with_rows
    for id in material.catalogue.pins:
        for one in glance(material, id).editions if id not in with_rows else ():
            if one.news and one.as_of:
                day, kind, variant = (
                    date.fromisoformat(one.as_of),
                    MilestoneKind(one.news),
                    one.variant or None,
                )
                copies = Milestone(kind, day, one.available or 0, one.size)
                yield _News(day, one.news, _name(id, variant), id, variant, copies)


def _name(id: str, variant: str | None) -> str:
    return f"{id}:{variant}" if variant else id


def _words(one: Milestone, texts: Texts) -> str:
    if one.kind is MilestoneKind.SOLD_OUT:
        return texts.get("No copy is left.")
    if one.size is None:
        return str(texts.counted("%(n)s copy is available.", "%(n)s copies are available.", one.available))
    return str(
        texts.counted(
            "%(n)s copy of %(size)s is available.",
            "%(n)s copies of %(size)s are available.",
            one.available,
            size=texts.number(one.size),
        )
    )


def _item(material: Material, news: _News, lang: str) -> FeedItem:
    pin, texts = material.catalogue.pins[news.id], material.texts(lang)
    own = next((one for one in pin.entry.variants if one.id == news.variant), None)
    title, summary = pin.entry.title.say(lang), pin.entry.summary
    name = f"{title}, {own.title.say(lang)}" if own else str(title)
    path = address(material.catalogue, "pin", news.id, lang) or ""
    words = summary.say(lang).text if summary else ""
    return FeedItem(
        news.kind,
        news.permanent,
        f"{path}#variant-{own.id}" if own else path,
        # What writes a feed escapes by itself, so this is no text for HTML.
        texts.get(TITLES[news.kind]) % {"title": name},
        lang,
        _words(news.copies, texts) if news.copies else words,
        news.day,
        news.day,
        face(material, pin, "card", lang),
    )
