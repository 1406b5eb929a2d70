"""The frozen catalogue: what is published now, with the lists and links that follow from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

from pinsite.catalogue.local_text import LocalText
from pinsite.catalogue.outline import TERM_FIELDS, Outline, text_of_term
from pinsite.catalogue.records import DocumentEntry, PinEntry, Published, SeriesEntry
from pinsite.catalogue.site import Site
from pinsite.colours import families_of

E = TypeVar("E", bound=Published)


@dataclass(frozen=True)
class _Owner(Generic[E]):
    """A record with its permanent id; `folder` is where its pictures are looked up first.

    `outline` and `digest` (of all that it says) are at hand; `entry` is read when somebody asks for it.
    """

    id: str
    outline: Outline
    digest: str
    read: Callable[[], E] = field(repr=False, compare=False)
    folder: str = ""

    @cached_property
    def entry(self) -> E:
        """Return the record itself."""
        return self.read()

    def close(self) -> None:
        """Let go of what was read; it is read again when somebody asks."""
        self.__dict__.pop("entry", None)

    @property
    def slug(self) -> str:
        """Return its part of the address."""
        return self.outline.slug or self.id


@dataclass(frozen=True)
class Pin(_Owner[PinEntry]):
    """A pin."""


@dataclass(frozen=True)
class Series(_Owner[SeriesEntry]):
    """A series; one that pins name and no file describes has a title made from its id."""


@dataclass(frozen=True)
class Document(_Owner[DocumentEntry]):
    """A story or a page: front matter and Markdown. `lang` is the language of the body."""

    kind: str = "story"
    lang: str = "en"
    read_body: Callable[[], str] = field(default=str, repr=False, compare=False)

    @cached_property
    def body(self) -> str:
        """Return the Markdown below the front matter."""
        return self.read_body()


@dataclass(frozen=True)
class Unpublished:
    """A record that is not on the site now, and why."""

    kind: str
    id: str
    reason: str


def untitled_series(id: str, main: str) -> Series:
    """Make the series that is only named by its pins."""
    title = id.replace("-", " ").capitalize()
    entry = SeriesEntry.model_construct(title=LocalText(main, ((main, title),)))
    return Series(id, Outline(title), "", lambda: entry)


def hidden_because(entry: Published | Outline, now: datetime, drafts: bool) -> str | None:
    """Tell why a record is not published at a moment, or None when it is."""
    if drafts:
        return None
    if isinstance(entry, Outline) and not (entry.draft or entry.publish_at or entry.expires_at):
        return None
    if entry.draft:
        return "it is a draft"
    if entry.publish and entry.publish > now:
        return f"it is to be published on {entry.publish.isoformat(timespec='minutes')}"
    if entry.expires and entry.expires <= now:
        return f"it expired on {entry.expires.isoformat(timespec='minutes')}"
    return None


#: Where the records of each kind that has pages are.
_BY_KIND = {"pin": "pins", "series": "series", "story": "stories", "page": "pages"}


@dataclass(frozen=True)
class Catalogue:
    """All that is published, keyed by id; every list has one order, whatever order the files came in.

    `seen_colours` are those found in the pictures of a pin, for pins whose author has written none.
    """

    site: Site
    pins: Mapping[str, Pin]
    series: Mapping[str, Series]
    stories: Mapping[str, Document]
    pages: Mapping[str, Document]
    unpublished: tuple[Unpublished, ...] = field(default=())
    seen_colours: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_record(self, kind: str, record: Pin | Series | Document) -> Catalogue:
        """Return the catalogue with a record in place of one with the same outline: every list stays as it is."""
        name = _BY_KIND[kind]
        records: dict[str, Any] = {name: {**getattr(self, name), record.id: record}}
        changed = replace(self, **records)
        vars(changed).update((key, value) for key, value in vars(self).items() if key not in vars(changed))
        return changed

    @property
    def records(self) -> tuple[tuple[str, Mapping[str, Pin | Series | Document]], ...]:
        """Return everything that has a page of its own, by kind."""
        return tuple((kind, getattr(self, name)) for kind, name in _BY_KIND.items())

    def slug_of(self, kind: str, id: str) -> str | None:
        """Return the part of the address of a record that has a page, or None; a series without pins has none."""
        if kind == "pin":
            return self.pins[id].slug if id in self.pins else None
        if kind == "series":
            return self.series[id].slug if id in self.series and self.members.get(id) else None
        documents = self.stories if kind == "story" else self.pages
        return documents[id].slug if id in documents else None

    @cached_property
    def newest_first(self) -> tuple[str, ...]:
        """Return all pins, newest release first; those without a date come last, by title."""
        return tuple(pin.id for pin in sorted(self.pins.values(), key=_age))

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """Return the pins of each series, by position, then release, then id."""
        lists: dict[str, list[Pin]] = {id: [] for id in self.series}
        for pin in self.pins.values():
            if pin.outline.series:
                lists.setdefault(pin.outline.series, []).append(pin)
        return {id: tuple(pin.id for pin in sorted(pins, key=_place)) for id, pins in lists.items()}

    @cached_property
    def series_in_order(self) -> tuple[str, ...]:
        """Return the series that hold a pin, by `order`, then id."""
        with_pins = [series for series in self.series.values() if self.members.get(series.id)]
        return tuple(
            one.id for one in sorted(with_pins, key=lambda one: (_or(one.outline.position, 10**6), one.id))
        )

    @cached_property
    def stories_newest_first(self) -> tuple[str, ...]:
        """Return the stories, newest first; those without a date come last."""
        return tuple(story.id for story in sorted(self.stories.values(), key=_story_age))

    @cached_property
    def stories_of_pin(self) -> Mapping[str, tuple[str, ...]]:
        """Return, for each pin, the stories that name it in their front matter."""
        return self._stories_by(lambda story: story.outline.pins)

    @cached_property
    def stories_of_series(self) -> Mapping[str, tuple[str, ...]]:
        """Return, for each series, the stories that name it in their front matter."""
        return self._stories_by(lambda story: story.outline.of_series)

    def _stories_by(self, names: object) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for id in self.stories_newest_first:
            for name in names(self.stories[id]):  # type: ignore[operator]
                found.setdefault(name, []).append(id)
        return {name: tuple(ids) for name, ids in found.items()}

    @cached_property
    def terms(self) -> Mapping[str, Mapping[str, Term_]]:
        """Return the subjects that pins bear, field by field, each with its pins, newest first.

        Of a colour those pins come first that show it foremost.
        """
        found: dict[str, dict[str, Term_]] = {name: {} for name in TERM_FIELDS}
        # By colour and by how much of the pin it is: walked once, since large catalogues have a hundred thousand terms.
        shown: dict[str, dict[int, list[str]]] = {}
        for id in self.newest_first:
            for folder, code, text in self.pins[id].outline.terms:
                terms = found[folder]
                if code in terms:
                    terms[code].pins.append(id)
                else:
                    terms[code] = Term_(folder, code, text_of_term(text), [id])
            for place, family in enumerate(self._families[id]):
                shown.setdefault(family, {}).setdefault(place, []).append(id)
        for family, places in shown.items():
            pins = [id for place in sorted(places) for id in places[place]]
            found["colours"][family] = Term_("colours", family, None, pins)
        return {name: dict(sorted(terms.items())) for name, terms in found.items() if terms}

    def term_text(self, folder: str, code: str) -> LocalText | str | None:
        """Return what a term is called; None where the vocabulary has the label. Raises KeyError if no pin bears it."""
        return self.terms[folder][code].text

    def subjects(self, id: str) -> Iterator[tuple[str, str, LocalText | str | None]]:
        """Walk the terms that a pin bears, also those of its colours, the most telling colour first."""
        for folder, code, text in self.pins[id].outline.terms:
            yield folder, code, text_of_term(text)
        yield from (("colours", family, None) for family in self._families[id])

    def colours(self, id: str) -> tuple[str, ...]:
        """Return the families of a pin's colours: of those its author has written, else of those seen."""
        return self._families[id]

    @cached_property
    def _families(self) -> Mapping[str, tuple[str, ...]]:
        return {
            id: tuple(pin.outline.families) or families_of(self.seen_colours.get(id, ()))
            for id, pin in self.pins.items()
        }

    def shades(self, id: str) -> tuple[str, ...]:
        """Return the colours of a pin: those its author has written, else those seen, the most telling first."""
        return tuple(self.pins[id].outline.colours) or self.seen_colours.get(id, ())


@dataclass(frozen=True)
class Term_:  # noqa: N801 - `Term` is a word of a vocabulary
    """A subject and the pins that bear it. `text` is None where the vocabulary has the label."""

    field: str
    code: str
    text: LocalText | str | None
    pins: list[str]


def _or(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value


def _age(pin: Pin) -> tuple[int, str, str]:
    # Partial dates sort as the first day they can mean; newest first, so the ordinal is negated.
    day = pin.outline.first_day
    return (-day.toordinal() if day else 1, pin.outline.title.casefold(), pin.id)


def _place(pin: Pin) -> tuple[int, int, str]:
    day = pin.outline.first_day
    return (_or(pin.outline.position, 10**6), day.toordinal() if day else 10**7, pin.id)


def _story_age(story: Document) -> tuple[int, str]:
    day = story.outline.first_day
    return (-day.toordinal() if day else 1, story.id)
