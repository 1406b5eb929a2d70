"""Put the site on disk: everything is laid out beside it first, and then moved into place, whole files and folders.

What is made is compared with what stands there; only what differs is laid out. So a build that fails, or is stopped
before it has made everything, has touched nothing, and no made page waits in memory for the others.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from pinsite.files import holds

#: Where styles, scripts and data are that pages show: they come first.
_SHOWN = "assets"
#: In bytes; file systems take 255.
_LONGEST = 240


def on_disk(output: Path, path: str) -> tuple[int, int] | None:
    """Return size and modification time of an output, or None where it is not there."""
    try:
        status = os.stat(f"{output}{os.sep}{path}")  # noqa: PTH116 - tens of thousands of calls
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_size, status.st_mtime_ns


class Stage:
    """A folder on the file system of the site, in which files wait to be moved into place.

    Files that the site has not got wait in their folders, so that whole folders can be moved. Files that it has got
    wait side by side, under names that hold their paths: a folder for each would cost more than the file. Each process
    has a folder of its own for them: in one that they share, they wait for each other at each file.
    """

    def __init__(self, output: Path, state: Path) -> None:
        self._output = output
        self.folder = state / "stage" if _same_system(state, output) else output / ".pinsite-stage"
        self._new, self._over = self.folder / "new", self.folder / "over"
        self._folders: set[str] = set()
        self._is_new = not output.exists()

    def clear(self) -> None:
        """Remove whatever waits there."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def lying(self, path: str) -> bytes | None:
        """Return what lies in the site at a path; None where nothing does, or it cannot be read."""
        try:
            with open(f"{self._output}{os.sep}{path}", "rb") as file:  # noqa: PTH123 - as below
                return file.read()
        except OSError:
            return None

    def put(self, path: str, content: bytes) -> tuple[bool, tuple[int, int]]:
        """Lay a file out unless the site holds these bytes already; return whether it was, and its stamp."""
        stamp = None if self._is_new else on_disk(self._output, path)
        if stamp is not None and stamp[0] == len(content) and holds(self._output / path, content):
            return False, stamp
        target = self._place(path, is_there=stamp is not None)
        folder = target.rpartition("/")[0]
        if folder not in self._folders:
            _make_folder(folder)
            self._folders.add(folder)
        with open(target, "wb") as file:  # noqa: PTH123
            file.write(content)
            file.flush()
            status = os.fstat(file.fileno())
        return True, (status.st_size, status.st_mtime_ns)

    def _place(self, path: str, *, is_there: bool) -> str:
        name = path.replace("!", "!1").replace("/", "!0")
        if is_there and len(name.encode()) <= _LONGEST:
            return f"{self._over}/{os.getpid()}/{name}"
        return f"{self._new}/{path}"

    def move_in(self) -> None:
        """Move everything into place: first what pages show, then the pages."""
        if not self.folder.is_dir():
            return
        self._output.mkdir(parents=True, exist_ok=True)
        if (self._new / _SHOWN).is_dir():
            (self._output / _SHOWN).mkdir(exist_ok=True)
            _move(self._new / _SHOWN, self._output / _SHOWN)
        over = sorted(self._over.glob("*/*"), key=lambda path: path.name) if self._over.is_dir() else []
        shown = f"{_SHOWN}!0"
        self._move_over(path for path in over if path.name.startswith(shown))
        if self._new.is_dir():
            _move(self._new, self._output)
        self._move_over(path for path in over if not path.name.startswith(shown))
        self.clear()

    def _move_over(self, paths: Iterable[Path]) -> None:
        for source in paths:
            target = f"{self._output}{os.sep}{source.name.replace('!0', '/').replace('!1', '!')}"
            try:
                os.replace(source, target)  # noqa: PTH105 - as above
            except FileNotFoundError:
                _make_folder(target.rpartition("/")[0])
                os.replace(source, target)  # noqa: PTH105


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
