"""How problems look: for people, for programs, for GitHub's annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from pinsite.diagnostics.problem import Problem

#: Gives the text of one line of a file of the catalogue (path, line from 1), or None.
LineOf = Callable[[str, int], str | None]

_WIDTH = 96


def as_text(problem: Problem, line_of: LineOf) -> str:
    """Return the line that editors jump to, the source line with a caret, and help."""
    place = problem.place
    head = f"{where(problem)}: {problem.severity} {problem.code.id}: {problem.message}"
    source = line_of(place.path, place.line) if place.line else None
    if source is None:
        return head + (f"\n    = {problem.help}" if problem.help else "")
    return "\n".join([head, *_excerpt(source.rstrip("\r\n"), problem)])


def _excerpt(source: str, problem: Problem) -> list[str]:
    """Return the source line and the caret line below it, cut to a readable window."""
    place = problem.place
    number = str(place.line)
    start = max(0, place.column - 1)
    cut = max(0, start - _WIDTH // 2) if len(source) > _WIDTH else 0
    shown = source[cut : cut + _WIDTH].replace("\t", " ")
    carets = "^" * max(1, min(place.length, len(shown) - (start - cut)))
    pad = " " * len(number)
    help_text = f" {problem.help}" if problem.help else ""
    return [f"  {number} | {shown}", f"  {pad} | {' ' * (start - cut)}{carets}{help_text}"]


def where(problem: Problem) -> str:
    """Return `path:line:column`, or the path alone where the file as a whole is meant."""
    place = problem.place
    return f"{place.path}:{place.line}:{place.column}" if place.line else place.path


def as_record(problem: Problem) -> dict[str, object]:
    """Return the problem as plain data (spec 5)."""
    return {
        "file": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": str(problem.severity),
        "code": problem.code.id,
        "message": problem.message,
        "help": problem.help,
    }


def as_json(problems: Iterable[Problem]) -> str:
    """Return a JSON list of problems."""
    return json.dumps([as_record(problem) for problem in problems], ensure_ascii=False, indent=2)


def as_github(problem: Problem) -> str:
    """Return a workflow command that annotates the line in a pull request."""
    place = problem.place
    text = _escape(f"{problem.message}" + (f" ({problem.help})" if problem.help else ""))
    spot = f",line={place.line},col={max(1, place.column)}" if place.line else ""
    title = _escape(problem.code.id).replace(":", "%3A").replace(",", "%2C")
    return f"::{problem.severity} file={_escape(place.path)}{spot},title={title}::{text}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
