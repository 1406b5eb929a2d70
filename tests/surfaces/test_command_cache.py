"""`pinsite cache`: what made pictures take, and removing those that nothing shows. And stores that are shared."""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from pathlib import Path

import pytest
from command import pinsite
from support.builds import share_compiled
from support.catalogues import write_picture, write_small_catalogue

from pinsite.images import Store


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> Path:
    """Build a catalogue that showed one picture, and then another in its place."""
    catalogue = share_compiled(
        write_small_catalogue(tmp_path_factory.mktemp("built") / "catalogue"), compiled
    )
    pin = catalogue / "pins" / "moon-moth.yaml"
    pin.write_text(f"{pin.read_text('utf-8')}images: [{{file: moth.png, alt: A moth}}]\n", "utf-8")
    for colour in ("#884422", "#224488"):
        write_picture(catalogue / "pins" / "moth.png", colour, (300, 300))
        assert pinsite("build", catalogue).code == 0
    return catalogue


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """Return a copy of that catalogue, with all that its builds kept."""
    return shutil.copytree(built_once, tmp_path / "catalogue", symlinks=True)


def counts(told: str) -> list[int]:
    return [int(number) for number in re.findall(r"(\d+) (?:pictures|of them|kept)", told)]


def keys(catalogue: Path) -> set[str]:
    return set(Store(catalogue / ".pinsite" / "images").keys())


def test_show_and_clean(built: Path) -> None:
    """What the last build shows stays; what only an earlier one showed goes; then nothing has to be made again."""
    held, shown = counts(pinsite("cache", "show", built).out)
    assert 0 < shown == held / 2
    assert counts(pinsite("cache", "clean", built).out) == [held - shown, shown]
    assert len(keys(built)) == shown
    (built / ".pinsite" / "images").rename(built / ".pinsite" / "aside")
    (built / ".pinsite" / "aside").rename(built / ".pinsite" / "images")
    again = json.loads(pinsite("build", built, "--clean", "--json").out)
    assert again["images"]["made"] == 0
    assert counts(pinsite("cache", "clean", built, "--all").out) == [shown, 0]
    assert not keys(built)


def test_limits(built: Path) -> None:
    """By age those go that nobody used for so long, by size the longest unused; what is shown stays in any case."""
    everything = keys(built)
    assert counts(pinsite("cache", "clean", built, "--max-age", "30d").out)[0] == 0
    assert counts(pinsite("cache", "clean", built, "--max-size", "1 GB").out)[0] == 0
    old = time.time() - 40 * 86_400
    for key in everything:
        os.utime(Store(built / ".pinsite" / "images").path(key), (old, old))
    removed, kept = counts(pinsite("cache", "clean", built, "--max-age", "30d").out)
    assert removed == kept == len(everything) / 2
    assert counts(pinsite("cache", "clean", built, "--max-size", "1 KB").out) == [0, kept]


def test_a_use_makes_young_again(built: Path) -> None:
    """A build that finds a picture in the store notes that it is wanted."""
    store = Store(built / ".pinsite" / "images")
    old = time.time() - 40 * 86_400
    for key in store.keys():  # noqa: SIM118
        os.utime(store.path(key), (old, old))
    pinsite("build", built, "--clean")
    ages = sorted(time.time() - store.path(key).stat().st_mtime > 86_400 for key in keys(built))
    assert ages.count(False) == ages.count(True) == len(ages) / 2


@pytest.mark.parametrize("wrong", [("--max-size", "much"), ("--max-age", "30 parsecs")])
def test_amounts_that_are_none(built: Path, wrong: tuple[str, str]) -> None:
    """A limit that is not understood is a wrong call."""
    told = pinsite("cache", "clean", built, *wrong)
    assert told.code == 2 and "is not understood" in told.err


def test_a_shared_folder(built: Path, tmp_path: Path) -> None:
    """A second checkout makes nothing: it takes what the first one left in the folder that the settings name."""
    settings = built / "pinsite.yaml"
    settings.write_text(settings.read_text("utf-8") + f"images: {{store: {tmp_path / 'depot'}}}\n", "utf-8")
    (built / ".pinsite" / "images").rename(built / ".pinsite" / "aside")
    first = json.loads(pinsite("build", built, "--clean", "--json").out)
    assert first["images"]["made"] > 0
    (built / ".pinsite" / "images").rename(built / ".pinsite" / "aside2")
    second = json.loads(pinsite("build", built, "--clean", "--json").out)
    assert second["images"]["made"] == 0 and second["images"]["kept"] == first["images"]["made"]


@pytest.mark.parametrize("location", ["weird://somewhere/pins", "s3://key:secret@bucket/pins"])
def test_a_shared_store_that_cannot_be_used_is_a_warning(built: Path, location: str) -> None:
    """The site is made all the same, with one warning at the line of the setting."""
    settings = built / "pinsite.yaml"
    settings.write_text(settings.read_text("utf-8") + f"images:\n  store: {location}\n", "utf-8")
    write_picture(built / "pins" / "moth.png", "#123456", (300, 300))
    done = json.loads(pinsite("build", built, "--json").out)
    assert done["ok"] and done["images"]["made"] > 0
    (problem,) = (one for one in done["problems"] if one["code"] == "IMG006")
    assert problem["file"] == "pinsite.yaml" and problem["line"] == settings.read_text("utf-8").count("\n")
    assert "secret" not in problem["message"]


def test_an_executor_that_is_none(built: Path) -> None:
    """A wrong address is a wrong call; a cluster that does not answer is a failure of the machine."""
    wrong = pinsite("build", built, "--executor", "ray://farm:1")
    assert wrong.code == 2 and "dask://HOST:PORT" in wrong.err
    write_picture(built / "pins" / "moth.png", "#123456", (300, 300))
    absent = pinsite("build", built, "--executor", "dask://127.0.0.1:9")
    assert absent.code == 3 and "no cluster answers" in absent.err
