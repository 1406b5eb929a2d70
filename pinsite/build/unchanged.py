"""The way out of a build in which nothing changed: look at stamps, and leave.

This file imports nothing heavy; it runs before the catalogue, the theme or Jinja are even imported.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from pinsite import __version__
from pinsite.files import Stamp, stamps_below, write_whole

_NAME = "unchanged.json"
_FORM = 3


class Question(Struct, frozen=True):
    """What must be the same for nothing to have changed, besides the files."""

    root: Path
    output: Path
    theme_folders: tuple[Path, ...]
    call: str
    libraries: tuple[Path, ...] = ()


class _Remembered(Struct, frozen=True):
    """What the last build compared with, what it wrote (path, size and modification time), and what it said.

    `libraries` are folders with the time at which they gained or lost an entry: the names there hold versions.
    """

    form: int
    version: str
    call: str
    themes: list[str]
    sources: dict[str, Stamp]
    libraries: dict[str, int]
    outputs: list[tuple[str, int, int]]
    until: datetime | None
    told: dict[str, Any]


def catalogue_stamps(root: Path, output: Path) -> dict[str, Stamp]:
    """Return the stamps of the catalogue's files; an output folder inside it is no source."""
    found = stamps_below(root, frozenset({"public"}))
    whole, place = os.path.realpath(root), os.path.realpath(output)
    if not place.startswith(whole + os.sep):
        return found
    inside = place[len(whole) + 1 :].replace(os.sep, "/") + "/"
    return {name: stamp for name, stamp in found.items() if not name.startswith(inside)}


def sources_now(catalogue: Mapping[str, Stamp], theme_folders: Iterable[Path]) -> dict[str, Stamp]:
    """Return the stamps of all that a build reads: the catalogue, and the themes that come with pinsite."""
    found = dict(catalogue)
    for folder in theme_folders:
        found |= {f"{folder}/{name}": stamp for name, stamp in stamps_below(folder).items()}
    return found


def nothing_changed(state: Path, root: Path, output: Path, call: str, now: datetime) -> dict[str, Any] | None:
    """Return what the last build said, if this one would do nothing; None where it must look closer."""
    try:
        stored = msgspec.json.decode((state / _NAME).read_bytes(), type=_Remembered)
        if (stored.form, stored.version, stored.call) != (_FORM, __version__, call):
            return None
        if stored.until is not None and now >= stored.until:
            return None
        if any(_changed(folder) != when for folder, when in stored.libraries.items()):
            return None
        if stored.sources != sources_now(catalogue_stamps(root, output), map(Path, stored.themes)):
            return None
        return stored.told if _outputs_as_written(output, stored.outputs) else None
    except (OSError, ValueError, TypeError):
        return None


def _changed(folder: str) -> int:
    """Return when a folder gained or lost an entry."""
    return os.stat(folder).st_mtime_ns  # noqa: PTH116 - no need of more than a text


def _outputs_as_written(output: Path, outputs: Iterable[tuple[str, int, int]]) -> bool:
    prefix = f"{output}{os.sep}"
    for name, size, mtime in outputs:
        status = os.stat(prefix + name)  # noqa: PTH116 - tens of thousands of calls
        if status.st_size != size or status.st_mtime_ns != mtime:
            return False
    return True


def remember_unchanged(
    state: Path,
    question: Question,
    sources: Mapping[str, Stamp],
    outputs: Mapping[str, tuple[int, int]],
    until: datetime | None,
    told: Mapping[str, object],
) -> None:
    """Keep what the next build compares; `sources` are the stamps taken before anything was read."""
    stored = _Remembered(
        _FORM,
        __version__,
        question.call,
        [str(folder) for folder in question.theme_folders],
        dict(sources),
        {str(folder): _changed(str(folder)) for folder in question.libraries},
        [(name, *written) for name, written in outputs.items()],
        until,
        dict(told),
    )
    # A file whose name is no Unicode cannot be remembered, so the next build looks more closely.
    with suppress(UnicodeEncodeError):
        write_whole(state / _NAME, msgspec.json.encode(stored))


def forget_unchanged(state: Path) -> None:
    """Make the next build look closely, whatever happens to this one."""
    (state / _NAME).unlink(missing_ok=True)
