"""`pinsite build`: what it writes, tells and returns."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from command import pinsite
from support.builds import site_bytes
from support.catalogues import write_pin, write_settings, write_text


def test_two_builds(catalogue: Path) -> None:
    """The first build tells what it made; the second that there was nothing to do, and changes no file."""
    first = pinsite("build", catalogue)
    assert (first.code, first.err.count(": error ")) == (0, 0)
    assert "pages" in first.out
    before = {path: path.stat().st_mtime_ns for path in (catalogue / "public").rglob("*")}
    second = pinsite("build", catalogue)
    assert (second.code, second.out) == (0, "Nothing has changed.\n")
    assert {path: path.stat().st_mtime_ns for path in (catalogue / "public").rglob("*")} == before
    # Warnings are content's, not the build's: they are told each time.
    assert [line.split(": help")[0] for line in second.err.splitlines() if ": warning " in line]


def test_many_alike_warnings_are_counted(catalogue: Path) -> None:
    """Ten of a code are told, then how many more there are, by a first build and an idle one; `check` tells all."""
    for number in range(12):
        write_pin(catalogue, f"without-picture-{number}")
    told = [pinsite("build", catalogue).err, pinsite("build", catalogue).err, pinsite("check", catalogue).err]
    lines = [[line for line in err.splitlines() if "warning PIN101:" in line] for err in told]
    every = len(lines[2])
    assert [len(one) for one in lines] == [10, 10, every]
    assert every >= 12
    sentence = f"… and {every - 10} more of PIN101: `pinsite check` shows them all."
    assert [sentence in err for err in told] == [True, True, False]


def test_json_is_one_object_and_nothing_else(catalogue: Path) -> None:
    """`--json` prints exactly the fields of the contract, in a first build, an idle one and after an edit."""
    told = pinsite("build", catalogue, "--json")
    first = json.loads(told.out)
    assert told.err == ""
    _has_the_shape(first)
    assert first["ok"]
    assert first["pages"]["made"] > 10
    assert first["pages"]["kept"] == first["pages"]["removed"] == 0
    assert sorted(first["written"]) == sorted(site_bytes(catalogue / "public"))
    second = json.loads(pinsite("build", catalogue, "--json").out)
    _has_the_shape(second)
    assert (second["written"], second["removed"], second["pages"]["kept"]) == ([], [], first["pages"]["made"])
    assert second["problems"] == first["problems"]
    (catalogue / "pages" / "faq.md").unlink()
    third = json.loads(pinsite("build", catalogue, "--json").out)
    assert "faq/index.html" in third["removed"]
    assert third["pages"]["removed"] == 2  # one a language


def test_json_of_errors(catalogue: Path) -> None:
    """With errors the object says so, holds every problem, and nothing was written."""
    write_pin(catalogue, "odd", platting="gold")
    told = pinsite("build", catalogue, "--json")
    record = json.loads(told.out)
    _has_the_shape(record)
    assert (told.code, record["ok"], record["written"]) == (1, False, [])
    assert [one["file"] for one in record["problems"] if one["severity"] == "error"] == ["pins/odd.yaml"]
    assert not (catalogue / "public").exists()


def _has_the_shape(record: dict[str, object]) -> None:
    assert list(record) == ["ok", "pages", "images", "written", "removed", "problems", "seconds"]
    for name in ("pages", "images"):
        counts = record[name]
        assert isinstance(counts, dict)
        assert set(counts) == {"made", "kept", "removed"}
    problems = record["problems"]
    assert isinstance(problems, list)
    for one in problems:
        assert list(one) == ["file", "line", "column", "severity", "code", "message", "help"]


def test_errors_leave_the_site_as_it_was(catalogue: Path) -> None:
    """Errors are told with line and caret, the exit code is 1, and the published site is not touched."""
    pinsite("build", catalogue)
    before = site_bytes(catalogue / "public")
    write_text(catalogue / "pins" / "odd.yaml", "title: Odd\nplatting: gold\nsize: huge\n")
    told = pinsite("build", catalogue)
    assert told.code == 1
    assert "pins/odd.yaml:2:1: error PIN" in told.err
    assert "\n  2 | platting: gold\n    | ^^^^^^^^ did you mean `plating`?\n" in told.err
    assert "pins/odd.yaml:3:7: error PIN" in told.err
    assert "The site was not touched" in told.err
    assert told.out == ""
    assert site_bytes(catalogue / "public") == before


def test_a_pin_of_a_title_alone(tmp_path: Path) -> None:
    """A title is enough for a pin, and for a site."""
    write_text(tmp_path / "pinsite.yaml", "title: One\n")
    write_text(tmp_path / "pins" / "moth.yaml", "title: Moth\n")
    told = pinsite("build", tmp_path)
    assert told.code == 0
    assert "Moth" in (tmp_path / "public" / "pins" / "moth" / "index.html").read_text("utf-8")


def test_a_catalogue_without_pins(tmp_path: Path) -> None:
    """An empty folder of pins, or none, is a site all the same."""
    write_settings(tmp_path, theme="atelier")
    (tmp_path / "pins").mkdir()
    assert pinsite("build", tmp_path).code == 0
    assert (tmp_path / "public" / "index.html").is_file()


def test_output(catalogue: Path, tmp_path: Path) -> None:
    """`--output` writes elsewhere; the catalogue itself and its own folders are refused."""
    elsewhere = tmp_path / "www" / "pins"
    assert pinsite("build", catalogue, "--output", elsewhere).code == 0
    assert (elsewhere / "index.html").is_file()
    assert not (catalogue / "public").exists()
    for refused in (catalogue, catalogue / "pins", tmp_path):
        assert pinsite("build", catalogue, "--output", refused).code == 2


def test_files_of_others_stay(catalogue: Path) -> None:
    """A file in the output that pinsite did not make is never removed."""
    pinsite("build", catalogue)
    mine = write_text(catalogue / "public" / "CNAME", "example.org\n")
    write_pin(catalogue, "moon-moth", title="Another Moth")
    (catalogue / "pins" / "hermit-crab.yaml").unlink()
    assert pinsite("build", catalogue, "--clean").code == 0
    assert mine.read_text("utf-8") == "example.org\n"


def test_base_url(catalogue: Path) -> None:
    """`--base-url` gives the site an address with a path; without it links are relative files."""
    assert pinsite("build", catalogue, "--base-url", "https://x.example/a/b/").code == 0
    page = (catalogue / "public" / "pins" / "moon-moth" / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://x.example/a/b/pins/moon-moth/">' in page
    assert pinsite("build", catalogue).code == 0
    page = (catalogue / "public" / "pins" / "moon-moth" / "index.html").read_text("utf-8")
    assert "canonical" not in page
    assert 'href="../../index.html"' in page


def test_drafts(catalogue: Path) -> None:
    """`--drafts` shows what is not published yet; the next build without it takes it away again."""
    write_pin(catalogue, "secret", draft="true")
    page = catalogue / "public" / "pins" / "secret" / "index.html"
    pinsite("build", catalogue)
    assert not page.exists()
    pinsite("build", catalogue, "--drafts")
    assert page.is_file()
    pinsite("build", catalogue)
    assert not page.exists()


def test_clean_and_jobs_give_the_same_site(catalogue: Path) -> None:
    """A build that forgets everything, with one worker or three, writes the same bytes."""
    pinsite("build", catalogue, "--jobs", "1")
    before = site_bytes(catalogue / "public")
    told = json.loads(pinsite("build", catalogue, "--clean", "--jobs", "3", "--json").out)
    assert told["pages"]["made"] > 10
    assert told["written"] == []
    assert site_bytes(catalogue / "public") == before


def test_what_pinsite_remembers_may_be_deleted(catalogue: Path) -> None:
    """Without `.pinsite/` a build does all its work again, and the site is the same."""
    pinsite("build", catalogue)
    before = site_bytes(catalogue / "public")
    shutil.rmtree(catalogue / ".pinsite")
    assert pinsite("build", catalogue).code == 0
    assert site_bytes(catalogue / "public") == before


@pytest.mark.parametrize("extra", [(), ("--json",)])
def test_an_output_that_cannot_be_written_is_3(
    catalogue: Path, tmp_path: Path, extra: tuple[str, ...]
) -> None:
    """A disk that refuses is the machine's failure: exit code 3, a sentence, no traceback."""
    write_text(tmp_path / "file", "not a folder")
    told = pinsite("build", catalogue, "--output", tmp_path / "file" / "site", *extra)
    assert told.code == 3
    assert "the machine failed" in told.err
    assert "Traceback" not in told.err
