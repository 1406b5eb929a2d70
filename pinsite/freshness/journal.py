"""The journal: which files are ours, written before the first of them is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from pinsite.files import write_whole


def load_journal(path: Path) -> set[str]:
    """Return the paths that an unfinished build meant to write."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=set[str])
    except (OSError, ValueError):
        return set()


def save_journal(path: Path, names: Iterable[str]) -> None:
    """Note what is about to be written, so that files of a build that never ended are still known as ours."""
    write_whole(path, msgspec.json.encode(sorted(names)))
