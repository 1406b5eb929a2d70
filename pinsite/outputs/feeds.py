"""Feeds: new pins and stories, and what happens to editions; Atom and JSON Feed 1.1, one of each a language.

Identifiers are tags that follow from the kind and permanent id of a record, so that a new address or host
makes nothing look new.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from html import escape

from msgspec import Struct

from pinsite.catalogue import home
from pinsite.outputs.target import Target
from pinsite.views import FeedItem, Material, Views

RECIPE = 2
_EPOCH = date(2000, 1, 1)


class _Feed(Struct, frozen=True):
    """What a feed says of itself: its own site path, the page it goes with, its name and title."""

    path: str
    page: str
    name: str
    title: str
    description: str | None


def plan(material: Material) -> Iterable[Target]:
    """List the feeds of each language; editions have theirs as soon as there is one."""
    folders = ["", "editions/"] if material.counted_pins else [""]
    for lang in material.catalogue.site.languages:
        for folder in folders:
            for form in ("xml", "json"):
                path = f"{home(material.catalogue, lang)}{folder}feed.{form}"
                # News of editions are looked for among all pins.
                yield Target(path, "feeds", lang, (folder, form), "the feed", joined=bool(folder))


def make(target: Target, views: Views) -> bytes:
    """Make one feed."""
    folder, form = target.about
    items: tuple[FeedItem, ...] = views.ask("edition news" if folder else "feed", views.lang)
    site = views.site()
    title, name = site.title.text, "feed"
    description = site.description.text if site.description else None
    if folder:
        title, name = f"{title}: {views.texts.get('Editions')}", "editions"
        description = views.texts.get("New pins, last copies, sold out, available again.")
    feed = _Feed(target.path, f"{site.home}{folder}", name, title, description)
    return (_atom if form == "xml" else _json_feed)(feed, items, views)


def _id(item: FeedItem) -> str:
    return f"tag:pinsite,2026:{item.kind}:{item.id}:{item.lang}"


def _moment(day: date | None) -> str:
    return f"{(day or _EPOCH).isoformat()}T00:00:00Z"


def _atom(feed: _Feed, items: tuple[FeedItem, ...], views: Views) -> bytes:
    site = views.site()
    page, own = views.whole(feed.page), views.whole(feed.path)
    newest = max((item.updated for item in items if item.updated), default=None)
    author = escape(site.author.name.text if site.author else site.title.text)
    nameless = f"tag:pinsite,2026:{feed.name}:{site.title.text}:{views.lang}"
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{views.lang}">',
        f"<title>{escape(feed.title)}</title>",
        f"<id>{escape(own if site.base_url else nameless)}</id>",
        f'<link rel="self" type="application/atom+xml" href="{escape(own)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(page)}"/>',
        f"<updated>{_moment(newest)}</updated>",
        f"<author><name>{author}</name></author>",
    ]
    return "\n".join([*head, *(_entry(item, views) for item in items), "</feed>\n"]).encode()


def _entry(item: FeedItem, views: Views) -> str:
    lines = [
        "<entry>",
        f"<title>{escape(item.title)}</title>",
        f"<id>{escape(_id(item))}</id>",
        f'<link rel="alternate" type="text/html" href="{escape(views.whole(item.path))}"/>',
        f"<published>{_moment(item.day)}</published>",
        f"<updated>{_moment(item.updated)}</updated>",
        f'<category term="{item.kind}"/>',
    ]
    if item.summary:
        lines.append(f"<summary>{escape(item.summary)}</summary>")
    if item.picture:
        kind = item.picture.sources[-1].media_type
        lines.append(f'<link rel="enclosure" type="{kind}" href="{escape(views.whole(item.picture.src))}"/>')
    return "\n".join([*lines, "</entry>"])


def _json_feed(feed: _Feed, items: tuple[FeedItem, ...], views: Views) -> bytes:
    site = views.site()
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": views.whole(feed.page),
        "feed_url": views.whole(feed.path),
        "description": feed.description,
        "language": views.lang,
        "authors": [{"name": site.author.name.text}] if site.author else None,
        "items": [_item(item, views) for item in items],
    }
    kept = {key: value for key, value in told.items() if value is not None}
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()


def _item(item: FeedItem, views: Views) -> dict[str, object]:
    made: dict[str, object] = {
        "id": _id(item),
        "url": views.whole(item.path),
        "title": item.title,
        "language": item.lang,
        "content_text": item.summary or item.title,
        "tags": [item.kind],
    }
    if item.day:
        made["date_published"] = _moment(item.day)
    if item.updated and item.updated != item.day:
        made["date_modified"] = _moment(item.updated)
    if item.picture:
        made["image"] = views.whole(item.picture.src)
    return made
