"""schema.org descriptions as JSON-LD; availability comes from the same numbers as the counter.

`Product` is only said where there is an offer: a pin without a price is an artwork and nothing more.
"""

from __future__ import annotations

from collections.abc import Callable

from pinsite.catalogue import Person, PinEntry, Size, Variant, address, home
from pinsite.editions import Snapshot
from pinsite.views.json_text import compact
from pinsite.views.markdown_text import plain_text
from pinsite.views.material import Material
from pinsite.views.pins import face
from pinsite.views.records import edition_record
from pinsite.views.values import PictureView
from pinsite.views.wording import term_label

Data = dict[str, object]

_AVAILABILITY = {
    "available": "InStock",
    "low-stock": "LimitedAvailability",
    "sold-out": "SoldOut",
    "preorder": "PreOrder",
    "in-production": "PreSale",
    "upcoming": "PreOrder",
    "in-person-only": "InStoreOnly",
    "made-to-order": "MadeToOrder",
    "reserved": "Reserved",
    "retired": "Discontinued",
    "vaulted": "Discontinued",
}


def for_script(data: Data) -> str:
    """Return JSON that can stand in a script element."""
    text = compact(data)
    return (
        text.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
    )


def pin_data(material: Material, id: str, lang: str, whole: Callable[[str], str]) -> Data:
    """Describe a pin; `whole` turns a site path into the most complete address that can be given."""
    pin = material.catalogue.pins[id]
    entry = pin.entry
    path = address(material.catalogue, "pin", id, lang) or ""
    picture = face(material, pin, "pin", lang)
    title = entry.title.say(lang)
    data: Data = {
        "@context": "https://schema.org",
        "@type": _types(entry),
        "url": whole(path),
        "name": title.text,
        "inLanguage": title.lang,
        "artform": "enamel pin",
        "description": _description(material, entry, lang),
        "image": _image(material, picture, whole) if picture else None,
        "creator": _people(material, entry),
        "dateCreated": entry.released.text if entry.released else None,
        "artMedium": [str(term_label(material, "technique", code, lang)) for code in entry.technique] or None,
        "material": [str(term_label(material, "base_metal", code, lang)) for code in entry.base_metal]
        or None,
        "sku": entry.sku,
        "keywords": list(entry.tags) or None,
        "artEdition": _size_of_edition(material, id),
        "isPartOf": _series(material, entry, lang, whole),
        **_measures(entry.size),
        "offers": _offer(material, id, entry, whole(path)),
        "hasVariant": _variants(material, id, entry, lang, whole(path)),
    }
    return {key: value for key, value in data.items() if value is not None}


def _types(entry: PinEntry) -> str | list[str]:
    """Say `Product` where there is an offer, and `ProductGroup` where variants have offers of their own."""
    if any(one.price for one in entry.variants):
        return ["VisualArtwork", "Product", "ProductGroup"]
    return ["VisualArtwork", "Product"] if entry.price else "VisualArtwork"


def _variants(material: Material, id: str, entry: PinEntry, lang: str, url: str) -> list[Data] | None:
    """Describe the colourways that have an offer of their own, each with its own edition."""
    told = edition_record(material, id)
    numbers = told["variants"] if told else {}
    found = []
    for one in entry.variants:
        edition = numbers.get(one.id)
        data: Data = {
            "@type": ["VisualArtwork", "Product"],
            "name": f"{entry.title.say(lang)}, {one.title.say(lang)}",
            "url": f"{url}#variant-{one.id}",
            "sku": one.sku,
            "artEdition": edition["size"] if edition and edition["type"] != "open" else None,
            "offers": _offer_of(material, id, one, edition, f"{url}#variant-{one.id}"),
        }
        if one.price:
            found.append({key: value for key, value in data.items() if value is not None})
    return found or None


def _description(material: Material, entry: PinEntry, lang: str) -> str | None:
    if entry.summary:
        return entry.summary.say(lang).text
    if entry.description is None:
        return None
    return plain_text(entry.description.say(lang).text, material.rendered)[:300]


def _image(material: Material, picture: PictureView, whole: Callable[[str], str]) -> Data:
    site = material.catalogue.site
    data: Data = {"@type": "ImageObject", "contentUrl": whole(picture.src)}
    if picture.rights and picture.rights.uri:
        data["license"] = picture.rights.uri
    if picture.credit or site.author:
        data["creditText"] = str(picture.credit or (site.author and site.author.name))
    if site.author:
        data["creator"] = {"@type": "Person", "name": str(site.author.name)}
        data["copyrightNotice"] = f"© {site.author.name}"
    return data


def _people(material: Material, entry: PinEntry) -> list[Data] | None:
    people = material.catalogue.site.credited(entry.designer)
    return [_person(one) for one in people if one.publish] or None


def _person(person: Person) -> Data:
    data: Data = {"@type": "Person", "name": str(person.name)}
    return data | {"url": person.url} if person.url else data


def _size_of_edition(material: Material, id: str) -> int | None:
    edition = edition_record(material, id)
    return edition["size"] if edition and edition["type"] != "open" else None


def _series(material: Material, entry: PinEntry, lang: str, whole: Callable[[str], str]) -> Data | None:
    path = address(material.catalogue, "series", entry.series, lang) if entry.series else None
    if entry.series is None or path is None:
        return None
    title = material.catalogue.series[entry.series].entry.title.say(lang).text
    return {"@type": "Collection", "name": title, "url": whole(path)}


def _measures(size: Size | None) -> Data:
    if size is None:
        return {}
    sides = {"width": size.width, "height": size.height, "depth": size.thickness}
    return {
        name: {"@type": "QuantitativeValue", "value": float(side), "unitCode": "MMT"}
        for name, side in sides.items()
        if side is not None
    }


def _offer(material: Material, id: str, entry: PinEntry, url: str) -> Data | None:
    return _offer_of(material, id, entry, edition_record(material, id), url)


def _offer_of(
    material: Material, id: str, entry: PinEntry | Variant, edition: Snapshot | None, url: str
) -> Data | None:
    """Describe the offer of a pin or a variant, with the numbers that its counter shows."""
    if entry.price is None:
        return None
    offer: Data = {
        "@type": "Offer",
        "price": str(entry.price.amount),
        "priceCurrency": entry.price.currency,
        "url": url,
    }
    variant = entry.id if isinstance(entry, Variant) else None
    availability = _AVAILABILITY.get(material.accounts.statuses[id, variant])
    if availability:
        offer["availability"] = f"https://schema.org/{availability}"
    if edition and edition["available"] is not None:
        offer["inventoryLevel"] = {"@type": "QuantitativeValue", "value": edition["available"]}
    if entry.shop:
        offer["url"] = entry.shop[0].url
    return offer


def site_data(material: Material, lang: str, whole: Callable[[str], str]) -> Data:
    """Describe the site, for its home page."""
    site = material.catalogue.site
    data: Data = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": site.title.say(lang).text,
        "url": whole(""),
        "inLanguage": lang,
    }
    if site.description:
        data["description"] = site.description.say(lang).text
    if site.author:
        data["author"] = {"@type": "Person", "name": str(site.author.name)}
    return data


def story_data(material: Material, id: str, lang: str, whole: Callable[[str], str]) -> Data:
    """Describe a story."""
    story = material.catalogue.stories[id]
    entry = story.entry
    people = material.catalogue.site.credited(entry.author)
    data: Data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": entry.title.say(lang).text,
        "url": whole(address(material.catalogue, "story", id, lang) or ""),
        "inLanguage": story.lang,
        "description": entry.summary.say(lang).text if entry.summary else None,
        "datePublished": entry.date.text if entry.date else None,
        "dateModified": entry.updated.text if entry.updated else None,
        "author": [{"@type": "Person", "name": str(one.name)} for one in people if one.publish] or None,
    }
    return {key: value for key, value in data.items() if value is not None}


def pin_script(material: Material, id: str, lang: str) -> str:
    """Return the description of a pin, ready for its page."""
    return for_script(
        pin_data(material, id, lang, _whole(material, address(material.catalogue, "pin", id, lang) or ""))
    )


def story_script(material: Material, id: str, lang: str) -> str:
    """Return the description of a story, ready for its page."""
    path = address(material.catalogue, "story", id, lang) or ""
    return for_script(story_data(material, id, lang, _whole(material, path)))


def site_script(material: Material, lang: str) -> str:
    """Return the description of the site, ready for its home page."""
    return for_script(site_data(material, lang, _whole(material, home(material.catalogue, lang))))


def _whole(material: Material, page: str) -> Callable[[str], str]:
    """Return the function that completes site paths: whole where the site knows its address, else from the page."""
    base = material.catalogue.site.base_url
    start = base if base is not None else "../" * page.count("/") or "./"
    return lambda path: start + path
