"""What counts as a change."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from watchdog.events import DirModifiedEvent, FileModifiedEvent, FileMovedEvent, FileOpenedEvent

from pinsite.serve import watching
from pinsite.serve.watching import QUIET_SECONDS, Changes, Watcher, _Handler

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def heard() -> list[str]:
    return []


def wait_for(holds: Callable[[], bool], seconds: float = 15.0) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_only_what_a_build_reads_is_a_change(heard: list[str]) -> None:
    """Reading, the caches, the site, hidden files and backups are not."""
    handler = _Handler(Path("/c"), heard.append)
    for event in (
        FileOpenedEvent("/c/pins/a.yaml"),
        DirModifiedEvent("/c/pins"),
        FileModifiedEvent("/c/public/index.html"),
        FileModifiedEvent("/c/.pinsite/pictures.json"),
        FileModifiedEvent("/c/pins/.a.yaml.swp"),
        FileModifiedEvent("/c/pins/a.yaml~"),
        FileModifiedEvent("/c/pins/a.yaml"),
        FileMovedEvent("/c/pins/.new", "/c/pins/b.yaml"),
    ):
        handler.on_any_event(event)
    assert heard == ["pins/a.yaml", "pins/b.yaml"]


def test_many_events_are_one_change() -> None:
    """A save tells several times; each path is told once."""
    changes = Changes()
    for _ in range(3):
        changes.note("pins/a.yaml")
    changes.note("pins/b.yaml")
    assert changes.wait(None, lambda: NOON) == ("pins/a.yaml", "pins/b.yaml")


def test_what_was_quiet_while_a_build_ran_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time since the last event counts, not the time since somebody asks."""
    changes = Changes()
    changes.note("pins/a.yaml")
    later = time.monotonic() + QUIET_SECONDS
    monkeypatch.setattr(watching.time, "monotonic", lambda: later)
    monkeypatch.setattr(changes._condition, "wait", lambda _: pytest.fail("it waited"))
    assert changes.wait(None, lambda: NOON) == ("pins/a.yaml",)


def test_a_moment_that_comes_is_a_change_without_a_file() -> None:
    """A record whose `publish` comes appears by itself."""
    times = iter([NOON, NOON, *[NOON + timedelta(seconds=1)] * 20])
    assert Changes().wait(NOON + timedelta(milliseconds=5), lambda: next(times)) == ()


def test_the_end_is_no_change() -> None:
    """Whoever waits is sent home."""
    changes = Changes()
    changes.note("x")
    changes.stop()
    assert changes.wait(None, lambda: NOON) is None


def test_folders_that_come_later_are_watched(tmp_path: Path, heard: list[str]) -> None:
    """Also one that was removed and made again."""
    (tmp_path / "pins").mkdir()
    (tmp_path / "public").mkdir()
    watcher = Watcher(tmp_path, (), heard.append)
    try:
        assert watcher.start()
        (tmp_path / "pins/a.yaml").write_text("title: A")
        wait_for(lambda: "pins/a.yaml" in heard)
        (tmp_path / "stories").mkdir()
        wait_for(lambda: "stories" in heard)
        watcher.refresh()
        (tmp_path / "stories/s.md").write_text("x")
        wait_for(lambda: "stories/s.md" in heard)
        (tmp_path / "stories/s.md").unlink()
        (tmp_path / "stories").rmdir()
        watcher.refresh()
        (tmp_path / "stories").mkdir()
        watcher.refresh()
        (tmp_path / "stories/t.md").write_text("x")
        wait_for(lambda: "stories/t.md" in heard)
        (tmp_path / "public/index.html").write_text("x")
        (tmp_path / "pins/b.yaml").write_text("title: B")
        wait_for(lambda: "pins/b.yaml" in heard)
        assert not any(path.startswith("public/") for path in heard)
    finally:
        watcher.stop()
