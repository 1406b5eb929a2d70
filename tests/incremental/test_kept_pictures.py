"""Pictures of pages that are kept lie in the site as they did: nobody plans, makes or copies them again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from support.builds import Studio, clean_site, differences, site_bytes
from support.catalogues import edit, write_picture, write_pin, write_settings

from pinsite.build import Sitting
from pinsite.build import run as run_of_build
from pinsite.freshness import Facts, Key
from pinsite.processes import can_fork


@pytest.fixture
def pictured(tmp_path: Path) -> Studio:
    """Return a catalogue of several pins with two pictures each."""
    root = tmp_path / "site"
    write_settings(root, base_url="https://example.org/", images={"formats": ["jpeg"]})
    for number in range(12):
        names = [f"front-{number}.png", f"back-{number}.png"]
        for place, name in enumerate(names):
            write_picture(root / "pins" / name, f"#{number:02x}{place:02x}40")
        write_pin(
            root,
            f"pin-{number}",
            description="Small",
            images=[{"file": name, "alt": f"A picture, {name}"} for name in names],
        )
    return Studio(root)


@pytest.fixture
def asked_again(monkeypatch: pytest.MonkeyPatch) -> Counter[Key]:
    """Return how often each question was asked once more for the pictures of its answer."""
    asked: Counter[Key] = Counter()
    real: Callable[[Facts, Key], None] = Facts.answer_again

    def counting(facts: Facts, key: Key) -> None:
        asked[key] += 1
        real(facts, key)

    monkeypatch.setattr(Facts, "answer_again", counting)
    return asked


@pytest.mark.skipif(not can_fork(), reason="pages are made by one process here")
def test_what_other_hands_planned_is_not_planned_again(
    pictured: Studio, asked_again: Counter[Key], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes with their pages: asking each answer again for each of its pictures took half a minute of 300 pins."""
    monkeypatch.setattr(run_of_build, "ENOUGH", 10)
    pictured.build(jobs=2)
    assert pictured.last._hands == 2
    assert not asked_again
    assert differences(site_bytes(pictured.output), clean_site(pictured.root, tmp_path)) == []


def test_an_edit_plans_what_it_touches(pictured: Studio, asked_again: Counter[Key], tmp_path: Path) -> None:
    """The pictures of eleven other pins are there, told as kept, and nobody is asked for them."""
    before = pictured.build().images
    edit(pictured.root / "pins/pin-3.yaml", '"Small"', '"Tiny"')
    report = pictured.build()
    assert all(times == 1 for times in asked_again.values())
    assert not [key for key in asked_again if "pin-7" in key]
    assert (report.images.made, report.images.kept) == (0, before.made + before.kept)
    assert pictured.last.material is not None
    assert not [path for path in pictured.last.material.planned if "pin-7-back" in path]
    assert differences(site_bytes(pictured.output), clean_site(pictured.root, tmp_path)) == []
    assert pictured.build().unchanged or pictured.build().written == []


def test_what_was_done_to_a_picture_from_outside_is_undone(pictured: Studio, tmp_path: Path) -> None:
    """Gone or changed: it is copied again, with whatever else is built."""
    pictured.build()
    gone, changed = sorted(pictured.output.glob("assets/images/pin-7-*"))[:2]
    gone.unlink()
    changed.write_bytes(b"changed")
    edit(pictured.root / "pins/pin-3.yaml", '"Small"', '"Tiny"')
    written = pictured.build().written
    assert {path for path in written if "images" in path} == {
        path.relative_to(pictured.output).as_posix() for path in (gone, changed)
    }
    assert differences(site_bytes(pictured.output), clean_site(pictured.root, tmp_path)) == []


def test_pictures_of_a_pin_that_is_gone_go_with_it(pictured: Studio, tmp_path: Path) -> None:
    """Those of the others stay."""
    pictured.build()
    (pictured.root / "pins/pin-7.yaml").unlink()
    removed = pictured.build().removed
    assert {path.split("/")[-1][:5] for path in removed if "images" in path} == {"pin-7"}
    assert differences(site_bytes(pictured.output), clean_site(pictured.root, tmp_path)) == []


def test_a_preview_knows_all_pictures_and_plans_only_those_of_an_edit(
    pictured: Studio, asked_again: Counter[Key]
) -> None:
    """It makes them when a browser asks, those of kept pages included."""
    sitting = Sitting(replace(pictured.order, preview=True, pictures=False))
    first, _ = sitting.build(pictured.now)
    assert first.material is not None
    before = dict(first.material.planned)
    asked_again.clear()
    edit(pictured.root / "pins/pin-3.yaml", '"Small"', '"Tiny"')
    second, report = sitting.build(pictured.now)
    sitting.close()
    assert report.pages.kept
    assert second.material is not None
    assert second.material.planned == before
    assert not [key for key in asked_again if "pin-7" in key]
