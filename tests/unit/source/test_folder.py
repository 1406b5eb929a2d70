"""Which files are records, and what is said of the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.source.reading import NOW, codes, load_files

from pinsite.diagnostics import Problems
from pinsite.files import stamps_below
from pinsite.source import Call, NoCatalogue, load
from pinsite.source.folder import record_files


def records(*paths: str) -> tuple[list[tuple[str, str, str]], list[str]]:
    problems = Problems()
    found = record_files(paths, problems)
    return [(one.kind, one.id, one.folder) for one in found], [
        f"{one.code.id} {one.place.path}" for one in problems
    ]


def test_records_and_the_folders_of_their_pictures() -> None:
    found, problems = records(
        "pins/a.yaml",
        "pins/b/pin.yml",
        "pins/b/front.jpg",
        "pins/c.JPG",
        "series/s.yaml",
        "series/t/series.yaml",
        "stories/x.md",
        "stories/x.png",
        "pages/about.md",
        "static/robots.txt",
        "templates/pin.html",
        "notes.txt",
        "ledger.csv",
    )
    assert problems == []
    assert found == [
        ("page", "about", "pages"),
        ("pin", "a", "pins"),
        ("pin", "b", "pins/b"),
        ("series", "s", "series"),
        ("series", "t", "series/t"),
        ("story", "x", "stories"),
    ]


def test_what_nothing_reads_is_told() -> None:
    _, problems = records(
        "pins/a.yaml",
        "pins/a.txt",
        "pins/b/other.yaml",
        "pins/c/d/pin.yaml",
        "stories/x.markdown",
        "stories/y/z.md",
    )
    assert problems == [
        "REF009 pins/a.txt",
        "REF009 pins/b",
        "REF009 pins/b/other.yaml",
        "REF009 pins/c",
        "REF009 pins/c/d/pin.yaml",
        "REF009 stories/x.markdown",
        "REF009 stories/y/z.md",
    ]


def test_two_files_for_one_record() -> None:
    found, problems = records("pins/a.yaml", "pins/a.yml", "pins/a/pin.yaml", "stories/a.md")
    assert len(found) == 2
    assert problems == ["REF004 pins/a.yml", "REF004 pins/a/pin.yaml"]


@pytest.mark.parametrize("name", ["Moon", "moon_moth", "moon moth", "mőn", "-a", "a--b", ""])
def test_a_name_that_is_no_id(name: str) -> None:
    _, problems = records(f"pins/{name}.yaml")
    assert problems == [f"REF003 pins/{name}.yaml"]


def test_the_order_of_files_does_not_matter() -> None:
    paths = ("pins/b.yaml", "pins/a.yaml", "pins/a/pin.yaml", "pins/x.txt")
    assert records(*paths) == records(*reversed(paths))


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    _, problems = load_files(
        tmp_path, {"pins/.DS_Store": b"\0\0", "pins/.x.yaml.swp": "x", ".git/config": "x"}
    )
    assert not problems


def test_a_folder_without_settings_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(NoCatalogue):
        load(tmp_path, stamps_below(tmp_path), Call(NOW), Problems())


def test_a_picture_is_looked_up_beside_the_record_first(tmp_path: Path) -> None:
    names = ("one.jpg", "two.jpg", "./sub/three.jpg")
    pin = "title: A\nimages:\n" + "".join(f"  - {{file: {name}, alt: x}}\n" for name in names)
    loaded, problems = load_files(
        tmp_path,
        {
            "pins/a/pin.yaml": pin,
            "pins/a/one.jpg": b"1",
            "images/one.jpg": b"2",
            "images/two.jpg": b"3",
            "pins/a/sub/three.jpg": b"4",
        },
    )
    assert codes(problems) == set()
    assert {use.path for use in loaded.pictures.values()} == {
        "pins/a/one.jpg",
        "images/two.jpg",
        "pins/a/sub/three.jpg",
    }


def test_a_link_does_not_lead_out_of_the_catalogue(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    site = tmp_path / "site"
    (site / "images").mkdir(parents=True)
    (site / "images/linked.jpg").symlink_to(tmp_path / "secret.jpg")
    (site / "images/folder").symlink_to(tmp_path)
    pin = "title: A\nimages: [{file: linked.jpg, alt: x}, {file: folder/secret.jpg, alt: y}]\n"
    _, problems = load_files(site, {"pins/a.yaml": pin})
    assert [one.code.id for one in problems if one.code.id.startswith("REF")] == ["REF008", "REF008"]


def test_a_name_too_long_for_any_disk_is_merely_missing(tmp_path: Path) -> None:
    _, problems = load_files(tmp_path, {"pins/a.yaml": f"title: A\nimages: {'x' * 5000}.jpg\n"})
    assert codes(problems) == {"REF007"}


def test_drafts_and_what_is_not_published_want_no_completeness(tmp_path: Path) -> None:
    files = {
        "pins/a.yaml": "title: A\ndraft: yes\n",
        "pins/b.yaml": "title: B\npublish: 2027-01-01\n",
        "pins/c.yaml": "title: C\nexpires: 2025-01-01\n",
    }
    loaded, problems = load_files(tmp_path, files)
    assert not problems
    assert {one.id for one in loaded.catalogue.unpublished} == {"a", "b", "c"}
    assert not load_files(tmp_path, files, drafts=True)[1]
