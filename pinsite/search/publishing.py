"""The files of a search: small scripts that a browser fetches when it needs them.

Records are numbered and lie in drawers of 256, each a text that can be kept. Of a language there are `index` (labels,
and the hashes in the names of all other files), `pins-N` (what results show, sixteen a file), `words-N` (the index of
words, by their first letters) and `titles` (the order by title); all languages share `columns` (the choices of every
record), `shades` (their colours), and the stemmers.

Scripts and not JSON, because a page that was opened as a file may fetch nothing else. The names carry hashes of the
content, because files that do not fit each other would find the wrong records.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from pinsite.files import digest_text
from pinsite.search.folding import fold
from pinsite.search.index import Fragment, fragments, guests, laid_out, lines, place_of, shelves_for, sizes
from pinsite.search.packing import lists_packed, packed
from pinsite.search.transcription import stemmer_script

#: How many records lie in a file of results.
BLOCK = 16
_LEVELS = 8  # steps by which colours are rounded: less is not seen in a search

Files = dict[str, str]
Codes = Mapping[str, Sequence[str]]
#: The parts of a drawer in the order of its lines: what results show, the choices, the fragment of the index of words.
CARDS, FACTS, WORDS = range(3)

_FRAGMENTS = msgspec.json.Decoder(list[Fragment])


def drawer_text(records: Iterable[str]) -> str:
    """Return a drawer of records, a line each part. A record is JSON: card, facts, words of its names, other words."""
    read = [msgspec.json.decode(record) for record in records]
    words = fragments([(_pairs(names), _pairs(others)) for _, _, names, others in read])
    return "\n".join(map(_json, ([one[0] for one in read], [one[1] for one in read], words)))


def _pairs(words: Iterable[str]) -> list[tuple[str, str]]:
    return [(form, stem or form) for form, _, stem in (word.partition("/") for word in words)]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _joined(parts: Iterable[str]) -> list[Any]:
    return [one for part in parts for one in msgspec.json.decode(part)]


def codes_in(facts: Iterable[str], order: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the codes that records bear, choice by choice, sorted: their places are the numbers in `columns`."""
    found: dict[str, set[str]] = {}
    for one in _joined(facts):
        for name, codes in one["codes"].items():
            found.setdefault(name, set()).update(codes)
    return {name: tuple(sorted(found[name])) for name in order if found.get(name)}


def card_files(lang: str, parts: Iterable[str]) -> Files:
    """Return what results show, sixteen a file, and the order by title, which is the last."""
    cards = _joined(parts)
    blocks = [_json(cards[at : at + BLOCK]) for at in range(0, len(cards), BLOCK)]
    ranked = sorted(range(len(cards)), key=lambda number: (fold(cards[number][2].lower()), number))
    files = [_file(f"{lang}-pins-{number}", f"pins[{number}]={block}") for number, block in enumerate(blocks)]
    return dict([*files, _file(f"{lang}-titles", f"titles={_json(packed(ranked))}")])


def words_size(words: str) -> str:
    """Return how large the words of a drawer are, as `places words`, in characters."""
    return "{} {}".format(*sizes(_FRAGMENTS.decode(words)))


def word_shelves(drawers: Iterable[str]) -> int:
    """Return on how many shelves words lie of which these are the sizes, drawer by drawer."""
    return shelves_for([(int(places), int(words)) for places, words in map(str.split, drawers)])


def words_by_shelf(words: str, count: int) -> tuple[str, ...]:
    """Return the words of a drawer, shelf by shelf."""
    return tuple(map(_json, laid_out(_FRAGMENTS.decode(words), count)))


def words_elsewhere(words: str, count: int) -> str:
    """Return the words of a drawer that lie on other shelves as well, with these."""
    return _json(guests(_FRAGMENTS.decode(words), count))


def words_on(drawers: Iterable[str]) -> dict[str, str]:
    """Return the lines of a shelf by stem, from what each drawer has for it."""
    return lines(map(_FRAGMENTS.decode, drawers))


def word_file(lang: str, shelf: int, found: Mapping[str, str]) -> tuple[str, str]:
    """Return path and content of a shelf."""
    text = "\n".join([found[stem] for stem in sorted(found)])
    return _file(f"{lang}-words-{shelf}", f"words[{shelf}]={_json(text)}")


def word_files(lang: str, drawers: Sequence[str]) -> Files:
    """Return all shelves at once, from the words of all drawers; a build makes them one by one, as it needs them."""
    count = word_shelves(map(words_size, drawers))
    piles = [words_by_shelf(words, count) for words in drawers]
    found = [words_on(pile[shelf] for pile in piles) for shelf in range(count)]
    shelves = [dict(one) for one in found]
    for words in drawers:
        for stem, others in json.loads(words_elsewhere(words, count)).items():
            for shelf in others:
                shelves[shelf][stem] = found[place_of(stem, count)][stem]
    return dict(word_file(lang, shelf, one) for shelf, one in enumerate(shelves))


def shelf_of_path(path: str) -> int:
    """Return the number of the shelf that a file holds."""
    return int(path.rpartition("-")[0].rpartition("-")[2])


def index_file(lang: str, cards: Iterable[str], words: Iterable[str], more: Mapping[str, object]) -> Files:
    """Return the index of a language: the hashes in the names of its other files, and `more`."""
    *pins, titles = map(_hash, cards)
    index = {
        "lang": lang,
        "block": BLOCK,
        "pins": pins,
        "words": list(map(_hash, words)),
        "titles": titles,
        **more,
    }
    return dict([_file(f"{lang}-index", f"index={_json(index)}")])


def _hash(path: str) -> str:
    return path.rpartition("-")[2].removesuffix(".js")


def _file(name: str, content: str) -> tuple[str, str]:
    text = f"pinsiteSearch.{content};\n"
    return f"assets/search-{name}-{digest_text(text)[:8]}.js", text


def shared_files(parts: Iterable[str], codes: Codes, algorithms: Iterable[str]) -> Files:
    """Return the files that all languages share: `columns`, `shades`, and the stemmers."""
    facts = _joined(parts)
    numbers = {name: {code: number for number, code in enumerate(every)} for name, every in codes.items()}
    currencies = {one["price"][1] for one in facts if one["price"]}
    columns = {
        "count": len(facts),
        "codes": {name: list(every) for name, every in codes.items()},
        "values": {
            name: lists_packed([places[code] for code in one["codes"].get(name, ())] for one in facts)
            for name, places in numbers.items()
        },
        "sides": packed(round(one["side"] * 10) for one in facts),
        # Prices in several currencies have no order.
        "prices": packed(one["price"][0] if one["price"] else 0 for one in facts)
        if len(currencies) == 1
        else "",
    }
    return dict(
        [
            _file("columns", f"columns={_json(columns)}"),
            _file("shades", f"shades={_json(_shades([one['shades'] for one in facts]))}"),
            *(_file(f"stem-{name}", f"stems.{name}={stemmer_script(name)}") for name in algorithms),
        ]
    )


def _shades(shades: list[list[str]]) -> Mapping[str, object]:
    """Return the colours of all records: a palette of rounded ones, and for each record its places there."""
    rounded = [list(dict.fromkeys(map(_rounded, one))) for one in shades]
    palette = sorted({one for every in rounded for one in every})
    places = {one: number for number, one in enumerate(palette)}
    return {"palette": palette, "of": lists_packed([places[one] for one in every] for every in rounded)}


def _rounded(colour: str) -> str:
    channels = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "".join(f"{min(255, round(one / _LEVELS) * _LEVELS):02x}" for one in channels)
