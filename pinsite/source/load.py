"""Read a catalogue folder: everything that is wrong is reported, one bad file hides no other.

What a file says by itself is read once and kept (`own_reading`, `cache`); what files say together (names that must
lead somewhere, addresses, the ledger) is asked anew each time, of their outlines.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from pinsite.catalogue import (
    Catalogue,
    Document,
    Pin,
    PinEntry,
    Series,
    Site,
    Unpublished,
    hidden_because,
    untitled_series,
)
from pinsite.diagnostics import Problems
from pinsite.files import Stamp
from pinsite.source.accounts import LEDGER, open_ledger, report_violations
from pinsite.source.cache import Cache
from pinsite.source.filed import Filed, Library
from pinsite.source.folder import record_files
from pinsite.source.ledger_memory import CountedLedger, count_rows
from pinsite.source.loaded import Accounts, Loaded
from pinsite.source.matter import Matter
from pinsite.source.pictures import find_pictures
from pinsite.source.references import Known, check_references
from pinsite.source.settings import SETTINGS, read_settings, reading_of, with_base_url
from pinsite.source.shelf import Shelf
from pinsite.source.site_addresses import check_addresses, check_menu
from pinsite.source.standing import Standing
from pinsite.source.text_file import Files, TextFile, read_text_file

_KINDS = ("pin", "series", "story", "page")


class Call(Struct, frozen=True):
    """What a call adds to the settings: the moment it happens at, an address, whether drafts are shown, and how many
    processes may read.
    """

    now: datetime
    base_url: str | None = None
    drafts: bool = False
    jobs: int | None = None


class NoCatalogue(Exception):  # noqa: N818 - it reads as the sentence it makes
    """A folder without `pinsite.yaml`."""


def load(
    root: Path, stamps: Mapping[str, Stamp], call: Call, problems: Problems, cache: Cache | None = None
) -> Loaded:
    """Read the catalogue in `root`, whose files `stamps` lists; what `cache` knows is not read again.

    The result is usable where `problems` has no error. Raises `NoCatalogue` where there are no settings.
    """
    if SETTINGS not in stamps:
        raise NoCatalogue(root)
    cache = cache or Cache(None)
    with _without_collecting(forever=cache.library is None and len(stamps) > _MANY):
        return _Reader(root, stamps, call, problems, cache).load()


#: So many files make a process whose end would take long if all that was read were looked through once more.
_MANY = 1000


@contextmanager
def _without_collecting(forever: bool) -> Iterator[None]:
    """Keep the collector of garbage away: reading makes a million objects that stay, and no cycles.

    With `forever` it is never to look at what is there now.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if forever:
            gc.freeze()
        if was_on:
            gc.enable()


class _Reader:
    """One reading: files in, values and problems out."""

    def __init__(
        self, root: Path, stamps: Mapping[str, Stamp], call: Call, problems: Problems, cache: Cache
    ) -> None:
        self._root = root
        self._stamps = stamps
        self._call = call
        self._problems = problems
        self._cache = cache
        self._record_files = record_files(stamps, problems)
        self._files = Files(root)
        self._hidden: Mapping[str, str] = {}

    def load(self) -> Loaded:
        site, settings = self._settings()
        library = self._cache.open(Library(self._root, reading_of(site)), site, self._record_files)
        shelf = Shelf(library, site, self._stamps, self._cache, self._call.jobs)
        records = shelf.take(self._record_files)
        self._files.know(shelf.texts)
        self._problems.take(shelf.problems)
        pins = {one.id: one for one in records if one.kind == "pin" and one.whole}
        unfinished = self._unfinished(records)
        self._hidden = {} if self._call.drafts else unfinished
        counted = self._ledger(pins, site)
        self._check_missing(records, unfinished, settings)
        self._check(records, site, settings, pins)
        pictures = find_pictures(self._root, records, self._stamps, self._cache.pictures, self._problems)
        accounts = self._accounts(pins, counted, site)
        catalogue = self._catalogue(site, records)
        self._cache.save()
        written = tuple(record for record in records if record.whole)
        places = settings.node if settings else None
        return Loaded(catalogue, accounts, pictures, self._files, written, places, frozenset(shelf.read))

    def _read(self, path: str) -> TextFile | None:
        file = read_text_file(self._root, path, self._problems)
        if file:
            self._files.keep(file)
        return file

    def _settings(self) -> tuple[Site, Matter | None]:
        file = self._read(SETTINGS)
        # A stand-in lets the other files be read too; that the settings cannot be read is reported.
        site, matter = read_settings(file or TextFile(SETTINGS, "title: Untitled\n"), self._problems)
        matter = matter if file else None
        self._problems.strict = self._problems.strict or site.strict
        return with_base_url(site, self._call.base_url), matter

    def _ledger(self, pins: Mapping[str, Filed], site: Site) -> CountedLedger:
        text = self._read(LEDGER) if LEDGER in self._stamps else None
        if text is None:
            return CountedLedger(None, open_ledger({}, (), site))
        every = [file.id for file in self._record_files if file.kind == "pin"]
        # A pin whose id stands nowhere in the ledger has no rows, and need not be read for it.
        named = set(re.findall(r"[^,\s\"]+", text.text))
        known = {id: _entry(pin) if id in named else pin.outline for id, pin in pins.items()}
        return count_rows(self._root, text.text, known, every, site, self._call.now, self._problems)

    def _check(
        self, records: list[Filed], site: Site, settings: Matter | None, pins: Mapping[str, Filed]
    ) -> None:
        check_references(records, self._known(records, pins), self._problems)
        check_addresses(records, site.tools.sections, self._problems)
        if settings is not None:
            pages = {file.id for file in self._record_files if file.kind == "page"} | {*site.tools.sections}
            check_menu([(n, entry.url) for n, entry in enumerate(site.menu)], pages, settings, self._problems)

    def _check_missing(
        self, records: list[Filed], unfinished: Mapping[str, str], settings: Matter | None
    ) -> None:
        """Tell what is missed, where somebody can miss it and it is known what the site says for all its pins."""
        for record in records if settings else ():
            if record.gist.missing and record.path not in unfinished:
                self._problems.take(record.missing)

    def _known(self, records: list[Filed], pins: Mapping[str, Filed]) -> Known:
        ids: dict[str, frozenset[str]] = {
            kind: frozenset(file.id for file in self._record_files if file.kind == kind) for kind in _KINDS
        }
        ids["described series"] = ids["series"]
        ids["series"] |= {one.outline.series for one in records if one.outline.series}
        hidden = frozenset((one.kind, one.id) for one in records if one.path in self._hidden)
        unread = ids["pin"] - set(pins)
        counted = {id for id, pin in pins.items() if any(True for _ in pin.outline.counted)}
        return Known(ids, hidden, frozenset(counted | unread))

    def _unfinished(self, records: list[Filed]) -> dict[str, str]:
        """Return the paths of records that are not published now, and why."""
        now = self._call.now
        return {one.path: why for one in records if (why := hidden_because(one.outline, now, drafts=False))}

    def _accounts(self, pins: Mapping[str, Filed], counted: CountedLedger, site: Site) -> Accounts:
        standing = Standing(pins, counted, site, self._call.now)
        for id, pin in pins.items():
            if pin.gist.broken and id not in standing.with_rows:
                self._problems.take(pin.broken)
        report_violations(standing.judge(), pins, counted.rows, self._problems)
        return standing.accounts

    def _catalogue(self, site: Site, records: list[Filed]) -> Catalogue:
        hidden = self._hidden
        shown = [one.published for one in records if one.path not in hidden]
        pins = {one.id: one for one in shown if isinstance(one, Pin)}
        series = {one.id: one for one in shown if isinstance(one, Series)}
        hidden_series = {one.id for one in records if one.kind == "series" and one.path in hidden}
        for pin in pins.values():
            name = pin.outline.series
            if name and name not in series and name not in hidden_series:
                series[name] = untitled_series(name, site.main)
        documents = [one for one in shown if isinstance(one, Document)]
        return Catalogue(
            site,
            pins,
            dict(sorted(series.items())),
            {one.id: one for one in documents if one.kind == "story"},
            {one.id: one for one in documents if one.kind == "page"},
            tuple(Unpublished(one.kind, one.id, hidden[one.path]) for one in records if one.path in hidden),
        )


def _entry(pin: Filed) -> PinEntry:
    entry = pin.entry
    assert isinstance(entry, PinEntry)
    return entry
