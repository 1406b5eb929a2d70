"""Reading one file by itself: its gist, and all that is wrong with it whatever other files say."""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec import Struct

from pinsite.catalogue import PinEntry, Site, outline_of
from pinsite.diagnostics import Problems
from pinsite.files import digest_bytes
from pinsite.source.accounts import accounts_of, contradictions, open_ledger, report_violations
from pinsite.source.completeness import check_completeness
from pinsite.source.filed import Filed, Library, file_away, read_written
from pinsite.source.folder import RecordFile
from pinsite.source.gist import Gist, digest_of, lines_of, packed
from pinsite.source.loaded import Written
from pinsite.source.markup import check_markup
from pinsite.source.pictures import named_pictures
from pinsite.source.prose import texts_of
from pinsite.source.references import check_ids_within, named_ids
from pinsite.source.runs import check_runs
from pinsite.source.text_file import decode_text

#: Counts are the same at every moment; only statuses follow the clock.
_ANY_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


class Fresh(Struct, frozen=True):
    """What came of reading a file: the digest of its bytes, its gist and its plain values."""

    digest: str
    gist: Gist
    packed: bytes = b""
    written: Written | None = None

    def filed(self, file: RecordFile, library: Library) -> Filed:
        """Return it as a record, with whatever was read of it already."""
        filed = file_away(file, self.gist, self.packed, library)
        if self.written is not None:
            vars(filed)["entry"] = self.written.entry
            filed.library.opened(filed)
        return filed


def content_of(library: Library, file: RecordFile) -> bytes:
    """Return the bytes of a record's file."""
    with open(f"{library.root}/{file.path}", "rb", buffering=0) as opened:  # noqa: PTH123 - a Path costs more
        return opened.read()


def read_record(library: Library, site: Site, file: RecordFile, content: bytes) -> Fresh:
    """Read a record and everything that can be said of it without the others."""
    problems, missing, broken = Problems(), Problems(), Problems()
    digest = digest_bytes(content)
    text = decode_text(file.path, content, problems)
    written = read_written(file, text, library.reading, problems) if text else None
    if written is None:
        return Fresh(digest, Gist(problems=lines_of(problems), is_text=text is not None))
    check_ids_within(written, problems)
    check_runs(written, problems)
    texts = list(texts_of(written))
    for prose in texts:
        check_markup(prose, problems)
    if isinstance(written.entry, PinEntry) and written.whole:
        check_completeness(written, written.entry, site, missing)
        _check_promises(written, written.entry, site, broken)
    tree = written.matter.tree
    gist = Gist(
        outline_of(written.entry, site),
        written.whole,
        digest_of(tree, [written.folder, written.body], site.languages),
        written.matter.line,
        list(named_ids(written, texts)),
        list(named_pictures(written, texts)),
        lines_of(problems),
        lines_of(missing),
        lines_of(broken),
        True,
    )
    return Fresh(digest, gist, packed([tree, written.body]), written)


def _check_promises(written: Written, entry: PinEntry, site: Site, broken: Problems) -> None:
    """Report the promises that editions break by themselves; with rows of a ledger they are judged with those."""
    pins = {written.id: entry}
    ledger = open_ledger(pins, (), site)
    found = ledger.violations()
    if entry.status or any(variant.status for variant in entry.variants):
        found += contradictions(pins, accounts_of(pins, ledger, _ANY_MOMENT))
    report_violations(found, {written.id: written}, None, broken)
