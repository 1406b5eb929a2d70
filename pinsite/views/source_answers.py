"""The answers about sources, by which the judge sees what has changed.

No record is validated for them, and no picture opened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pinsite.catalogue import Term_
from pinsite.freshness import Digest, Key, digest_of
from pinsite.source import Loaded
from pinsite.views.material import Material

_Answer = Callable[..., object]


def _record(records: Mapping[str, Any], id: str) -> Digest | None:
    record = records.get(id)
    return Digest(record.digest) if record is not None else None


def _term(loaded: Loaded, folder: str, code: str) -> tuple[object, ...]:
    """Return what a term is called and who bears it; nothing where nobody does."""
    term = loaded.catalogue.terms.get(folder, {}).get(code)
    return (term.text, tuple(term.pins)) if term else ()


def _account(material: Material, id: str) -> object:
    """Return how a pin stands, as one value; it follows from its record, its rows, the settings, and the day."""
    for source in (("=pin", id), ("=rows", id), ("=settings",), ("=today",)):
        material.ask(*source)
    return material.loaded.accounts.of(id)


def _of_terms(loaded: Loaded, said: Callable[[Term_], object]) -> object:
    terms = loaded.catalogue.terms.items()
    return {folder: {code: said(one) for code, one in borne.items()} for folder, borne in terms}


def _file(loaded: Loaded, folder: str, name: str) -> str | None:
    use = loaded.pictures.get((folder, name))
    return use.path if use else None


_KINDS: Mapping[str, Callable[[Loaded], Mapping[str, object]]] = {
    "pin": lambda one: one.catalogue.pins,
    "series": lambda one: one.catalogue.series,
    "story": lambda one: one.catalogue.stories,
    "page": lambda one: one.catalogue.pages,
}
_LISTS: Mapping[str, Callable[[Loaded], Mapping[str, object]]] = {
    "=members": lambda one: one.catalogue.members,
    "=stories of pin": lambda one: one.catalogue.stories_of_pin,
    "=stories of series": lambda one: one.catalogue.stories_of_series,
}


def _of_kind(kind: str) -> dict[str, _Answer]:
    records = _KINDS[kind]
    return {
        f"={kind}": lambda m, id: _record(records(m.loaded), id),
        f"={kind} there": lambda m, id: id in records(m.loaded),
    }


def _of_list(name: str) -> dict[str, _Answer]:
    lists = _LISTS[name]
    return {name: lambda m, id: lists(m.loaded).get(id)}


#: Every question about a source, by its name.
SOURCES: dict[str, _Answer] = {
    "=ids": lambda m, kind: tuple(_KINDS[kind](m.loaded)),
    "=names": lambda m, name: tuple(_LISTS[name](m.loaded)),
    "=term": lambda m, folder, code: _term(m.loaded, folder, code),
    "=term text": lambda m, folder, code: _term(m.loaded, folder, code)[:1],
    "=term there": lambda m, folder, code: code in m.loaded.catalogue.terms.get(folder, {}),
    "=terms": lambda m, folder: tuple(m.loaded.catalogue.terms.get(folder, ())),
    "=folders": lambda m: tuple(m.loaded.catalogue.terms),
    "=settings": lambda m: digest_of(m.loaded.catalogue.site),
    "=slug": lambda m, kind, id: m.loaded.catalogue.slug_of(kind, id),
    "=newest first": lambda m: m.loaded.catalogue.newest_first,
    "=stories newest first": lambda m: m.loaded.catalogue.stories_newest_first,
    "=series in order": lambda m: m.loaded.catalogue.series_in_order,
    "=counted": lambda m: tuple(m.loaded.accounts.counted),
    "=counted pins": lambda m: dict.fromkeys(
        id for id, _ in m.loaded.accounts.counted if id in m.loaded.catalogue.pins
    ),
    "=milestones": lambda m: m.loaded.accounts.milestones,
    "=with rows": lambda m: tuple(sorted(m.loaded.accounts.with_rows)),
    "=account": _account,
    "=rows": lambda m, id: m.loaded.accounts.rows_digest(id),
    "=today": lambda m: m.loaded.accounts.today,
    "=file": lambda m, folder, name: _file(m.loaded, folder, name),
    "=head": lambda m, path: m.sources.get(path),
    "=sight": lambda m, path: m.sights.get(path),
    "=social colours": lambda m: m.chain.social_colours(m.options),
    "=colours": lambda m, id: m.loaded.catalogue.colours(id),
    "=shades": lambda m, id: m.loaded.catalogue.shades(id),
    "=wish": lambda m, name: m.chain.pictures.get(name),
    "=recipe": lambda m: m.recipe,
    "=option": lambda m, name: m.options.get(name, ""),
}
for _kind in _KINDS:
    SOURCES |= _of_kind(_kind)
for _name in _LISTS:
    SOURCES |= _of_list(_name)


#: All answers to a question at once, where there can be thousands: while they are together as they were, so is each.
#: The answer to a key follows from nothing else than what stands here.
WHOLES: dict[str, Callable[[Material], object]] = {
    "=slug": lambda m: [
        (kind, id, m.loaded.catalogue.slug_of(kind, id)) for kind in _KINDS for id in _KINDS[kind](m.loaded)
    ],
    "=term": lambda m: _of_terms(m.loaded, lambda one: (one.text, one.pins)),
    "=term text": lambda m: _of_terms(m.loaded, lambda one: one.text),
    "=term there": lambda m: {folder: tuple(borne) for folder, borne in m.loaded.catalogue.terms.items()},
    "=rows": lambda m: m.loaded.accounts.rows,
    "=file": lambda m: {key: use.path for key, use in m.loaded.pictures.items()},
    "=head": lambda m: m.sources,
    "=sight": lambda m: m.sights,
    "=colours": lambda m: {id: m.loaded.catalogue.colours(id) for id in m.loaded.catalogue.pins},
    "=shades": lambda m: {id: m.loaded.catalogue.shades(id) for id in m.loaded.catalogue.pins},
}


def _wholes_of_kind(kind: str) -> dict[str, Callable[[Material], object]]:
    records = _KINDS[kind]
    return {
        f"={kind}": lambda m: {id: _record(records(m.loaded), id) for id in records(m.loaded)},
        f"={kind} there": lambda m: tuple(records(m.loaded)),
    }


def _whole_of_list(name: str) -> dict[str, Callable[[Material], object]]:
    lists = _LISTS[name]
    return {name: lambda m: lists(m.loaded)}


for _kind in _KINDS:
    WHOLES |= _wholes_of_kind(_kind)
for _name in _LISTS:
    WHOLES |= _whole_of_list(_name)


#: What is asked by the ten thousand when a build judges, and asks nothing else in its turn.
PLAIN = frozenset(SOURCES) - {"=account"}


def answer_source(material: Material, key: Key) -> object:
    """Answer a question about a source."""
    return SOURCES[key[0]](material, *key[1:])
