"""Cases written as Markdown: a heading, the files of a catalogue, and the problems they must give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pinsite.diagnostics import Problem, Problems, as_text
from pinsite.files import stamps_below
from pinsite.source import Call, load

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SETTINGS = "title: Test\nauthor: Ada\n"
COMPLETENESS = {"PIN101", "PIN102", "PIN103", "PIN104", "PIN105", "PIN106", "PIN107", "PIN109"}
_CASE = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One case: where it stands, its files, and what must be said of them."""

    page: Path
    title: str
    files: tuple[tuple[str, str], ...]
    expected: str
    at: tuple[int, int]

    @property
    def name(self) -> str:
        """Return a name for the report of the tests."""
        return f"{self.page.stem}: {self.title}"


def all_cases() -> list[Case]:
    """Return every case of every page, in the order in which they are read."""
    return [case for page in sorted(HERE.glob("*.md")) if page.stem != "README" for case in _cases_of(page)]


def _cases_of(page: Path) -> list[Case]:
    text = page.read_bytes().decode("utf-8")
    heads = list(_CASE.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [_case(page, head[1], text, head.end(), end) for head, end in zip(heads, ends, strict=True)]


def _case(page: Path, title: str, text: str, start: int, end: int) -> Case:
    blocks = list(_BLOCK.finditer(text, start, end))
    files = tuple((block[2], block[3]) for block in blocks if block[2])
    (expected,) = (block for block in blocks if not block[2])
    assert expected[1] == "text", title
    return Case(page, title, files, expected[3], expected.span(3))


def read(case: Case, root: Path) -> tuple[list[Problem], str]:
    """Write the files of a case and read them; return the problems, and how they look."""
    for path, content in (("pinsite.yaml", SETTINGS), *case.files):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.encode())
    problems = Problems()
    loaded = load(root, stamps_below(root), Call(NOW), problems)
    hidden = set() if case.page.stem == "completeness" else COMPLETENESS
    found = [problem for problem in problems if problem.code.id not in hidden]
    texts = [
        as_text(one, lambda path, line: loaded.files[path].line(line) if path in loaded.files else None)
        for one in found
    ]
    return found, "".join(f"{text}\n" for text in texts)


def accept() -> None:
    """Write what is found into the pages."""
    for case in sorted(all_cases(), key=lambda one: (one.page, -one.at[0])):
        with TemporaryDirectory() as folder:
            _, found = read(case, Path(folder))
        text = case.page.read_bytes().decode("utf-8")
        case.page.write_bytes((text[: case.at[0]] + found + text[case.at[1] :]).encode())


if __name__ == "__main__":
    accept()
