"""A Markdown file: front matter between two lines `---`, and the text below."""

from __future__ import annotations

import re

from msgspec import Struct

from pinsite.diagnostics import Place, Problems
from pinsite.diagnostics.codes import CODES
from pinsite.source.matter import Matter, read_matter
from pinsite.source.text_file import TextFile

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


class MarkdownFile(Struct, frozen=True):
    """The front matter, the text below it, and the number of the text's first line."""

    matter: Matter
    body: str
    first_line: int


def split(file: TextFile, problems: Problems) -> MarkdownFile | None:
    """Take a Markdown file apart; None (and a problem) where its front matter cannot be read."""
    fences = list(_FENCE.finditer(file.text))
    if not fences or file.text[: fences[0].start()].strip():
        problems.add(
            CODES["PIN001"],
            Place(file.path, 1, 1),
            "there is no front matter, so there is no `title`",
            "begin the file with `---`, `title: …` and `---`, each on a line of its own",
        )
        return None
    if len(fences) < 2:
        problems.add(
            CODES["YML008"],
            Place(file.path, 1, 1, 3),
            "the front matter does not end",
            "close it with a line `---`",
        )
        return None
    start, end = fences[0], fences[1]
    offset = file.text.count("\n", 0, start.end()) + 1
    matter = read_matter(file, problems, file.text[start.end() + 1 : end.start()], offset)
    body_line = file.text.count("\n", 0, end.end()) + 2
    return MarkdownFile(matter, file.text[end.end() + 1 :], body_line) if matter else None
