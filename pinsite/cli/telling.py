"""How problems, counts and progress are told on a terminal."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from pinsite.diagnostics import Problem, as_text

#: So many warnings of one code are told one by one while a site is built; `check` tells them all.
MOST = 10

T = TypeVar("T")


def tell_problems(
    problems: Iterable[Problem],
    root: Path,
    known: Mapping[str, Sequence[str]] | None = None,
    most: float = float("inf"),
) -> None:
    """Write problems to standard error, each with its line of source; `known` are lines not on the disk.

    Of the warnings of one code `most` are told, and then how many more there are; of errors all.
    """
    reader = _Lines(root, known or {})
    for problem in _few(problems, lambda one: one.code.id if one.severity == "warning" else None, most):
        head, *rest = as_text(problem, reader.line).split("\n")
        where, _, said = head.partition(f": {problem.severity} ")
        colour = "red" if problem.severity == "error" else "yellow"
        click.echo(f"{where}: " + click.style(f"{problem.severity} ", fg=colour, bold=True) + said, err=True)
        for line in rest:
            click.echo(line, err=True)


def _few(told: Iterable[T], code_of: Callable[[T], str | None], most: float) -> Iterator[T]:
    """Give all that has no code and the first of each code, and say in the end how many more there are."""
    counts = Counter[str]()
    for one in told:
        code = code_of(one)
        if code is not None:
            counts[code] += 1
        if code is None or counts[code] <= most:
            yield one
    for code, count in counts.items():
        if count > most:
            click.echo(f"… and {count - most:,} more of {code}: `pinsite check` shows them all.", err=True)


class _Lines:
    """Gives lines of the catalogue's files."""

    def __init__(self, root: Path, known: Mapping[str, Sequence[str]]) -> None:
        self._root = root
        self._files: dict[str, Sequence[str]] = dict(known)

    def line(self, path: str, number: int) -> str | None:
        """Return one line, or None where the file cannot be read."""
        if path not in self._files:
            try:
                text = (self._root / path).read_bytes().decode("utf-8-sig", "replace")
            except OSError:
                text = ""
            self._files[path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines = self._files[path]
        return lines[number - 1] if 0 < number <= len(lines) and any(lines) else None


def tell_recorded(records: Iterable[Mapping[str, Any]]) -> None:
    """Write the warnings that the last build kept, as that build told them."""
    for record in _few(records, lambda one: str(one["code"]), MOST):
        spot = f"{record['file']}:{record['line']}:{record['column']}" if record["line"] else record["file"]
        said = f"{record['code']}: {record['message']}"
        click.echo(f"{spot}: " + click.style("warning ", fg="yellow", bold=True) + said, err=True)


def tally(errors: int, warnings: int) -> str:
    """Return `2 errors, 1 warning`."""
    return ", ".join(
        f"{count} {word}{'' if count == 1 else 's'}"
        for count, word in ((errors, "error"), (warnings, "warning"))
        if count
    )


@contextmanager
def progress(quiet: bool) -> Iterator[Any]:
    """Give listeners that show how far a build is: a bar on a terminal, nothing elsewhere."""
    from pinsite.build import Listeners

    if quiet or not sys.stderr.isatty():
        yield Listeners()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[detail]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None, detail="")

        def on_stage(stage: str) -> None:
            bar.reset(task, description=stage, total=None, detail="")

        def on_images(now: Any) -> None:
            detail = f"{now.images_done} of {now.images_total}, {now.megapixels_done:.0f} MP"
            bar.update(task, total=now.megapixels_total or 1, completed=now.megapixels_done, detail=detail)

        yield Listeners(on_stage, on_images)
