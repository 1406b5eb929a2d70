"""What the blocks of a page come from: so that a block of which nothing has changed need not be made again.

A page is made by a line of templates, each of which extends the next. A block is what the line says of it (all
definitions, since each may ask for the one below it), with what these refer to and what of the line's top level they
name. All this has one digest. It says nothing of lines and comments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes
from msgspec import Struct, field

from pinsite.files import digest_text
from pinsite.themes.chain import Chain, TemplateSource

#: Stands for what the last template of a line writes outside of all blocks.
REST = ""

#: What may stand at the top level of a template that extends another.
_PLAIN_STATEMENTS = (
    nodes.Extends,
    nodes.Output,
    nodes.Block,
    nodes.Import,
    nodes.FromImport,
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Macro,
)
_SETTING = (nodes.Assign, nodes.AssignBlock, nodes.Import, nodes.FromImport, nodes.Macro)
_REFERENCES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
#: What can change while a page is being made, or once it has been looked at.
_UNSTEADY = (nodes.Call, nodes.Filter, nodes.Test, nodes.NSRef)


class Opaque(Exception):  # noqa: N818 - not a mistake, and caught here
    """Templates of which it cannot be said what a block comes from."""


class _Reference(NamedTuple):
    """Another template that is named; None where that is not written out. It may see what its surroundings see."""

    name: str | None
    sees: bool


class _Body(Struct, frozen=True):
    """What some statements say by themselves: a digest, the names of values, other templates, the blocks within."""

    digest: str
    names: frozenset[str]
    references: tuple[_Reference, ...]
    blocks: tuple[str, ...]


class _Setting(Struct, frozen=True):
    """A statement of the top level that gives names to all blocks."""

    sets: frozenset[str]
    body: _Body


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=True)


class _Tree:
    """One template as it is written, whoever extends it; each is read once in a process."""

    def __init__(self, text: str) -> None:
        self._tree = _environment().parse(text)
        self.blocks = {block.name: block for block in self._tree.find_all(nodes.Block)}
        self._bodies: dict[str, _Body] = {}

    def body(self, block: str) -> _Body:
        """Return what a block says, or the template outside of all blocks."""
        if block not in self._bodies:
            self._bodies[block] = _body(self._tree.body if block == REST else self.blocks[block].body)
        return self._bodies[block]

    @cached_property
    def whole(self) -> _Body:
        """Return what all of it says, blocks included."""
        bodies = [self.body(block) for block in (REST, *self.blocks)]
        names = frozenset().union(*(body.names for body in bodies))
        return _Body("", names, tuple(one for body in bodies for one in body.references), ())

    @cached_property
    def parent(self) -> str | None:
        """Return the template that it extends; raises `Opaque` where that is not certain."""
        found = list(self._tree.find_all(nodes.Extends))
        if not found:
            return None
        if len(found) > 1 or not all(isinstance(node, _PLAIN_STATEMENTS) for node in self._tree.body):
            raise Opaque
        for node in self._tree.body:
            if node is found[0]:
                return _plain(found[0].template)
            if not (isinstance(node, nodes.Output) and _is_blank(node)):
                raise Opaque
        raise Opaque

    @cached_property
    def _setting(self) -> list[nodes.Node]:
        if self.parent is not None:
            return [node for node in self._tree.body if isinstance(node, _SETTING)]
        return [node for node in self._tree.body if any(True for _ in _outside_blocks(node, _SETTING))]

    @cached_property
    def settings(self) -> tuple[_Setting, ...]:
        """Return the statements of the top level that give names to all blocks."""
        return tuple(_Setting(_set_by(node), _body([node])) for node in self._setting)

    @cached_property
    def is_steady(self) -> bool:
        """Tell whether what the top level sets stays as it is, and blocks are called where they stand only."""
        if "self" in self.whole.names:
            return False
        return not any(
            any(True for _ in node.find_all(_UNSTEADY))
            for statement in self._setting
            if not isinstance(statement, nodes.Macro)
            for node in _outside_blocks(statement, nodes.Assign)
        )


@lru_cache(maxsize=256)
def _tree_of(text: str) -> _Tree:
    return _Tree(text)


class _Part(Struct, frozen=True):
    """One template of a line."""

    source: TemplateSource
    tree: _Tree


class _Told(Struct):
    """What a block comes from, as far as it is known: texts, names that it uses, other templates (full names)."""

    texts: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)


class Anatomy:
    """The blocks of the pages that one template makes."""

    def __init__(self, chain: Chain, template: str) -> None:
        self._chain = chain
        self._template = template

    @cached_property
    def _line(self) -> list[_Part] | None:
        """Return the templates of the line, nearest first; None where that, or what they share, is not certain."""
        try:
            line = [self._part(self._template)]
            while (parent := line[-1].tree.parent) is not None:
                if len(line) > 2 * len(self._chain.folders):
                    return None
                line.append(self._part(self._chain.join(parent, line[-1].source.full_name)))
            return line if all(part.tree.is_steady for part in line) else None
        except (Opaque, TemplateSyntaxError, RecursionError):
            return None

    def _part(self, full_name: str) -> _Part:
        source = self._chain.locate(full_name)
        if source is None:
            raise Opaque
        return _Part(source, _tree_of(source.text))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the blocks that can be kept, `REST` among them where nothing that it sets is seen by blocks."""
        line = self._line
        if line is None:
            return ()
        blocks = [block for part in line for block in part.tree.blocks.values()]
        scoped = {block.name for block in blocks if block.scoped}
        known = {block.name for block in blocks} - scoped
        return (*([] if line[-1].tree.settings else [REST]), *sorted(known))

    def digest(self, block: str) -> str | None:
        """Return the digest of all that a block comes from; of the whole template where it cannot be told apart."""
        line = self._line
        if line is None or block not in self.names:
            return self._chain.template_digest(self._template)
        told = _Told()
        try:
            self._tell_definitions(line, block, told)
            self._tell_settings(line, told)
        except (Opaque, TemplateSyntaxError, RecursionError):
            return self._chain.template_digest(self._template)
        others = [(name, self._chain.template_digest(name)) for name in sorted(told.others)]
        return digest_text(repr((told.texts, others)))

    def _tell_definitions(self, line: list[_Part], block: str, told: _Told) -> None:
        for part in line[-1:] if block == REST else line:
            if block == REST or block in part.tree.blocks:
                body = part.tree.body(block)
                self._tell(part, body, told)
                for within in body.blocks:
                    if within not in self.names:
                        self._tell_definitions(line, within, told)

    def _tell_settings(self, line: list[_Part], told: _Told) -> None:
        """Tell of the statements that set what is used, and of what these use in their turn."""
        waiting = [(part, setting) for part in line for setting in part.tree.settings]
        while found := [one for one in waiting if not told.names.isdisjoint(one[1].sets)]:
            waiting = [one for one in waiting if one not in found]
            for part, setting in found:
                self._tell(part, setting.body, told)

    def _tell(self, part: _Part, body: _Body, told: _Told) -> None:
        told.texts += (part.source.shown, body.digest)
        told.names |= body.names
        self._tell_references(part.source.full_name, body, told)

    def _tell_references(self, said_by: str, body: _Body, told: _Told) -> None:
        """Tell of other templates; one that sees what this one sees may use any of its names."""
        for name, sees in body.references:
            if name is None:
                raise Opaque
            other = self._chain.join(name, said_by)
            is_new = other not in told.others
            told.others.add(other)
            if is_new and sees and self._chain.locate(other):
                whole = self._part(other).tree.whole
                told.names |= whole.names
                self._tell_references(other, whole, told)


def _body(statements: Iterable[nodes.Node]) -> _Body:
    texts: list[str] = []
    names: set[str] = set()
    references: list[_Reference] = []
    blocks: list[str] = []
    waiting: list[object] = [*reversed(list(statements))]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, nodes.Node):
            texts.append(repr(node))
            continue
        texts.append(type(node).__name__)
        if isinstance(node, nodes.Block):
            texts.append(f"{node.name} {node.scoped} {node.required}")
            blocks.append(node.name)
            continue
        if isinstance(node, nodes.Name):
            names.add(node.name)
        elif isinstance(node, _REFERENCES):
            references.append(_reference(node))
        for name, value in reversed(list(node.iter_fields())):
            if isinstance(value, list | tuple):
                waiting += [")", *reversed(value), f"{name}("]
            else:
                waiting += [value, name]
    return _Body(digest_text("\n".join(texts)), frozenset(names), tuple(references), tuple(blocks))


def _reference(node: nodes.Node) -> _Reference:
    sees = isinstance(node, nodes.Extends) or getattr(node, "with_context", False)
    try:
        return _Reference(_plain(node.template), sees)  # type: ignore[attr-defined]
    except Opaque:
        return _Reference(None, sees)


def _plain(template: nodes.Node) -> str:
    if isinstance(template, nodes.Const) and isinstance(template.value, str):
        return template.value
    raise Opaque


def _is_blank(node: nodes.Output) -> bool:
    return all(isinstance(one, nodes.TemplateData) and not one.data.strip() for one in node.nodes)


def _outside_blocks(node: nodes.Node, kind: type | tuple[type, ...]) -> Iterator[nodes.Node]:
    if isinstance(node, kind):
        yield node
    if not isinstance(node, nodes.Block):
        for child in node.iter_child_nodes():
            yield from _outside_blocks(child, kind)


def _set_by(statement: nodes.Node) -> frozenset[str]:
    """Return the names that a statement of the top level may set."""
    found: set[str] = set()
    for node in _outside_blocks(statement, (nodes.Name, nodes.Import, nodes.FromImport, nodes.Macro)):
        if isinstance(node, nodes.Name):
            found |= {node.name} if node.ctx != "load" else set()
        elif isinstance(node, nodes.Import):
            found.add(node.target)
        elif isinstance(node, nodes.FromImport):
            found |= {name if isinstance(name, str) else name[1] for name in node.names}
        elif isinstance(node, nodes.Macro):
            found.add(node.name)
    return frozenset(found)


__all__ = ["REST", "Anatomy"]
