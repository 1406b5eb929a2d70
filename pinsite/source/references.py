"""Names of other records, in fields and in Markdown: each must lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pinsite.catalogue import DocumentEntry, LocalText, PinEntry, SeriesEntry
from pinsite.diagnostics import Place, Problems, did_you_mean
from pinsite.diagnostics.codes import CODES
from pinsite.source.loaded import Written

_LINK = re.compile(r"(?:\]\(\s*<?|\]:\s+<?|<)(pin|story|series|page):([^\s)>#\"']*)")
_DIRECTIVE = re.compile(r"^ {0,3}\{\s*([A-Za-z_-]+)\s*:\s*([^}]*?)\s*\}[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_CODE = re.compile(r"(`+)(?:(?!\1).)+\1")
_DIRECTIVES = {"pin": "pin", "series": "series", "edition": "pin"}


@dataclass(frozen=True)
class Known:
    """Every id there is, by kind, and of these the ones that are not published now."""

    ids: Mapping[str, frozenset[str]]
    hidden: frozenset[tuple[str, str]]
    with_edition: frozenset[str]


def check_references(records: list[Written], known: Known, problems: Problems) -> None:
    """Report every name that leads nowhere."""
    for record in records:
        entry = record.entry
        if isinstance(entry, PinEntry):
            _check_ids(record, "pin", "related", entry.related, known, problems)
            _check_series_of(record, entry, known, problems)
            _check_text(record, entry.description, known, problems)
        elif isinstance(entry, SeriesEntry):
            _check_text(record, entry.description, known, problems)
        elif isinstance(entry, DocumentEntry):
            _check_ids(record, "pin", "pins", entry.pins, known, problems)
            _check_ids(record, "series", "series", entry.series, known, problems)
            for number, line in _prose(record.body):
                _check_line(record, line, record.body_line + number, known, problems)


def _check_ids(
    record: Written, kind: str, key: str, ids: tuple[str, ...], known: Known, problems: Problems
) -> None:
    for number, id in enumerate(ids):
        _check(kind, id, record.place(key, number), known, problems)


def _check_series_of(record: Written, entry: PinEntry, known: Known, problems: Problems) -> None:
    described = known.ids["described series"]
    if entry.series and entry.series not in described:
        meant = did_you_mean(entry.series, described)
        if meant:
            problems.add(CODES["REF010"], record.place("series"),
                         f"the series `{entry.series}` has no file of its own", meant)


def _check_text(record: Written, text: LocalText | None, known: Known, problems: Problems) -> None:
    for _, one in text.texts if text else ():
        first = record.place("description").line
        last = first + one.count("\n") + 2
        for _, line in _prose(one):
            for kind, id, shown in _names(line):
                _check(kind, id, record.file.find(shown, first, last), known, problems)
            directive = _DIRECTIVE.match(line)
            if directive:
                place = record.file.find(line.strip(), first, last)
                _check_directive(directive[1], directive[2], place, known, problems)


def _prose(text: str) -> Iterator[tuple[int, str]]:
    """Walk the lines that are not in a fenced block, with code spans blanked out."""
    fence = ""
    for number, line in enumerate(text.split("\n")):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1] == fence:
            fence = ""
        elif not fence and not line.startswith(("    ", "\t")):
            yield number, _CODE.sub(lambda code: " " * len(code[0]), line)


def _names(line: str) -> Iterator[tuple[str, str, str]]:
    for match in _LINK.finditer(line):
        yield match[1], match[2], f"{match[1]}:{match[2]}"


def _check_line(record: Written, line: str, number: int, known: Known, problems: Problems) -> None:
    for match in _LINK.finditer(line):
        length = len(match[1]) + 1 + len(match[2])
        place = Place(record.file.path, number, match.start(1) + 1, length)
        _check(match[1], match[2], place, known, problems)
    directive = _DIRECTIVE.match(line)
    if directive:
        place = Place(record.file.path, number, line.index("{") + 1, len(line.strip()))
        _check_directive(directive[1], directive[2], place, known, problems)


def _check_directive(name: str, id: str, place: Place, known: Known, problems: Problems) -> None:
    if name not in _DIRECTIVES:
        problems.add(CODES["REF011"], place, f"`{{{name}: …}}` is not known here",
                     did_you_mean(name, _DIRECTIVES, "`{pin: id}`, `{series: id}` or `{edition: id}`"))
        return
    if _check(_DIRECTIVES[name], id, place, known, problems) and name == "edition" and id not in known.with_edition:
        problems.add(CODES["REF012"], place, f"the pin `{id}` has no edition to count")


def _check(kind: str, id: str, place: Place, known: Known, problems: Problems) -> bool:
    if id not in known.ids[kind]:
        what = {"pin": "pin", "story": "story", "series": "series", "page": "page"}[kind]
        problems.add(CODES["REF001"], place, f"there is no {what} `{id}`", did_you_mean(id, known.ids[kind]))
        return False
    if (kind, id) in known.hidden:
        problems.add(CODES["REF002"], place, f"the {kind} `{id}` is not published now",
                     "it is shown as plain text until then")
    return True
