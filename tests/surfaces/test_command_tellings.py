"""What the command tells about problems, fields, files and themes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from command import CHECKOUT, pinsite

from pinsite.cli import commands
from pinsite.diagnostics.codes import CODES


class _AsEditorsRead(yaml.SafeLoader):
    """Reads YAML the way editors do: numbers are numbers, dates are text."""


_AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _read(text: str) -> Any:
    return yaml.load(text, _AsEditorsRead)


def _schema(record: str) -> dict[str, Any]:
    told = pinsite("schema", record)
    assert (told.code, told.err) == (0, "")
    schema = json.loads(told.out)
    assert isinstance(schema, dict)
    return schema


def test_explain_lists_every_code() -> None:
    """Without a code all of them are listed, each with what it means."""
    told = pinsite("explain")
    assert [line.split()[0] for line in told.out.splitlines()] == list(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_page(code: str) -> None:
    """The page of a code has its title and says what to do; small letters do."""
    told = CliRunner().invoke(commands, ["explain", code.lower()], standalone_mode=False)
    assert told.exception is None
    assert told.output.startswith(f"{code}: ")
    assert len(told.output.partition("\n\n")[2].split()) > 3


def test_a_code_that_is_not_there() -> None:
    """The nearest code is named."""
    told = pinsite("explain", "PIN0012")
    assert told.code == 2
    assert "did you mean `PIN012`?" in told.err


@pytest.mark.parametrize("record", ["pin", "site", "story", "series"])
def test_the_schema_is_a_schema(record: str) -> None:
    """What is printed is valid JSON Schema, and each field says what it is."""
    schema = _schema(record)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert [
        name for name, field in schema["properties"].items() if not {"description", "$ref"} & set(field)
    ] == []


def test_the_schema_accepts_the_example_pins() -> None:
    """An editor marks nothing in the example site."""
    found = []
    for record, pattern in (
        ("pin", "pins/*/pin.yaml"),
        ("series", "series/*.yaml"),
        ("site", "pinsite.yaml"),
    ):
        checker = jsonschema.Draft202012Validator(_schema(record))
        for path in sorted((CHECKOUT / "example-site").glob(pattern)):
            wrong = checker.iter_errors(_read(path.read_text("utf-8")))
            found += [
                f"{path.parent.name}/{path.name} {error.json_path}: {error.message[:80]}" for error in wrong
            ]
    assert found == []


def test_the_schema_marks_mistakes() -> None:
    """An unknown key and a wrong type are marked; a key of the author's own is not."""
    checker = jsonschema.Draft202012Validator(_schema("pin"))
    assert not checker.is_valid(_read("title: Odd\nplatting: gold\n"))
    assert not checker.is_valid(_read("summary: no title\n"))
    assert checker.is_valid(_read("title: Fine\nx_mine: {anything: [1, 2]}\n"))


def test_why(catalogue: Path) -> None:
    """A file is up to date, or the fact that differs is named; a file that is not there is a wrong call."""
    pinsite("build", catalogue)
    assert "is up to date" in pinsite("why", "pins/moon-moth/", cwd=catalogue).out
    pin = catalogue / "pins" / "moon-moth.yaml"
    pin.write_text(pin.read_text("utf-8").replace("Opens at night.", "Opens at dusk."), "utf-8")
    told = pinsite("why", "public/pins/moon-moth/index.html", cwd=catalogue)
    assert "would be made again" in told.out
    assert "moon-moth" in told.out
    assert "is up to date" in pinsite("why", "about", cwd=catalogue).out
    assert pinsite("why", "pins/nobody/", cwd=catalogue).code == 2


def test_status(catalogue: Path) -> None:
    """What is published, what is not and why, what is missing, and what a build would do."""
    pin = catalogue / "pins" / "night-fox.yaml"
    pin.write_text(pin.read_text("utf-8") + "draft: true\n", "utf-8")
    told = pinsite("status", catalogue)
    assert told.code == 0
    assert "Published: 4 pins, 2 series, 1 stor" in told.out
    assert "night-fox" in told.out
    assert "Without a text in de" in told.out
    assert "A build would make" in told.out


def test_themes(catalogue: Path) -> None:
    """The themes that come with pinsite are listed with their options."""
    told = pinsite("theme", "list", catalogue)
    assert told.code == 0
    assert all(f"{name} (" in told.out for name in ("atelier", "vitrine"))
    assert told.out.count("child of foundation") == 2
    assert "  accent: a colour like " in told.out
