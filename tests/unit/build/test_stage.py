"""Where made files wait, and how they come into the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from pinsite.build.stage import Stage


def lay_out(root: Path, files: dict[str, bytes]) -> Stage:
    """Lay some files out for a site."""
    stage = Stage(root / "public", root / "state")
    for path, content in files.items():
        stage.put(path, content)
    return stage


NAMES = [
    "index.html",
    "a/b/index.html",
    "a/!0/!1!.html",
    "a!/b!0c",
    "ä/" + "ü" * 100,
    "p/" + "x" * 250,
    "assets/a.js",
]


@pytest.mark.parametrize("name", NAMES)
def test_what_waits_comes_to_its_place(tmp_path: Path, name: str) -> None:
    """New, and instead of what lies there, whatever its name is."""
    for content in (b"one", b"two", b"three"):
        lay_out(tmp_path, {name: content}).move_in()
        found = [path for path in (tmp_path / "public").rglob("*") if path.is_file()]
        assert [(path.relative_to(tmp_path / "public").as_posix(), path.read_bytes()) for path in found] == [
            (name, content)
        ]
        assert not (tmp_path / "state/stage").exists()


def test_what_lies_there_already_is_not_laid_out(tmp_path: Path) -> None:
    """Its stamp stays."""
    stage = lay_out(tmp_path, {"a": b"one"})
    stage.move_in()
    before = (tmp_path / "public/a").stat().st_mtime_ns
    assert Stage(tmp_path / "public", tmp_path / "state").put("a", b"one") == (False, (3, before))
    assert stage.lying("a") == b"one"
    assert stage.lying("none") is None


def test_a_folder_that_has_gone_meanwhile_comes_back(tmp_path: Path) -> None:
    """Somebody takes files away while a build is at work."""
    lay_out(tmp_path, {"a/b": b"one"}).move_in()
    stage = lay_out(tmp_path, {"a/b": b"two"})
    (tmp_path / "public/a/b").unlink()
    (tmp_path / "public/a").rmdir()
    stage.move_in()
    assert (tmp_path / "public/a/b").read_bytes() == b"two"
