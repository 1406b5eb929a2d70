"""The example site, built at one fixed moment without its pictures being encoded."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.builds import Studio, made_once

EXAMPLE = Path(__file__).parents[2] / "example-site"

#: The moment of the golden site.
GOLDEN_MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)

_NOT_CATALOGUE = shutil.ignore_patterns("art", "public", ".pinsite", "__pycache__", "__main__.py")


@dataclass(frozen=True)
class ExampleSite:
    """The built example: its folder, and the pictures that its pages show, which are planned and not made."""

    output: Path
    planned: frozenset[str]

    def page(self, path: str) -> str:
        """Return the text of a file of the site."""
        return (self.output / path).read_text("utf-8")


def copy_example(root: Path) -> Path:
    """Copy the catalogue of the example site, without what draws and starts it."""
    return shutil.copytree(EXAMPLE, root, ignore=_NOT_CATALOGUE)


def build_example(folder: Path, **changes: object) -> ExampleSite:
    """Build a copy of the example site in a folder."""
    studio = Studio(copy_example(folder / "example-site"), GOLDEN_MOMENT)
    studio.build(**{"pictures": False, **changes})
    assert studio.last.material is not None
    return ExampleSite(studio.output, frozenset(studio.last.material.planned))


def shared_example(factory: pytest.TempPathFactory, name: str, **changes: object) -> ExampleSite:
    """Return the example site as one of all workers of this run has built it."""
    with made_once(factory, name) as (folder, is_mine):
        planned = folder / "planned.json"
        if is_mine:
            planned.write_text(json.dumps(sorted(build_example(folder, **changes).planned)), "utf-8")
    return ExampleSite(folder / "example-site" / "public", frozenset(json.loads(planned.read_text("utf-8"))))
