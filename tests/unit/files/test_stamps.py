"""What the file system tells of files without opening them."""

from __future__ import annotations

import os
from pathlib import Path

from pinsite.files import digest_bytes, digest_file, digest_text, stamp_of, stamps_below


def test_files_below_a_folder_by_path(tmp_path: Path) -> None:
    for path in (
        "a.yaml",
        "pins/b.yaml",
        "pins/c/d.jpg",
        "public/x.html",
        "pins/public/y",
        ".git/config",
        "pins/.hidden",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    assert list(stamps_below(tmp_path, frozenset({"public"}))) == [
        "a.yaml",
        "pins/b.yaml",
        "pins/c/d.jpg",
        "pins/public/y",
    ]


def test_what_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    assert stamp_of(tmp_path / "nothing") is None
    (tmp_path / "file").write_text("x")
    assert stamp_of(tmp_path / "file/below") is None
    assert stamps_below(tmp_path / "nothing") == {}


def test_every_change_changes_the_stamp(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    os.utime(path, ns=(1_000_000_000, 1_000_000_000))
    first = stamp_of(path)
    path.write_text("two")
    os.utime(path, ns=(1_000_000_000, 1_000_000_000))
    second = stamp_of(path)
    assert second != first, "the same size and time, but not the same ctime"
    other = tmp_path / "b"
    other.write_text("two")
    other.replace(path)
    assert stamp_of(path) != second


def test_links_are_followed_and_circles_end(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "pins").mkdir(parents=True)
    (root / "pins/a.yaml").write_text("x")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/b.jpg").write_text("y")
    (root / "pins/circle").symlink_to(root)
    (root / "images").symlink_to(tmp_path / "elsewhere")
    (root / "broken").symlink_to(tmp_path / "nothing")
    (root / "itself").symlink_to("itself")
    found = stamps_below(root)
    assert {"pins/a.yaml", "images/b.jpg"} <= set(found)
    assert "broken" not in found
    assert len(found) < 10


def test_a_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("月".encode())
    assert digest_file(tmp_path / "a") == digest_text("月") == digest_bytes("月".encode())
    assert len(digest_bytes(b"")) == 32
    assert digest_text("\udce9") != digest_text("?")
