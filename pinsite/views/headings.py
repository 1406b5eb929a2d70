"""Heading levels: an author's headings fit below those of the page, and none is skipped."""

from __future__ import annotations

import re

_HEADING = re.compile(r"<(/?)h([1-6])\b", re.IGNORECASE)
_DEEPEST = 6


def level_headings(html: str, top: int) -> str:
    """Return HTML whose highest headings are of level `top`, and whose lower ones follow step by step.

    Whatever levels the author typed (`##` first, `####` below it), what is inside what stays as it was.
    """
    above: list[tuple[int, int]] = []
    current = top

    def leveled(tag: re.Match[str]) -> str:
        nonlocal current
        if not tag[1]:
            typed = int(tag[2])
            while above and above[-1][0] >= typed:
                above.pop()
            current = min(_DEEPEST, above[-1][1] + 1 if above else top)
            above.append((typed, current))
        return f"<{tag[1]}h{current}"

    return _HEADING.sub(leveled, html)
