"""Lists: which pins, stories and terms stand together, and in which order. Ids only, no content."""

from __future__ import annotations

from itertools import chain

from msgspec import Struct

from pinsite.catalogue import TERM_FIELDS, VOCABULARY_OF, PinEntry, Said, address, section, subjects
from pinsite.colours import FAMILIES
from pinsite.views.glance import glance
from pinsite.views.material import Material
from pinsite.views.values import Link, TermView
from pinsite.views.wording import field_label, term_note, term_title

#: How many pins a pin page shows as related.
RELATED = 6

#: How many pins of its own series a pin page shows.
NEARBY = 12

#: Fields that say little about likeness: nearly all pins of a site share them.
_COMMON = ("designer", "year", "metal", "colours")


class Slice(Struct, frozen=True):
    """One page of a list: its ids, how many pages there are, and how many members in all."""

    ids: tuple[str, ...]
    pages: int
    count: int
    first: int


class FacetTerm(Struct, frozen=True):
    """A term with the number of its pins."""

    label: Said
    path: str
    count: int


class Facet(Struct, frozen=True):
    """A field to browse by, with its terms, the most common first."""

    field: str
    label: Said
    path: str
    terms: tuple[FacetTerm, ...]


def members_of(material: Material, name: str) -> tuple[str, ...]:
    """Return all members of a list: `pins`, `stories`, or the pins of a term (`plating/gold`)."""
    catalogue = material.catalogue
    if name == "pins":
        return catalogue.newest_first
    if name == "stories":
        return catalogue.stories_newest_first
    folder, _, code = name.partition("/")
    term = catalogue.terms.get(folder, {}).get(code)
    return tuple(term.pins) if term else ()


def page_count(material: Material, name: str) -> int:
    """Return how many pages a list has; an empty one still has one."""
    size = material.catalogue.site.paginate
    return max(1, -(-len(members_of(material, name)) // size))


def slice_of(material: Material, name: str, number: int) -> Slice:
    """Return one page of a list, counted from 1."""
    members, size = members_of(material, name), material.catalogue.site.paginate
    first = (number - 1) * size
    return Slice(members[first : first + size], page_count(material, name), len(members), first + 1)


def related(material: Material, id: str) -> tuple[str, ...]:
    """Return up to six pins like this one: those it names, then those that share its rarest terms.

    Pins of its own series stand elsewhere on the page and are left out unless it names them.
    """
    catalogue = material.catalogue
    pin = catalogue.pins[id]
    found = dict.fromkeys(one for one in pin.entry.related if one != id and one in catalogue.pins)
    if len(found) >= RELATED:
        return tuple(found)[:RELATED]
    skip = {id, *catalogue.members.get(pin.entry.series or "", ())}
    for pins in _like(material, pin.entry):
        for other in pins:
            if other not in skip:
                found[other] = None
            if len(found) >= RELATED:
                return tuple(found)
    return tuple(found)


def _like(material: Material, entry: PinEntry) -> list[list[str]]:
    """Return the pins of each telling term that a pin bears, those of the rarest term first."""
    terms = material.catalogue.terms
    borne = {
        (name, code) for name, code, _ in subjects(entry, material.catalogue.site) if name not in _COMMON
    }
    found = sorted((len(terms[name][code].pins), name, code) for name, code in borne)
    return [terms[name][code].pins for _, name, code in found]


def neighbours(material: Material, id: str) -> tuple[str | None, str | None]:
    """Return the pins before and after one in its series."""
    members = material.catalogue.members.get(material.catalogue.pins[id].entry.series or "", ())
    return _around(members, id)


def nearby(material: Material, id: str) -> tuple[str, ...]:
    """Return up to twelve other pins of a pin's series, those that stand nearest to it, in the order of the series.

    Not all of them: a series of a thousand pins would make a thousand pages of a thousand cards.
    """
    members = material.catalogue.members.get(material.catalogue.pins[id].entry.series or "", ())
    if id not in members:
        return ()
    at = members.index(id)
    first = max(0, min(at - NEARBY // 2, len(members) - NEARBY - 1))
    return tuple(one for one in members[first : first + NEARBY + 1] if one != id)


def story_neighbours(material: Material, id: str) -> tuple[str | None, str | None]:
    """Return the newer and the older story."""
    return _around(material.catalogue.stories_newest_first, id)


def _around(members: tuple[str, ...], id: str) -> tuple[str | None, str | None]:
    if id not in members:
        return None, None
    at = members.index(id)
    return members[at - 1] if at else None, members[at + 1] if at + 1 < len(members) else None


def featured(material: Material) -> str | None:
    """Return the pin for the home page: the one that the theme's option names, else the newest with a picture."""
    pins = material.catalogue.pins
    named = material.option("featured")
    if named in pins:
        return named
    shown = [id for id in material.catalogue.newest_first if glance(material, id).has_picture]
    ready = (id for id in shown if glance(material, id).status not in ("upcoming", "sold-out", "preorder"))
    return next(chain(ready, shown, material.catalogue.newest_first), None)


def facets(material: Material, lang: str) -> tuple[Facet, ...]:
    """Return the fields to browse by, with counts."""
    return tuple(
        _facet(material, folder, lang) for folder in TERM_FIELDS if folder in material.catalogue.terms
    )


def _facet(material: Material, folder: str, lang: str) -> Facet:
    terms = sorted(material.catalogue.terms[folder].values(), key=lambda term: (-len(term.pins), term.code))
    shown = tuple(
        FacetTerm(
            term_title(material, folder, term.code, lang),
            section(material.catalogue, f"{folder}/{term.code}", lang),
            len(term.pins),
        )
        for term in terms
    )
    return Facet(
        folder, field_label(material, folder, lang), section(material.catalogue, folder, lang), shown
    )


def term_view(material: Material, folder: str, code: str, lang: str) -> TermView | None:
    """Return a term with its page, or None where no published pin bears it."""
    term = material.catalogue.terms.get(folder, {}).get(code)
    if term is None:
        return None
    note = term_note(material, VOCABULARY_OF[folder], code, lang) if folder in VOCABULARY_OF else None
    return TermView(
        folder,
        field_label(material, folder, lang),
        code,
        term_title(material, folder, code, lang),
        note,
        section(material.catalogue, f"{folder}/{code}", lang),
        len(term.pins),
        FAMILIES[code][0] if folder == "colours" else None,
    )


def term_views(material: Material, folder: str, lang: str) -> tuple[TermView, ...]:
    """Return all terms of a folder, by label."""
    codes = material.catalogue.terms.get(folder, {})
    views = (term_view(material, folder, code, lang) for code in codes)
    return tuple(
        sorted((view for view in views if view), key=lambda view: (view.label.text.casefold(), view.code))
    )


def menu_link(material: Material, url: str, label: Said | None, lang: str) -> Link:
    """Return an entry of the menu: a section, a page, or an address."""
    catalogue, texts = material.catalogue, material.texts(lang)
    page = address(catalogue, "page", url, lang)
    if page is not None:
        return Link(label or catalogue.pages[url].entry.title.say(lang), page)
    sections = {
        "pins": "Pins",
        "series": "Series",
        "stories": "Stories",
        "editions": "Editions",
        "search": "Search",
        "collection": "My collection",
        "board": "Board",
    }
    if url in sections:
        return Link(label or texts.said(sections[url]), section(catalogue, url, lang))
    if url in TERM_FIELDS:
        return Link(label or field_label(material, url, lang), section(catalogue, url, lang))
    external = ":" in url
    return Link(label or Said(url, lang), url if external else url.strip("/") + "/", external)
