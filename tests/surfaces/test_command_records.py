"""`pinsite init` and `pinsite new`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from command import pinsite
from support.catalogues import write_text


@pytest.mark.parametrize("theme", ["atelier", "vitrine"])
def test_a_new_catalogue_builds_without_a_complaint(tmp_path: Path, theme: str) -> None:
    """`init`, then `build`: no problem is told, and a site is there."""
    site = tmp_path / "my pins"
    made = pinsite("init", site, "--theme", theme)
    assert made.code == 0
    assert f"theme: {theme}" in (site / "pinsite.yaml").read_text("utf-8")
    assert pinsite("check", site, "--strict").code == 0
    built = pinsite("build", site)
    assert (built.code, built.err) == (0, "")
    page = (site / "public" / "pins" / "first-pin" / "index.html").read_text("utf-8")
    assert "First Pin" in page
    assert "<picture>" in page
    assert pinsite("build", site).out == "Nothing has changed.\n"


def test_init_refuses_a_folder_with_something_in_it(tmp_path: Path) -> None:
    """What is there already is never written over."""
    mine = write_text(tmp_path / "pinsite.yaml", "title: Mine\n")
    told = pinsite("init", tmp_path)
    assert (told.code, "is not empty" in told.err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["pinsite.yaml"]
    assert mine.read_text("utf-8") == "title: Mine\n"


def test_init_takes_an_empty_folder(tmp_path: Path) -> None:
    """A folder that is there and empty is as good as none."""
    assert pinsite("init", ".", cwd=tmp_path).code == 0
    assert (tmp_path / "pinsite.yaml").is_file()


@pytest.mark.parametrize(
    ("kind", "title", "path"),
    [
        ("pin", "Glow Worm", "pins/glow-worm/pin.yaml"),
        ("story", "Why it glows", "stories/why-it-glows.md"),
        ("page", "Öffnungszeiten", "pages/offnungszeiten.md"),
        ("series", 'Night: "A" Garden\'s #1', "series/night-a-garden-s-1.yaml"),
        ("pin", "007", "pins/007/pin.yaml"),
        ("pin", "null", "pins/null/pin.yaml"),
    ],
)
def test_a_new_record_is_good_as_it_is(catalogue: Path, kind: str, title: str, path: str) -> None:
    """A record that `new` wrote has its title as it was typed, and nothing to complain about."""
    told = pinsite("new", kind, title, cwd=catalogue)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(path)
    assert (catalogue / path).is_file()
    assert path not in pinsite("check", catalogue).err
    written = (catalogue / path).read_text("utf-8").removeprefix("---\n").partition("\n---\n")[0]
    assert yaml.load(written, yaml.BaseLoader)["title"] == title


def test_a_new_pin_is_shown_as_a_draft(catalogue: Path) -> None:
    """A new pin is not published until its author says so; with `--drafts` it is seen."""
    pinsite("new", "pin", "Glow Worm", cwd=catalogue)
    page = catalogue / "public" / "pins" / "glow-worm" / "index.html"
    assert pinsite("build", cwd=catalogue).code == 0
    assert not page.exists()
    assert pinsite("build", "--drafts", cwd=catalogue).code == 0
    assert "Glow Worm" in page.read_text("utf-8")


def test_new_refuses_an_id_that_is_taken(catalogue: Path) -> None:
    """A record of the same id is named, and nothing is written."""
    told = pinsite("new", "pin", "Moon Moth", cwd=catalogue)
    assert (told.code, "`pins/moon-moth.yaml` is there already" in told.err) == (2, True)
    assert not (catalogue / "pins" / "moon-moth").exists()


def test_new_asks_for_an_id_where_a_title_gives_none(catalogue: Path) -> None:
    """A title without a Latin letter needs an id from its author."""
    told = pinsite("new", "pin", "月の蛾", cwd=catalogue, typed="tsuki-no-ga\n")
    assert told.code == 0
    assert "title: 月の蛾" in (catalogue / "pins" / "tsuki-no-ga" / "pin.yaml").read_text("utf-8")


@pytest.mark.parametrize("typed", ["../escape\n", "Not An Id\n", "a/b\n", "\n\n"])
def test_new_takes_no_id_that_is_none(catalogue: Path, typed: str) -> None:
    """An id that is no id is refused; nothing is written, least of all outside of the catalogue."""
    before = set(catalogue.parent.rglob("*"))
    told = pinsite("new", "pin", "月の蛾", cwd=catalogue, typed=typed)
    assert told.code != 0
    assert "Traceback" not in told.err
    assert set(catalogue.parent.rglob("*")) == before
