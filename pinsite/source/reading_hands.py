"""The hands that read: one process, or two where there are so many files that it pays.

Forked, so that they begin with everything imported. What travels back is plain data. Where there is no fork (or it is
not safe, as on macOS), or little to read, everything is read in this process; so is what a helper could not finish.
"""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection

from pinsite.catalogue import Site
from pinsite.processes import hands
from pinsite.source.filed import Library
from pinsite.source.folder import RecordFile
from pinsite.source.gist import gists_of, packed
from pinsite.source.own_reading import Fresh, content_of, read_record

#: With fewer files a second process costs more than it brings.
ENOUGH = 600
#: So many records may stay open once they are read; of more, the values are kept and read again when needed.
OPEN = 2_000


def read_files(library: Library, site: Site, files: Sequence[RecordFile], jobs: int | None) -> list[Fresh]:
    """Read many files, in their order."""
    count = hands(jobs, len(files), ENOUGH)
    if count == 1:
        return _read_here(library, site, files, len(files) <= OPEN)
    size = -(-len(files) // count)
    stretches = [files[start : start + size] for start in range(0, len(files), size)]
    helpers = [_Helper(library, site, stretch) for stretch in stretches[1:]]
    try:
        read = _read_here(library, site, stretches[0], False)
        for helper, stretch in zip(helpers, stretches[1:], strict=True):
            read += helper.answer() or _read_here(library, site, stretch, False)
        return read
    finally:
        for helper in helpers:
            helper.end()


def _read_here(library: Library, site: Site, files: Sequence[RecordFile], stay_open: bool) -> list[Fresh]:
    read = []
    for file in files:
        fresh = read_record(library, site, file, content_of(library, file))
        read.append(fresh if stay_open else Fresh(fresh.digest, fresh.gist, fresh.packed))
    return read


class _Helper:
    """A process that reads a stretch of the files."""

    def __init__(self, library: Library, site: Site, files: Sequence[RecordFile]) -> None:
        context = get_context("fork")
        self._pipe, there = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(library, site, files, there), daemon=True)
        self._process.start()
        there.close()

    def answer(self) -> list[Fresh] | None:
        """Return what it read; None where it was ended before."""
        try:
            sent: list[tuple[str, bytes, bytes]] = marshal.loads(self._pipe.recv_bytes())
        except (EOFError, OSError):
            return None
        gists = gists_of(row for _, row, _ in sent)
        return [Fresh(digest, gist, tree) for (digest, _, tree), gist in zip(sent, gists, strict=True)]

    def end(self) -> None:
        """Have it gone."""
        if self._process.is_alive():
            self._process.terminate()
        self._process.join()
        self._pipe.close()


def _work(library: Library, site: Site, files: Sequence[RecordFile], pipe: Connection) -> None:
    try:
        read = _read_here(library, site, files, False)
        pipe.send_bytes(marshal.dumps([(one.digest, packed(one.gist), one.packed) for one in read]))
    except (KeyboardInterrupt, OSError):
        pass  # the process that asked reads the files itself, and meets the same mistake there
    finally:
        pipe.close()
