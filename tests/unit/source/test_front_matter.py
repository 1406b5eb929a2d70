"""Front matter and the text below it."""

from __future__ import annotations

import pytest

from pinsite.diagnostics import Problems
from pinsite.source.front_matter import split
from pinsite.source.text_file import TextFile


def parts(text: str) -> tuple[str, int] | list[str]:
    problems = Problems()
    found = split(TextFile("stories/x.md", text), problems)
    return (found.body, found.first_line) if found else [one.code.id for one in problems]


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\ntitle: A\n---\nBody\n", "Body\n", 4),
        ("---\ntitle: A\n---", "", 4),
        ("--- \ntitle: A\n---\t\n\nBody", "\nBody", 4),
        ("\n\n---\ntitle: A\n---\nBody", "Body", 6),
        ("---\ntitle: A\n---\nOne\n\n---\n\nTwo", "One\n\n---\n\nTwo", 4),
        ("---\ntitle: '--- no'\nsummary: |\n  ----\n---\nBody", "Body", 6),
    ],
)
def test_a_text_below_front_matter(text: str, body: str, line: int) -> None:
    assert parts(text) == (body, line)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "PIN001"),
        ("Words", "PIN001"),
        ("Words\n---\ntitle: A\n---\n", "PIN001"),
        ("---\ntitle: A\n", "YML008"),
        ("---", "YML008"),
        ("---\n---\nBody", "YML007"),
        ("---\n- a\n---\n", "YML007"),
        ("---\ntitle: a: b\n---\n", "YML002"),
    ],
)
def test_front_matter_that_cannot_be_read(text: str, code: str) -> None:
    assert parts(text) == [code]
