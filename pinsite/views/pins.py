"""A pin as its page and its cards show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from pinsite.catalogue import (
    Colour_,
    Inspiration,
    MuseumEntry,
    Person,
    Picture,
    Pin,
    PinEntry,
    Run,
    Said,
    ShopLink,
    Variant,
    address,
    every_image,
)
from pinsite.editions import parse_copies
from pinsite.views.counters import counter, edition_line
from pinsite.views.markdown_text import PIN_TOP
from pinsite.views.material import Material
from pinsite.views.number_register import ranges_said
from pinsite.views.pictures import named_picture, picture_view
from pinsite.views.production import stage_views
from pinsite.views.rich_text import rich
from pinsite.views.values import (
    Card,
    ColourView,
    InspirationView,
    Link,
    MuseumView,
    PersonView,
    PictureView,
    PinView,
    PlaceView,
    RunView,
    SafetyView,
    TermLink,
    VariantView,
    WholesaleView,
)
from pinsite.views.wording import rights_said, said, status_of, subject_link, term_label, vocabulary_link


def card(material: Material, id: str, lang: str) -> Card | None:
    """Return a pin's card, or None where it is not published."""
    pin = material.catalogue.pins.get(id)
    if pin is None:
        return None
    entry, status = pin.entry, material.accounts.statuses[id, None]
    series = material.catalogue.series.get(entry.series) if entry.series else None
    return Card(
        id,
        _path(material, id, lang),
        entry.title.say(lang),
        said(entry.summary, lang),
        face(material, pin, "card", lang),
        status,
        term_label(material, "status", status, lang),
        status_of(material, id),
        series.entry.title.say(lang) if series else None,
        entry.released.text[:4] if entry.released else None,
        edition_line(material, id, lang),
        material.texts(lang).money(entry.price) if entry.price else None,
    )


def face(material: Material, pin: Pin, wish: str, lang: str) -> PictureView | None:
    """Return the face of a pin for a wish."""
    first = face_picture(pin)
    return picture_view(material, pin.folder, first, wish, lang, pin.slug) if first else None


def face_picture(pin: Pin) -> Picture | None:
    """Return the first picture of a pin, or of its first variant that has one."""
    return next(iter(every_image(pin.entry)), None)


def _path(material: Material, id: str, lang: str) -> str:
    return address(material.catalogue, "pin", id, lang) or ""


def pin_view(material: Material, id: str, lang: str) -> PinView | None:
    """Return everything that a pin's page shows of the pin itself."""
    pin = material.catalogue.pins.get(id)
    return _Viewer(material, pin, lang).view() if pin else None


def variant_views(material: Material, id: str, lang: str) -> tuple[VariantView, ...]:
    """Return the colourways of a pin with their counters."""
    pin = material.catalogue.pins[id]
    viewer = _Viewer(material, pin, lang)
    return tuple(viewer.variant(variant) for variant in pin.entry.variants)


class _Viewer:
    """Looks at one pin in one language."""

    def __init__(self, material: Material, pin: Pin, lang: str) -> None:
        self._material = material
        self._pin = pin
        self._lang = lang

    def view(self) -> PinView:
        entry, lang, words = self._pin.entry, self._lang, self._words
        attachment, backstamp = entry.attachment, entry.backstamp
        return PinView(
            id=self._pin.id,
            path=_path(self._material, self._pin.id, lang),
            title=entry.title.say(lang),
            summary=said(entry.summary, lang),
            description=rich(self._material, entry.description, lang, self._pin.folder, PIN_TOP),
            pictures=self._pictures(entry.images),
            designers=self._designers(entry),
            manufacturer=self._person(entry.manufacturer),
            collaborators=self._people(entry.collaborators),
            series=self._series(entry.series),
            position=entry.position,
            released=entry.released,
            technique=words("technique", entry.technique),
            base_metal=words("base_metal", entry.base_metal),
            plating=words("plating", entry.plating),
            effects=words("effects", entry.effects),
            construction=words("construction", entry.construction),
            size=entry.size,
            weight=entry.weight,
            attachment=self._word("attachment", attachment.type) if attachment else None,
            attachment_posts=attachment.posts if attachment else None,
            attachment_color=said(attachment.color, lang) if attachment else None,
            backstamp=said(backstamp.text, lang) if backstamp else None,
            backstamp_picture=self._named(backstamp.image) if backstamp else None,
            packaging=said(entry.packaging, lang),
            colours=self._colours(entry.colors),
            tags=self._tags(entry.tags),
            fandom=self._subject("fandom", entry.fandom),
            character=self._subject("character", entry.character),
            cause=self._subject("causes", entry.cause),
            place=self._place(entry),
            event=self._subject("events", entry.event),
            licence_status=self._word("licence_status", entry.licence_status)
            if entry.licence_status
            else None,
            ai_statement=said(entry.ai_statement, lang),
            sku=entry.sku,
            price=self._money(entry),
            shop=self._links(entry.shop),
            wholesale=self._wholesale(entry),
            runs=tuple(map(self._run, entry.runs)),
            production=stage_views(self._material, self._pin.id, lang),
            grading_note=said(entry.grading_note, lang),
            inspired_by=self._inspiration(entry.inspired_by),
            museum=self._museum(entry.museum),
            rights=rights_said(self._material, entry.rights, lang),
            safety=self._safety(entry),
            own=entry.own,
        )

    def variant(self, variant: Variant) -> VariantView:
        lang, words = self._lang, self._words
        status = self._material.accounts.statuses[self._pin.id, variant.id]
        return VariantView(
            variant.id,
            variant.title.say(lang),
            said(variant.summary, lang),
            words("technique", variant.technique),
            words("plating", variant.plating),
            words("effects", variant.effects),
            self._colours(variant.colors),
            variant.size,
            self._pictures(variant.images),
            counter(self._material, self._pin.id, variant.id, lang),
            status,
            term_label(self._material, "status", status, lang),
            status_of(self._material, self._pin.id, variant.id),
            variant.released,
            self._money(variant),
            variant.sku,
            self._links(variant.shop),
        )

    def _pictures(self, pictures: Iterable[Picture]) -> tuple[PictureView, ...]:
        return tuple(view for picture in pictures if (view := self._picture(picture)))

    def _picture(self, picture: Picture) -> PictureView | None:
        view = picture_view(self._material, self._pin.folder, picture, "pin", self._lang, self._pin.slug)
        long = rich(self._material, picture.long_description, self._lang, self._pin.folder, PIN_TOP)
        return replace(view, long_description=long) if view and long else view

    def _named(self, name: str | None, wish: str = "thumb") -> PictureView | None:
        if name is None:
            return None
        known = next((picture for picture in self._pin.entry.images if picture.file == name), None)
        alt = known.alt if known and known.alt else self._back_alt()
        return named_picture(self._material, self._pin.folder, name, wish, self._lang, self._pin.slug, alt)

    def _back_alt(self) -> Said:
        title = self._pin.entry.title.say(self._lang)
        return Said(
            str(self._material.texts(self._lang).written("The back of %(title)s", title=title)), self._lang
        )

    def _words(self, vocabulary: str, codes: Iterable[str]) -> tuple[TermLink, ...]:
        return tuple(self._word(vocabulary, code) for code in codes)

    def _word(self, vocabulary: str, code: str) -> TermLink:
        return vocabulary_link(self._material, vocabulary, code, self._lang)

    def _subject(self, folder: str, text: object) -> TermLink | None:
        return subject_link(self._material, folder, text, self._lang)  # type: ignore[arg-type]

    def _tags(self, tags: Iterable[str]) -> tuple[TermLink, ...]:
        return tuple(link for tag in tags if (link := self._subject("tags", tag)))

    def _designers(self, entry: PinEntry) -> tuple[PersonView, ...]:
        return self._people(self._material.catalogue.site.credited(entry.designer), "designer")

    def _people(self, people: Iterable[Person], folder: str | None = None) -> tuple[PersonView, ...]:
        return tuple(view for person in people if (view := self._person(person, folder)))

    def _person(self, person: Person | None, folder: str | None = None) -> PersonView | None:
        if person is None or not person.publish:
            return None
        link = self._subject(folder, person.name) if folder else None
        return PersonView(
            person.name.say(self._lang),
            said(person.role, self._lang),
            person.url,
            link.path if link else None,
        )

    def _series(self, id: str | None) -> Link | None:
        path = address(self._material.catalogue, "series", id, self._lang) if id else None
        if id is None or path is None:
            return None
        return Link(self._material.catalogue.series[id].entry.title.say(self._lang), path)

    def _colours(self, colours: Iterable[Colour_]) -> tuple[ColourView, ...]:
        lang, material = self._lang, self._material
        return tuple(
            ColourView(
                said(one.name, lang),
                one.pantone,
                one.hex,
                said(one.use, lang),
                term_label(material, "effects", one.effect, lang) if one.effect else None,
            )
            for one in colours
        )

    def _place(self, entry: PinEntry) -> PlaceView | None:
        if entry.place is None:
            return None
        link = self._subject("places", entry.place.name)
        return PlaceView(link, entry.place.lat, entry.place.lon) if link else None

    def _money(self, entry: PinEntry | Variant) -> str | None:
        return self._material.texts(self._lang).money(entry.price) if entry.price else None

    def _links(self, links: Iterable[ShopLink]) -> tuple[Link, ...]:
        return tuple(Link(link.label.say(self._lang), link.url, external=True) for link in links)

    def _wholesale(self, entry: PinEntry) -> WholesaleView | None:
        terms = entry.wholesale
        if terms is None:
            return None
        price = self._material.texts(self._lang).money(terms.price) if terms.price else None
        return WholesaleView(price, terms.minimum, terms.case_pack, terms.lead_weeks)

    def _run(self, run: Run) -> RunView:
        return RunView(
            run.id,
            run.received,
            run.quantity,
            self._person(run.manufacturer),
            said(run.mark, self._lang),
            said(run.note, self._lang),
            self._named(run.image, "card"),
            ranges_said(parse_copies(run.copies or "").numbers, self._material.texts(self._lang)),
        )

    def _inspiration(self, work: Inspiration | None) -> InspirationView | None:
        if work is None:
            return None
        say: Callable[..., Said | None] = said
        lang = self._lang
        return InspirationView(
            work.title.say(lang),
            say(work.creator, lang),
            say(work.date, lang),
            work.object_number,
            say(work.institution, lang),
            say(work.credit_line, lang),
            work.url,
            rights_said(self._material, work.rights, lang),
        )

    def _museum(self, entry: MuseumEntry | None) -> MuseumView | None:
        if entry is None:
            return None
        lang = self._lang
        return MuseumView(
            entry.object_number,
            said(entry.object_name, lang),
            said(entry.date, lang),
            entry.earliest,
            entry.latest,
            said(entry.medium, lang),
            said(entry.credit_line, lang),
            entry.acquired,
            said(entry.location, lang),
            said(entry.inscription, lang),
            said(entry.provenance, lang),
            tuple(one.say(lang) for one in entry.exhibitions),
        )

    def _safety(self, entry: PinEntry) -> SafetyView | None:
        safety, lang = entry.safety, self._lang
        if safety is None:
            return None
        return SafetyView(
            said(safety.responsible, lang), safety.batch, tuple(one.say(lang) for one in safety.warnings)
        )
