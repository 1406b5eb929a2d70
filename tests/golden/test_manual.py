"""The manual tells the truth: generated pages are current, and what it shows works."""

from __future__ import annotations

import importlib.util
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

CHECKOUT = Path(__file__).resolve().parents[2]


def generator():
    """Load `docs/generate.py`."""
    spec = importlib.util.spec_from_file_location("generate_manual", CHECKOUT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["fields.md", "problems.md", "theme-reference.md"])
def test_generated_pages_are_current(name: str) -> None:
    """Run `python docs/generate.py` when a field or a problem changes."""
    assert (CHECKOUT / "docs" / name).read_text("utf-8") == generator().PAGES[name]()


def test_links_between_pages_lead_somewhere() -> None:
    """Every relative link of the documentation names a file that is there."""
    for page in (*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_pin_of_the_readme_builds(tmp_path: Path) -> None:
    """The README's tour of a pin is a pin that builds without an error."""
    from pinsite.build import Order, prepare
    from pinsite.diagnostics import Problems

    text = (CHECKOUT / "README.md").read_text("utf-8")
    pin = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    folder = tmp_path / "pins" / "moon-moth"
    folder.mkdir(parents=True)
    (folder / "pin.yaml").write_text(pin[1], "utf-8")
    for name in ("front.jpg", "back.jpg"):
        Image.new("RGB", (40, 40)).save(folder / name)
    (tmp_path / "pinsite.yaml").write_text("title: T\nlanguage: en\nlanguages: [en, de]\n", "utf-8")
    problems = Problems()
    prepare(Order(tmp_path, tmp_path / "public", datetime(2026, 11, 22, tzinfo=UTC)), problems)
    assert [problem.message for problem in problems if problem.severity == "error"] == []
