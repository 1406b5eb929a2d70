"""Stories, pages and series as their pages and cards show them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from pinsite.catalogue import Document, LocalText, Person, Said, Series, address
from pinsite.views.material import Material
from pinsite.views.pictures import named_picture
from pinsite.views.pins import face
from pinsite.views.rich_text import rich, rich_of
from pinsite.views.values import DocumentView, Link, PersonView, PictureView, SeriesView, StoryCard
from pinsite.views.wording import said, subject_link


def document_view(material: Material, kind: str, id: str, lang: str) -> DocumentView | None:
    """Return a story or a page."""
    document = _documents(material, kind).get(id)
    path = address(material.catalogue, kind, id, lang)
    if document is None or path is None:
        return None
    entry = document.entry
    series = (series_link(material, one, lang) for one in entry.series)
    tags = (subject_link(material, "tags", tag, lang) for tag in entry.tags)
    return DocumentView(
        id,
        kind,
        path,
        entry.title.say(lang),
        said(entry.summary, lang),
        rich_of(material, Said(document.body, document.lang), lang, document.folder),
        _head(material, document, lang),
        _authors(material, entry.author, lang),
        entry.date,
        entry.updated,
        tuple(tag for tag in tags if tag),
        tuple(one for one in series if one),
        entry.own,
    )


def _documents(material: Material, kind: str) -> Mapping[str, Document]:
    return material.catalogue.stories if kind == "story" else material.catalogue.pages


def _authors(material: Material, people: tuple[Person, ...], lang: str) -> tuple[PersonView, ...]:
    named = material.catalogue.site.credited(people)
    return tuple(
        PersonView(one.name.say(lang), said(one.role, lang), one.url, None) for one in named if one.publish
    )


def _head(material: Material, document: Document, lang: str) -> PictureView | None:
    entry = document.entry
    if entry.image is None:
        return None
    return named_picture(material, document.folder, entry.image, "head", lang, document.slug, entry.image_alt)


def story_card(material: Material, id: str, lang: str) -> StoryCard | None:
    """Return a story in a list."""
    story = material.catalogue.stories.get(id)
    path = address(material.catalogue, "story", id, lang)
    if story is None or path is None:
        return None
    entry = story.entry
    picture = _head(material, story, lang) or _of_first_pin(material, story, lang)
    return StoryCard(id, path, entry.title.say(lang), said(entry.summary, lang), picture, entry.date)


def _of_first_pin(material: Material, story: Document, lang: str) -> PictureView | None:
    """Return the picture of the first pin that a story is about, so that a list of stories has no holes."""
    pins = (material.catalogue.pins[id] for id in story.entry.pins if id in material.catalogue.pins)
    return next((picture for pin in pins if (picture := face(material, pin, "head", lang))), None)


def series_link(material: Material, id: str, lang: str) -> Link | None:
    """Return the name and address of a series."""
    path = address(material.catalogue, "series", id, lang)
    return Link(material.catalogue.series[id].entry.title.say(lang), path) if path else None


def series_view(material: Material, id: str, lang: str) -> SeriesView | None:
    """Return a series."""
    card: SeriesView | None = material.ask("series card", id, lang)
    if card is None:
        return None
    series = material.catalogue.series[id]
    return replace(card, description=rich(material, series.entry.description, lang, series.folder))


def series_card(material: Material, id: str, lang: str) -> SeriesView | None:
    """Return a series in a list: without its description, so that lists do not depend on it.

    Its picture is its own, or its first pin's.
    """
    series = material.catalogue.series.get(id)
    path = address(material.catalogue, "series", id, lang)
    if series is None or path is None:
        return None
    members = material.catalogue.members[id]
    years = sorted({when[:4] for one in members if (when := material.catalogue.pins[one].outline.when)})
    return SeriesView(
        id,
        path,
        series.entry.title.say(lang),
        said(series.entry.summary, lang),
        None,
        _series_picture(material, series, members, lang),
        len(members),
        years[0] if years else None,
        years[-1] if years else None,
        series.entry.own,
    )


def _series_picture(
    material: Material, series: Series, members: tuple[str, ...], lang: str
) -> PictureView | None:
    alt: LocalText | None = series.entry.image_alt
    if series.entry.image:
        return named_picture(material, series.folder, series.entry.image, "card", lang, series.slug, alt)
    faces = (face(material, material.catalogue.pins[id], "card", lang) for id in members)
    return next((one for one in faces if one), None)
