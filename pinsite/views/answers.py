"""Every question that a page can ask of the catalogue, and the function that answers it.

The first word of a key names the question, the others are its arguments. This table is the whole of what a
target can depend on; the judge asks it again with the same keys.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from pinsite.catalogue import address
from pinsite.freshness import GONE, Key, digest_of
from pinsite.views import (
    collecting,
    documents,
    edition_register,
    feeds,
    linked_data,
    lists,
    pins,
    records,
    search_index,
    search_record,
    search_terms,
    site_views,
)
from pinsite.views.blocks import block_digest, block_names
from pinsite.views.counters import counter
from pinsite.views.cutouts import cutout
from pinsite.views.edition_news import edition_news
from pinsite.views.freshness import freshness
from pinsite.views.glance import glance_text
from pinsite.views.material import Material
from pinsite.views.number_register import large_registers, number_register
from pinsite.views.outlines import outline_of
from pinsite.views.pocket import pocket
from pinsite.views.preorders import preorder_ids, preorder_view
from pinsite.views.sitemap import pictures_of_page, sitemap_entries
from pinsite.views.social import social_card
from pinsite.views.source_answers import PLAIN, SOURCES, WHOLES, answer_source
from pinsite.views.summary import summary_text
from pinsite.views.wording import field_label, word

_Answer = Callable[..., object]

_QUESTIONS: dict[str, _Answer] = {
    "site": site_views.site_view,
    "intro": site_views.intro,
    "languages": lambda m: m.catalogue.site.languages,
    "option": lambda m, name: m.chain.options[name].value(m.options[name]),
    "texts": lambda m, lang: m.texts_unnoted(lang).fingerprint(),
    "template": lambda m, name: m.chain.template_digest(name),
    "block": block_digest,
    "blocks": block_names,
    "asset": lambda m, name: m.assets.get(name),
    "asset content": lambda m, name: m.asset_contents.get(name),
    "card": pins.card,
    "pin": pins.pin_view,
    "variants": pins.variant_views,
    "counter": lambda m, id, variant, lang: counter(m, id, variant or None, lang),
    "picture": lambda m, id, wish, lang: (
        pins.face(m, m.catalogue.pins[id], wish, lang) if id in m.catalogue.pins else None
    ),
    "social": social_card,
    "outline": outline_of,
    "cutout": lambda m, id, variant, wish, lang: cutout(m, id, variant or None, wish, lang),
    "pocket": pocket,
    "neighbours": lists.neighbours,
    "related": lists.related,
    "series": documents.series_view,
    "series card": documents.series_card,
    "nearby": lists.nearby,
    "address": lambda m, kind, id, lang: address(m.catalogue, kind, id, lang),
    "field": field_label,
    "word": word,
    "series list": lambda m: m.catalogue.series_in_order,
    "members": lambda m, id: m.catalogue.members.get(id, ()),
    "document": documents.document_view,
    "story": documents.story_card,
    "story neighbours": lists.story_neighbours,
    "stories of pin": lambda m, id: m.catalogue.stories_of_pin.get(id, ()),
    "stories of series": lambda m, id: m.catalogue.stories_of_series.get(id, ()),
    "pins of story": lambda m, id: tuple(
        one for one in m.catalogue.stories[id].entry.pins if one in m.catalogue.pins
    ),
    "newest": lambda m, count: m.catalogue.newest_first[: int(count)],
    "newest stories": lambda m, count: m.catalogue.stories_newest_first[: int(count)],
    "count": lambda m: len(m.catalogue.pins),
    "glance": glance_text,
    "featured": lists.featured,
    "slice": lambda m, name, number: lists.slice_of(m, name, int(number)),
    "facets": lists.facets,
    "term": lists.term_view,
    "terms": lists.term_views,
    "register": lambda m, number: edition_register.register_slice(m, int(number)),
    "register rows": edition_register.register_rows,
    "register row": edition_register.register_row,
    "register choices": edition_register.register_choices,
    "register index": edition_register.register_index,
    "register as of": edition_register.register_as_of,
    "numbers": lambda m, id, variant, lang: number_register(m, id, variant or None, lang),
    "large registers": large_registers,
    "preorders": preorder_ids,
    "preorder": preorder_view,
    "fresh": freshness,
    "edition news": edition_news,
    "edition": records.edition_text,
    "record json": records.record_text,
    "row text": records.row_text,
    "linked pin": linked_data.pin_script,
    "linked story": linked_data.story_script,
    "linked site": linked_data.site_script,
    "feed": feeds.feed_items,
    "search fields": search_terms.search_fields,
    "search record": search_record.search_record,
    "search order": search_index.search_order,
    "search slice": search_index.search_slice,
    "search drawer": search_index.search_drawer,
    "search part": search_index.search_part,
    "search codes": search_index.search_codes,
    "search size": search_index.search_size,
    "search shelves": search_index.search_shelves,
    "search layout": search_index.search_layout,
    "search pile": search_index.search_pile,
    "search elsewhere": search_index.search_elsewhere,
    "search guests": search_index.search_guests,
    "search guests of": search_index.search_guests_of,
    "search lines": search_index.search_lines,
    "search words": search_index.search_words,
    "search words path": search_index.search_words_path,
    "search files": search_index.search_files,
    "search names": search_index.search_names,
    "search scripts": search_index.search_scripts,
    "search file": search_index.search_file,
    "summary": summary_text,
    "sitemap": sitemap_entries,
    "pictures of page": pictures_of_page,
    "collectable": collecting.collectable,
    "outlines": collecting.outlines,
    "collectable series": collecting.collectable_series,
    "shelf count": collecting.shelf_count,
    "shelves": collecting.shelves,
    "shelf": lambda m, number: collecting.shelf(m, int(number)),
    "all pins": lambda m: m.catalogue.newest_first,
    "all editions": lambda m: tuple(sorted(m.counted_pins)),
}


#: Questions whose answers are texts that large files are joined from: they are kept between builds.
WORTH_KEEPING = frozenset(
    {
        "blocks",
        "collectable",
        "edition",
        "glance",
        "outlines",
        "record json",
        "row text",
        "search record",
        "search codes",
        "search drawer",
        "search elsewhere",
        "search names",
        "search pile",
        "search size",
        "search words path",
        "pictures of page",
        "summary",
    }
)


#: Questions about one page alone: their answers are let go once it is made.
PRIVATE = frozenset(
    (
        "pin",
        "variants",
        "counter",
        "linked pin",
        "neighbours",
        "nearby",
        "related",
        "document",
        "linked story",
        "numbers",
        "preorder",
        "register row",
    )
)


class Answers:
    """Answers questions about one state of the catalogue."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._wholes: dict[str, str] = {}

    def digest_of_plain(self, key: Key) -> str | None:
        """Return the digest of a source that asks nothing in its turn, so that nothing has to be noted; else None."""
        if key[0] not in PLAIN:
            return None
        try:
            return digest_of(SOURCES[key[0]](self._material, *key[1:]))
        except LookupError:
            return GONE

    @property
    def wholes(self) -> Collection[str]:
        """Return the questions whose answers have a digest together."""
        return WHOLES.keys()

    def digest_of_whole(self, question: str) -> str | None:
        """Return the digest of all answers to a question together; None where they have to be asked one by one."""
        if question not in self._wholes and question in WHOLES:
            self._wholes[question] = digest_of(WHOLES[question](self._material))
        return self._wholes.get(question)

    def __call__(self, key: Key) -> object:
        """Return the answer to a key."""
        if key[0].startswith("="):
            return answer_source(self._material, key)
        return _QUESTIONS[key[0]](self._material, *key[1:])

    @property
    def names(self) -> frozenset[str]:
        """Return the first words of all keys."""
        return frozenset(_QUESTIONS) | SOURCES.keys()


def describe(key: Key) -> str:
    """Say in words what a key asks."""
    name, rest = key[0], [word for word in key[1:] if word]
    return " ".join([f"the {name}", *(f"`{word}`" for word in rest)])
