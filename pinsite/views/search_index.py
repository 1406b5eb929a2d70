"""The data of the search page, as questions: drawers of 256 pins, whose texts are kept, and the files joined from them.

Pins are numbered from the oldest on, so that a new one comes last and moves no other. A part of a drawer is a question
of its own: a new description touches the index of words, and neither what results show nor the choices. Words are laid
on shelves drawer by drawer, so that it touches no other shelves than those of the words that came or went. What the
files hold, and why, stands in `pinsite/search/publishing.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from pinsite.colours import FAMILIES
from pinsite.search import (
    CARDS,
    DRAWER,
    FACTS,
    WORDS,
    Codes,
    Files,
    algorithm_of,
    card_files,
    codes_in,
    drawer_text,
    index_file,
    place_of,
    shared_files,
    shelf_of_path,
    word_file,
    word_shelves,
    words_by_shelf,
    words_elsewhere,
    words_on,
    words_size,
)
from pinsite.views.json_text import compact
from pinsite.views.material import Material
from pinsite.views.search_terms import FIELDS, label_of, search_fields, shorthand


def search_order(material: Material) -> tuple[str, ...]:
    """Return all pins as the search numbers them, the newest last."""
    return material.catalogue.newest_first[::-1]


def search_slice(material: Material, number: str) -> tuple[str, ...]:
    """Return the pins of a drawer."""
    first = int(number) * DRAWER
    return tuple(material.ask("search order")[first : first + DRAWER])


def search_drawer(material: Material, number: str, lang: str) -> str:
    """Return a drawer."""
    return drawer_text(material.ask("search record", id, lang) for id in material.ask("search slice", number))


def search_part(material: Material, number: str, lang: str, part: str) -> str:
    """Return a part of a drawer."""
    return str(material.ask("search drawer", number, lang).split("\n")[int(part)])


def _parts(material: Material, lang: str, part: int) -> Iterator[str]:
    for number in _drawers(material):
        yield material.ask("search part", str(number), lang, str(part))


def search_codes(material: Material) -> str:
    """Return the codes that pins bear, choice by choice, as JSON; the text is kept."""
    return compact(codes_in(_parts(material, material.main, FACTS), FIELDS))


def _codes(material: Material) -> Codes:
    codes: Codes = json.loads(material.ask("search codes"))
    return codes


# ── words ────────────────────────────────────────────────────────────────────────────────────────────


def _drawers(material: Material) -> range:
    return range(-(-len(material.ask("search order")) // DRAWER))


def _words_of(material: Material, number: str, lang: str) -> str:
    return str(material.ask("search part", number, lang, str(WORDS)))


def search_size(material: Material, number: str, lang: str) -> str:
    """Return how large the words of a drawer are."""
    return words_size(_words_of(material, number, lang))


def search_shelves(material: Material, lang: str) -> int:
    """Return on how many shelves the words of a language lie."""
    return word_shelves(material.ask("search size", str(number), lang) for number in _drawers(material))


def search_layout(material: Material, number: str, lang: str) -> tuple[str, ...]:
    """Return the words of a drawer, shelf by shelf."""
    return words_by_shelf(_words_of(material, number, lang), material.ask("search shelves", lang))


def search_pile(material: Material, number: str, lang: str, shelf: str) -> str:
    """Return the words that a drawer has for a shelf."""
    return str(material.ask("search layout", number, lang)[int(shelf)])


def search_elsewhere(material: Material, number: str, lang: str) -> str:
    """Return the words of a drawer that lie on other shelves as well, as JSON."""
    return words_elsewhere(_words_of(material, number, lang), material.ask("search shelves", lang))


def search_guests(material: Material, lang: str) -> dict[int, tuple[str, ...]]:
    """Return, for each shelf that has guests, the stems of which forms begin as its own words do."""
    found: dict[int, set[str]] = {}
    for number in _drawers(material):
        for stem, shelves in json.loads(material.ask("search elsewhere", str(number), lang)).items():
            for shelf in shelves:
                found.setdefault(shelf, set()).add(stem)
    return {shelf: tuple(sorted(found[shelf])) for shelf in sorted(found)}


def search_guests_of(material: Material, lang: str, shelf: str) -> tuple[str, ...]:
    """Return the guests of a shelf."""
    return tuple(material.ask("search guests", lang).get(int(shelf), ()))


def search_lines(material: Material, lang: str, shelf: str) -> dict[str, str]:
    """Return the lines of a shelf by stem, without guests."""
    return words_on(material.ask("search pile", str(number), lang, shelf) for number in _drawers(material))


def search_words(material: Material, lang: str, shelf: str) -> tuple[str, str]:
    """Return path and content of a shelf."""
    found, count = dict(material.ask("search lines", lang, shelf)), material.ask("search shelves", lang)
    for stem in material.ask("search guests of", lang, shelf):
        found[stem] = material.ask("search lines", lang, str(place_of(stem, count)))[stem]
    return word_file(lang, int(shelf), found)


def search_words_path(material: Material, lang: str, shelf: str) -> str:
    """Return the path of a shelf; the text is kept."""
    return str(material.ask("search words", lang, shelf)[0])


# ── files ────────────────────────────────────────────────────────────────────────────────────────────


def _cards(material: Material, lang: str) -> Files:
    return card_files(lang, _parts(material, lang, CARDS))


def _index(material: Material, lang: str) -> Files:
    codes = _codes(material)
    shared = _paths(material, "", "shared")
    more = {
        "shades": next(path for path in shared if "-shades-" in path),
        "labels": _labels(material, codes, lang),
        "shorthand": shorthand(material, codes, lang),
        "synonyms": {word: list(others) for word, others in material.catalogue.site.synonyms.items()},
        "swatches": {name: samples[0] for name, samples in FAMILIES.items()},
        "stems": _stemmers((lang, material.main)),
    }
    return index_file(lang, _paths(material, lang, "cards"), _paths(material, lang, "words"), more)


def _labels(material: Material, codes: Codes, lang: str) -> dict[str, list[object]]:
    """Return what each choice is called, and what its codes are called."""
    labels = {field.name: field.label.text for field in search_fields(material, lang)}
    return {
        name: [labels[name], [label_of(material, name, code, lang).text for code in every]]
        for name, every in codes.items()
    }


def _stemmers(languages: tuple[str, ...]) -> list[str]:
    return [name for name in dict.fromkeys(map(algorithm_of, languages)) if name]


def _shared(material: Material, _: str) -> Files:
    stemmers = _stemmers(material.catalogue.site.languages)
    return shared_files(_parts(material, material.main, FACTS), _codes(material), stemmers)


#: The files by group: those of a language, and those that all languages share. Words are made shelf by shelf.
_GROUPS: dict[str, Callable[[Material, str], Files]] = {
    "cards": _cards,
    "index": _index,
    "shared": _shared,
}


def search_files(material: Material, lang: str, group: str) -> Files:
    """Return a group of files by their paths."""
    return _GROUPS[group](material, lang)


def search_names(material: Material, lang: str, group: str) -> str:
    """Return the paths of a group, as JSON; the text is kept, so that a plan needs no file."""
    if group != "words":
        return compact(list(material.ask("search files", lang, group)))
    shelves = range(material.ask("search shelves", lang))
    return compact([material.ask("search words path", lang, str(shelf)) for shelf in shelves])


def search_file(material: Material, lang: str, group: str, path: str) -> str:
    """Return the content of a file."""
    if group == "words":
        return str(material.ask("search words", lang, str(shelf_of_path(path)))[1])
    return str(material.ask("search files", lang, group)[path])


def _paths(material: Material, lang: str, group: str) -> tuple[str, ...]:
    return tuple(json.loads(material.ask("search names", lang, group)))


def search_paths(material: Material) -> Iterator[tuple[str, str, str]]:
    """Walk all files: the language (empty for those that all share), the group and the path."""
    for lang in ("", *material.catalogue.site.languages):
        for group in ("cards", "words", "index") if lang else ("shared",):
            yield from ((lang, group, path) for path in _paths(material, lang, group))


def search_scripts(material: Material, lang: str) -> tuple[str, ...]:
    """Return the paths of what the search page of a language loads at once: columns, stemmers, and its index."""
    wanted = ("columns", *(f"stem-{name}" for name in _stemmers((lang, material.main))))
    starts = tuple(f"assets/search-{name}-" for name in wanted)
    shared = (path for path in _paths(material, "", "shared") if path.startswith(starts))
    return (*shared, *_paths(material, lang, "index"))
