"""Cards, series, stories, terms, and where a page of a list stands."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from pinsite.catalogue import PartialDate, Said
from pinsite.views.values.text_and_pictures import Link, PersonView, PictureView, Rich, TermLink

Json = Mapping[str, object]


class Card(Struct, frozen=True):
    """A pin in a list: enough for a card, nothing more.

    `status_of` names the edition that the status follows from; it is empty where the author wrote the status.
    """

    id: str
    path: str
    title: Said
    summary: Said | None
    picture: PictureView | None
    status: str
    status_label: Said
    status_of: str
    series_title: Said | None
    year: str | None
    edition_line: Said | None
    price: str | None


class SeriesView(Struct, frozen=True):
    """A series: `count` pins; `cards` are asked for apart."""

    id: str
    path: str
    title: Said
    summary: Said | None
    description: Rich | None
    picture: PictureView | None
    count: int
    first_year: str | None
    last_year: str | None
    own: Json


class StoryCard(Struct, frozen=True):
    """A story in a list."""

    id: str
    path: str
    title: Said
    summary: Said | None
    picture: PictureView | None
    date: PartialDate | None


class DocumentView(Struct, frozen=True):
    """A story or a page."""

    id: str
    kind: str
    path: str
    title: Said
    summary: Said | None
    body: Rich
    picture: PictureView | None
    authors: tuple[PersonView, ...]
    date: PartialDate | None
    updated: PartialDate | None
    tags: tuple[TermLink, ...]
    series: tuple[Link, ...]
    own: Json


class TermView(Struct, frozen=True):
    """A page of a term: every pin that bears it. `swatch` is the colour of a family of colours."""

    field: str
    field_label: Said
    code: str
    label: Said
    note: Said | None
    path: str
    count: int
    swatch: str | None = None


class PageLink(Struct, frozen=True):
    """One page of a list; `after_gap` says that pages before it are left out."""

    number: int
    path: str
    after_gap: bool


class Pager(Struct, frozen=True):
    """Where a page of a list stands among its pages; `pages` are those it links to, not all of many."""

    number: int
    total: int
    first: int
    last: int
    count: int
    previous: str | None
    next: str | None
    pages: tuple[PageLink, ...]
