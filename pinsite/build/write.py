"""Copy what is made elsewhere, and remove what nobody makes any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pinsite.build.stage import on_disk
from pinsite.files import folders_of, remove_file, safe_site_path, write_if_other
from pinsite.freshness import Remembered
from pinsite.outputs import Copied


@dataclass
class Written:
    """What became of the files of the site."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    copied: dict[str, Remembered] = field(default_factory=dict)


def write_copies(
    output: Path, copies: Iterable[Copied], memory: Mapping[str, Remembered], done: Written
) -> int:
    """Copy what is not there yet; return how many were there already."""
    kept = 0
    for copy in copies:
        known = memory.get(copy.path)
        if known and known.recipe == f"copy {copy.key}" and on_disk(output, copy.path) == known.written:
            done.copied[copy.path] = known
            kept += 1
            continue
        if write_if_other(output / copy.path, copy.source.read_bytes()):
            done.written.append(copy.path)
        else:
            kept += 1
        stamp = on_disk(output, copy.path)
        assert stamp is not None
        done.copied[copy.path] = Remembered(f"copy {copy.key}", copy.key, stamp)
    return kept


def in_the_way(stale: set[str], wanted: set[str]) -> set[str]:
    """Return the stale files whose paths are folders now, and those in folders whose paths are files now."""
    folders = {folder for path in wanted for folder in folders_of(path)} if stale else set()
    return {path for path in stale if path in folders or not wanted.isdisjoint(folders_of(path))}


def remove_stale(output: Path, paths: Iterable[str], done: Written) -> None:
    """Remove files that pinsite made and nobody makes any more.

    A path that could lead out of the site is left alone: what is remembered may come from somebody else.
    """
    for path in sorted(paths):
        if safe_site_path(path) is None and remove_file(output / path, output):
            done.removed.append(path)
