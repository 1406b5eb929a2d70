"""Measure builds of a generated catalogue, each in a process of its own.

Four cases: clean, nothing changed, one description edited, one template changed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generate import write_catalogue


@dataclass(frozen=True)
class Run:
    """What one process cost: seconds of wall and of processor, peak memory in MB."""

    wall: float
    processor: float
    memory: float


def build(folder: Path, *options: str) -> Run:
    """Run one build; a failure ends the measurement."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "pinsite", "build", str(folder), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    if status:
        sys.exit(f"the build failed with {status}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def cases(folder: Path) -> dict[str, Callable[[int], Run]]:
    """Return what is measured; each case gets the number of its run, so that every edit is a new one."""
    pin = folder / "pins" / "pin-00000.yaml"
    override = folder / "templates" / "pin.html"

    def clean(_: int) -> Run:
        shutil.rmtree(folder / "public", ignore_errors=True)
        shutil.rmtree(folder / ".pinsite", ignore_errors=True)
        return build(folder)

    def edit(number: int) -> Run:
        text = pin.read_text("utf-8")
        pin.write_text(text.replace("description: |\n", f"description: |\n  Edit {number}.\n\n", 1), "utf-8")
        return build(folder)

    def template(number: int) -> Run:
        override.parent.mkdir(exist_ok=True)
        override.write_text(f'{{% extends "parent:pin.html" %}}{{# {number} #}}\n', "utf-8")
        return build(folder)

    return {
        "clean": clean,
        "nothing changed": lambda _: build(folder),
        "one description": edit,
        "one template": template,
    }


def measure(pins: int, runs: int) -> None:
    """Print a table of medians for a catalogue of some pins."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "catalogue"
        write_catalogue(folder, pins)
        print(f"{pins} pins, {runs} runs, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
        print("| build | wall s: min, median, max | user + system s | peak MB |\n| --- | --- | --- | --- |")
        for title, case in cases(folder).items():
            found = [case(number) for number in range(runs)]
            walls = sorted(run.wall for run in found)
            print(
                f"| {title} | {walls[0]:.2f}, {statistics.median(walls):.2f}, {walls[-1]:.2f} "
                f"| {statistics.median(run.processor for run in found):.2f} "
                f"| {statistics.median(run.memory for run in found):.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pins", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    measure(given.pins, given.runs)
