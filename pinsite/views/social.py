"""Social cards: what a link to a page looks like where people share it.

They are planned only where the site knows its own address: networks want whole addresses.
"""

from __future__ import annotations

from msgspec import Struct

from pinsite.catalogue import Document, LocalText, Picture, Pin, Said
from pinsite.images import CARD_SIZE, CardColours, Lettering
from pinsite.views.counters import edition_line
from pinsite.views.lists import featured
from pinsite.views.material import IMAGES, Material
from pinsite.views.pins import face_picture
from pinsite.views.values import SocialCard
from pinsite.views.wording import said


class _Subject(Struct, frozen=True):
    """What a card shows: a picture of a record, and the words beside it."""

    stem: str
    title: Said
    line: Said | None
    picture: Picture
    path: str


def social_card(material: Material, kind: str, id: str, lang: str) -> SocialCard | None:
    """Return the card of a pin, series, story, page or of the home page; None where it has no picture."""
    site = material.catalogue.site
    subject = _subject(material, kind, id, lang) if site.base_url is not None else None
    if subject is None:
        return None
    name = "" if kind == "home" else site.title.say(lang).text
    colours = CardColours(**material.social_colours())
    mirrored = material.texts(lang).direction == "rtl"
    words = Lettering(subject.title.text, subject.line.text if subject.line else "", name, colours, mirrored)
    card = material.card(subject.path, subject.stem, subject.picture, words)
    if card is None:
        return None
    alt = said(subject.picture.alt, lang) or subject.title
    return SocialCard(IMAGES + card.name, *CARD_SIZE, alt)


def _subject(material: Material, kind: str, id: str, lang: str) -> _Subject | None:
    catalogue = material.catalogue
    if kind == "home":
        return _home(material, lang)
    if kind == "pin" and id in catalogue.pins:
        pin = catalogue.pins[id]
        return _of_face(material, pin, pin.slug, pin.entry.title.say(lang), edition_line(material, id, lang))
    if kind == "series" and id in catalogue.series:
        return _series(material, id, lang)
    documents = catalogue.stories if kind == "story" else catalogue.pages
    return _document(material, documents[id], lang) if id in documents else None


def _home(material: Material, lang: str) -> _Subject | None:
    site, id = material.catalogue.site, featured(material)
    pin = material.catalogue.pins.get(id or "")
    return (
        _of_face(material, pin, "home", site.title.say(lang), said(site.description, lang)) if pin else None
    )


def _series(material: Material, id: str, lang: str) -> _Subject | None:
    series = material.catalogue.series[id]
    title, line = series.entry.title.say(lang), said(series.entry.summary, lang)
    if series.entry.image:
        return _named(
            material, series.folder, series.entry.image, series.entry.image_alt, (series.slug, title, line)
        )
    members = material.catalogue.members.get(id, ())
    pin = material.catalogue.pins[members[0]] if members else None
    return _of_face(material, pin, series.slug, title, line) if pin else None


def _document(material: Material, document: Document, lang: str) -> _Subject | None:
    entry = document.entry
    title = entry.title.say(lang)
    if entry.image:
        return _named(material, document.folder, entry.image, entry.image_alt, (document.slug, title, None))
    pin = next((material.catalogue.pins[id] for id in entry.pins if id in material.catalogue.pins), None)
    return _of_face(material, pin, document.slug, title, None) if pin else None


def _of_face(material: Material, pin: Pin, stem: str, title: Said, line: Said | None) -> _Subject | None:
    picture = face_picture(pin)
    path = material.picture_file(pin.folder, picture.file) if picture else None
    return _Subject(stem, title, line, picture, path) if picture and path else None


def _named(
    material: Material,
    folder: str,
    file: str,
    alt: LocalText | None,
    words: tuple[str, Said, Said | None],
) -> _Subject | None:
    path = material.picture_file(folder, file)
    picture = Picture.model_construct(file=file, role="front", alt=alt)
    return _Subject(*words, picture, path) if path else None
