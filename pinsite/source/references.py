"""Names of other records, in fields and in Markdown: each must lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from pinsite.catalogue import DocumentEntry, PinEntry
from pinsite.diagnostics import Problems, did_you_mean
from pinsite.diagnostics.codes import CODES
from pinsite.source.loaded import Where, Written
from pinsite.source.markup import check_markup
from pinsite.source.prose import Prose, texts_of

_LINK = re.compile(r"(?:\]\(\s*<?|\]:\s+<?|<|href\s*=\s*[\"']?)(pin|story|series|page):([^\s)>#\"']*)")
_DIRECTIVE = re.compile(r"^ {0,3}\{\s*([A-Za-z_-]+)\s*:\s*([^}]*?)\s*\}[ \t]*$")
_DIRECTIVES = {"pin": "pin", "series": "series", "edition": "pin"}


@dataclass(frozen=True)
class Known:
    """Every id there is, by kind, and of these the ones that are not published now."""

    ids: Mapping[str, frozenset[str]]
    hidden: frozenset[tuple[str, str]]
    with_edition: frozenset[str]


def check_references(records: list[Written], known: Known, problems: Problems) -> None:
    """Report every name that leads nowhere, and markup that no page may hold."""
    for record in records:
        entry = record.entry
        if isinstance(entry, PinEntry):
            _check_ids(record, "pin", "related", entry.related, known, problems)
            _check_series_of(record, entry, known, problems)
        elif isinstance(entry, DocumentEntry):
            _check_ids(record, "pin", "pins", entry.pins, known, problems)
            _check_ids(record, "series", "series", entry.series, known, problems)
        for prose in texts_of(record):
            _check_prose(prose, known, problems)
            check_markup(prose, problems)


def check_ids_within(records: list[Written], problems: Problems) -> None:
    """Report variants and runs of a pin that share an id."""
    for record in records:
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


def _check_prose(prose: Prose, known: Known, problems: Problems) -> None:
    if ":" not in prose.text:
        return
    for start, line in prose.lines():
        if ":" not in line:
            continue
        for match in _LINK.finditer(line):
            where = partial(prose.place, start + match.start(1), match.end(2) - match.start(1))
            _check(match[1], match[2], where, known, problems)
        directive = _DIRECTIVE.match(line)
        if directive:
            where = partial(prose.place, start + line.index("{"), len(line.strip()))
            _check_directive(directive[1], directive[2], where, known, problems)


def _check_ids(
    record: Written, kind: str, key: str, ids: tuple[str, ...], known: Known, problems: Problems
) -> None:
    for number, id in enumerate(ids):
        _check(kind, id, partial(record.place, key, number), known, problems)


def _check_series_of(record: Written, entry: PinEntry, known: Known, problems: Problems) -> None:
    described = known.ids["described series"]
    if entry.series and entry.series not in described:
        meant = did_you_mean(entry.series, described)
        if meant:
            problems.add(
                CODES["REF010"],
                record.place("series"),
                f"the series `{entry.series}` has no file of its own",
                meant,
            )


def _check_directive(name: str, id: str, where: Where, known: Known, problems: Problems) -> None:
    if name not in _DIRECTIVES:
        problems.add(
            CODES["REF011"],
            where(),
            f"`{{{name}: …}}` is not known here",
            did_you_mean(name, _DIRECTIVES, "`{pin: id}`, `{series: id}` or `{edition: id}`"),
        )
        return
    if (
        _check(_DIRECTIVES[name], id, where, known, problems)
        and name == "edition"
        and id not in known.with_edition
    ):
        problems.add(
            CODES["REF012"],
            where(),
            f"the pin `{id}` has no edition to count",
            "give the pin an `edition`, or write `{pin: …}` for its card",
        )


def _check(kind: str, id: str, where: Where, known: Known, problems: Problems) -> bool:
    if id not in known.ids[kind]:
        otherwise = f"write the id of a {kind}: the name of its file or folder"
        help = did_you_mean(id, known.ids[kind], otherwise)
        problems.add(CODES["REF001"], where(), f"there is no {kind} `{id}`", help)
        return False
    if (kind, id) in known.hidden:
        problems.add(
            CODES["REF002"],
            where(),
            f"the {kind} `{id}` is not published now",
            "it is shown as plain text until then",
        )
    return True
