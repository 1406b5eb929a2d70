"""What the search knows of one pin, as one text that is kept between builds: its card, its choices, its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pinsite.catalogue import LocalText, Pin, Said, every_colour, every_image
from pinsite.search import fold, stems_of, words_in
from pinsite.views.json_text import compact
from pinsite.views.markdown_text import plain_text
from pinsite.views.material import Material
from pinsite.views.search_terms import PACKAGING, PROOFS, also_written, codes_of, label_of, longest
from pinsite.views.values import Card, PictureView

_SHADES = 5  # colours of a pin that are compared with a wanted one


def search_record(material: Material, id: str, lang: str) -> str:
    """Return what the search knows of a pin, as JSON: card, choices, words of its names, other words."""
    pin = material.catalogue.pins[id]
    codes = codes_of(material, pin)
    names = dict.fromkeys(_words(_names(pin, material), material, lang))
    others = {
        one: None for one in _words(_texts(material, pin, codes, lang), material, lang) if one not in names
    }
    price = pin.entry.price
    facts = {
        "codes": codes,
        "side": float(longest(pin) or 0),
        "price": [int(price.amount * 100), price.currency] if price else None,
        "shades": material.catalogue.shades(id)[:_SHADES],
    }
    return compact([_card(material.ask("card", id, lang), lang), facts, list(names), list(others)])


def _card(card: Card, lang: str) -> list[object]:
    """Return what a result shows; the title's language only where it is another one."""
    return [
        card.id,
        card.path,
        card.title.text,
        "" if card.title.lang == lang else card.title.lang,
        _smallest(card.picture),
        card.status,
        card.status_of,
        "\u00a0· ".join(str(one) for one in (card.edition_line, card.year) if one),
        card.price or "",
    ]


def _smallest(picture: PictureView | None) -> list[object]:
    """Return the smallest file of a picture, and its words: results are many, and shown small."""
    return [*picture.smallest, picture.alt.text if picture.alt else ""] if picture else []


def _words(texts: Iterable[Said], material: Material, lang: str) -> Iterator[str]:
    """Walk the words of some texts, each as `form` or, where they differ, `form/stem`, both folded."""
    known = (lang, material.main)
    for text in texts:
        # A third language has no stemmer on the page: its words stand for themselves.
        stem = stems_of(text.lang) if text.lang in known else fold
        for word in words_in(text.text):
            form, root = fold(word), stem(word)
            yield form if form == root else f"{form}/{root}"


def _names(pin: Pin, material: Material) -> Iterator[Said]:
    """Walk the names of a pin in every language: collectors know a pin by any of them."""
    for title in (pin.entry.title, *(one.title for one in pin.entry.variants)):
        yield from (Said(text, lang) for lang, text in title.texts)
    for sku in (pin.entry.sku, *(one.sku for one in pin.entry.variants)):
        if sku:
            yield Said(sku, material.main)


def _texts(material: Material, pin: Pin, codes: dict[str, list[str]], lang: str) -> Iterator[Said]:
    for text in _written(pin):
        yield text.say(lang)
    for markdown in (pin.entry.description,):
        if markdown:
            said = markdown.say(lang)
            yield Said(plain_text(said.text, material.rendered), said.lang)
    for field, borne in codes.items():
        for code in borne if field != "size" else ():
            yield label_of(material, field, code, lang)
            yield from (Said(one, "en") for one in also_written(field, code))
    yield from _terms_of_trade(material, pin, lang)


def _written(pin: Pin) -> Iterator[LocalText]:
    """Walk what the author wrote of a pin, in plain words."""
    entry, museum, work, mark = pin.entry, pin.entry.museum, pin.entry.inspired_by, pin.entry.backstamp
    people = [one for one in (*entry.collaborators, entry.manufacturer) if one and one.publish]
    found = [
        entry.summary,
        *(one.summary for one in entry.variants),
        entry.packaging,
        mark.text if mark else None,
        *(one.alt for one in every_image(entry)),
        *(one.caption for one in every_image(entry)),
        *(one.name for one in every_colour(entry)),
        *(one.name for one in people),
        *((museum.object_name, museum.medium, museum.inscription, museum.credit_line) if museum else ()),
        *((work.title, work.creator, work.institution) if work else ()),
    ]
    return (one for one in found if one)


def _terms_of_trade(material: Material, pin: Pin, lang: str) -> Iterator[Said]:
    """Walk what collectors and museums look a pin up by: numbers, sizes of editions, kinds of proofs."""
    entry = pin.entry
    editions = [one for one in (entry.edition, *(variant.edition for variant in entry.variants)) if one]
    kinds = [kind for edition in editions for kind in edition.proofs]
    yield from (Said(str(one.size), lang) for one in editions if one.size)
    yield from (Said(kind, "en") for kind in kinds)
    if any(kind in PROOFS.split() for kind in kinds):
        yield material.texts(lang).said("Artist's proof")
    if entry.packaging:
        yield Said(PACKAGING, "en")
    yield from (Said(one.pantone, lang) for one in entry.colors if one.pantone)
    for number in (
        entry.museum and entry.museum.object_number,
        entry.inspired_by and entry.inspired_by.object_number,
    ):
        if number:
            yield Said(number, lang)
