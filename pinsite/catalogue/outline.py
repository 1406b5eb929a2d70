"""The outline of a record: what lists, links, addresses and checks need of it, without the record itself.

A catalogue of ten thousand pins is put in order, linked and checked from outlines alone; a record is read from its
file's values only when a page, or a question about it, asks. An outline is plain data (texts, numbers, lists), so
that it can be kept between builds and compared by `==`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from pinsite.catalogue.local_text import LocalText, slugify
from pinsite.catalogue.records import Colour_, DocumentEntry, Picture, PinEntry, Published, SeriesEntry
from pinsite.catalogue.site import Site
from pinsite.catalogue.values import PartialDate
from pinsite.colours import families_of

#: Folder, code and text of a subject; the text is plain, or the main language and the texts by language.
TermLine = Sequence[Any]


class Outline(Struct, frozen=True, array_like=True):
    """What a record is called, where it belongs, when it is shown, and whom it names.

    `when` is the release of a pin or the date of a document, `last_day` the last day on which a pin changes by
    itself. `variants` pairs the id of each variant with whether it has an edition of its own. `colours` are those
    that are written, `families` what they are called, `faces` the pictures of a pin alone, seen from the front.
    """

    title: str = ""
    slug: str | None = None
    aliases: Sequence[str] = ()
    draft: bool = False
    publish_at: str | None = None
    expires_at: str | None = None
    series: str | None = None
    position: int | None = None
    when: str | None = None
    last_day: str | None = None
    terms: Sequence[TermLine] = ()
    related: Sequence[str] = ()
    pins: Sequence[str] = ()
    of_series: Sequence[str] = ()
    language: str | None = None
    has_edition: bool = False
    variants: Sequence[Sequence[object]] = ()
    runs: Sequence[str] = ()
    colours: Sequence[str] = ()
    families: Sequence[str] = ()
    faces: Sequence[str] = ()

    @property
    def publish(self) -> datetime | None:
        """Return the moment before which it is not shown."""
        return datetime.fromisoformat(self.publish_at) if self.publish_at else None

    @property
    def expires(self) -> datetime | None:
        """Return the moment after which it is not shown."""
        return datetime.fromisoformat(self.expires_at) if self.expires_at else None

    @property
    def first_day(self) -> date | None:
        """Return the first day that its date can mean."""
        return _first_day(self.when) if self.when else None

    @property
    def counted(self) -> Iterator[str | None]:
        """Walk what has an edition of its own: None for the pin itself, then its variants."""
        if self.has_edition:
            yield None
        for id, has_edition in self.variants:
            if has_edition:
                yield str(id)


@lru_cache(maxsize=16_384)
def _first_day(text: str) -> date:
    return PartialDate(text).first_day


def _plain_text(text: LocalText | str | None) -> object:
    return [text.main, [list(one) for one in text.texts]] if isinstance(text, LocalText) else text


def text_of_term(text: object) -> LocalText | str | None:
    """Return the text of a line of `terms`."""
    if isinstance(text, list):
        main, texts = text
        return LocalText(main, tuple((lang, said) for lang, said in texts))
    return text if isinstance(text, str) else None


def outline_of(entry: Published, site: Site) -> Outline:
    """Return the outline of a record."""
    shown = Outline(
        str(getattr(entry, "title", "")),
        entry.slug,
        list(entry.aliases),
        entry.draft,
        entry.publish.isoformat() if entry.publish else None,
        entry.expires.isoformat() if entry.expires else None,
        # Lists, as JSON gives them back.
        terms=[],
        related=[],
        pins=[],
        of_series=[],
        variants=[],
        runs=[],
        colours=[],
        families=[],
        faces=[],
    )
    if isinstance(entry, PinEntry):
        return _of_pin(shown, entry, site)
    if isinstance(entry, SeriesEntry):
        return replace(shown, position=entry.order)
    if isinstance(entry, DocumentEntry):
        return replace(
            shown,
            when=entry.date.text if entry.date else None,
            pins=list(entry.pins),
            of_series=list(entry.series),
            language=entry.language,
        )
    return shown


def _of_pin(shown: Outline, entry: PinEntry, site: Site) -> Outline:
    days = [
        entry.released,
        *(one.released for one in entry.variants),
        *(one.done for one in entry.production),
    ]
    colours = _written_colours(entry)
    last = max((day.first_day for day in days if day), default=None)
    return replace(
        shown,
        series=entry.series,
        position=entry.position,
        when=entry.released.text if entry.released else None,
        last_day=last.isoformat() if last else None,
        terms=[[folder, code, _plain_text(text)] for folder, code, text in subjects(entry, site)],
        related=list(entry.related),
        has_edition=entry.edition is not None,
        variants=[[variant.id, variant.edition is not None] for variant in entry.variants],
        runs=[run.id for run in entry.runs],
        colours=list(colours),
        families=list(families_of(colours)),
        faces=[picture.file for picture in every_image(entry) if picture.role in FACES],
    )


#: Roles of pictures in which a pin lies alone, seen from the front and in good light.
FACES = ("front", "variant")

#: The fields whose values have pages of their own, by the folder of those pages.
TERM_FIELDS = (
    "technique",
    "plating",
    "effects",
    "construction",
    "metal",
    "colours",
    "tags",
    "designer",
    "places",
    "fandom",
    "character",
    "causes",
    "events",
    "year",
)

#: Which vocabulary names the terms of a folder.
VOCABULARY_OF = {
    "technique": "technique",
    "plating": "plating",
    "effects": "effects",
    "construction": "construction",
    "metal": "base_metal",
    "colours": "colour",
}


def subjects(entry: PinEntry, site: Site) -> Iterator[tuple[str, str, LocalText | str | None]]:
    """Walk the terms that a pin bears: folder, code, and text where no vocabulary has it; variants included."""
    yield from _vocabulary_terms(entry)
    for tag in entry.tags:
        yield "tags", slugify(tag), tag
    for person in site.credited(entry.designer):
        if person.publish:
            yield "designer", slugify(str(person.name)), person.name
    named = (
        ("places", entry.place.name if entry.place else None),
        ("fandom", entry.fandom),
        ("character", entry.character),
        ("causes", entry.cause),
        ("events", entry.event),
    )
    for folder, text in named:
        if text:
            yield folder, slugify(str(text)), text
    if entry.released:
        yield "year", entry.released.text[:4], entry.released.text[:4]


def every_image(entry: PinEntry) -> tuple[Picture, ...]:
    """Return the pictures of a pin, and after them those of its variants."""
    return (*entry.images, *(one for variant in entry.variants for one in variant.images))


def every_colour(entry: PinEntry) -> tuple[Colour_, ...]:
    """Return the colours of a pin, and after them those of its variants."""
    return (*entry.colors, *(one for variant in entry.variants for one in variant.colors))


def _written_colours(entry: PinEntry) -> tuple[str, ...]:
    """Return the colours that the author has written, of the pin and then of its variants."""
    return tuple(dict.fromkeys(one.hex for one in every_colour(entry) if one.hex))


def _vocabulary_terms(entry: PinEntry) -> Iterator[tuple[str, str, None]]:
    for folder, name in VOCABULARY_OF.items():
        if folder == "colours":
            continue
        own: Iterable[str] = getattr(entry, name)
        of_variants = (code for variant in entry.variants for code in getattr(variant, name, ()))
        for code in dict.fromkeys((*own, *of_variants)):
            yield folder, code, None
