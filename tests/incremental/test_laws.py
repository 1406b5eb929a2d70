"""The standing laws: a second build does nothing, order does not matter, the same site is the same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.builds import MOMENT, Studio, copy_sources, differences, site_bytes
from support.catalogues import edit, write_picture, write_pin, write_small_catalogue

from pinsite.build import call_of, nothing_changed

_BUILD = """
import sys
from datetime import datetime
from pathlib import Path
from pinsite.build import Build, Order
root = Path(sys.argv[1])
report = Build(Order(root, Path(sys.argv[2]), datetime.fromisoformat(sys.argv[3]))).run()
print(report.ok, len(report.written))
"""


def with_pictures(root: Path) -> Path:
    """Write the small catalogue with two pictures, one shared by two pins."""
    write_small_catalogue(root)
    write_picture(root / "images/fox.png", "#aa5500", (200, 160))
    write_picture(root / "pins/comet/front.jpg", "#004488", (160, 200))
    write_pin(
        root,
        "night-fox",
        series="night-garden",
        images=[{"file": "fox.png", "alt": "A fox.", "focal": [0.2, 0.7]}],
    )
    write_pin(root, "sun-moth", images=[{"file": "fox.png", "alt": "A moth.", "role": "front"}])
    (root / "pins/comet/pin.yaml").write_text(
        'title: Comet\nimages: [{file: front.jpg, alt: "A comet."}]\n', "utf-8"
    )
    return root


def test_the_second_build_writes_nothing(tmp_path: Path) -> None:
    """With pictures, in every build after the first."""
    studio = Studio(with_pictures(tmp_path / "catalogue"))
    first = studio.build()
    assert first.pages.made and first.images.made and first.written
    second = studio.build()
    assert (second.written, second.removed, second.pages.made, second.images.made) == ([], [], 0, 0)
    assert (second.pages.kept, second.images.kept) == (first.pages.made, first.images.made)


def test_a_second_build_looks_at_stamps_and_leaves(studio: Studio) -> None:
    """One edited, added or removed file, or another call, and it looks closer."""
    order = studio.order

    def left(call: str = "None False True") -> bool:
        return nothing_changed(order.state, order.root, order.output, call, order.now) is not None

    assert left()
    assert not left("https://x.example/ False True")
    (studio.root / "pages/faq.md").touch()
    assert not left()
    studio.build()
    assert left()
    (studio.output / "about/index.html").unlink()
    assert not left()
    studio.build()
    write_pin(studio.root, "comet")
    assert not left()
    studio.build()
    (studio.root / "pins/comet.yaml").unlink()
    assert not left()
    studio.build()
    edit(studio.root / "pages/about.md", "I draw pins.", "[x](pin:nobody)")
    assert not studio.try_build().ok
    assert not left()


def test_another_version_of_a_library_is_a_reason_to_look(studio: Studio) -> None:
    """Libraries are installed into folders whose stamp tells of it."""
    path = studio.order.state / "unchanged.json"
    stored = json.loads(path.read_text())
    assert stored["libraries"]
    stored["libraries"] = {folder: when - 1 for folder, when in stored["libraries"].items()}
    path.write_text(json.dumps(stored))
    order = studio.order
    assert nothing_changed(order.state, order.root, order.output, "None False True", order.now) is None
    assert studio.build().written == []


def test_a_file_whose_name_is_no_unicode_only_costs_the_closer_look(studio: Studio) -> None:
    try:
        (studio.root / os.fsdecode(b"n\xff.txt")).write_text("mine")
    except OSError:
        pytest.skip("names of files are Unicode here")
    studio.build()
    order = studio.order
    assert nothing_changed(order.state, order.root, order.output, call_of(order), order.now) is None
    assert studio.build().written == []


def test_the_order_of_files_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Created in another order, and listed by the system in another order."""
    one = Studio(with_pictures(tmp_path / "one"))
    one.build()
    other = tmp_path / "other"
    for path in sorted((path for path in one.root.rglob("*") if path.is_file()), reverse=True):
        inside = path.relative_to(one.root)
        if inside.parts[0] not in (".pinsite", "public"):
            (other / inside).parent.mkdir(parents=True, exist_ok=True)
            (other / inside).write_bytes(path.read_bytes())
    listed = os.listdir
    monkeypatch.setattr(os, "listdir", lambda *given: sorted(listed(*given), reverse=True))
    studio = Studio(other)
    studio.build()
    assert differences(site_bytes(one.output), site_bytes(studio.output)) == []


def test_two_clean_builds_are_the_same_bytes(tmp_path: Path) -> None:
    """In other folders, with another seed of hashes, with another number of jobs, on another day."""
    one = Studio(with_pictures(tmp_path / "one"))
    one.build(jobs=2)
    other = copy_sources(one.root, tmp_path / "deeper/other")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            _BUILD,
            str(other),
            str(tmp_path / "site"),
            MOMENT.replace(day=25).isoformat(),
        ],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LANG": "C"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("True")
    assert differences(site_bytes(one.output), site_bytes(tmp_path / "site")) == []


def test_a_site_can_have_several_outputs(studio: Studio, tmp_path: Path) -> None:
    """What is remembered of one folder is not believed of another."""
    elsewhere = tmp_path / "elsewhere"
    studio.build(output=elsewhere)
    assert differences(site_bytes(elsewhere), site_bytes(studio.output)) == []
    assert studio.build().written == []
    assert studio.build(output=elsewhere).written == []
