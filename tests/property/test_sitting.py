"""Builds that follow each other in one process: what is shown at once, and what is built, is that of a clean build.

The oracle is tested too: a process that keeps answers of an edited record, and one that takes every edit for one of
the record alone, are found out.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import happenings as happens
from support.builds import Studio, differences, share_compiled, site_bytes
from support.edits import EDITS, SAYINGS, Edit

from pinsite.build import Build, Listeners, Order, Sitting, Superseded
from pinsite.build.make import versions
from pinsite.build.order import MEMORY
from pinsite.files import stamps_below
from pinsite.freshness import Facts, Memory
from pinsite.source import replacing

EXAMPLES = max(1, settings.default.max_examples // 33)
Step = tuple[Edit, bool]


class Worked:
    """A catalogue that one process builds, with a watcher that misses nothing; each step is held to a clean build."""

    def __init__(self, folder: Path, compiled: Path, scratch: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        self.studio = Studio(share_compiled(folder, compiled))
        self.scratch, self.shown = scratch, 0
        happens.start(self.studio)
        happens.series(self.studio, "garden", {})
        self._begin()

    def _begin(self) -> None:
        self.order: Order = self.studio.order
        self.sitting = Sitting(self.order)
        self.build()

    def step(self, edit: Edit, is_built: bool) -> None:
        """Let something happen, show it, and build unless the next edit comes before."""
        before = stamps_below(self.studio.root, frozenset({"public"}))
        edit.do(self.studio)
        after = stamps_below(self.studio.root, frozenset({"public"}))
        if self.studio.order != self.order:
            self._begin()
        self.sitting.tell({name for name, _ in before.items() ^ after.items()})
        shown = self.sitting.show(self.studio.now)
        if shown is not None:
            self.shown += len(shown.new)
            clean, site = self.clean(), site_bytes(self.studio.output)
            assert clean is None or {path: site[path] for path in shown.pages}.items() <= clean.items(), (
                "shown"
            )
        if is_built:
            self.build()

    def build(self) -> None:
        """Build, and compare."""
        clean = self.clean()
        _, report = self.sitting.build(self.studio.now)
        assert report.ok == (clean is not None)
        if clean is not None:
            assert differences(site_bytes(self.studio.output), clean) == []

    def clean(self) -> dict[str, bytes] | None:
        """Return the site of a clean build; None where there are errors."""
        try:
            return self.studio.clean(self.scratch)
        except AssertionError:
            return None


STEPS = st.lists(st.tuples(st.one_of(SAYINGS, SAYINGS, EDITS), st.booleans()), min_size=3, max_size=6)


@settings(max_examples=EXAMPLES)
@given(steps=STEPS)
def test_any_edits_in_one_process_end_like_a_clean_build(
    steps: Sequence[Step], tmp_path: Path, compiled: Path
) -> None:
    """What is shown before the build is right, and so is all that the build makes, also after several edits."""
    worked = Worked(tmp_path / "catalogue", compiled, tmp_path)
    for edit, is_built in steps:
        worked.step(edit, is_built)
    worked.build()


def say(path: str, line: str) -> Edit:
    """Return an edit of what a record says of itself."""
    return Edit(happens.say, (path, line))


TWICE = [
    (say("pins/moth.yaml", "description: She said one."), False),
    (say("pins/moth.yaml", "description: She said two."), False),
    (say("series/garden.yaml", "description: They said one."), False),
    (say("series/garden.yaml", "description: They said two."), False),
    (say("stories/tale.md", "They said so."), False),
]


def test_what_a_record_says_of_itself_is_shown_before_the_build(tmp_path: Path, compiled: Path) -> None:
    """Pins and stories, one edit after the other, with no build in between."""
    worked = Worked(tmp_path / "catalogue", compiled, tmp_path)
    for edit, is_built in TWICE:
        shown = worked.shown
        worked.step(edit, is_built)
        assert worked.shown > shown
    worked.build()


def test_a_file_that_touches_others_is_left_to_the_build(tmp_path: Path, compiled: Path) -> None:
    """A new title stands on other pages; nothing is shown until the build has ended, whatever is edited after."""
    worked = Worked(tmp_path / "catalogue", compiled, tmp_path)
    worked.step(Edit(happens.pin, ("moth", {"title": "Luna"})), is_built=False)
    worked.step(TWICE[-1][0], is_built=False)
    assert worked.shown == 0
    worked.build()
    worked.step(TWICE[0][0], is_built=True)
    assert worked.shown


def test_a_title_that_is_taken_back_holds_nothing_up(tmp_path: Path, compiled: Path) -> None:
    """What matters is how files differ from the last build, not what was in between."""
    worked = Worked(tmp_path / "catalogue", compiled, tmp_path)
    path = worked.studio.root / "pins" / "moth.yaml"
    before = path.read_bytes()
    worked.step(Edit(happens.pin, ("moth", {"title": "Luna"})), is_built=False)
    worked.step(Edit(lambda studio: path.write_bytes(before) and None), is_built=False)
    worked.step(TWICE[0][0], is_built=True)
    assert worked.shown


@pytest.mark.parametrize("fault", ["answers are kept", "every edit is its record's own"])
def test_a_planted_fault_is_found_out(
    fault: str, tmp_path: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison fails with the fault."""
    if fault == "answers are kept":
        monkeypatch.setattr(Facts, "forget", lambda *_: None)
        steps = TWICE
    else:
        monkeypatch.setattr(replacing, "_bears_the_same", lambda old, new: True)
        steps = [(Edit(happens.pin, ("moth", {"series": "garden"})), False)]
    worked = Worked(tmp_path / "catalogue", compiled, tmp_path)
    with pytest.raises(AssertionError, match="shown"):
        for edit, is_built in steps:
            worked.step(edit, is_built)


def test_a_superseded_build_touches_nothing(tmp_path: Path, compiled: Path) -> None:
    """It ends at the next question or stage; the next one makes everything."""
    worked = Worked(tmp_path / "catalogue", compiled, tmp_path)
    TWICE[0][0].do(worked.studio)
    order = replace(worked.order, now=worked.studio.now)
    before = site_bytes(worked.studio.output)
    for count in (1, 2, 5, 20, 60):
        asked = iter(range(count))
        with pytest.raises(Superseded):
            Build(order, Listeners(is_superseded=lambda asked=asked: next(asked, None) is None)).run()
        assert site_bytes(worked.studio.output) == before
    worked.build()


def test_a_build_that_writes_hears_of_nothing(tmp_path: Path, compiled: Path) -> None:
    """Between the site and the memory of it no newer edit ends it: the memory would know less than is there."""
    worked = Worked(tmp_path / "catalogue", compiled, tmp_path)
    TWICE[0][0].do(worked.studio)
    entered: list[str] = []
    listeners = Listeners(on_stage=entered.append, is_superseded=lambda: "Writing files" in entered)
    report = Build(replace(worked.order, now=worked.studio.now), listeners).run()
    assert report.ok and report.written
    assert worked.studio.try_build().written == []


def test_a_build_hears_of_a_newer_edit_at_every_source(tmp_path: Path, compiled: Path) -> None:
    """Of ten thousand pins the sources alone take most of a second."""
    worked = Worked(tmp_path / "catalogue", compiled, tmp_path)
    worked.build()
    # A new title and slug: neither all pins nor all addresses are together as they were.
    happens.pin(worked.studio, "moth", {"title": "Luna", "slug": "luna"})
    heard: list[None] = []
    with closing(Memory(worked.order.state / MEMORY, versions())) as memory:
        asked = [key for _, key, _ in memory.sources() if key[0] in ("=pin", "=slug")]
    assert Build(worked.order, Listeners(is_superseded=lambda: bool(heard.append(None)))).run().written
    assert len(heard) > len(asked) >= 10
