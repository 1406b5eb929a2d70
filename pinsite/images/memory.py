"""Keep probed facts between builds, so that a build in which nothing changed opens no picture."""

import json
import os
from collections.abc import Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from pinsite.images.probing import Limits, Source, check_size, glance, probe
from pinsite.images.refusal import ImageRefused

HASTE_BYTES = 256_000_000  # half a second of reading
_VERSION = 2  # raise when `probe` would answer differently for the same bytes


def probe_cached(path: Path, limits: Limits, memory: MutableMapping[str, str]) -> Source:
    """Return what `probe` returns, from memory when the file is still the one that was probed.

    The memory maps the path to one line of text and is the caller's to keep. The stamp holds size, both times
    and the inode: a file changed under its old name with its old modification time is still noticed.
    """
    key, before = str(path), _stamp(path)
    known = _recall(memory.get(key), before)
    if known is not None:
        check_size(known.width, known.height, limits)
        return known
    source = probe(path, limits)
    if _stamp(path) == before:
        memory[key] = json.dumps([_VERSION, before, asdict(source)], separators=(",", ":"))
    return source


def probe_all(
    paths: Iterable[Path], limits: Limits, memory: MutableMapping[str, str], *, hasty: bool = False
) -> dict[Path, Source | ImageRefused]:
    """Return for each file what `probe_cached` returns, or why it is refused; several are read at a time.

    In haste, files that are not known are only glanced at and not remembered, if together they are so large that
    reading them would take more than a moment.
    """
    every = list(dict.fromkeys(paths))
    new = [path for path in every if str(path) not in memory]
    hasty = hasty and sum(path.stat().st_size for path in new) > HASTE_BYTES

    def learn(path: Path) -> Source | ImageRefused:
        try:
            known = _recall(memory.get(str(path)), _stamp(path)) if hasty else None
            return glance(path, limits) if hasty and known is None else probe_cached(path, limits, memory)
        except ImageRefused as refused:
            return refused

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:  # digests are taken without the interpreter's lock
        found = dict(zip(new, pool.map(learn, new), strict=True))
    return {path: found[path] if path in found else learn(path) for path in every}


def _stamp(path: Path) -> list[int]:
    facts = os.stat(path)  # noqa: PTH116  one call, links followed
    return [facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino]


def _recall(line: str | None, stamp: list[int]) -> Source | None:
    """Read a remembered line; anything odd about it counts as forgotten."""
    if line is None:
        return None
    try:
        version, kept, facts = json.loads(line)
        return Source(**facts) if version == _VERSION and kept == stamp else None
    except (ValueError, TypeError):
        return None
