"""One record read again, where an edit changed only what it says of itself; whatever may change more is left alone."""

from __future__ import annotations

from dataclasses import replace

from pinsite.catalogue import PinEntry, Published
from pinsite.source.accounts import editions_in
from pinsite.source.filed import Filed
from pinsite.source.folder import RecordFile
from pinsite.source.gist import Gist, packed
from pinsite.source.loaded import Accounts, Loaded
from pinsite.source.own_reading import content_of, read_record


def reread(loaded: Loaded, path: str) -> tuple[Loaded, Filed] | None:
    """Return the catalogue with the record of a file as it is now; None where the edit may touch others.

    The outline is the same, and so are the names of records and pictures, so that every list, every address and every
    check of one record against another comes out as before.
    """
    old = next((one for one in loaded.written if one.path == path), None)
    if old is None or old.published is not _shown(loaded, old):
        return None
    file = RecordFile(old.kind, old.id, path, old.folder)
    try:
        fresh = read_record(old.library, loaded.catalogue.site, file, content_of(old.library, file))
    except OSError:
        return None
    if not (fresh.gist.can_be_kept and _bears_the_same(old.gist, fresh.gist)):
        return None
    if loaded.catalogue.site.strict and (fresh.gist.problems or fresh.gist.missing or fresh.gist.broken):
        return None
    new = fresh.filed(file, old.library)
    accounts = _accounts(loaded.accounts, old, new)
    if accounts is None:
        return None
    written = tuple(new if one is old else one for one in loaded.written)
    catalogue = loaded.catalogue.with_record(new.kind, new.published)
    return replace(loaded, catalogue=catalogue, accounts=accounts, written=written), new


def _shown(loaded: Loaded, record: Filed) -> object:
    return dict(loaded.catalogue.records)[record.kind].get(record.id)


def _bears_the_same(old: Gist, new: Gist) -> bool:
    return packed(old.outline) == packed(new.outline) and _names(old) == _names(new)


def _names(gist: Gist) -> list[tuple[str, str]]:
    return [(one.what, one.name) for one in (*gist.ids, *gist.pictures)]


def _accounts(accounts: Accounts, old: Filed, new: Filed) -> Accounts | None:
    """Return the accounts with a record read again; None where rows of the ledger would have to be judged anew."""
    if new.kind != "pin":
        return accounts
    if new.id in accounts.with_rows and _promises(old.entry) != _promises(new.entry):
        return None
    return accounts.with_pin(new) if accounts.with_pin else None


def _promises(entry: Published) -> object:
    assert isinstance(entry, PinEntry)
    statuses = entry.status, [one.status for one in entry.variants]
    return list(editions_in("", entry)), statuses, entry.production, entry.released, entry.runs
