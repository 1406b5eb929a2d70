"""The skeleton of a template: what it extends, its blocks and where they stand, what is never shown.

Jinja's parser tells lines and no columns, and forgets the text of a block. What is needed here are the statements
alone, and those are found by their braces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

_PIECE = re.compile(
    r"\{#.*?#\}"
    r"|\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}"
    r"|\{%[-+]?\s*(?P<word>\w+)(?P<rest>.*?)[-+]?%\}"
    r"|\{\{.*?\}\}",
    re.DOTALL,
)
_NAME = re.compile(r"\s*(\w+)")
_QUOTED = re.compile(r"""\s*(["'])(?P<name>[^"']+)\1\s*""")


class Block(Struct, frozen=True):
    """One block: where its name stands, its text between the statements, and the block around it."""

    name: str
    at: int
    text: str
    within: str | None


class Skeleton(Struct, frozen=True):
    """`extends` is the name of a template where it is written out; `stray` is where text begins that nothing shows."""

    extends: str | None
    blocks: dict[str, Block]
    stray: int | None

    @property
    def outer(self) -> Iterator[Block]:
        """Walk the blocks that stand in no other."""
        return (block for block in self.blocks.values() if block.within is None)


@lru_cache(maxsize=256)
def skeleton_of(text: str) -> Skeleton:
    """Return the skeleton of a template; of one that cannot be compiled, what there is of it."""
    extends, shown = None, _Shown()
    blocks: dict[str, Block] = {}
    open_blocks: list[tuple[str, int, int]] = []
    inside = 0
    for piece in _PIECE.finditer(text):
        word, rest = piece["word"], piece["rest"] or ""
        if word == "extends":
            quoted = _QUOTED.fullmatch(rest)
            extends = quoted["name"] if quoted else None
            shown.begin(piece.end())
        elif word == "block" and (name := _NAME.match(rest)):
            shown.end(text, piece.start(), not open_blocks and not inside)
            open_blocks.append((name[1], piece.start("rest") + name.start(1), piece.end()))
        elif word == "endblock" and open_blocks:
            name_, at, begin = open_blocks.pop()
            within = open_blocks[-1][0] if open_blocks else None
            blocks[name_] = Block(name_, at, text[begin : piece.start()], within)
            shown.begin(piece.end())
        elif not open_blocks:
            shown.end(text, piece.start(), not inside)
            inside += word in _SILENT and not (word == "set" and "=" in rest)
            inside -= word in _SILENT_ENDS
            if (piece[0].startswith("{{") or word == "include") and not inside:
                shown.note(piece.start())
            shown.begin(piece.end())
    shown.end(text, len(text), not open_blocks and not inside)
    return Skeleton(extends, blocks, shown.stray if extends else None)


#: What may hold text outside of blocks, and shows it where it is called.
_SILENT = ("macro", "set", "call", "filter")
_SILENT_ENDS = tuple(f"end{word}" for word in _SILENT)


class _Shown:
    """Watches for text after `extends` that stands in no block."""

    def __init__(self) -> None:
        self.stray: int | None = None
        self._since: int | None = None

    def begin(self, at: int) -> None:
        self._since = at

    def end(self, text: str, at: int, outside: bool) -> None:
        if outside and self._since is not None:
            found = re.search(r"\S", text[self._since : at])
            if found:
                self.note(self._since + found.start())

    def note(self, at: int) -> None:
        if self.stray is None:
            self.stray = at
