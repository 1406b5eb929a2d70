"""The journal: which files are ours, written before the first of them is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from pinsite.files import write_whole


def load_journal(path: Path) -> set[str]:
    """Return the paths that an unfinished build meant to write."""
    try:
        return {str(name) for name in json.loads(path.read_bytes())}
    except (OSError, ValueError, TypeError):
        return set()


def save_journal(path: Path, names: Iterable[str]) -> None:
    """Note what is about to be written, so that files of a build that never ended are still known as ours."""
    write_whole(path, json.dumps(sorted(names), ensure_ascii=False).encode())
