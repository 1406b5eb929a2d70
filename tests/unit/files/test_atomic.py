"""Files are written whole or not at all, and only what we made is removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pinsite.files import holds, remove_file, write_if_other, write_whole


def test_a_file_and_its_folders_are_made(tmp_path: Path) -> None:
    write_whole(tmp_path / "a/b/c.html", b"x")
    assert (tmp_path / "a/b/c.html").read_bytes() == b"x"
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["c.html"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "a", b"old")
    write = Path.write_bytes

    def half(self: Path, content: bytes) -> int:
        write(self, content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a", b"a new and longer text")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_swap_that_is_interrupted_leaves_no_part_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "a", b"old")

    def interrupted(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert write_if_other(path, b"x")
    before = path.stat().st_ino
    assert not write_if_other(path, b"x")
    assert path.stat().st_ino == before
    assert write_if_other(path, b"y")


def test_a_long_name_can_be_written(tmp_path: Path) -> None:
    write_whole(tmp_path / ("x" * 200), b"x")
    assert holds(tmp_path / ("x" * 200), b"x")


def test_what_a_file_holds(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert holds(tmp_path / "a", b"abc")
    assert not holds(tmp_path / "a", b"abd")
    assert not holds(tmp_path / "a", b"ab")
    assert not holds(tmp_path / "nothing", b"")
    assert not holds(tmp_path / "a/below", b"")
    assert not holds(tmp_path, b"")


def test_empty_folders_go_with_their_last_file_and_others_stay(tmp_path: Path) -> None:
    root = tmp_path / "public"
    for path in ("a/b/c.html", "a/kept.html", "d/e.html"):
        write_whole(root / path, b"x")
    assert remove_file(root / "a/b/c.html", root)
    assert not (root / "a/b").exists()
    assert (root / "a/kept.html").exists()
    assert remove_file(root / "d/e.html", root)
    assert remove_file(root / "a/kept.html", root)
    assert root.is_dir(), "the root is not ours to remove"
    assert not remove_file(root / "a/kept.html", root)
    assert not remove_file(root / "a/kept.html/below", root)
