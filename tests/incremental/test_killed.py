"""A build whose process is killed at a random moment is healed by the next.

Where `test_interrupted` counts writes and stops at each, here the system ends the process: between two writes,
in the middle of one, while pages are made in other processes, or while the memory is written.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from support.builds import Studio, clean_site, differences, site_bytes
from support.catalogues import edit, write_pin, write_small_catalogue, write_text

from pinsite.build import Build, Order

KILLS = max(6, settings.default.max_examples // 20)
#: On a machine that has other work, a build may be through before it is killed.
TRIES = 6 * KILLS
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


def build_in_child(order: Order) -> multiprocessing.process.BaseProcess:
    """Begin a build in a process of its own, which needs to import nothing."""
    child = multiprocessing.get_context("fork").Process(target=lambda: Build(order).run())
    child.start()
    return child


def kill(child: multiprocessing.process.BaseProcess) -> bool:
    """Kill a process as the system would; tell whether it was still at work."""
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    return child.exitcode == -signal.SIGKILL


def change(root: Path) -> None:
    """Change everything a bit."""
    (root / "pins/hermit-crab.yaml").unlink()
    write_pin(root, "comet", tags=["moth"], series="tide-pool")
    edit(root / "pins/moon-moth.yaml", "Moon Moth", "Luna Moth")
    edit(root / "pinsite.yaml", '"en", "de"', '"en", "de", "ja"')
    write_text(root / "static/kit.txt", "one")


def _age(half: Path) -> None:
    """Let so much time pass that nobody can still be writing a file of the folder that all outputs share."""
    os.utime(half, (time.time() - 90, time.time() - 90))


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("first", [True, False], ids=["a first build", "an edit"])
def test_a_killed_build_is_healed(first: bool, jobs: int, tmp_path: Path) -> None:
    """After the next build the site is that of a clean one, and nothing unfinished is left.

    The catalogue changes once more before it: whoever still makes the pages of the killed build must not bring them in.
    """
    studio = Studio(write_small_catalogue(tmp_path / "catalogue"))
    if not first:
        studio.build()
    change(studio.root)
    start = tmp_path / "start"
    shutil.copytree(studio.root, start, symlinks=True)
    edit(studio.root / "pins/moon-moth.yaml", "Luna Moth", "Mistaken Moth")
    begun = time.perf_counter()
    expected = clean_site(studio.root, tmp_path, jobs=jobs)
    lasting = time.perf_counter() - begun
    chance, killed = random.Random(f"{first} {jobs}"), 0
    for _ in range(TRIES):
        shutil.rmtree(studio.root)
        shutil.copytree(start, studio.root, symlinks=True)
        child = build_in_child(replace(studio.order, jobs=jobs))
        time.sleep(chance.uniform(0, lasting))
        if not kill(child):
            lasting *= 0.7  # it was slow when it was measured
            continue
        killed += 1
        edit(studio.root / "pins/moon-moth.yaml", "Luna Moth", "Mistaken Moth")
        for folder in studio.order.shared:
            for half in folder.glob(".*.part"):
                _age(half)
        studio.build(jobs=jobs)
        assert differences(site_bytes(studio.output), expected) == []
        assert not list(studio.root.rglob("*.part"))
        assert studio.leaves()
        if killed == KILLS:
            break
    assert killed == KILLS, "most builds were through before they were killed: the test sees too little"


def test_what_was_kept_before_the_note_does_not_stay_half(studio: Studio) -> None:
    """A build that is killed while it plans has noted nothing yet; the next one tidies up all the same."""
    half = studio.order.state / ".texts-de-0.mo.4711.part"
    half.write_bytes(b"half of it")
    change(studio.root)
    studio.build()
    assert not half.exists()


def test_what_all_outputs_share_is_tidied_up_when_nobody_can_be_writing_it(studio: Studio) -> None:
    """A build of another output may be at it just now; after a minute nobody is."""
    kept = [
        folder / name
        for folder in studio.order.shared
        for name in (".sights.json.4711.part", ".reading.json.4712.part")
    ]
    for path in kept:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"half of it")
    for path in kept[::2]:
        _age(path)
    change(studio.root)
    studio.build()
    assert [path.exists() for path in kept] == [False, True] * len(studio.order.shared)
