"""What the blocks of a page come from: so that a block of which nothing has changed need not be made again.

A page is made by a line of templates, each of which extends the next. A block is what the line says of it (all
definitions, since each may ask for the one below it), with what these refer to and what of the line's top level they
name. All this has one digest. It says nothing of lines and comments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

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


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=True)


@lru_cache(maxsize=256)
def _parsed(text: str) -> nodes.Template:
    return _environment().parse(text)


@dataclass(frozen=True)
class _Part:
    """One template of a line."""

    source: TemplateSource
    tree: nodes.Template

    @cached_property
    def blocks(self) -> dict[str, nodes.Block]:
        return {block.name: block for block in self.tree.find_all(nodes.Block)}

    @cached_property
    def names(self) -> frozenset[str]:
        """Return all names of values that stand in it."""
        return frozenset(name.name for name in self.tree.find_all(nodes.Name))

    @cached_property
    def references(self) -> list[nodes.Node]:
        """Return the statements that refer to other templates."""
        return list(self.tree.find_all(_REFERENCES))

    @cached_property
    def parent(self) -> str | None:
        """Return the template that it extends."""
        found = list(self.tree.find_all(nodes.Extends))
        if not found:
            return None
        if len(found) > 1 or not all(isinstance(node, _PLAIN_STATEMENTS) for node in self.tree.body):
            raise Opaque
        for node in self.tree.body:
            if node is found[0]:
                return _plain(found[0].template)
            if not (isinstance(node, nodes.Output) and _is_blank(node)):
                raise Opaque
        raise Opaque

    @cached_property
    def settings(self) -> list[nodes.Node]:
        """Return the statements of the top level that give names to all blocks."""
        if self.parent is not None:
            return [node for node in self.tree.body if isinstance(node, _SETTING)]
        return [node for node in self.tree.body if any(True for _ in _outside_blocks(node, _SETTING))]


@dataclass
class _Told:
    """What a block comes from, as far as it is known: texts, names that it uses, other templates (full names)."""

    texts: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)


class Anatomy:
    """The blocks of the pages that one template makes."""

    def __init__(self, chain: Chain, template: str) -> None:
        self._chain = chain
        self._template = template
        self._trees: dict[str, _Part] = {}

    @cached_property
    def _line(self) -> list[_Part] | None:
        """Return the templates of the line, nearest first; None where that, or what they share, is not certain."""
        try:
            line = [self._part(self._template)]
            while (parent := line[-1].parent) is not None:
                if len(line) > 2 * len(self._chain.folders):
                    return None
                line.append(self._part(self._chain.join(parent, line[-1].source.full_name)))
            return line if all(map(_is_steady, line)) else None
        except (Opaque, TemplateSyntaxError, RecursionError):
            return None

    def _part(self, full_name: str) -> _Part:
        if full_name not in self._trees:
            source = self._chain.locate(full_name)
            if source is None:
                raise Opaque
            self._trees[full_name] = _Part(source, _parsed(source.text))
        return self._trees[full_name]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the blocks that can be kept, `REST` among them where nothing that it sets is seen by blocks."""
        line = self._line
        if line is None:
            return ()
        known = {name for part in line for name in part.blocks}
        scoped = {block.name for part in line for block in part.blocks.values() if block.scoped}
        return (*([] if line[-1].settings else [REST]), *sorted(known - scoped))

    def digest(self, block: str) -> str | None:
        """Return the digest of all that a block comes from; of the whole template where it cannot be told apart."""
        line = self._line
        if line is None or block not in self.names:
            return self._chain.template_digest(self._template)
        told = _Told()
        try:
            self._tell_definitions(block, told)
            self._tell_settings(told)
        except (Opaque, TemplateSyntaxError, RecursionError):
            return self._chain.template_digest(self._template)
        others = [(name, self._chain.template_digest(name)) for name in sorted(told.others)]
        return digest_text(repr((told.texts, others)))

    def _tell_definitions(self, block: str, told: _Told) -> None:
        assert self._line is not None
        if block == REST:
            self._tell(self._line[-1], self._line[-1].tree.body, told)
            return
        for part in self._line:
            if block in part.blocks:
                self._tell(part, part.blocks[block].body, told)

    def _tell_settings(self, told: _Told) -> None:
        """Tell of the statements that set what is used, and of what these use in their turn."""
        assert self._line is not None
        waiting = [(part, node) for part in self._line for node in part.settings]
        while found := [one for one in waiting if not told.names.isdisjoint(_set_by(one[1]))]:
            waiting = [one for one in waiting if one not in found]
            for part, node in found:
                self._tell(part, [node], told)

    def _tell(self, part: _Part, body: Iterable[nodes.Node], told: _Told) -> None:
        told.texts.append(part.source.shown)
        for node in body:
            self._tell_node(part, node, told)

    def _tell_node(self, part: _Part, node: nodes.Node, told: _Told) -> None:
        if isinstance(node, nodes.Block):
            told.texts.append(f"block {node.name} {node.scoped} {node.required}")
            if node.name not in self.names:
                self._tell_definitions(node.name, told)
            return
        if isinstance(node, nodes.Name):
            told.names.add(node.name)
        elif isinstance(node, _REFERENCES):
            self._tell_reference(part.source.full_name, node, told)
        told.texts.append(type(node).__name__)
        for name, value in node.iter_fields():
            told.texts.append(name)
            for one in value if isinstance(value, list | tuple) else (value,):
                if isinstance(one, nodes.Node):
                    self._tell_node(part, one, told)
                else:
                    told.texts.append(repr(one))

    def _tell_reference(self, said_by: str, node: nodes.Node, told: _Told) -> None:
        """Tell of another template; one that sees what this one sees may use any of its names."""
        other = self._chain.join(_plain(node.template), said_by)  # type: ignore[attr-defined]
        is_new = other not in told.others
        told.others.add(other)
        sees = isinstance(node, nodes.Extends) or getattr(node, "with_context", False)
        if not (is_new and sees and self._chain.locate(other)):
            return
        part = self._part(other)
        told.names |= part.names
        for one in part.references:
            self._tell_reference(other, one, told)


def _plain(template: nodes.Node) -> str:
    if isinstance(template, nodes.Const) and isinstance(template.value, str):
        return template.value
    raise Opaque


def _is_blank(node: nodes.Output) -> bool:
    return all(isinstance(one, nodes.TemplateData) and not one.data.strip() for one in node.nodes)


def _is_steady(part: _Part) -> bool:
    """Tell whether what the top level sets stays as it is, and blocks are called where they stand and nowhere else."""
    if "self" in part.names:
        return False
    assigned = (node for node in part.settings if not isinstance(node, nodes.Macro))
    return not any(
        isinstance(node, nodes.Assign) and any(True for _ in node.find_all(_UNSTEADY))
        for statement in assigned
        for node in _outside_blocks(statement, nodes.Assign)
    )


def _outside_blocks(node: nodes.Node, kind: type | tuple[type, ...]) -> Iterator[nodes.Node]:
    if isinstance(node, kind):
        yield node
    if not isinstance(node, nodes.Block):
        for child in node.iter_child_nodes():
            yield from _outside_blocks(child, kind)


def _set_by(statement: nodes.Node) -> set[str]:
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
    return found


__all__ = ["REST", "Anatomy"]
