"""`pinsite check`: every look of a problem."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import pinsite
from support.catalogues import write_text


@pytest.fixture
def wrong(catalogue: Path) -> Path:
    """Return a catalogue with two mistakes in two files."""
    write_text(catalogue / "pins" / "odd.yaml", "title: Odd\nplatting: gold\n")
    write_text(catalogue / "stories" / "lost.md", "---\ntitle: Lost\n---\n\nSee [her](pin:nobody).\n")
    return catalogue


def test_text(wrong: Path) -> None:
    """All problems are told, by file and line; the count is at the end; nothing is written."""
    told = pinsite("check", wrong)
    assert told.code == 1
    heads = [line for line in told.err.splitlines() if ": error " in line]
    assert [head.split(": error")[0] for head in heads] == ["pins/odd.yaml:2:1", "stories/lost.md:5:11"]
    assert "2 errors" in told.out
    assert not (wrong / "public").exists()


def test_json(wrong: Path) -> None:
    """A list of records, on standard output alone."""
    told = pinsite("check", wrong, "--format", "json")
    assert (told.code, told.err) == (1, "")
    records = json.loads(told.out)
    assert all(
        list(one) == ["file", "line", "column", "severity", "code", "message", "help"] for one in records
    )
    errors = [(one["file"], one["line"], one["column"]) for one in records if one["severity"] == "error"]
    assert errors == [("pins/odd.yaml", 2, 1), ("stories/lost.md", 5, 11)]


def test_github(wrong: Path) -> None:
    """Workflow commands, one a line."""
    told = pinsite("check", wrong, "--format", "github")
    lines = [line for line in told.out.splitlines() if line.startswith("::error")]
    assert lines[0].startswith("::error file=pins/odd.yaml,line=2,col=1,title=PIN")
    assert len(lines) == 2
    assert all(line.startswith(("::error file=", "::warning file=")) for line in told.out.splitlines())


def test_strict(catalogue: Path) -> None:
    """`--strict` takes warnings for errors; without it they are told and are fine."""
    plain = pinsite("check", catalogue)
    assert plain.code == 0
    assert ": warning " in plain.err
    strict = pinsite("check", catalogue, "--strict")
    assert strict.code == 1
    assert ": warning " not in strict.err
    assert plain.err.count(": warning ") == strict.err.count(": error ")


def test_templates(catalogue: Path) -> None:
    """Templates are read whether a page needs them or not: each mistake at its line and column, and nothing is made."""
    write_text(
        catalogue / "templates/pin.html", '{% extends "parent:pin.html" %}\n{% block colours %}{% if %}\n'
    )
    write_text(catalogue / "templates/404.html", "one\n{{ site.title|sayd }}\n")
    write_text(
        catalogue / "templates/page.html",
        "{% include ['a.html'] ignore missing %}\n{% include '_crad.html' %}\n",
    )
    told = pinsite("check", catalogue, "--format", "json")
    errors = {
        (one["file"], one["line"], one["column"], one["code"], one["help"])
        for one in json.loads(told.out)
        if one["severity"] == "error"
    }
    assert told.code == 1
    assert errors == {
        ("templates/404.html", 2, 15, "THM005", "did you mean `said`?"),
        ("templates/page.html", 2, 13, "THM006", "did you mean `_card.html`?"),
        ("templates/pin.html", 2, 1, "THM005", ""),
    }
    assert not (catalogue / "public").exists()
