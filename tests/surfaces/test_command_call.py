"""The call itself: help, versions, wrong calls, exit codes, no colour where nobody sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import pinsite
from support.catalogues import write_pin

from pinsite import __version__
from pinsite.cli import COMMANDS


def test_help_names_every_command() -> None:
    """`pinsite --help` lists each command with what it is for."""
    told = pinsite("--help")
    assert told.code == 0
    assert [name for name in COMMANDS if f"  {name} " not in told.out] == []
    assert told.err == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    """`--help` of each command is a page of its own."""
    told = pinsite(command, "--help")
    assert told.code == 0
    assert told.out.startswith(f"Usage: pinsite {command}")


def test_version() -> None:
    """`pinsite --version` names the version."""
    assert pinsite("--version").out.split()[-1] == __version__


@pytest.mark.parametrize(("call", "meant"), [
    (("bild",), "build"), (("ledger", "shwo"), "show"), (("theme", "lits"), "list"), (("cache", "claen"), "clean"),
])  # fmt: skip
def test_a_misspelt_command_is_answered_with_the_nearest(call: tuple[str, ...], meant: str) -> None:
    """A command that is not there is a wrong call, and the nearest one is named."""
    told = pinsite(*call)
    assert told.code == 2
    assert f"no command `{call[-1]}`; did you mean `{meant}`?" in told.err
    assert told.out == ""


@pytest.mark.parametrize(
    "call",
    [
        ("build", "--no-such-option"),
        ("build", "--jobs", "0"),
        ("build", "--base-url", "example.org"),
        ("check", "--format", "xml"),
        ("explain", "PIN999"),
        ("schema", "moth"),
        ("why",),
        ("new", "badge", "Moon Moth"),
        ("init",),
        ("init", "--theme", "atelierr", "somewhere"),
    ],
)
def test_a_wrong_call_is_2(call: tuple[str, ...], catalogue: Path) -> None:
    """What cannot be meant is refused with exit code 2, in words, and nothing is written."""
    told = pinsite(*call, cwd=catalogue)
    assert told.code == 2
    assert "Error:" in told.err
    assert "Traceback" not in told.err
    assert not (catalogue / "public").exists()


@pytest.mark.parametrize("command", ["build", "check", "status"])
def test_a_folder_that_is_no_catalogue_is_2(command: str, tmp_path: Path) -> None:
    """Without `pinsite.yaml` there is no catalogue; the message says how to make one."""
    told = pinsite(command, tmp_path)
    assert told.code == 2
    assert "holds no pinsite.yaml" in told.err
    assert "pinsite init" in told.err
    assert pinsite(command, tmp_path / "nowhere").code == 2
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_coloured_where_nobody_looks(catalogue: Path) -> None:
    """In a pipe there are no colours and no progress, with `NO_COLOR` and without."""
    write_pin(catalogue, "odd", platting="gold")
    for more in ({}, {"NO_COLOR": "1"}, {"TERM": "xterm-256color"}):
        told = pinsite("build", catalogue, **more)
        assert "PIN" in told.err
        assert "\x1b" not in told.out + told.err


def test_the_current_folder_is_the_catalogue(catalogue: Path) -> None:
    """Called without a folder, each command means the one that it is in."""
    assert pinsite("build", cwd=catalogue).code == 0
    assert (catalogue / "public" / "index.html").is_file()
    assert "would do nothing" in pinsite("status", cwd=catalogue).out
