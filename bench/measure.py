"""Measure builds of a generated catalogue, each in a process of its own, beside Hugo where it is installed.

Four cases: clean, nothing changed, one description edited, one template of pin pages edited. The two builders
take turns, so that whatever else the machine does meets both. With Hugo the two sites must have the same
number of pages, and as many bytes within 5 %; else the measurement ends with a failure.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from builders import Builder, Hugo, Pinsite, Size, hugo_program, size_of
from content import Content
from processes import Cost, run_for_memory, run_for_time
from serving import measure_serve

Prepare = Callable[[Builder, int], None]

CASES: dict[str, Prepare] = {
    "clean": lambda builder, _: builder.forget(),
    "nothing changed": lambda builder, _: None,
    "one description": lambda builder, number: builder.edit_description(number),
    "one template": lambda builder, number: builder.edit_template(number),
}
_CLOSE = 0.05
_PLACE = re.compile(r"(<!-- measured -->\n).*?(<!-- end -->)", re.DOTALL)


@dataclass
class Sheet:
    """What was measured, as Markdown: printed line by line, and kept for a page."""

    lines: list[str] = field(default_factory=list)

    def say(self, line: str) -> None:
        """Print a line, and keep it."""
        self.lines.append(line)
        print(line, flush=True)

    def put_into(self, page: Path) -> None:
        """Replace what was measured before in a page."""
        whole = "\n".join([*self.lines, ""])
        text = _PLACE.sub(lambda found: found[1] + whole + found[2], page.read_text("utf-8"))
        page.write_text(text, "utf-8")


@dataclass
class Found:
    """What was measured of one builder in one case."""

    costs: list[Cost] = field(default_factory=list)
    memory: float = float("nan")

    @property
    def wall(self) -> float:
        """Return the median of the seconds that passed."""
        return statistics.median(cost.wall for cost in self.costs)

    @property
    def processor(self) -> float:
        """Return the median of the seconds of all processors."""
        return statistics.median(cost.processor for cost in self.costs)


def compare_sizes(builders: Sequence[Builder], sheet: Sheet) -> None:
    """Say how large the sites are, and stop where they are not the same site."""
    sizes: list[Size] = []
    for builder in builders:
        size = size_of(builder)
        sizes.append(size)
        sheet.say(f"- {builder.name}: {size.pages:,} pages, {size.files:,} files, {size.bytes / 1e6:,.1f} MB")
    first, last = sizes[0], sizes[-1]
    if first.pages != last.pages or abs(first.bytes - last.bytes) > _CLOSE * last.bytes:
        sys.exit("the sites are not the same: neither is measured")


def measure_case(builders: Sequence[Builder], prepare: Prepare, runs: int) -> dict[str, Found]:
    """Measure one case, the builders by turns; the run for memory comes last."""
    found = {builder.name: Found() for builder in builders}
    # A first run outside the count: the case before left another state (a template that was not there yet).
    for number in range(runs + 2):
        for builder in builders:
            prepare(builder, number)
            if number > runs:
                found[builder.name].memory = run_for_memory(builder.command())
            else:
                cost = run_for_time(builder.command())
                found[builder.name].costs += [cost] if number else []
    return found


def tell(case: str, found: dict[str, Found], sheet: Sheet) -> None:
    """Say the lines of one case, and its ratios."""
    for name, one in found.items():
        walls = sorted(cost.wall for cost in one.costs)
        sheet.say(
            f"| {case} | {name} | {one.wall:.3f} ({walls[0]:.3f}–{walls[-1]:.3f}) "
            f"| {one.processor:.2f} | {one.memory:.0f} |"
        )
    if len(found) > 1:
        own, other = found.values()
        sheet.say(
            f"| {case} | ratio | **{own.wall / other.wall:.3f}** | {own.processor / other.processor:.3f} "
            f"| **{own.memory / other.memory:.3f}** |"
        )


def tell_stages(pinsite: Pinsite, prepare: Prepare, case: str, sheet: Sheet) -> None:
    """Say how a build of pinsite splits up, where it tells."""
    prepare(pinsite, 99)
    stages = pinsite.stages()
    if stages:
        told = ", ".join(f"{name.lower()} {seconds:.2f}" for name, seconds in stages.items())
        sheet.say(f"- stages of a build of pinsite, {case}, in seconds: {told}")


def measure(pins: int, folder: Path, given: argparse.Namespace, sheet: Sheet) -> None:
    """Measure a catalogue of so many pins."""
    content = Content(pins)
    pinsite = Pinsite(folder / "catalogue")
    program = None if given.alone else hugo_program()
    hugo = Hugo(folder / "hugo", program) if program else None
    builders: list[Builder] = [pinsite, *([hugo] if hugo else [])]
    sheet.say(f"\n### {pins:,} pins, {given.runs} runs\n")
    pinsite.write(content)
    if hugo:
        hugo.write(content)
    for builder in builders:
        run_for_time(builder.command())
    compare_sizes(builders, sheet)
    sheet.say("\n| build | | wall s, median (range) | user + system s | peak MB |")
    sheet.say("| --- | --- | --- | --- | --- |")
    for case in given.cases:
        tell(case, measure_case(builders, CASES[case], given.runs), sheet)
    sheet.say("")
    for case in given.cases:
        tell_stages(pinsite, CASES[case], case, sheet)
    if given.serve:
        sheet.say("- " + measure_serve(pinsite, given.runs))


def machine() -> str:
    """Say on what is measured."""
    program = hugo_program()
    beside = f", Hugo {Hugo(Path(), program).version()}" if program else ""
    system = f"{platform.system()} {platform.machine()}"
    return f"{os.cpu_count()} cores, {system}, Python {platform.python_version()}{beside}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pins", type=int, nargs="+", default=[1000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cases", nargs="+", choices=CASES, default=list(CASES))
    parser.add_argument("--serve", action="store_true", help="also measure a save while `serve` runs")
    parser.add_argument("--alone", action="store_true", help="leave Hugo out")
    parser.add_argument("--folder", type=Path, help="where to write (a temporary folder)")
    parser.add_argument("--into", type=Path, help="also write the tables into this page (docs/speed.md)")
    options = parser.parse_args()
    # Measured is what an installed program does, whose compiled code is kept, whatever this shell is told.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    whole = Sheet()
    whole.say(f"{machine()}.")
    for count in options.pins:
        with tempfile.TemporaryDirectory(dir=options.folder, prefix="bench-") as name:
            measure(count, Path(name), options, whole)
    if options.into:
        whole.put_into(options.into)
