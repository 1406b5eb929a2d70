"""YAML as text: every value arrives as it was typed, with its place.

PyYAML's composer (libyaml where it is there) gives nodes with marks; no constructor ever runs, so `NO`, `007` and
`1:30` stay texts and a tag can do nothing. Only a bare `null`, `~` or nothing at all means "not there".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Union

import yaml

from pinsite.diagnostics import Place, Problems
from pinsite.diagnostics.codes import CODES
from pinsite.source.text_file import TextFile, meant_by, name_of

Content = Union[str, list["Node"], dict[str, "Node"], None]  # noqa: UP007 - names a class that stands below
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_NODES = 50_000
_DEEPEST = 40
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(slots=True)
class Node:
    """A value with its place: lines and columns counted from 1, `last` the line it ends on."""

    content: Content
    line: int
    column: int
    length: int
    last: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: str) -> Place:
        """Return where the value stands."""
        return Place(path, self.line, self.column, self.length)

    def key_place(self, path: str, key: str) -> Place:
        """Return where a key of this map stands."""
        line, column = self.keys.get(key, (self.line, self.column))
        return Place(path, line, column, len(key))


class _Refused(Exception):  # noqa: N818 - never leaves this file
    """Composition ends here; the problem is reported already."""


def compose(file: TextFile, problems: Problems, text: str | None = None, offset: int = 0) -> Node | None:
    """Return the top map of a YAML text, or None (and problems) where it cannot be read.

    `text` is the part of the file to read and `offset` the number of lines above it (front matter).
    """
    try:
        top = yaml.compose(file.text if text is None else text, Loader=_LOADER)
        node = _Composer(file.path, offset, problems).node(top, 0) if top is not None else None
    except yaml.MarkedYAMLError as error:
        _report_syntax(error, file, offset, problems)
        return None
    except yaml.YAMLError as error:
        problems.add(CODES["YML002"], Place(file.path, offset + 1, 1), f"cannot be read: {error}")
        return None
    except (_Refused, RecursionError):
        return None
    if node is None or not isinstance(node.content, dict):
        problems.add(CODES["YML007"], Place(file.path, offset + 1, 1), "there is no map of keys here",
                     "begin with a line such as `title: Moon Moth`")
        return None
    return node


class _Composer:
    """Turns the library's nodes into ours, within limits, and reports duplicate keys."""

    def __init__(self, path: str, offset: int, problems: Problems) -> None:
        self._path = path
        self._offset = offset
        self._problems = problems
        self._count = 0

    def node(self, raw: yaml.Node, depth: int) -> Node:
        """Return our node for a library's node."""
        self._count += 1
        node = self._placed(raw)
        if self._count > _MOST_NODES or depth > _DEEPEST:
            self._problems.add(CODES["YML004"], node.place(self._path), "this unfolds to more than can be read",
                               "use fewer aliases, and no alias inside its own anchor")
            raise _Refused
        if raw.tag.startswith("!") or raw.tag.startswith("tag:yaml.org,2002:python"):
            self._problems.add(CODES["YML006"], node.place(self._path), f"the tag `{raw.tag}` has no meaning here")
        if isinstance(raw, yaml.ScalarNode):
            node.content = self._scalar(raw, node)
        elif isinstance(raw, yaml.SequenceNode):
            node.content = [self.node(item, depth + 1) for item in raw.value]
        else:
            node.content = self._map(raw, node, depth)
        return node

    def _placed(self, raw: yaml.Node) -> Node:
        start, end = raw.start_mark, raw.end_mark
        length = end.column - start.column if start.line == end.line else 1
        return Node(None, start.line + 1 + self._offset, start.column + 1, max(1, length),
                    end.line + 1 + self._offset)

    def _scalar(self, raw: yaml.ScalarNode, node: Node) -> str | None:
        text = str(raw.value)
        if raw.style is None and text in ("", "~", "null", "Null", "NULL"):
            return None
        # An escape in quotes ("\\x07") can still make what the file's text may not hold.
        for found in _CONTROL.finditer(text):
            self._problems.add(CODES["YML005"], node.place(self._path), f"control character {name_of(found[0])}",
                               meant_by(found[0]))
        return _CONTROL.sub("", text)

    def _map(self, raw: yaml.MappingNode, node: Node, depth: int) -> dict[str, Node]:
        content: dict[str, Node] = {}
        merged: dict[str, Node] = {}
        for raw_key, raw_value in raw.value:
            key, value = self._key(raw_key), self.node(raw_value, depth + 1)
            spot = (raw_key.start_mark.line + 1 + self._offset, raw_key.start_mark.column + 1)
            if key == "<<":
                merged |= _merge(value)
            elif key in content:
                self._duplicate(key, spot, node.keys[key])
            else:
                content[key] = value
                node.keys[key] = spot
        return merged | content

    def _key(self, raw: yaml.Node) -> str:
        if isinstance(raw, yaml.ScalarNode):
            return str(raw.value)
        node = self._placed(raw)
        self._problems.add(CODES["PIN010"], node.place(self._path), "a key must be a plain text")
        raise _Refused

    def _duplicate(self, key: str, spot: tuple[int, int], first: tuple[int, int]) -> None:
        self._problems.add(CODES["YML003"], Place(self._path, *spot, len(key)),
                           f"`{key}` stands on line {first[0]} and again on line {spot[0]}", "keep one of them")


def _merge(value: Node) -> dict[str, Node]:
    maps = value.content if isinstance(value.content, list) else [value]
    merged: dict[str, Node] = {}
    for one in maps:
        merged = (one.content if isinstance(one.content, dict) else {}) | merged
    return merged


def _report_syntax(error: yaml.MarkedYAMLError, file: TextFile, offset: int, problems: Problems) -> None:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1 + offset, mark.column + 1) if mark else (offset + 1, 1)
    said = str(error.problem or error.context or "it breaks a rule of YAML")
    problems.add(CODES["YML002"], Place(file.path, min(line, len(file.lines)), column), f"cannot be read: {said}",
                 _syntax_help(said, file.line(line) or ""))


def _syntax_help(said: str, line: str) -> str:
    if "mapping values are not allowed" in said:
        return "a text that holds `: ` needs quotes around it"
    if "\\t" in said or "\t" in line[: len(line) - len(line.lstrip())]:
        return "a tab begins the line; YAML wants spaces"
    if "expected a single document" in said:
        return "one record a file: remove the line `---`"
    if "undefined alias" in said:
        return "a text that begins with `*` needs quotes around it"
    if "scanning a quoted" in said or "unexpected end of stream" in said:
        return "a quote is opened and not closed"
    if "cannot start any token" in said:
        return "a text that begins with this character needs quotes around it"
    return "look at the indentation, and at the line above"


def plain(node: Node) -> object:
    """Return the value without places: texts, lists and maps; what is null is left out."""
    content = node.content
    if isinstance(content, dict):
        return {key: plain(value) for key, value in content.items() if value.content is not None}
    if isinstance(content, list):
        return [plain(item) for item in content if item.content is not None]
    return content


def find(node: Node, location: tuple[str | int, ...]) -> Node:
    """Return the deepest value that a location (keys and list numbers) leads to.

    A location may be longer than the text: a single value written where a list may stand has a number of its own.
    """
    for step in location:
        content = node.content
        if isinstance(content, dict) and step in content:
            node = content[str(step)]
        elif isinstance(content, list) and isinstance(step, int):
            present = [item for item in content if item.content is not None]
            if step >= len(present):
                return node
            node = present[step]
    return node
