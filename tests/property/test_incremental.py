"""Incremental equals clean: random edits, and after each the site is that of a clean build, byte for byte.

The oracle is tested too: a judge that forgets absence, and a recorder that forgets membership, are found out,
by two edits that were thought of and by random ones.

`pytest --hypothesis-profile=nightly tests/property/test_incremental.py` does thousands of steps.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError
from support import happenings as happens
from support.builds import Studio, differences, share_compiled, site_bytes
from support.edits import EDITS, Edit

from pinsite.freshness import Facts, Key

EXAMPLES = max(1, settings.default.max_examples // 3)
STEPS = 8


def follow(studio: Studio, edits: Sequence[Edit], scratch: Path) -> None:
    """Build after every edit and compare with a clean build; with errors, the site must stay as it is.

    The build is that of the command: where stamps tell that nothing changed, there is none.
    """
    studio.build()
    for edit in edits:
        edit.do(studio)
        before = site_bytes(studio.output)
        if studio.leaves() or studio.try_build().ok:
            clean = studio.clean(scratch)
            assert differences(site_bytes(studio.output), clean) == []
        else:
            assert site_bytes(studio.output) == before
            with pytest.raises(AssertionError):
                studio.clean(scratch)


def fresh(folder: Path, compiled: Path) -> Studio:
    """Return a catalogue for random edits."""
    shutil.rmtree(folder, ignore_errors=True)
    studio = Studio(share_compiled(folder, compiled))
    happens.start(studio)
    return studio


@pytest.mark.long
@settings(max_examples=EXAMPLES)
@given(edits=st.lists(EDITS, min_size=4, max_size=STEPS))
def test_any_edits_end_like_a_clean_build(edits: list[Edit], tmp_path: Path, compiled: Path) -> None:
    """Whatever happens between two builds, the second one ends where a clean one would."""
    follow(fresh(tmp_path / "catalogue", compiled), edits, tmp_path)


INTRODUCED = [Edit(happens.document, ("pages", "home", {}, "Welcome."))]
GROWN = [Edit(happens.pin, ("crab", {"series": "garden"})), Edit(happens.remove, ("pins/crab.yaml",))]
_MEMBERSHIP = {
    "slice",
    "members",
    "nearby",
    "newest",
    "neighbours",
    "related",
    "count",
    "series list",
    "series card",
    "series",
}


def plant(fault: str, patch: pytest.MonkeyPatch) -> None:
    """Make the engine forget to note a kind of facts."""
    original = Facts.value

    def value(facts: Facts, key: Key) -> object:
        answer = original(facts, key)
        forgotten = answer is None if fault == "absence" else key[0] in _MEMBERSHIP
        if forgotten and facts._frames:
            facts._frames[-1].needs.pop(key, None)
        return answer

    patch.setattr(Facts, "value", value)


@pytest.mark.parametrize(("fault", "edits"), [("absence", INTRODUCED), ("membership", GROWN)])
def test_a_planted_fault_is_found_out(
    fault: str, edits: list[Edit], tmp_path: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison fails with the fault and passes without."""
    follow(fresh(tmp_path / "catalogue", compiled), edits, tmp_path)
    plant(fault, monkeypatch)
    with pytest.raises(AssertionError, match="other bytes"):
        follow(fresh(tmp_path / "catalogue", compiled), edits, tmp_path)


# With these seeds the faults are found soon; with any other it only takes longer.
@pytest.mark.parametrize(("fault", "chosen"), [("absence", 6), ("membership", 5)])
def test_random_edits_find_a_planted_fault(
    fault: str, chosen: int, tmp_path: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to think of the edits that show it. What is wrong may also be a template that finds nothing."""
    plant(fault, monkeypatch)

    @seed(chosen)
    @settings(max_examples=200, database=None, phases=[Phase.generate])
    @given(edits=st.lists(EDITS, min_size=4, max_size=STEPS))
    def any_edits(edits: list[Edit]) -> None:
        follow(fresh(tmp_path / "catalogue", compiled), edits, tmp_path)

    with pytest.raises((AssertionError, UndefinedError)):
        any_edits()
