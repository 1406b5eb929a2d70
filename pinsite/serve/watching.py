"""Notice that a file of the catalogue, or of the themes that come with pinsite, has changed."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

QUIET_SECONDS = 0.1
"""An editor's save is several events, a checkout hundreds: the build waits until nothing happens so long."""

_LONGEST_SETTLING = 2.0
_CLOCK_SECONDS = 20.0
_TELLING = frozenset({"created", "modified", "moved", "deleted", "closed"})


class Changes:
    """What has changed since somebody last asked."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._paths: dict[str, None] = {}
        self._noted = 0.0
        self._stopped = False

    def note(self, path: str) -> None:
        """Add a path, relative to the catalogue."""
        with self._condition:
            self._paths[path] = None
            self._noted = time.monotonic()
            self._condition.notify_all()

    @property
    def is_waiting(self) -> bool:
        """Tell whether something has changed that nobody has asked for."""
        return bool(self._paths)

    def stop(self) -> None:
        """Send whoever waits home."""
        with self._condition:
            self._stopped = True
            self._condition.notify_all()

    def wait(self, moment: datetime | None, now: Callable[[], datetime]) -> tuple[str, ...] | None:
        """Return what changed once it is quiet; nothing when `moment` has come; None when all is over.

        The clock is looked at now and then, for a machine that slept wakes late.
        """
        with self._condition:
            while not (self._paths or self._stopped):
                if moment is not None and now() > moment:
                    return ()
                self._condition.wait(_until(moment, now))
            self._settle()
            found, self._paths = tuple(self._paths), {}
            return None if self._stopped else found

    def _settle(self) -> None:
        """Wait until nothing has happened for a while, which may be so already: a build took longer than that."""
        end = time.monotonic() + _LONGEST_SETTLING
        while not self._stopped and (now := time.monotonic()) < min(end, self._noted + QUIET_SECONDS):
            self._condition.wait(self._noted + QUIET_SECONDS - now)


def _until(moment: datetime | None, now: Callable[[], datetime]) -> float | None:
    if moment is None:
        return None
    return min(_CLOCK_SECONDS, max(0.0, (moment - now()).total_seconds()) + 0.01)


class Watcher:
    """Watches each folder of the catalogue but those that pinsite writes itself.

    The root is watched without what is below it, for the caches and the site hold more folders than all
    sources, and systems limit how many may be watched.
    """

    def __init__(self, root: Path, others: tuple[Path, ...], note: Callable[[str], None]) -> None:
        self._root, self._others = root, others
        self._handler = _Handler(root, note)
        self._observer: BaseObserver = Observer()
        self._watched: dict[Path, tuple[ObservedWatch, int]] = {}

    def start(self) -> bool:
        """Begin; tell whether the system itself reports changes (or files are looked at every second)."""
        try:
            self._begin()
        except OSError:
            self.stop()
            self._observer = PollingObserver(timeout=1.0)
            self._watched.clear()
            self._begin()
            return False
        return True

    def _begin(self) -> None:
        self._observer.schedule(self._handler, str(self._root), recursive=False)
        for folder in self._others:
            self._observer.schedule(self._handler, str(folder), recursive=True)
        self.refresh()
        self._observer.start()

    def refresh(self) -> None:
        """Watch folders that are new since, also where one was removed and made again under its old name."""
        now = {folder: folder.stat().st_ino for folder in self._folders()}
        for folder, (watch, inode) in list(self._watched.items()):
            if now.get(folder) != inode:
                del self._watched[folder]
                with contextlib.suppress(KeyError, OSError):
                    self._observer.unschedule(watch)
        for folder in now.keys() - self._watched.keys():
            watch = self._observer.schedule(self._handler, str(folder), recursive=True)
            self._watched[folder] = (watch, now[folder])

    def _folders(self) -> Iterator[Path]:
        with os.scandir(self._root) as entries:
            for entry in entries:
                if entry.is_dir() and not entry.name.startswith(".") and entry.name != "public":
                    yield Path(entry.path)

    def stop(self) -> None:
        """Stop watching."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join(2.0)


class _Handler(FileSystemEventHandler):
    """Passes on paths that a build may read."""

    def __init__(self, root: Path, note: Callable[[str], None]) -> None:
        self._root = str(root)
        self._note = note

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Sort out one event; reading a file, or a new file's effect on its folder's time, is no change."""
        if event.event_type not in _TELLING or (event.is_directory and event.event_type == "modified"):
            return
        for path in (event.src_path, event.dest_path):
            shown = self._shown(os.fsdecode(path)) if path else None
            if shown is not None:
                self._note(shown)

    def _shown(self, path: str) -> str | None:
        inside = path.startswith(self._root + os.sep)
        shown = (path[len(self._root) + 1 :] if inside else path).replace(os.sep, "/")
        parts = shown.split("/")
        if not shown or shown.endswith("~") or parts[-1].startswith("."):
            return None
        return (
            None
            if inside and (parts[0] == "public" or any(part.startswith(".") for part in parts))
            else shown
        )
