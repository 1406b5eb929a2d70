"""How a family of codes is written down: one block of text a code, read once.

A block begins with `ID severity title`; what follows, up to the next block, is its manual page in Markdown.
Families are texts rather than calls because the manual is the larger part, and is written and read as prose.
"""

from __future__ import annotations

import re
from textwrap import dedent

from pinsite.diagnostics.problem import Code, Severity

_HEAD = re.compile(r"^([A-Z]{3}\d{3}) (error|warning) (.+)$", re.MULTILINE)


def codes_of(text: str) -> tuple[Code, ...]:
    """Return the codes of a family."""
    plain = dedent(text)
    heads = list(_HEAD.finditer(plain))
    ends = [head.start() for head in heads[1:]] + [len(plain)]
    return tuple(
        Code(head[1], Severity(head[2]), head[3], plain[head.end() : end].strip())
        for head, end in zip(heads, ends, strict=True)
    )
