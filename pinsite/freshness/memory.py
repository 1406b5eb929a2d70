"""What is remembered between builds: one file, read in one go, swapped in whole.

Why JSON: it is read by C code at some 100 MB a second, harms nobody when it comes from somebody else (a
pickle could run code), and can be looked at. Facts are stored once and targets point at them by number, since
a catalogue of 10,000 pins has some 240,000 reads and far fewer facts. Memory that is lost, damaged or written
by another version is simply empty: that costs a full build, never truth.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pinsite.files import write_whole
from pinsite.freshness.facts import key_of, key_text
from pinsite.freshness.judge import Remembered

_FORM = 1


def load_memory(path: Path) -> dict[str, Remembered]:
    """Return what is remembered of each target, by its site path; empty where nothing usable is there."""
    try:
        stored = json.loads(path.read_bytes())
        return _targets(stored) if stored["form"] == _FORM else {}
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return {}


def _targets(stored: dict[str, Any]) -> dict[str, Remembered]:
    facts = [(key_of(str(text)), str(digest)) for text, digest in stored["facts"]]
    targets: dict[str, Remembered] = {}
    for path, recipe, numbers, digest, size, mtime in stored["targets"]:
        read = tuple(facts[number] for number in numbers)
        targets[str(path)] = Remembered(recipe, read, digest, (size, mtime))
    return targets


def save_memory(path: Path, targets: Mapping[str, Remembered]) -> None:
    """Keep what was made, for the next build."""
    numbers: dict[tuple[str, str], int] = {}
    rows: list[list[object]] = []
    for name, known in targets.items():
        read = [numbers.setdefault((key_text(key), digest), len(numbers)) for key, digest in known.facts]
        rows.append([name, known.recipe, read, known.digest, *known.written])
    stored = {"form": _FORM, "facts": list(numbers), "targets": rows}
    write_whole(
        path, json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    )


def load_journal(path: Path) -> set[str]:
    """Return the paths that an unfinished build meant to write."""
    try:
        return {str(name) for name in json.loads(path.read_bytes())}
    except (OSError, ValueError, TypeError):
        return set()


def save_journal(path: Path, names: Iterable[str]) -> None:
    """Note what is about to be written, so that files of a build that never ended are still known as ours."""
    write_whole(path, json.dumps(sorted(names), ensure_ascii=False).encode())
