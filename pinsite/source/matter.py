"""The keys of a record as they were written: their values at once, their places when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from pinsite.diagnostics import Place, Problems
from pinsite.source.plain_yaml import read_plain
from pinsite.source.text_file import TextFile
from pinsite.source.yaml_text import Node, compose, find, plain


@dataclass(frozen=True)
class Matter:
    """A map of keys: `tree` holds plain values, `line` is where it begins, `node` is the same with places.

    `text` is the part of the file that holds it, below `offset` lines of something else.
    """

    file: TextFile
    tree: dict[str, object]
    line: int
    text: str = field(repr=False)
    offset: int = 0

    @cached_property
    def node(self) -> Node:
        """Return the values with their places."""
        node = compose(self.file, Problems(), self.text, self.offset)
        assert node is not None, "what was read once can be read again"
        return node

    def place(self, *location: str | int) -> Place:
        """Return where a value stands; the head of the map where it is left out."""
        if not location or self._lacks(location[0]):
            return Place(self.file.path, self.line, 1)
        found = find(self.node, location)
        return Place(self.file.path, self.line, 1) if found is self.node else found.place(self.file.path)

    def key_place(self, *location: str | int) -> Place:
        """Return where the key that a location ends with stands; of a key that is not there, its owner."""
        return find(self.node, location[:-1]).key_place(self.file.path, str(location[-1]))

    def _lacks(self, key: str | int) -> bool:
        """Tell at a glance that a key is not there; one that an escape hides is looked for."""
        return str(key) not in self.text and "\\" not in self.text


def read_matter(
    file: TextFile, problems: Problems, text: str | None = None, offset: int = 0
) -> Matter | None:
    """Read the map in a file, or in a part of it; None (and problems) where it cannot be read."""
    part = file.text if text is None else text
    quick = read_plain(part)
    if quick is not None:
        return Matter(file, quick[0], quick[1] + offset, part, offset)
    node = compose(file, problems, part, offset)
    if node is None:
        return None
    tree = plain(node)
    assert isinstance(tree, dict)
    return Matter(file, tree, node.line, part, offset)


def at(tree: object, location: tuple[str | int, ...]) -> object:
    """Return the deepest plain value that a location leads to, as `find` does with places."""
    for step in location:
        if isinstance(tree, dict) and step in tree:
            tree = tree[step]
        elif isinstance(tree, list) and isinstance(step, int):
            if step >= len(tree):
                return tree
            tree = tree[step]
    return tree
