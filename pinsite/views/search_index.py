"""What the search page knows: every pin with its words, and the choices to narrow a search by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pinsite.catalogue import Pin, Said, address
from pinsite.files import digest_text
from pinsite.views.glance import glance
from pinsite.views.json_text import compact
from pinsite.views.markdown_text import plain_text
from pinsite.views.material import Material
from pinsite.views.pins import face
from pinsite.views.values import PictureView
from pinsite.views.wording import field_label, status_of, term_label, term_title

#: Choices beside the terms that have pages of their own.
MORE_FIELDS = {"status": "Availability", "series": "Series", "edition": "Edition"}
#: The choices that are shown first.
_FIRST = ("technique", "plating", "status", "series")

Labels = dict[str, dict[str, str]]


def search_fields(material: Material, lang: str) -> tuple[tuple[str, Said], ...]:
    """Return the choices of the search page with their labels, the most wanted first."""
    labels = {folder: field_label(material, folder, lang) for folder in material.catalogue.terms}
    labels |= {name: material.texts(lang).said(label) for name, label in MORE_FIELDS.items()}
    ordered = [name for name in _FIRST if name in labels] + [name for name in labels if name not in _FIRST]
    return tuple((name, labels[name]) for name in ordered)


def search_labels(material: Material, lang: str) -> str:
    """Return the words of all choices as JSON."""
    return compact(_labels(material, lang))


def search_record(material: Material, id: str, lang: str) -> str:
    """Return what the search knows of a pin as JSON."""
    return compact(_record(material, id, lang))


def joined_search(labels: str, records: Iterable[str]) -> Iterator[str]:
    """Walk the parts of the data of the search page."""
    yield f'{{"fields":{labels},"pins":['
    for number, record in enumerate(records):
        yield f",{record}" if number else record
    yield "]}"


def search_path(material: Material, lang: str) -> str:
    """Return where the data of the search page is; the name carries the hash of the content, pins newest first."""
    records = (material.ask("search record", id, lang) for id in material.catalogue.newest_first)
    content = "".join(joined_search(material.ask("search labels", lang), records))
    return f"assets/search-{lang}-{digest_text(content)[:12]}.json"


def _labels(material: Material, lang: str) -> Labels:
    catalogue = material.catalogue
    labels: Labels = {
        folder: {code: term_title(material, folder, code, lang).text for code in terms}
        for folder, terms in catalogue.terms.items()
    }
    statuses = sorted({glance(material, id).status for id in catalogue.pins})
    labels["status"] = {code: term_label(material, "status", code, lang).text for code in statuses}
    labels["series"] = {
        id: catalogue.series[id].entry.title.say(lang).text for id in catalogue.series_in_order
    }
    types = sorted({one.type for id in catalogue.pins for one in glance(material, id).editions})
    labels["edition"] = {code: term_label(material, "edition_type", code, lang).text for code in types}
    return labels


def _record(material: Material, id: str, lang: str) -> dict[str, object]:
    pin = material.catalogue.pins[id]
    title = pin.entry.title.say(lang)
    return {
        "id": id,
        "path": address(material.catalogue, "pin", id, lang),
        "title": title.text,
        "lang": title.lang,
        "summary": pin.entry.summary.say(lang).text if pin.entry.summary else "",
        "text": _words(material, pin, lang),
        "status": material.accounts.statuses[id, None],
        "of": status_of(material, id),
        "picture": _smallest(face(material, pin, "card", lang)),
        "terms": _codes(material, pin),
    }


def _smallest(picture: PictureView | None) -> dict[str, object] | None:
    """Return the smallest JPEG of a picture: results are many, and shown small."""
    if picture is None:
        return None
    src, width = picture.sources[-1].srcset[0]
    height = round(width * picture.height / picture.width)
    return {"src": src, "width": width, "height": height, "alt": picture.alt.text if picture.alt else ""}


def _codes(material: Material, pin: Pin) -> dict[str, list[str]]:
    codes: dict[str, list[str]] = {"status": [material.accounts.statuses[pin.id, None]]}
    for folder, code, _ in material.catalogue.subjects(pin.id):
        codes.setdefault(folder, []).append(code)
    if pin.entry.series in material.catalogue.series:
        codes["series"] = [pin.entry.series or ""]
    types = _edition_types(material, pin.id)
    return codes | {"edition": types} if types else codes


def _edition_types(material: Material, id: str) -> list[str]:
    counted = material.accounts.counted
    keys = [(id, None), *((id, one.id) for one in material.catalogue.pins[id].entry.variants)]
    return list(dict.fromkeys(counted[key].edition.type.value for key in keys if key in counted))


def _words(material: Material, pin: Pin, lang: str) -> str:
    entry = pin.entry
    place = entry.place.name if entry.place else None
    texts = (entry.description, entry.fandom, entry.character, entry.cause, entry.event, place)
    said = [plain_text(text.say(lang).text, material.rendered) for text in texts if text]
    colours = [one.name.say(lang).text for one in entry.colors if one.name]
    return " ".join([*said, *colours, entry.sku or ""]).strip()
