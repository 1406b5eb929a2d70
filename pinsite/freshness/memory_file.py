"""The file of a memory, seen from outside."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from pinsite.freshness.rows import stored_text


def is_complete(path: Path) -> bool:
    """Tell whether a database is as long as its head says: a file that lost its end may be read for long unnoticed."""
    with path.open("rb") as file:
        head = file.read(100)
    return path.stat().st_size == int.from_bytes(head[16:18], "big") * int.from_bytes(head[28:32], "big") > 0


def recipes_in(path: Path) -> dict[str, str]:
    """Return the recipe of every target that a memory holds, whoever wrote it; nothing where it cannot be read."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            rows = database.execute("SELECT path, recipe FROM target").fetchall()
    except sqlite3.Error:
        return {}
    return {stored_text(name): stored_text(recipe) for name, recipe in rows}


def remove_memory(path: Path) -> None:
    """Remove the file of a memory, and what an interrupted build left beside it."""
    for name in (path.name, f"{path.name}-journal", f".{path.name}.new.part"):
        with suppress(FileNotFoundError):
            (path.parent / name).unlink()
