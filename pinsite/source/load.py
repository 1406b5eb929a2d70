"""Read a catalogue folder: everything that is wrong is reported, one bad file hides no other."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pinsite.catalogue import (
    Catalogue,
    Document,
    DocumentEntry,
    Pin,
    PinEntry,
    Published,
    Reading,
    Series,
    SeriesEntry,
    Site,
    Unpublished,
    hidden_because,
    untitled_series,
)
from pinsite.diagnostics import Problems
from pinsite.files import Stamp, digest_text
from pinsite.source.accounts import (
    LEDGER,
    accounts_of,
    contradictions,
    editions_in,
    open_ledger,
    report_violations,
    with_history,
)
from pinsite.source.completeness import check_completeness
from pinsite.source.folder import RecordFile, record_files
from pinsite.source.front_matter import split
from pinsite.source.ledger_memory import CountedLedger, count_rows
from pinsite.source.loaded import Accounts, Loaded, Written
from pinsite.source.matter import Matter, read_matter
from pinsite.source.pictures import find_pictures
from pinsite.source.references import Known, check_ids_within, check_references
from pinsite.source.runs import check_runs
from pinsite.source.settings import SETTINGS, read_settings, reading_of, with_base_url
from pinsite.source.site_addresses import check_addresses, check_menu
from pinsite.source.text_file import TextFile, read_text_file
from pinsite.source.validation import validate

_MODELS: Mapping[str, type[Published]] = {
    "pin": PinEntry,
    "series": SeriesEntry,
    "story": DocumentEntry,
    "page": DocumentEntry,
}


@dataclass(frozen=True, slots=True)
class Call:
    """What a call adds to the settings: the moment it happens at, an address, and whether drafts are shown."""

    now: datetime
    base_url: str | None = None
    drafts: bool = False


class NoCatalogue(Exception):  # noqa: N818 - it reads as the sentence it makes
    """A folder without `pinsite.yaml`."""


def load(root: Path, stamps: Mapping[str, Stamp], call: Call, problems: Problems) -> Loaded:
    """Read the catalogue in `root`, whose files `stamps` lists.

    The result is usable where `problems` has no error. Raises `NoCatalogue` where there are no settings.
    """
    if SETTINGS not in stamps:
        raise NoCatalogue(root)
    with _without_collecting():
        return _Reader(root, stamps, call, problems).load()


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep the collector of garbage away: reading makes a million objects that stay, and no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Reader:
    """One reading: files in, values and problems out."""

    def __init__(self, root: Path, stamps: Mapping[str, Stamp], call: Call, problems: Problems) -> None:
        self._root = root
        self._stamps = stamps
        self._call = call
        self._problems = problems
        self._files: dict[str, TextFile] = {}
        self._record_files = record_files(stamps, problems)

    def load(self) -> Loaded:
        site, settings = self._settings()
        records = self._records(reading_of(site))
        pins = {one.id: one.entry for one in records if one.whole and isinstance(one.entry, PinEntry)}
        counted = self._ledger(pins, site)
        self._check(records, site, settings, pins)
        pictures = find_pictures(self._root, records, self._stamps, self._problems)
        accounts = self._accounts(pins, counted, records)
        catalogue = self._catalogue(site, records)
        written = tuple(record for record in records if record.whole)
        places = settings.node if settings else None
        return Loaded(catalogue, accounts, pictures, self._files, written, places)

    def _read(self, path: str) -> TextFile | None:
        file = read_text_file(self._root, path, self._problems)
        if file:
            self._files[path] = file
        return file

    def _settings(self) -> tuple[Site, Matter | None]:
        file = self._read(SETTINGS)
        # A stand-in lets the other files be read too; that the settings cannot be read is reported.
        site, matter = read_settings(file or TextFile(SETTINGS, "title: Untitled\n"), self._problems)
        matter = matter if file else None
        self._problems.strict = self._problems.strict or site.strict
        return with_base_url(site, self._call.base_url), matter

    def _records(self, reading: Reading) -> list[Written]:
        return [record for file in self._record_files if (record := self._record(file, reading))]

    def _record(self, file: RecordFile, reading: Reading) -> Written | None:
        text = self._read(file.path)
        if text is None:
            return None
        body, line = "", 0
        if file.kind in ("story", "page"):
            document = split(text, self._problems)
            matter = document.matter if document else None
            body, line = (document.body, document.first_line) if document else ("", 0)
        else:
            matter = read_matter(text, self._problems)
        if matter is None:
            return None
        read = validate(_MODELS[file.kind], matter, reading, self._problems)
        return Written(file.kind, file.id, text, matter, read.entry, file.folder, body, line, read.whole)

    def _ledger(self, pins: Mapping[str, PinEntry], site: Site) -> CountedLedger:
        text = self._read(LEDGER) if LEDGER in self._stamps else None
        if text is None:
            return CountedLedger(None, open_ledger(pins, (), site))
        every = [file.id for file in self._record_files if file.kind == "pin"]
        return count_rows(self._root, text.text, pins, every, site, self._call.now, self._problems)

    def _check(
        self, records: list[Written], site: Site, settings: Matter | None, pins: Mapping[str, PinEntry]
    ) -> None:
        for record in records:
            # Without settings nobody knows what the site says for all its pins.
            if settings and isinstance(record.entry, PinEntry) and not self._is_unfinished(record):
                check_completeness(record, record.entry, site, self._problems)
        check_ids_within(records, self._problems)
        check_runs(records, self._problems)
        check_references(records, self._known(records, pins), self._problems)
        check_addresses(records, self._problems)
        if settings is not None:
            pages = {file.id for file in self._record_files if file.kind == "page"}
            where = Written("site", "", self._files[SETTINGS], settings, Published.model_construct(), "")
            check_menu([(n, entry.url) for n, entry in enumerate(site.menu)], pages, where, self._problems)

    def _known(self, records: list[Written], pins: Mapping[str, PinEntry]) -> Known:
        ids = {
            kind: frozenset(file.id for file in self._record_files if file.kind == kind) for kind in _MODELS
        }
        ids["described series"] = ids["series"]
        entries = (one.entry for one in records)
        ids["series"] |= {entry.series for entry in entries if isinstance(entry, PinEntry) and entry.series}
        hidden = frozenset((one.kind, one.id) for one in records if self._hidden(one))
        unread = ids["pin"] - set(pins)
        counted = {id for id, pin in pins.items() if any(editions_in(id, pin))}
        return Known(ids, hidden, frozenset(counted | unread))

    def _is_unfinished(self, record: Written) -> bool:
        """Tell whether nobody can miss anything of a record yet."""
        return (
            not record.whole
            or record.entry.draft
            or hidden_because(record.entry, self._call.now, drafts=False) is not None
        )

    def _hidden(self, record: Written) -> str | None:
        return hidden_because(record.entry, self._call.now, self._call.drafts)

    def _accounts(
        self, pins: Mapping[str, PinEntry], counted: CountedLedger, records: list[Written]
    ) -> Accounts:
        rows, ledger = counted.rows, counted.ledger
        accounts = accounts_of(pins, ledger, self._call.now, counted.digests)
        by_id = {record.id: record for record in records if record.kind == "pin" and record.whole}
        found = [*ledger.violations(rows.doubtful if rows else ()), *contradictions(pins, accounts)]
        report_violations([one for one in found if one.pin in by_id], by_id, rows, self._problems)
        return with_history(accounts, ledger)

    def _catalogue(self, site: Site, records: list[Written]) -> Catalogue:
        shown = [record for record in records if not self._hidden(record)]
        pins = {
            one.id: Pin(one.id, one.entry, one.folder, _digest(one))
            for one in shown
            if isinstance(one.entry, PinEntry)
        }
        series = {
            one.id: Series(one.id, one.entry, one.folder, _digest(one))
            for one in shown
            if isinstance(one.entry, SeriesEntry)
        }
        hidden_series = {one.id for one in records if one.kind == "series" and self._hidden(one)}
        for pin in pins.values():
            name = pin.entry.series
            if name and name not in series and name not in hidden_series:
                series[name] = untitled_series(name, site.main)
        unpublished = tuple(
            Unpublished(one.kind, one.id, why) for one in records if (why := self._hidden(one))
        )
        return Catalogue(
            site,
            pins,
            dict(sorted(series.items())),
            self._documents("story", shown, site),
            self._documents("page", shown, site),
            unpublished,
        )

    def _documents(self, kind: str, shown: list[Written], site: Site) -> dict[str, Document]:
        return {
            one.id: Document(
                one.id, kind, one.entry, one.body, one.entry.language or site.main, one.folder, _digest(one)
            )
            for one in shown
            if one.kind == kind and isinstance(one.entry, DocumentEntry)
        }


def _digest(record: Written) -> str:
    return digest_text(repr((record.entry, record.folder, record.body)))
