"""Pages of which blocks are kept end like pages that are made anew, whatever templates do with blocks.

The oracle is tested too: blocks that are kept whatever has changed are found out.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from property.test_incremental import follow, fresh
from support import happenings as happens
from support.edits import BLOCKS, EDITS, Edit

from pinsite.freshness import memory
from pinsite.freshness.stretches import standing

EXAMPLES = max(1, settings.default.max_examples // 6)


@pytest.mark.long
@settings(max_examples=EXAMPLES)
@given(edits=st.lists(st.one_of(BLOCKS, BLOCKS, EDITS), min_size=3, max_size=6))
def test_any_blocks_end_like_a_clean_build(edits: list[Edit], tmp_path: Path, compiled: Path) -> None:
    """Templates that set, count, capture, filter and repeat, and edits of all that they show, in any order."""
    follow(fresh(tmp_path / "catalogue", compiled), edits, tmp_path)


@pytest.mark.parametrize("kind", sorted(happens.BLOCKS))
def test_each_kind_of_blocks_ends_like_a_clean_build(kind: str, tmp_path: Path, compiled: Path) -> None:
    """Each comes, what it shows changes, another comes beside it, and it goes."""
    edits = [
        Edit(happens.blocks, ("templates", [kind])),
        Edit(happens.pin, ("moth", {"title": "Owl", "edition": {"type": "limited", "size": 20}})),
        Edit(happens.blocks, ("themes/own/templates", ["what surrounds", "more"])),
        Edit(happens.blocks, ("templates", ["another word", "less"])),
    ]
    follow(fresh(tmp_path / "catalogue", compiled), edits, tmp_path)


def test_blocks_that_are_kept_too_long_are_found_out(
    tmp_path: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A memory that holds every block to be as it was shows an old title."""
    edits = [Edit(happens.pin, ("moth", {"title": "Owl"}))]
    follow(fresh(tmp_path / "catalogue", compiled), edits, tmp_path)
    monkeypatch.setattr(memory, "standing", lambda *told: standing(*told[:3], ()))
    with pytest.raises(AssertionError, match="other bytes"):
        follow(fresh(tmp_path / "catalogue", compiled), edits, tmp_path)
