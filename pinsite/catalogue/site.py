"""The site as resolved from its settings."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from pinsite.catalogue.local_text import LocalText
from pinsite.catalogue.records import GradeEntry, MenuEntry, Person
from pinsite.catalogue.rights import Rights
from pinsite.catalogue.visitors import Tools
from pinsite.catalogue.vocabularies import Term


class Site(Struct, frozen=True):
    """Settings after defaults and the command line; `languages[0]` is the main one."""

    title: LocalText
    description: LocalText | None
    base_url: str | None
    languages: tuple[str, ...]
    author: Person | None
    currency: str | None
    time_zone: str
    theme: str
    theme_options: Mapping[str, object]
    menu: tuple[MenuEntry, ...]
    paginate: int
    rights: Rights | None
    grades: tuple[GradeEntry, ...]
    vocabularies: Mapping[str, Mapping[str, Term]]
    synonyms: Mapping[str, tuple[str, ...]]
    image_formats: tuple[str, ...]
    max_megapixels: int
    image_store: str | None
    tools: Tools
    strict: bool

    def credited(self, people: tuple[Person, ...]) -> tuple[Person, ...]:
        """Return the people that a record names, or the site's author where it names none."""
        return people or ((self.author,) if self.author else ())

    @property
    def main(self) -> str:
        """Return the main language."""
        return self.languages[0]
