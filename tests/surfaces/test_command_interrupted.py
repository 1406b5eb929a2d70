"""Ctrl-C in the middle of a build."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import environment, pinsite
from support.builds import site_bytes
from support.catalogues import write_picture

_PICTURES = 10


@pytest.fixture
def slow(catalogue: Path) -> Path:
    """Return a catalogue whose pictures take a build some seconds."""
    for number in range(_PICTURES):
        write_picture(catalogue / "pins" / "moon-moth" / f"{number}.png", f"#{number:02x}4466", (1000, 1000))
    (catalogue / "pins" / "moon-moth.yaml").rename(catalogue / "pins" / "moon-moth" / "pin.yaml")
    listed = "".join(f"\n- {{file: {number}.png, alt: Number {number}}}" for number in range(_PICTURES))
    pin = catalogue / "pins" / "moon-moth" / "pin.yaml"
    pin.write_text(f"{pin.read_text('utf-8')}images:{listed}\n", "utf-8")
    return catalogue


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that only one process hears")
def test_an_interrupted_build_is_finished_by_the_next(slow: Path) -> None:
    """The exit code is 130, the word is `Interrupted`, no half file is left, and the next build ends it."""
    process = subprocess.Popen([sys.executable, "-m", "pinsite", "build", str(slow), "--jobs", "1"], env=environment(),
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)  # fmt: skip
    store = slow / ".pinsite" / "images"
    give_up = time.monotonic() + 60
    while not any(path.is_file() for path in store.rglob("*")) and time.monotonic() < give_up:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told.decode()
    assert told.decode().strip() == "Interrupted."
    assert not (slow / "public").exists() or not list((slow / "public").rglob("*.part"))
    assert pinsite("build", slow).code == 0
    healed = site_bytes(slow / "public")
    assert sum(path.startswith("assets/images/") for path in healed) >= _PICTURES
    assert pinsite("build", slow).out == "Nothing has changed.\n"
