"""How long it takes `serve` to write the page of a pin that was saved."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from builders import EDITED, Pinsite

from pinsite.build import STATE, Order
from pinsite.serve.preview import OUTPUT
from pinsite.serve.watching import QUIET_SECONDS

_PATIENCE = 300.0
_LOOK_SECONDS = 0.001
_READY_SECONDS = 2.0


def measure_serve(pinsite: Pinsite, runs: int) -> str:
    """Serve the catalogue, save a pin some times, and say how long its page took to be new on disk."""
    command = [sys.executable, "-m", "pinsite", "serve", str(pinsite.folder), "--port", "8765"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        pinsite.edit_description(7000)
        _wait_for(pinsite.folder, 7000)
        _wait_for_the_end(pinsite.folder)
        alone = _saves(pinsite, range(7001, 7001 + runs), lambda: _wait_for_the_end(pinsite.folder))
        following = _saves(pinsite, range(8001, 8001 + runs), lambda: time.sleep(1.0))
    finally:
        process.terminate()
        process.wait()
    return (
        f"serve: from saving one pin to its page on disk, beyond the debounce of {1000 * QUIET_SECONDS:.0f} ms: "
        f"{_told(alone)}; saved again after a second, whatever is still being built: {_told(following)}"
    )


def _saves(pinsite: Pinsite, numbers: range, pause: Callable[[], None]) -> list[float]:
    """Save the pin some times, with a pause after each, and return the milliseconds."""
    found = []
    for number in numbers:
        pinsite.edit_description(number)
        begun = time.perf_counter()
        _wait_for(pinsite.folder, number)
        found.append(1000 * (time.perf_counter() - begun - QUIET_SECONDS))
        pause()
    return found


def _told(found: list[float]) -> str:
    return f"median {statistics.median(found):.0f} ms ({min(found):.0f}–{max(found):.0f})"


def _wait_for_the_end(folder: Path) -> None:
    """Wait until the build has remembered that nothing has changed since, and has made itself ready."""
    # The preview's own memory: that of the site beside it says nothing of these builds.
    remembered = Order(folder, folder / STATE / OUTPUT, datetime.now(UTC)).state / "unchanged.json"
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and not remembered.exists():
        time.sleep(_LOOK_SECONDS)
    time.sleep(_READY_SECONDS)


def _wait_for(folder: Path, number: int) -> None:
    page = folder / STATE / OUTPUT / "pins" / EDITED / "index.html"
    until, mark = time.monotonic() + _PATIENCE, f"Edit {number}."
    while time.monotonic() < until:
        with suppress(FileNotFoundError):
            if mark in page.read_text("utf-8", errors="replace"):
                return
        time.sleep(_LOOK_SECONDS)
    sys.exit(f"no page with “{mark}” within {_PATIENCE:.0f} s")
