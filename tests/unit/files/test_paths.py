"""What an author may name, and what a page may be called."""

from __future__ import annotations

from pathlib import Path

import pytest

from pinsite.files import Outside, inside, safe_site_path


@pytest.mark.parametrize(
    "name",
    [
        "../pins/a.jpg",
        "a.jpg",
        "sub/a.jpg",
        "./a.jpg",
        "sub//a.jpg",
        "..a.jpg",
        "a..jpg",
        "sub\\a.jpg",
        "月.jpg",
        "a b.jpg",
    ],
)
def test_names_within_the_catalogue(tmp_path: Path, name: str) -> None:
    assert inside(tmp_path, "pins", name).is_relative_to(tmp_path / "pins")


@pytest.mark.parametrize(
    "name",
    [
        "../../a.jpg",
        "sub/../../../a.jpg",
        "../..",
        "..\\..\\a.jpg",
        "/etc/passwd",
        "\\a.jpg",
        "\\\\host\\share\\a.jpg",
        "//host/a.jpg",
        "C:\\a.jpg",
        "c:a.jpg",
        "C:/a.jpg",
        "a\0.jpg",
    ],
)
def test_names_that_leave_it(tmp_path: Path, name: str) -> None:
    with pytest.raises(Outside):
        inside(tmp_path, "pins", name)


def test_a_link_is_followed_before_it_is_trusted(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "pins").mkdir(parents=True)
    (root / "pins/out").symlink_to(tmp_path)
    (root / "pins/within").symlink_to(root / "pins")
    assert inside(root, "pins", "within/a.jpg")
    with pytest.raises(Outside):
        inside(root, "pins", "out/a.jpg")


def test_a_catalogue_may_itself_be_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "real/pins").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert inside(tmp_path / "link", "pins", "a.jpg")


@pytest.mark.parametrize(
    "path",
    ["index.html", "pins/moon-moth/index.html", "月/蛾.html", "a.b/c", ".well-known/x", "console/x", "com0"],
)
def test_site_paths_for_every_system(path: str) -> None:
    assert safe_site_path(path) is None


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "a/../b",
        "a/.",
        "a.",
        "a ",
        " a",
        "a/b /c",
        "con",
        "CON.txt",
        "pins/aux/index.html",
        "nul .txt",
        "lpt9",
        "a:b",
        "a?b",
        "a*b",
        "a<b",
        'a"b',
        "a|b",
        "a\\b",
        "a\x00b",
        "a\nb",
        "a\x7fb",
        "e\u0301",
        "x" * 201,
        "月" * 67,
        "a\udce9b",
    ],
)
def test_site_paths_that_some_system_refuses(path: str) -> None:
    assert safe_site_path(path)
