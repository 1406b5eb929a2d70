"""A build that is stopped at any write, or killed, is healed by the next."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings
from support.builds import Studio, clean_site, differences, site_bytes
from support.catalogues import edit, write_document, write_pin, write_settings, write_text
from support.stopping import Stopped, stopped_at

from pinsite.build import Build


def tiny_catalogue(root: Path) -> Path:
    """Write three pins, a page and a static file."""
    write_settings(root)
    write_pin(root, "moon-moth", slug="luna", edition={"type": "open"})
    write_pin(root, "sun-moth")
    write_document(root, "pages", "about")
    write_text(root / "static/kit.txt", "one")
    return root


def edits(root: Path) -> None:
    """Change everything a bit: a pin goes, one comes, an address moves, a file becomes a folder."""
    (root / "pins/sun-moth.yaml").unlink()
    write_pin(root, "night-fox")
    write_pin(root, "moon-moth", slug="moth", title="Luna Moth")
    (root / "static/kit.txt").unlink()
    write_text(root / "static/kit.txt/one.txt", "two")


@pytest.fixture
def tiny(tmp_path: Path) -> Studio:
    """Return a tiny catalogue that has been built and then edited."""
    studio = Studio(tiny_catalogue(tmp_path / "catalogue"))
    studio.build()
    edits(studio.root)
    return studio


#: At which stops an edit is tried: a kill at each, what Python itself notices at each only in the nightly profile.
STEP = 1 if settings.default.max_examples > 100 else 3


def stopped_everywhere(
    studio: Studio, how: type[BaseException], patch: pytest.MonkeyPatch, counts: range
) -> Iterator[int]:
    """Walk the counts at which a build can be stopped, each from the same start, after the stop."""
    start = studio.root.with_name("start")
    shutil.copytree(studio.root, start, symlinks=True)
    for count in counts:
        shutil.rmtree(studio.root)
        shutil.copytree(start, studio.root, symlinks=True)
        try:
            with stopped_at(count, how, patch):
                Build(studio.order).run()
            return
        except how:
            yield count
    raise AssertionError("the build never came to its end")


@pytest.mark.parametrize(("how", "counts"), [
    pytest.param(Stopped, range(1, 1000), marks=pytest.mark.long),
    (OSError, range(1, 1000, STEP)),
    (KeyboardInterrupt, range(2, 1000, STEP)),
])  # fmt: skip
def test_an_edit_stopped_anywhere_is_healed(tiny: Studio, tmp_path: Path, how: type[BaseException],
                                            counts: range, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    """After the next build the site is that of a clean build, and nothing else is left in the folder."""
    expected: dict[str, bytes] = {}
    stops = 0
    for count in stopped_everywhere(tiny, how, monkeypatch, counts):
        tiny.build()
        expected = expected or clean_site(tiny.root, tmp_path)
        assert differences(site_bytes(tiny.output), expected) == [], f"stopped at {count}"
        assert (tiny.root / "addresses.csv").read_text("utf-8") == "kind,id,slug\npin,moon-moth,luna\n"
        assert not list(tiny.root.rglob("*.part")), f"stopped at {count}"
        stops += 1
    assert stops * counts.step > 25


def test_a_first_build_stopped_anywhere_is_healed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same from an empty folder; every fourth stop, since the stops are alike."""
    studio = Studio(tiny_catalogue(tmp_path / "catalogue"))
    expected = clean_site(studio.root, tmp_path)
    for count in stopped_everywhere(studio, Stopped, monkeypatch, range(1, 1000, 4)):
        studio.build()
        assert differences(site_bytes(studio.output), expected) == [], f"stopped at {count}"


def test_a_page_of_a_stopped_build_whose_record_goes_does_not_stay(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal knows what was written, although no build remembers it."""
    path = write_pin(studio.root, "comet")
    count = 0
    while not (studio.output / "pins/comet/index.json").exists():
        count += 1
        with pytest.raises(Stopped), stopped_at(count * 3, Stopped, monkeypatch):
            Build(studio.order).run()
    path.unlink()
    studio.build()
    assert not (studio.output / "pins/comet").exists()


def test_a_stopped_build_then_an_edit_taken_back(
    tiny: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written for an edit is taken back with it."""
    tiny.build()
    edit(tiny.root / "pins/moon-moth.yaml", "Luna Moth", "Lunar Moth")
    with pytest.raises(Stopped), stopped_at(12, Stopped, monkeypatch):
        Build(tiny.order).run()
    edit(tiny.root / "pins/moon-moth.yaml", "Lunar Moth", "Luna Moth")
    tiny.build()
    assert differences(site_bytes(tiny.output), clean_site(tiny.root, tmp_path)) == []


DAMAGE = ["", "{", "[]", "null", "[[1]]", '{"form": 1}', '{"form": 99, "facts": [], "targets": []}',
          '{"form": 1, "facts": [], "targets": [["pins/index.html", "x", [7], "y", 1, 2]]}',
          '{"form": 1, "facts": [["a"]], "targets": 3}', "\x00\xff"]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["memory.json", "journal.json", "addresses.json", "unchanged.json", "reasons.json"]
)
def test_memory_that_is_damaged_is_as_good_as_none(tiny: Studio, name: str) -> None:
    """Lost, cut off, of another version or nonsense: a full build at worst, never an error."""
    tiny.build()
    before = site_bytes(tiny.output)
    for content in DAMAGE:
        (tiny.order.state / name).write_bytes(content.encode("latin-1"))
        assert tiny.build().written == []
        assert site_bytes(tiny.output) == before
    assert tiny.build().pages.made == 0


def test_memory_of_another_version_and_a_record_that_went(studio: Studio) -> None:
    """What is ours is known apart from how it was made."""
    (studio.root / "pins/hermit-crab.yaml").unlink()
    with closing(sqlite3.connect(studio.order.state / "memory.sqlite")) as memory, memory:
        memory.execute("UPDATE about SET value = '99' WHERE name = 'form'")
    report = studio.build()
    assert "pins/hermit-crab/index.html" in report.removed
    assert report.pages.kept == 0


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_memory_that_is_damaged_within_costs_a_full_build(
    studio: Studio, share: float, tmp_path: Path
) -> None:
    """It is found out where it is read, in the midst of a build, which then begins anew without it."""
    path = studio.order.state / "memory.sqlite"
    whole = bytearray(path.read_bytes())
    start = int(len(whole) * share) // 4096 * 4096
    whole[start : start + 8192] = b"\xa5" * 8192
    path.write_bytes(bytes(whole))
    edit(studio.root / "pins/moon-moth.yaml", "title: ", "title: New ")
    studio.build()
    assert differences(site_bytes(studio.output), clean_site(studio.root, tmp_path)) == []


def test_memory_from_somebody_else_removes_nothing_outside(studio: Studio) -> None:
    """A catalogue that comes with a memory of its own cannot reach out of the site."""
    victim = write_text(studio.root.parent / "victim.txt", "x")
    for name in ("../../victim.txt", str(victim), "pins/../../../victim.txt"):
        (studio.order.state / "journal.json").write_text(json.dumps([name]))
        studio.build()
    assert victim.exists()
