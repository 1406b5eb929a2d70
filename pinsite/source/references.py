"""Names of other records, in fields and in Markdown: each must lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pinsite.catalogue import DocumentEntry, PinEntry
from pinsite.diagnostics import Problems, did_you_mean
from pinsite.diagnostics.codes import CODES
from pinsite.source.filed import Filed
from pinsite.source.gist import Named
from pinsite.source.loaded import Written
from pinsite.source.prose import Prose

_LINK = re.compile(r"(?:\]\(\s*<?|\]:\s+<?|<|href\s*=\s*[\"']?)(pin|story|series|page):([^\s)>#\"']*)")
_DIRECTIVE = re.compile(r"^ {0,3}\{\s*([A-Za-z_-]+)\s*:\s*([^}]*?)\s*\}[ \t]*$")
_DIRECTIVES = {"pin": "pin", "series": "series", "edition": "pin"}


@dataclass(frozen=True)
class Known:
    """Every id there is, by kind, and of these the ones that are not published now."""

    ids: Mapping[str, frozenset[str]]
    hidden: frozenset[tuple[str, str]]
    with_edition: frozenset[str]


def named_ids(record: Written, texts: Iterable[Prose]) -> Iterator[Named]:
    """Walk the ids that a record names in its fields and in its Markdown."""
    entry = record.entry
    if isinstance(entry, PinEntry):
        yield from _in_field("pin", "related", entry.related)
    elif isinstance(entry, DocumentEntry):
        yield from _in_field("pin", "pins", entry.pins)
        yield from _in_field("series", "series", entry.series)
    for prose in texts:
        yield from _in_prose(prose)


def _in_field(kind: str, key: str, ids: tuple[str, ...]) -> Iterator[Named]:
    return (Named(kind, id, [key, number]) for number, id in enumerate(ids))


def check_references(records: Iterable[Filed], known: Known, problems: Problems) -> None:
    """Report every name that leads nowhere."""
    shown = {kind: ids - {id for one, id in known.hidden if one == kind} for kind, ids in known.ids.items()}
    described = known.ids["described series"]
    for record in records:
        outline = record.outline
        if record.kind == "pin" and outline.series and outline.series not in described:
            _check_series_of(record, outline.series, described, problems)
        for named in record.gist.ids:
            if named.what[0] == "{":
                _check_directive(named, record, known, problems)
            elif named.name not in shown[named.what]:
                _check(named.what, named, record, known, problems)


def check_ids_within(record: Written, problems: Problems) -> None:
    """Report variants and runs of a pin that share an id."""
    if isinstance(record.entry, PinEntry):
        _check_twice(record, "variants", [one.id for one in record.entry.variants], problems)
        _check_twice(record, "runs", [one.id for one in record.entry.runs], problems)


def _check_twice(record: Written, key: str, ids: list[str], problems: Problems) -> None:
    for number, id in enumerate(ids):
        if id in ids[:number]:
            place = record.place(key, number, "id")
            problems.add(
                CODES["PIN033"], place, f"`{id}` stands twice among the {key}", "give each an id of its own"
            )


def _in_prose(prose: Prose) -> Iterator[Named]:
    if ":" not in prose.text:
        return
    location = list(prose.location)
    for start, line in prose.lines():
        if ":" not in line:
            continue
        for match in _LINK.finditer(line):
            begin = match.start(1)
            yield Named(match[1], match[2], location, start + begin, match.end(2) - begin)
        directive = _DIRECTIVE.match(line)
        if directive:
            begin = start + line.index("{")
            yield Named("{" + directive[1], directive[2], location, begin, len(line.strip()))


def _check_series_of(record: Filed, id: str, described: frozenset[str], problems: Problems) -> None:
    meant = did_you_mean(id, described)
    if meant:
        problems.add(
            CODES["REF010"], record.place("series"), f"the series `{id}` has no file of its own", meant
        )


def _check_directive(named: Named, record: Filed, known: Known, problems: Problems) -> None:
    name, id = named.what[1:], named.name
    if name not in _DIRECTIVES:
        problems.add(
            CODES["REF011"],
            record.spot(named),
            f"`{{{name}: …}}` is not known here",
            did_you_mean(name, _DIRECTIVES, "`{pin: id}`, `{series: id}` or `{edition: id}`"),
        )
        return
    is_there = _check(_DIRECTIVES[name], named, record, known, problems)
    if is_there and name == "edition" and id not in known.with_edition:
        problems.add(
            CODES["REF012"],
            record.spot(named),
            f"the pin `{id}` has no edition to count",
            "give the pin an `edition`, or write `{pin: …}` for its card",
        )


def _check(kind: str, named: Named, record: Filed, known: Known, problems: Problems) -> bool:
    id = named.name
    if id not in known.ids[kind]:
        otherwise = f"write the id of a {kind}: the name of its file or folder"
        help = did_you_mean(id, known.ids[kind], otherwise)
        problems.add(CODES["REF001"], record.spot(named), f"there is no {kind} `{id}`", help)
        return False
    if (kind, id) in known.hidden:
        problems.add(
            CODES["REF002"],
            record.spot(named),
            f"the {kind} `{id}` is not published now",
            "it is shown as plain text until then",
        )
    return True
