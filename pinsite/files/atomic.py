"""Writing whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import time
from pathlib import Path

#: How `write_whole` calls a file that it has not finished.
_PARTIAL = re.compile(r"\..+\.\d+\.part")
#: Nobody writes a file for so long.
_FORSAKEN_SECONDS = 60


def write_whole(path: Path, content: bytes) -> None:
    """Swap a complete file in; a crash leaves the old one, or none, never half of one."""
    partial = path.with_name(f".{path.name[:80]}.{os.getpid()}.part")
    try:
        try:
            partial.write_bytes(content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(content)
        partial.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise


def rewrite(path: Path, content: bytes) -> None:
    """Swap a file of the author's for a complete new one, which is on the disk before the old one goes.

    A link stays a link, and the file keeps its permissions.
    """
    target = Path(os.path.realpath(path))
    partial = target.with_name(f".{target.name[:80]}.{os.getpid()}.part")
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, partial)
        partial.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise


def write_if_other(path: Path, content: bytes) -> bool:
    """Write `content` unless the file holds these bytes already; tell whether it was written."""
    if holds(path, content):
        return False
    write_whole(path, content)
    return True


def holds(path: Path, content: bytes) -> bool:
    """Tell whether a file exists with exactly these bytes."""
    try:
        with path.open("rb") as file:
            return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def remove_partials(root: Path) -> None:
    """Remove the unfinished files that a killed process left below a folder."""
    for folder, _, names in os.walk(root):
        for name in names:
            if _PARTIAL.fullmatch(name):
                Path(folder, name).unlink(missing_ok=True)


def remove_forsaken(folder: Path) -> None:
    """Remove unfinished files from a folder in which others may be writing just now: those older than a minute."""
    until = time.time() - _FORSAKEN_SECONDS
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if _PARTIAL.fullmatch(entry.name) and entry.stat().st_mtime < until:
                Path(entry.path).unlink(missing_ok=True)


def remove_file(path: Path, root: Path) -> bool:
    """Remove one file and the folders that this empties, up to `root`; tell whether it was there."""
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False
    for folder in path.parents:
        if folder == root or root not in folder.parents:
            break
        try:
            folder.rmdir()
        except OSError:
            break
    return True
