"""Paths: who takes which, what is ours, what is in the way, and what is a source."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.catalogues import write_text

from pinsite.build.claims import Claims
from pinsite.build.owned import begin_writing, end_writing, forget
from pinsite.build.unchanged import catalogue_stamps
from pinsite.build.write import Written, in_the_way, remove_stale
from pinsite.diagnostics import Place, Problems

HERE = Place("pinsite.yaml")


@pytest.mark.parametrize(("first", "second", "free"), [
    ("a/index.html", "b/index.html", True), ("a/index.html", "a/index.html", False),
    ("a/index.html", "A/Index.html", False), ("a/index.html", "a", False), ("a", "a/index.html", False),
    ("a/b/c", "a/b", False), ("a/b", "a/b/c/d", False), ("a/b", "a/bc", True), ("con/x", "b", True),
])  # fmt: skip
def test_two_files_get_along_or_not(first: str, second: str, free: bool) -> None:
    """The same path in any letters, and a file where another has its folder."""
    problems = Problems()
    claims = Claims(problems)
    claims.take(first, "one", HERE, "")
    before = len(list(problems))
    assert claims.take(second, "two", HERE, "rename it") is free
    assert (len(list(problems)) == before) is free


@pytest.mark.parametrize("path", ["nul/index.html", "a//b", "../a", "a./b", "a:b", "/a"])
def test_a_path_that_not_every_system_can_write_is_refused(path: str) -> None:
    """Better here than on the host."""
    problems = Problems()
    assert not Claims(problems).take(path, "one", HERE, "")
    assert [one.code.id for one in problems] == ["PIN032"]


@pytest.mark.parametrize(
    ("stale", "wanted", "blocking"),
    [
        ({"a"}, {"a/b"}, {"a"}),
        ({"a/b/c", "a/x"}, {"a/b"}, {"a/b/c"}),
        ({"a/b"}, {"a/c"}, set()),
        ({"a"}, {"a/b/c/d"}, {"a"}),
    ],
)
def test_what_is_in_the_way(stale: set[str], wanted: set[str], blocking: set[str]) -> None:
    """A file where a folder is wanted, and files in a folder where a file is."""
    assert in_the_way(stale, wanted) == blocking


def test_stale_files_go_with_the_folders_that_they_empty(tmp_path: Path) -> None:
    """Other files keep their folders, and nothing above the site is touched."""
    write_text(tmp_path / "site/a/b/c.html", "x")
    write_text(tmp_path / "site/d/e.html", "x")
    write_text(tmp_path / "site/d/foreign.txt", "x")
    write_text(tmp_path / "outside.txt", "x")
    done = Written()
    remove_stale(tmp_path / "site", ["a/b/c.html", "d/e.html", "gone.html", "../outside.txt", "d"], done)
    assert done.removed == ["a/b/c.html", "d/e.html"]
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "outside.txt", "site", "site/d", "site/d/foreign.txt"]  # fmt: skip


def test_what_is_ours_is_known_before_it_is_written(tmp_path: Path) -> None:
    """Also to the next build, if this one never ends."""
    state, output = tmp_path / "state", tmp_path / "site"
    assert begin_writing(state, output, {"a"}) == {"a"}
    assert begin_writing(state, output, {"b"}) == {"a", "b"}
    end_writing(state, {"a", "b"}, {"b"})
    assert begin_writing(state, output, {"b", "c"}) == {"b", "c"}


def test_halves_of_files_go_after_a_build_that_was_killed(tmp_path: Path) -> None:
    """Only those, and only after such a build: looking through a whole site costs time."""
    state, output = tmp_path / "state", tmp_path / "site"
    half = write_text(output / "a/.index.html.4711.part", "ha")
    other = write_text(output / "a/notes.part", "mine")
    begin_writing(state, output, {"a/index.html"})
    assert half.exists()
    begin_writing(state, output, {"a/index.html"})
    assert not half.exists()
    assert other.exists()


def test_to_forget_is_not_to_forget_what_is_ours(tmp_path: Path) -> None:
    """`--clean` after a record went still removes its page, and keeps old addresses."""
    for name in ("memory.json", "journal.json", "addresses.json", "unchanged.json"):
        write_text(tmp_path / name, "x")
    forget(tmp_path)
    forget(tmp_path / "not-there")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["addresses.json", "journal.json"]


@pytest.mark.parametrize("output", ["public", "site", "static/site", "a/b/c", "../elsewhere"])
def test_an_output_folder_is_no_source(output: str, tmp_path: Path) -> None:
    """Wherever it lies."""
    root = tmp_path / "root"
    write_text(root / "pinsite.yaml", "x")
    write_text(root / "static/kit.txt", "x")
    write_text(root / output / "index.html", "x")
    assert set(catalogue_stamps(root, root / output)) == {"pinsite.yaml", "static/kit.txt"}
