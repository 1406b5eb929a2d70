"""The example site, built at one fixed moment without its pictures being encoded."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from support.builds import Studio

EXAMPLE = Path(__file__).parents[2] / "example-site"

#: The moment of the golden site.
GOLDEN_MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)

_NOT_CATALOGUE = shutil.ignore_patterns("art", "public", ".pinsite")


def build_example(folder: Path, **changes: object) -> Studio:
    """Build a copy of the example site in a folder; pictures are planned, not made."""
    root = folder / "example-site"
    if not root.exists():
        shutil.copytree(EXAMPLE, root, ignore=_NOT_CATALOGUE)
    studio = Studio(root, GOLDEN_MOMENT)
    studio.build(**{"pictures": False, **changes})
    return studio


def planned_pictures(studio: Studio) -> set[str]:
    """Return the pictures that the pages of the last build show."""
    assert studio.last.material is not None
    return set(studio.last.material.planned)
