"""Several processes write the same site as one, and what they found out is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.builds import Studio, clean_site, differences, site_bytes
from support.catalogues import edit, write_pin, write_small_catalogue

from pinsite.build import run as run_of_build
from pinsite.processes import can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="pages are made by one process here")


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Studio:
    """Return a catalogue that is large enough for two processes, since little is enough."""
    monkeypatch.setattr(run_of_build, "ENOUGH", 10)
    root = write_small_catalogue(tmp_path / "catalogue")
    for number in range(12):
        write_pin(root, f"pin-{number}", description=f"*Number* {number}", tags=["many"])
    return Studio(root)


def test_two_hands_write_what_one_writes(many: Studio, tmp_path: Path) -> None:
    """Byte for byte."""
    many.build(jobs=2)
    assert many.last._hands == 2
    assert differences(site_bytes(many.output), clean_site(many.root, tmp_path)) == []


def test_what_two_hands_found_out_is_remembered(many: Studio, tmp_path: Path) -> None:
    """The next build makes what an edit changes, and nothing else; a build after that does nothing."""
    many.build(jobs=2)
    edit(many.root / "pins/pin-3.yaml", "*Number* 3", "*Number* three")
    many.build()
    assert "pins/pin-3/index.html" in many.remade
    assert "pins/pin-4/index.html" not in many.remade
    assert differences(site_bytes(many.output), clean_site(many.root, tmp_path)) == []
    assert many.build(jobs=2).written == []


def test_a_mistake_of_a_template_is_told_by_any_hand(many: Studio) -> None:
    """Once, with its line, and the site is not touched."""
    many.build(jobs=2)
    before = site_bytes(many.output)
    (many.root / "templates").mkdir(exist_ok=True)
    (many.root / "templates/pin.html").write_text("\n{{ pin.titel }}", "utf-8")
    report = many.try_build(jobs=2)
    errors = [one for one in report.problems if one.severity == "error"]
    assert {(one.place.path, one.place.line) for one in errors} == {("templates/pin.html", 2)}
    assert site_bytes(many.output) == before
