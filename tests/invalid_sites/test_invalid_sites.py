"""Broken catalogues: every mistake is told at its place, and the site that stands stays as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.builds import Studio, site_bytes
from support.catalogues import write_small_catalogue

from pinsite.build import Report
from pinsite.diagnostics import Problem, as_text

HERE = Path(__file__).parent
SITES = sorted(path.parent.name for path in HERE.glob("*/site"))
#: Codes of problems that mean a file as a whole, by its name or its place.
OF_WHOLE_FILES = {"REF003", "REF004", "REF009", "THM001", "THM007", "THM009"}


def put_in_place(studio: Studio, name: str) -> None:
    """Replace the sources of a catalogue, but not its site and memory."""
    for path in studio.root.iterdir():
        if path.name not in ("public", ".pinsite"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(HERE / name / "site", studio.root, dirs_exist_ok=True)


def shown(studio: Studio, problems: list[Problem]) -> str:
    """Return problems as the command shows them."""
    assert studio.last.loaded is not None
    files = studio.last.loaded.files
    texts = [
        as_text(one, lambda path, line: files[path].line(line) if path in files else None) for one in problems
    ]
    return "".join(f"{text}\n" for text in texts)


@dataclass(frozen=True)
class Outcome:
    """What came of building a broken catalogue over a published site."""

    studio: Studio
    report: Report
    before: dict[str, bytes]
    after: dict[str, bytes]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """Build every broken catalogue once."""
    folder = tmp_path_factory.mktemp("invalid")
    published = Studio(write_small_catalogue(folder / "published"))
    published.build()
    return {name: _break(published.root, folder / name, name) for name in SITES}


def _break(published: Path, root: Path, name: str) -> Outcome:
    studio = Studio(Path(shutil.copytree(published, root)))
    before = site_bytes(studio.output)
    put_in_place(studio, name)
    return Outcome(studio, studio.try_build(), before, site_bytes(studio.output))


@pytest.mark.parametrize("name", SITES)
def test_a_broken_catalogue_tells_exactly_its_mistakes(name: str, outcomes: dict[str, Outcome]) -> None:
    found = shown(outcomes[name].studio, outcomes[name].report.problems)
    if os.environ.get("PINSITE_ACCEPT"):
        (HERE / name / "expected.txt").write_text(found, "utf-8")
    assert found == (HERE / name / "expected.txt").read_text("utf-8")
    assert found


@pytest.mark.parametrize("name", SITES)
def test_an_error_leaves_the_published_site_as_it_was(name: str, outcomes: dict[str, Outcome]) -> None:
    report = outcomes[name].report
    assert report.ok == (report.errors == 0)
    if report.errors:
        assert (report.written, report.removed) == ([], [])
        assert outcomes[name].after == outcomes[name].before


@pytest.mark.parametrize("name", SITES)
def test_every_problem_has_a_place_that_exists(name: str, outcomes: dict[str, Outcome]) -> None:
    for problem in outcomes[name].report.problems:
        place = problem.place
        if place.line == 0:
            assert problem.code.id in OF_WHOLE_FILES
            continue
        lines = (outcomes[name].studio.root / place.path).read_bytes().split(b"\n")
        assert 1 <= place.line <= len(lines), problem
        line = lines[place.line - 1].decode("utf-8", "replace")
        assert 1 <= place.column <= len(line) + 1, problem
        assert place.column + place.length <= len(line) + 2, problem


def test_forty_mistakes_are_told_in_one_run(outcomes: dict[str, Outcome]) -> None:
    report = outcomes["forty-mistakes"].report
    errors = [one for one in report.problems if one.severity == "error"]
    assert len(errors) >= 40
    assert len({one.code.id for one in errors}) >= 40
    assert all(one.help for one in report.problems)
    assert all(one.place.column >= 1 for one in errors if one.place.line)
    of_files = [one.code.id for one in errors if not one.place.line]
    assert of_files == ["REF003", "REF004"], "a file's name is wrong, and no line of it"


def test_the_command_says_so_too(tmp_path: Path) -> None:
    site = shutil.copytree(HERE / "forty-mistakes" / "site", tmp_path / "site")
    call = [sys.executable, "-m", "pinsite", "build", str(site), "--output", str(tmp_path / "public")]
    done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 1
    told = done.stdout + done.stderr
    assert sum(": error " in line for line in told.splitlines()) >= 40
    assert not (tmp_path / "public").exists()
