"""Keep probed facts between builds, so that a build in which nothing changed opens no picture."""

import json
import os
from collections.abc import Iterable, Mapping, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from msgspec.structs import asdict

from pinsite.images.decoders import can_decode
from pinsite.images.probing import DIGEST_BYTES, Known, Limits, Source, check_size, glance, probe
from pinsite.images.refusal import ImageRefused
from pinsite.processes import processors

HASTE_BYTES = 256_000_000  # half a second of reading
_VERSION = 3  # raise when `probe` would answer differently for the same bytes
_BEFORE_DIGEST = '"digest":"'
_DIGEST_LETTERS = 2 * DIGEST_BYTES


def probe_cached(
    path: Path,
    limits: Limits,
    memory: MutableMapping[str, str],
    known: Known | None = None,
) -> Source:
    """Return what `probe` returns, from memory when the file is still the one that was probed.

    The memory maps the path to one line of text and is the caller's to keep. The stamp holds size, both times
    and the inode: a file changed under its old name with its old modification time is still noticed. `known` tells
    what is remembered of the same bytes from elsewhere, as in a fresh checkout.
    """
    key, before = str(path), _stamp(path)
    remembered = _recall(memory.get(key), before)
    if remembered is not None:
        check_size(remembered.width, remembered.height, limits)
        return remembered
    source = probe(path, limits, known)
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
    every = {path: _recall(memory.get(str(path)), _stamp(path)) for path in paths}
    new = [path for path, remembered in every.items() if remembered is None]
    hasty = hasty and sum(path.stat().st_size for path in new) > HASTE_BYTES
    known = _by_digest(memory) if new and not hasty else None

    def learn(path: Path) -> Source | ImageRefused:
        try:
            remembered = every[path]
            if remembered is None:
                return glance(path, limits) if hasty else probe_cached(path, limits, memory, known)
            check_size(remembered.width, remembered.height, limits)
        except ImageRefused as refused:
            return refused
        return remembered

    with ThreadPoolExecutor(processors()) as pool:  # digests are taken without the interpreter's lock
        found = dict(zip(new, pool.map(learn, new), strict=True))
    return {path: found[path] if path in found else learn(path) for path in every}


def _by_digest(memory: Mapping[str, str]) -> Known:
    """Return what finds the facts of bytes that lie, or lay, under any name at any time."""
    lines = {line.partition(_BEFORE_DIGEST)[2][:_DIGEST_LETTERS]: line for line in memory.values()}
    return lambda digest: _recall(lines.get(digest))


def _stamp(path: Path) -> list[int]:
    facts = os.stat(path)  # noqa: PTH116  one call, links followed
    return [facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino]


def _recall(line: str | None, stamp: list[int] | None = None) -> Source | None:
    """Read a remembered line, of that stamp or of any; what is odd about it counts as forgotten."""
    if line is None:
        return None
    try:
        version, kept, facts = json.loads(line)
        source = Source(**facts) if version == _VERSION and stamp in (None, kept) else None
    except (ValueError, TypeError):
        return None
    return source if source is not None and can_decode(source.format) else None
