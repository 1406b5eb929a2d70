"""Simple Markdown → the HTML that the full renderer would give, without it.

Most texts are paragraphs with a word in emphasis and a link to another pin. Such a text is written out directly;
any other is refused, and goes to `markdown_renderer`. What is accepted is a closed list of characters and forms
for which both ways give the same bytes; a property test (`tests/property/test_simple_markdown.py`) holds them to it.
"""

from __future__ import annotations

import re
from html import escape

from pinsite.files import digest_text

#: A line of its own that shows a pin, a series or an edition.
DIRECTIVE = re.compile(r"^ {0,3}\{\s*(pin|series|edition)\s*:\s*([a-z0-9-]+)\s*\}[ \t]*$")

# What Markdown and HTML leave alone: all but the marks of Markdown, control characters, and every space but the plain
# one (others are stripped or written as entities). `&` is only text where a space follows.
_WORDS = (
    r"(?:[^\x00-\x09\x0b-\x1f&*<\[\\\]^_`{|}~\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    r"\ud800-\udfff\ufeff]++|&(?= ))++"
)
# An emphasis begins at a word after a space and ends after a word, so that no rule of CommonMark can read it otherwise.
_OPEN = r"(?<![^ \n(])"
_INNER = rf"(?=[^\W_]){_WORDS}"
_CLOSE = r"(?:(?<=[^\W_]){0}(?![^ \n,.;:!?)])|(?<=[.!?,]){0}(?![^ \n]))"
_HOST = r"(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.)+[a-z]{2,}"
_ADDRESS = (
    r"(?:pin|story|series|page):[a-z0-9-]+(?:#[a-z0-9-]+)?"
    rf"|https?://{_HOST}(?:/[A-Za-z0-9./-]*)?(?:\?[A-Za-z0-9=.-]*)?(?:#[A-Za-z0-9.-]*)?"
)
_FORM = re.compile(
    rf"(?<!!)\[(?P<text>{_WORDS})\]\((?P<to>{_ADDRESS})\)"
    rf"|{_OPEN}\*\*(?P<strong>{_INNER}){_CLOSE.format('[*][*]')}"
    rf"|{_OPEN}\*(?P<em>{_INNER}){_CLOSE.format('[*]')}"
)
_PLAIN = re.compile(_WORDS)
# Beginnings of lines that make blocks of another kind, and spaces at an end, which can make a line break.
_OTHER_BLOCK = re.compile(r"^(?:[ #>:=+-]|\d+\.)| $", re.MULTILINE)
_BREAK = re.compile(r"\n{2,}")


def simple_html(text: str) -> str | None:
    """Return a text as HTML, or None where it needs the full renderer."""
    if "{" in text:
        return _with_directives(text)
    return _paragraphs(text.strip("\n"))


def _with_directives(text: str) -> str | None:
    """Render what stands between directives, each of which is a block of its own wherever it stands."""
    parts: list[str | None] = []
    lines: list[str] = []
    for line in text.split("\n"):
        mark = DIRECTIVE.match(line)
        if mark is None:
            lines.append(line)
            continue
        parts.append(_paragraphs("\n".join(lines).strip("\n")))
        parts.append(f'<div data-set="{digest_text(text)}:{mark[1]}:{mark[2]}"></div>')
        lines = []
    parts.append(_paragraphs("\n".join(lines).strip("\n")))
    known = [part for part in parts if part is not None]
    return "\n".join(part for part in known if part) if len(known) == len(parts) else None


def _paragraphs(text: str) -> str | None:
    if not text:
        return ""
    if _OTHER_BLOCK.search(text):
        return None
    paragraphs = [_inline(block) for block in _BREAK.split(text)]
    known = [paragraph for paragraph in paragraphs if paragraph is not None]
    return "\n".join(f"<p>{one}</p>" for one in known) if len(known) == len(paragraphs) else None


def _inline(block: str) -> str | None:
    if _PLAIN.fullmatch(block):
        return escape(block, quote=False)
    parts: list[str] = []
    end = 0
    for form in _FORM.finditer(block):
        before = block[end : form.start()]
        if before and not _PLAIN.fullmatch(before):
            return None
        parts += (escape(before, quote=False), _written(form))
        end = form.end()
    rest = block[end:]
    if rest and not _PLAIN.fullmatch(rest):
        return None
    return "".join(parts) + escape(rest, quote=False)


def _written(form: re.Match[str]) -> str:
    name = form.lastgroup
    if name == "to":
        return f'<a href="{form["to"]}">{escape(form["text"], quote=False)}</a>'
    return f"<{name}>{escape(form[name or 0], quote=False)}</{name}>"
