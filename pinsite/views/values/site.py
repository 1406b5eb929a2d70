"""The site, and the page that is being written."""

from __future__ import annotations

from msgspec import Struct

from pinsite.catalogue import Rights, Said, Tools
from pinsite.views.values.editions import GradeView
from pinsite.views.values.text_and_pictures import Link, PersonView, SocialCard


class SiteView(Struct, frozen=True):
    """The site as a reader of one language meets it."""

    title: Said
    description: Said | None
    author: PersonView | None
    home: str
    languages: tuple[str, ...]
    language: str
    main_language: str
    menu: tuple[Link, ...]
    base_url: str | None
    rights: Rights | None
    grades: tuple[GradeView, ...]
    has_stories: bool
    has_series: bool
    has_editions: bool
    version: str
    tools: Tools


class Alternate(Struct, frozen=True):
    """The same page in another language."""

    lang: str
    name: str
    path: str


class PageView(Struct, frozen=True):
    """The page that is being written; `menu_entry` is the path of the menu's entry that leads to it."""

    kind: str
    path: str
    lang: str
    direction: str
    digits: str
    title: str
    description: str | None
    canonical: str | None
    alternates: tuple[Alternate, ...]
    trail: tuple[Link, ...]
    card: SocialCard | None
    noindex: bool
    linked_data: str
    menu_entry: str = ""
    is_menu_entry: bool = False
