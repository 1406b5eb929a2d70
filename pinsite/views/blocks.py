"""The blocks of a page as it is made: what each asks is noted apart, and one that asks nothing new is kept.

So an edited template, or a counter that has moved, makes a block or two again, and of a page of which nothing else has
changed the record need not even be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from jinja2.runtime import Context

from pinsite.freshness import Before, Facts, Frame, Key, Number, Stretch, Woven
from pinsite.themes import REST, BlockText
from pinsite.views.material import Material

#: Stands for the text outside of all blocks where blocks are listed in one line.
_REST = "-"


def block_names(material: Material, template: str) -> str:
    """Return the blocks of a template's pages that can be kept, as one line."""
    material.ask("template", template)
    return " ".join(name or _REST for name in material.anatomy(template).names)


def block_digest(material: Material, template: str, name: str) -> str | None:
    """Return the digest of all that a block comes from."""
    material.ask("template", template)
    return material.anatomy(template).digest(name)


class _Block:
    """A block as it was made; `at` is where it begins in its surroundings: None where it does not stand there so."""

    __slots__ = ("at", "frame", "inner", "kept", "length", "name", "spent")

    def __init__(self, name: str, frame: Frame) -> None:
        self.name = name
        self.frame = frame
        self.at: int | None = None
        self.length = 0
        self.inner: list[_Block] = []
        self.kept: Stretch | None = None
        #: What it cost, with all within it.
        self.spent = (0, 0)

    def needs(self) -> list[Key | Number]:
        """Return what it needs by itself."""
        return [*self.frame.needs, *(self.kept.needs if self.kept is not None else ())]

    def marks(self) -> set[str]:
        """Return what it drags along by itself."""
        return self.frame.marks if self.kept is None else self.frame.marks | self.kept.marks

    def own_spent(self) -> tuple[int, int]:
        """Return what it cost by itself."""
        steps, text = self.spent
        if steps or text:
            for one in self.inner:
                steps, text = steps - one.spent[0], text - one.spent[1]
        return steps, text

    def joined(self, pieces: list[str]) -> str:
        """Return its text, and note where the blocks within it stand."""
        if self.inner:
            at = 0
            for piece in pieces:
                if type(piece) is BlockText:
                    piece.block.at = at  # type: ignore[attr-defined]
                at += len(piece)
        text = "".join(pieces)
        self.length = len(text)
        return text


class Blocks:
    """The blocks of one page that a template makes; `before` has those that are as they were."""

    def __init__(self, facts: Facts, template: str, names: str, before: Before | None) -> None:
        self.names = frozenset(REST if name == _REST else name for name in names.split())
        self._facts = facts
        self._template = template
        self._before = before
        self._page = _Block("", Frame())
        self._open = [self._page]
        self._names: list[str] = []

    def block(
        self, name: str, function: Callable[[Context], Iterator[str]], context: Context
    ) -> Iterator[str]:
        """Yield the text of a block, made by `function` or kept from before."""
        with self._facts.noting() as frame:
            block = _Block(name, frame)
            text = BlockText(block.joined(self._pieces(block, function, context)))
        text.block = block
        yield text

    def _pieces(
        self, block: _Block, function: Callable[[Context], Iterator[str]], context: Context
    ) -> list[str]:
        self._facts.noted_digest(("block", self._template, block.name))
        self._names.append(block.name)
        self._open[-1].inner.append(block)
        self._open.append(block)
        budget = context.environment.budget  # type: ignore[attr-defined]
        steps, text = budget.spent
        try:
            kept = self._before.stretches.get(block.name) if self._before is not None else None
            # What would be too much is made again, and so fails where it stands.
            if kept is None or not budget.pay(kept.spent):
                return list(function(context))
            block.kept = kept
            return list(self._again(kept, context))
        finally:
            self._open.pop()
            block.spent = budget.spent[0] - steps, budget.spent[1] - text

    def _again(self, kept: Stretch, context: Context) -> Iterator[str]:
        """Yield a block as it was, with what stands in the places of others now."""
        assert self._before is not None
        text, at = self._before.text, kept.begin
        for inner in kept.inner:
            yield text[at : inner.begin]
            yield from context.blocks[inner.name][0](context)
            at = inner.end
        yield text[at : kept.end]

    def page(self, pieces: list[str]) -> str:
        """Return the text of the page that these pieces make, and note where its blocks stand."""
        return self._page.joined(pieces)

    def woven(self, outside: Frame) -> Woven:
        """Return what was found out; `outside` has what was asked outside of all blocks.

        What a block without a place needs, its surroundings need: one that a filter has gone through, or one that
        stands in the page twice.
        """
        own = {("template", self._template), ("blocks", self._template)}
        told = Woven([key for key in outside.needs if key not in own])
        several = {name for name, times in Counter(self._names).items() if times > 1}
        for block in self._page.inner:
            _weave(block, None, 0, _Weaving(told, outside, several))
        return told


class _Weaving(NamedTuple):
    told: Woven
    outside: Frame
    several: set[str]


def _weave(block: _Block, around: Stretch | None, start: int | None, weaving: _Weaving) -> None:
    """Tell of a block, whose surroundings begin at `start`; None where these have no place themselves."""
    needs, marks, into = block.needs(), block.marks(), around
    begin = start + block.at if start is not None and block.at is not None else None
    if begin is not None and block.name not in weaving.several:
        into = Stretch(block.name, begin, begin + block.length, needs, marks, block.own_spent())
        (weaving.told.stretches if around is None else around.inner).append(into)
    elif around is not None:
        around.needs += needs
        around.marks |= marks
        around.spent = around.spent[0] + block.spent[0], around.spent[1] + block.spent[1]
    else:
        weaving.told.outside += needs
        weaving.outside.marks |= marks
    for one in block.inner:
        _weave(one, into, begin, weaving)


__all__ = ["Blocks", "block_digest", "block_names"]
