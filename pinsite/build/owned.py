"""Which files of the site are ours, and whether the last build came to its end.

The journal holds the path of every file that pinsite has made or was about to make. It is written before the
first file of the site and outlives memory that is lost, so that a file of a build that never ended, or of one
that nobody remembers, is still known as ours; a file that is not in it is never removed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pinsite.files import remove_forsaken, remove_partials
from pinsite.freshness import load_journal, save_journal

_JOURNAL = "journal.json"
_UNFINISHED = "unfinished"

#: Who holds this file is building.
LOCK = "lock"

#: What `--clean` leaves: none of them says how anything is made.
_KEPT = (_JOURNAL, _UNFINISHED, LOCK, "addresses.json")


def begin_writing(state: Path, output: Path, wanted: Iterable[str], shared: Iterable[Path] = ()) -> set[str]:
    """Note what is about to be written, tidy up after a killed build, and return all that is ours.

    `shared` are the folders of all outputs, of which others may be built just now.
    """
    before = load_journal(state / _JOURNAL)
    if (state / _UNFINISHED).exists():
        remove_partials(output)
    # Memory is written before the note, too: texts are kept while pages are planned. The folder holds a few files.
    remove_partials(state)
    for folder in shared:
        remove_forsaken(folder)
    # It is empty, so it needs no second file first, which a build that is killed here would leave behind.
    state.mkdir(parents=True, exist_ok=True)
    (state / _UNFINISHED).touch()
    every = before | set(wanted)
    _note(state, before, every)
    return every


def end_writing(state: Path, before: set[str], ours: set[str]) -> None:
    """Note what is ours from now on, and that this build came to its end."""
    _note(state, before, ours)
    (state / _UNFINISHED).unlink(missing_ok=True)


def _note(state: Path, before: set[str], now: set[str]) -> None:
    if before != now:
        save_journal(state / _JOURNAL, now)


def forget(state: Path) -> None:
    """Forget how everything was made, but not what is ours."""
    for path in state.iterdir() if state.is_dir() else ():
        if path.name not in _KEPT:
            path.unlink()
