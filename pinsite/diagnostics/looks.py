"""How problems look: for people, for programs, for GitHub's annotations."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable

from pinsite.diagnostics.problem import UNSEEN, Place, Problem

#: Gives the text of one line of a file of the catalogue (path, line from 1), or None.
LineOf = Callable[[str, int], str | None]

_WIDTH = 96
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufe0e\ufe0f"


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
    start = min(max(0, place.column - 1), len(source))
    cut = max(0, start - _WIDTH // 2) if len(source) > _WIDTH else 0
    shown = UNSEEN.sub(" ", source[cut : cut + _WIDTH])
    carets = "^" * max(1, _columns(shown[start - cut : start - cut + max(1, place.length)]))
    pad = " " * len(number)
    help_text = f" {problem.help}" if problem.help else ""
    return [f"  {number} | {shown}", f"  {pad} | {' ' * _columns(shown[: start - cut])}{carets}{help_text}"]


def _columns(text: str) -> int:
    """Count the columns that a terminal gives to a text: two to a wide character, none to a combining one."""
    return sum(_wide(one) for one in text)


def _wide(character: str) -> int:
    if unicodedata.combining(character) or character in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def where(problem: Problem) -> str:
    """Return `path:line:column`, or the path alone where the file as a whole is meant."""
    place = problem.place
    return f"{_path(place)}:{place.line}:{place.column}" if place.line else _path(place)


def _path(place: Place) -> str:
    """Return the path in characters that can be printed; a file system may hold bytes that are none."""
    return UNSEEN.sub("\ufffd", place.path)


def as_record(problem: Problem) -> dict[str, object]:
    """Return the problem as plain data (spec 5)."""
    return {
        "file": _path(problem.place),
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
    text = _escape(problem.message + (f" ({problem.help})" if problem.help else ""))
    spot = f",line={place.line},col={max(1, place.column)}" if place.line else ""
    title = _property(problem.code.id)
    return f"::{problem.severity} file={_property(_path(place))}{spot},title={title}::{text}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
