"""What a problem is: a code, a place, a sentence and help."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

_LONGEST = 300
#: What would break a line, move the caret, colour the terminal, or turn the direction of the text.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def one_line(text: str) -> str:
    """Return a sentence as one line: what an author typed may hold line ends, and more than a line shows."""
    plain = UNSEEN.sub(" ", text)
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"


class Severity(StrEnum):
    """How bad a problem is: an error stops publishing, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Code(Struct, frozen=True):
    """A kind of problem, with its manual page (Markdown, shown by `pinsite explain`)."""

    id: str
    severity: Severity
    title: str
    manual: str


class Place(Struct, frozen=True, order=True):
    """Where a problem is: a path relative to the catalogue, line and column counted from 1.

    `length` is the number of characters the caret underlines; `line` 0 means the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0
    length: int = 1


class Problem(Struct, frozen=True):
    """One thing that is wrong with the content, and what to do about it."""

    code: Code
    place: Place
    message: str
    help: str = ""
    severity: Severity = Severity.ERROR

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by file, then line, column, code."""
        return (self.place.path, self.place.line, self.place.column, self.code.id, self.message)


class Problems(Struct):
    """A growing list of problems; the same problem is kept once."""

    strict: bool = False
    _kept: dict[tuple[str, Place, str], Problem] = field(default_factory=dict)
    _errors: int = 0

    def add(self, code: Code, place: Place, message: str, help: str = "") -> None:
        """Keep one problem, its sentences as single lines."""
        problem = Problem(code, place, one_line(message), one_line(help), code.severity)
        self._keep(problem)

    def take(self, problems: Iterable[Problem]) -> None:
        """Keep problems that were found elsewhere."""
        for problem in problems:
            self._keep(problem)

    def _keep(self, problem: Problem) -> None:
        key = problem.code.id, problem.place, problem.message
        if key not in self._kept:
            self._kept[key] = problem
            self._errors += problem.severity is Severity.ERROR

    def __iter__(self) -> Iterator[Problem]:
        """Walk the problems by file and line; in a site that is strict a warning is an error."""
        kept = sorted(self._kept.values(), key=lambda problem: problem.sort_key)
        return iter([replace(one, severity=Severity.ERROR) for one in kept] if self.strict else kept)

    def __len__(self) -> int:
        """Count all problems."""
        return len(self._kept)

    @property
    def errors(self) -> int:
        """Count those that stop publishing."""
        return len(self._kept) if self.strict else self._errors

    @property
    def warnings(self) -> int:
        """Count those that do not."""
        return len(self._kept) - self.errors
