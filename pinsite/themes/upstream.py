"""What overrides were made from: noted beside them, so that a change upstream can be told.

The note holds the texts themselves and not their digests: it is read by people, kept under version control with the
overrides, and can show what has changed since. `theme new`, `theme copy` and `theme diff --accept` write it. Where an
override was written by hand and nobody has noted anything, a build remembers what it stood in for when it saw it
first (in `.pinsite`, which may be deleted: then it begins anew).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from pinsite.diagnostics import Problems
from pinsite.diagnostics.codes import CODES
from pinsite.files import write_if_other
from pinsite.themes.chain import Chain
from pinsite.themes.overrides import Override, overrides_of, tidy
from pinsite.themes.reading import NOTES

#: Texts by template and block; the empty block is the whole template.
Notes = dict[str, dict[str, str]]
_WHOLE = ""
_HEAD = """\
# What the overrides of this folder were made from, so that `pinsite build` can tell when that changes.
# Written by `pinsite theme diff --accept`; keep it with them.
"""
_REMEMBERED = "overrides.json"


def notes_folder(chain: Chain, level: int) -> Path:
    """Return the folder that holds the note of a level's overrides."""
    return chain.root / "templates" if level == 0 else chain.themes[level - 1].folder


def read_notes(folder: Path) -> Notes:
    """Return what is noted in a folder; what cannot be understood is as if it were not there."""
    try:
        raw = yaml.load((folder / NOTES).read_text("utf-8-sig"), Loader=yaml.BaseLoader)
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        return {}
    return _understood(raw)


def _understood(raw: object) -> Notes:
    if not isinstance(raw, dict):
        return {}
    return {
        str(name): {str(block): text for block, text in texts.items() if isinstance(text, str)}
        for name, texts in raw.items()
        if isinstance(texts, dict)
    }


def noted(override: Override, notes: Mapping[int, Notes]) -> str | None:
    """Return the text that an override was made from, where that is known."""
    texts = notes.get(override.source.level, {}).get(override.source.name, {})
    return texts.get(override.block or _WHOLE)


def all_notes(chain: Chain, state: Path | None = None) -> dict[int, Notes]:
    """Return the notes of each level of the catalogue; `state` is where a build remembers what nobody has noted."""
    remembered = _remembered(state) if state else {}
    found: dict[int, Notes] = {}
    for level in chain.own_levels:
        folder = notes_folder(chain, level)
        known, written = remembered.get(str(folder.relative_to(chain.root)), {}), read_notes(folder)
        found[level] = {name: known.get(name, {}) | written.get(name, {}) for name in {*known, *written}}
    return found


def has_changed(override: Override, notes: Mapping[int, Notes]) -> bool:
    """Tell whether what an override stands in for is other than what it was made from."""
    before = noted(override, notes)
    return before is not None and tidy(before) != tidy(override.upstream_text)


def check_upstream(chain: Chain, state: Path, problems: Problems) -> None:
    """Warn of overrides whose upstream has changed."""
    notes = all_notes(chain, state)
    for override in overrides_of(chain):
        if has_changed(override, notes):
            what = f"the block `{override.block}`" if override.block else "this template"
            problems.add(
                CODES["THM012"],
                override.place,
                f"{what} was made from {override.upstream.shown}, which has changed since",
                "`pinsite theme diff` shows what; `pinsite theme diff --accept` says that it is well",
            )


def accept(chain: Chain, level: int) -> Path | None:
    """Note what the overrides of a level stand in for now; return the file, or None where it said so already."""
    notes: Notes = {}
    for override in overrides_of(chain):
        if override.source.level == level:
            notes.setdefault(override.source.name, {})[override.block or _WHOLE] = _plain(
                override.upstream_text
            )
    path = notes_folder(chain, level) / NOTES
    if not notes:
        path.unlink(missing_ok=True)
        return None
    text = _HEAD + yaml.dump(notes, Dumper=_Dumper, allow_unicode=True, width=10_000)
    return path if write_if_other(path, text.encode()) else None


def _plain(text: str) -> str:
    """Return a text as YAML can show it line by line."""
    return "\n".join(line.expandtabs(2) for line in tidy(text)) + "\n"


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines line by line."""


def _represent(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _represent)


# ── what a build remembers by itself ─────────────────────────────────────────────────────────────────────


def _remembered(state: Path) -> dict[str, Notes]:
    try:
        stored: Any = json.loads((state / _REMEMBERED).read_bytes())
    except (OSError, ValueError):
        return {}
    return (
        {str(folder): _understood(notes) for folder, notes in stored.items()}
        if isinstance(stored, dict)
        else {}
    )


def remember_upstream(chain: Chain, state: Path) -> None:
    """Keep what each override stands in for that was not seen before, and forget those that are gone."""
    before, now = _remembered(state), dict[str, Notes]()
    overrides: Iterable[Override] = overrides_of(chain)
    for override in overrides:
        folder = str(notes_folder(chain, override.source.level).relative_to(chain.root))
        name, block = override.source.name, override.block or _WHOLE
        known = before.get(folder, {}).get(name, {}).get(block)
        text = _plain(override.upstream_text) if known is None else known
        now.setdefault(folder, {}).setdefault(name, {})[block] = text
    if now or before:
        write_if_other(state / _REMEMBERED, json.dumps(now).encode())
