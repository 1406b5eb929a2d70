"""Stamps: what the file system tells of a file without opening it.

A stamp has the size, the times of change of content and of the entry itself (`ctime`), and the inode: an
image replaced under the same name with its modification time set back still has another `ctime`.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

Stamp = tuple[int, int, int, int]


def stamp_of(path: Path | str) -> Stamp | None:
    """Return the stamp of a file, or None where there is none."""
    status = _status(path)
    return _stamp(status) if status else None


def _status(path: Path | str) -> os.stat_result | None:
    """Ask for a file; nothing is there either where a link leads nowhere or to itself."""
    try:
        return os.stat(path)  # noqa: PTH116 - for thousands of files a Path costs more than the call
    except OSError as error:
        if error.errno in _NOTHING_THERE:
            return None
        raise


_NOTHING_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)


def _stamp(status: os.stat_result) -> Stamp:
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def stamps_below(root: Path, skip: frozenset[str] = frozenset()) -> dict[str, Stamp]:
    """Return the stamps of all files below a folder, by relative path with `/`; links are followed once.

    `skip` names entries of the root that are left out; names that begin with a dot are always left out.
    """
    found: dict[str, Stamp] = {}
    _walk(str(root), "", skip, found, {os.path.realpath(root)})
    return found


def _walk(folder: str, prefix: str, skip: frozenset[str], found: dict[str, Stamp], above: set[str]) -> None:
    for entry in _entries(folder):
        if entry.name.startswith(".") or entry.name in skip:
            continue
        status = _status(entry.path)
        if status is None:
            continue
        if S_ISDIR(status.st_mode):
            real = os.path.realpath(entry.path) if entry.is_symlink() else entry.path
            if real not in above:
                _walk(entry.path, f"{prefix}{entry.name}/", frozenset(), found, above | {real})
        elif S_ISREG(status.st_mode):
            found[prefix + entry.name] = _stamp(status)


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from sorted(entries, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
