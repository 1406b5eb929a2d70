"""A theme of the catalogue's own, begun; and a template or block copied, to be changed."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from pinsite.diagnostics import Problems
from pinsite.files import write_whole
from pinsite.themes.chain import Chain, TemplateSource
from pinsite.themes.contrast import tokens_of
from pinsite.themes.overrides import lineage
from pinsite.themes.reading import DECLARATION
from pinsite.themes.skeleton import Skeleton, skeleton_of
from pinsite.themes.theme import API
from pinsite.themes.tokens import SCHEMES

_DECLARATION = """\
name: {name}
title: {title}
description: A child of {parent}.
api: {api}
parent: {parent}
options: {{}}
styles: [{name}.css]
"""
_STYLES = """\
/* This file comes after the styles of {parent}, and wins over them. Take what you want to change out of the comment.
   `pinsite theme list` shows the options; docs/theme-reference.md every token. */
:root {{
{tokens}}}
@media screen and (prefers-color-scheme: dark) {{
  :root {{
{dark}  }}
}}
"""
_BEGIN_WITH = ("paper", "paper-raised", "ink", "ink-soft", "line", "display", "text", "measure")


def write_child(root: Path, name: str, parent: Chain) -> list[Path]:
    """Write a child theme that looks like its parent; return the files."""
    folder, above = root / "themes" / name, parent.themes[0].declared.name
    title = name.replace("-", " ").capitalize()
    declaration = _DECLARATION.format(name=name, title=title, parent=above, api=API)
    light, dark = _tokens(parent)
    styles = _STYLES.format(parent=above, tokens=_commented(light, "  "), dark=_commented(dark, "    "))
    files = {DECLARATION: declaration, f"styles/{name}.css": styles}
    for path, text in files.items():
        write_whole(folder / path, text.encode())
    return [folder / path for path in files]


def _tokens(parent: Chain) -> tuple[dict[str, str], dict[str, str]]:
    """Return the tokens to begin with as the parent leaves them, by day and by night."""
    tokens = tokens_of(parent, {}, Problems())
    by_day, by_night = (
        {name: token.value for name, token in tokens.found[scheme].items()} for scheme in SCHEMES
    )
    names = [f"--{name}" for name in _BEGIN_WITH]
    light = {name: by_day[name] for name in names if name in by_day}
    return light, {name: by_night[name] for name in light if by_night.get(name) != by_day[name]}


def _commented(tokens: dict[str, str], indent: str) -> str:
    return "".join(f"{indent}/* {name}: {value}; */\n" for name, value in tokens.items())


class Copy(Struct, frozen=True):
    """A template or block as it was copied: the file, and what it was copied from."""

    path: Path
    source: TemplateSource


class CannotCopy(Exception):  # noqa: N818 - it reads as the sentence it makes
    """There is nothing to copy, or something in its way; `known` are names that there are."""

    def __init__(self, message: str, wrong: str = "", known: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.wrong, self.known = wrong, known


def copy_template(chain: Chain, level: int, name: str, block: str | None) -> Copy:
    """Copy a template, or one block of it, into a level of the chain; raises `CannotCopy`."""
    source = chain.template(name, level + 1)
    if source is None:
        raise CannotCopy(f"there is no template `{name}`", name, tuple(sorted(chain.template_names)))
    target = chain.folders[level][0] / name
    if block is None:
        if target.exists():
            raise CannotCopy(f"`{chain.folders[level][1]}/{name}` is there already; nothing was written")
        write_whole(target, source.text.encode())
        return Copy(target, source)
    found, text = _block(chain, source, block)
    present = target.read_text("utf-8-sig") if target.exists() else ""
    write_whole(target, _with_block(present, name, block, text, _imports(found)).encode())
    return Copy(target, found)


def _block(chain: Chain, source: TemplateSource, block: str) -> tuple[TemplateSource, str]:
    family: list[tuple[TemplateSource, Skeleton]] = list(lineage(chain, source))
    for one, skeleton in family:
        if block in skeleton.blocks:
            return one, skeleton.blocks[block].text
    known = tuple(sorted({name for _, skeleton in family for name in skeleton.blocks}))
    raise CannotCopy(f"`{source.name}` has no block `{block}`", block, known)


_IMPORT = re.compile(r"^\{%-?\s*(?:from|import)\b.*?%\}\n?", re.DOTALL | re.MULTILINE)


def _imports(source: TemplateSource) -> list[str]:
    """Return the imports at the top of a template, without which a block of it would not know its macros."""
    return [found[0].strip() for found in _IMPORT.finditer(source.text)]


def _with_block(present: str, name: str, block: str, text: str, imports: list[str]) -> str:
    """Return a template with one more block; the imports that its text uses stand at the top."""
    if block in skeleton_of(present).blocks:
        raise CannotCopy(f"the block `{block}` of `{name}` is copied already; nothing was written")
    used = [one for one in imports if one not in present and _uses(text, one)]
    head = present.rstrip("\n") if present else f'{{% extends "parent:{name}" %}}'
    first, _, rest = head.partition("\n")
    lines = [first, *used, *([rest] if rest else [])]
    body = text.strip("\n")
    return "\n".join([*lines, f"{{% block {block} %}}\n{body}\n{{% endblock %}}"]) + "\n"


def _uses(text: str, statement: str) -> bool:
    names = re.findall(r"\w+", statement.split("import", 1)[1]) if "import" in statement else []
    return any(re.search(rf"\b{name}\b", text) for name in names)
