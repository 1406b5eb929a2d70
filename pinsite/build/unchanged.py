"""The way out of a build in which nothing changed: look at stamps, and leave.

This file imports nothing heavy; it runs before the catalogue, the theme or Jinja are even imported.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from pinsite import __version__
from pinsite.files import Stamp, stamps_below, write_whole

_FORM = 2


class Question(Struct, frozen=True):
    """What must be the same for nothing to have changed, besides the files."""

    root: Path
    output: Path
    theme_folders: tuple[Path, ...]
    call: str
    libraries: tuple[Path, ...] = ()


def catalogue_stamps(root: Path, output: Path) -> dict[str, Stamp]:
    """Return the stamps of the catalogue's files; an output folder inside it is no source."""
    found = stamps_below(root, frozenset({"public"}))
    whole, place = os.path.realpath(root), os.path.realpath(output)
    if not place.startswith(whole + os.sep):
        return found
    inside = place[len(whole) + 1 :].replace(os.sep, "/") + "/"
    return {name: stamp for name, stamp in found.items() if not name.startswith(inside)}


def sources_now(catalogue: Mapping[str, Stamp], theme_folders: Iterable[Path]) -> dict[str, list[int]]:
    """Return the stamps of all that a build reads: the catalogue, and the themes that come with pinsite."""
    found = dict(catalogue)
    for folder in theme_folders:
        found |= {f"{folder}/{name}": stamp for name, stamp in stamps_below(folder).items()}
    return {name: list(stamp) for name, stamp in found.items()}


def nothing_changed(state: Path, root: Path, output: Path, call: str, now: datetime) -> dict[str, Any] | None:
    """Return what the last build said, if this one would do nothing; None where it must look closer."""
    try:
        stored: dict[str, Any] = json.loads((state / "unchanged.json").read_bytes())
        if stored["form"] != _FORM or stored["version"] != __version__ or stored["call"] != call:
            return None
        if stored["until"] is not None and now >= datetime.fromisoformat(stored["until"]):
            return None
        if any(_changed(folder) != when for folder, when in stored["libraries"].items()):
            return None
        themes = [Path(one) for one in stored["themes"]]
        if stored["sources"] != sources_now(catalogue_stamps(root, output), themes):
            return None
        return stored if _outputs_as_written(output, stored["outputs"]) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _changed(folder: str) -> int:
    """Return when a folder gained or lost an entry: the names of installed libraries hold versions."""
    return os.stat(folder).st_mtime_ns  # noqa: PTH116 - no need of more than a text


def _outputs_as_written(output: Path, outputs: list[list[Any]]) -> bool:
    prefix = f"{output}{os.sep}"
    for name, size, mtime in outputs:
        status = os.stat(prefix + name)  # noqa: PTH116 - tens of thousands of calls
        if status.st_size != size or status.st_mtime_ns != mtime:
            return False
    return True


def remember_unchanged(
    state: Path,
    question: Question,
    sources: Mapping[str, list[int]],
    outputs: Mapping[str, tuple[int, int]],
    until: datetime | None,
    told: Mapping[str, object],
) -> None:
    """Keep what the next build compares; `sources` are the stamps taken before anything was read."""
    stored = {
        "form": _FORM,
        "version": __version__,
        "call": question.call,
        "themes": [str(folder) for folder in question.theme_folders],
        "sources": sources,
        "libraries": {str(folder): _changed(str(folder)) for folder in question.libraries},
        "outputs": [[name, *written] for name, written in outputs.items()],
        "until": until.isoformat() if until else None,
        "told": told,
    }
    write_whole(state / "unchanged.json", json.dumps(stored, separators=(",", ":")).encode())


def forget_unchanged(state: Path) -> None:
    """Make the next build look closely, whatever happens to this one."""
    (state / "unchanged.json").unlink(missing_ok=True)
