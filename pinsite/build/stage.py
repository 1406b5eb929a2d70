"""Put the site on disk: everything is laid out beside it first, and then moved into place, whole files and folders.

What is made is compared with what stands there; only what differs is laid out. So a build that fails, or is stopped
before it has made everything, has touched nothing, and no made page waits in memory for the others.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from pinsite.files import holds

#: Where styles, scripts and data are that pages show: they come first.
_SHOWN = "assets"


def on_disk(output: Path, path: str) -> tuple[int, int] | None:
    """Return size and modification time of an output, or None where it is not there."""
    try:
        status = os.stat(f"{output}{os.sep}{path}")  # noqa: PTH116 - tens of thousands of calls
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_size, status.st_mtime_ns


class Stage:
    """A folder on the file system of the site, in which files wait to be moved into place."""

    def __init__(self, output: Path, state: Path) -> None:
        self._output = output
        self.folder = state / "stage" if _same_system(state, output) else output / ".pinsite-stage"
        self._folders: set[str] = set()
        self._is_new = not output.exists()

    def clear(self) -> None:
        """Remove whatever waits there."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def put(self, path: str, content: bytes) -> tuple[bool, tuple[int, int]]:
        """Lay a file out unless the site holds these bytes already; return whether it was, and its stamp."""
        if not self._is_new and holds(self._output / path, content):
            stamp = on_disk(self._output, path)
            if stamp is not None:
                return False, stamp
        target = f"{self.folder}{os.sep}{path}"
        folder = target.rpartition("/")[0]
        if folder not in self._folders:
            _make_folder(folder)
            self._folders.add(folder)
        with open(target, "wb") as file:  # noqa: PTH123
            file.write(content)
            file.flush()
            status = os.fstat(file.fileno())
        return True, (status.st_size, status.st_mtime_ns)

    def move_in(self) -> None:
        """Move everything into place: first what pages show, then the pages."""
        if not self.folder.is_dir():
            return
        self._output.mkdir(parents=True, exist_ok=True)
        if (self.folder / _SHOWN).is_dir():
            (self._output / _SHOWN).mkdir(exist_ok=True)
            _move(self.folder / _SHOWN, self._output / _SHOWN)
        _move(self.folder, self._output)
        self.clear()


def _make_folder(folder: str) -> None:
    """Make a folder; where the one above it is there, as it mostly is, that takes one call."""
    try:
        os.mkdir(folder)  # noqa: PTH102 - a Path costs as much as the file
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def _same_system(state: Path, output: Path) -> bool:
    return _device(state) == _device(output)


def _device(path: Path) -> int:
    while not path.exists():
        path = path.parent
    return path.stat().st_dev


def _move(source: Path, target: Path) -> None:
    """Move all files of a folder; a folder that the site has not got goes in one move."""
    for entry in _entries(source):
        into = target / entry.name
        if entry.is_dir() and into.exists():
            _move(Path(entry.path), into)
        else:
            Path(entry.path).replace(into)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        yield from sorted(entries, key=lambda entry: entry.name)
