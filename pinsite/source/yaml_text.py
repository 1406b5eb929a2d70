"""YAML as text: every value arrives as it was typed, with its place.

PyYAML's composer (libyaml where it is there) gives nodes with marks; no constructor ever runs, so `NO`, `007` and
`1:30` stay texts and a tag can do nothing. Only a bare `null`, `~` or nothing at all means "not there".
"""

from __future__ import annotations

from typing import Union

import yaml
from msgspec import Struct, field

from pinsite.diagnostics import Place, Problems
from pinsite.diagnostics.codes import CODES
from pinsite.source.text_file import CONTROL, TextFile, meant_by, name_of

Content = Union[str, list["Node"], dict[str, "Node"], None]  # noqa: UP007 - names a class that stands below
MOST_NODES = 50_000
DEEPEST = 40
_MANY_MARKS = 2_000
_NESTING = ("- ", "? ", "-\t", "?\t", ": -", "-\n")
_TOO_MUCH = "this unfolds to more than can be read"
_TOO_MUCH_HELP = "use fewer aliases and levels, and no alias inside its own anchor"
#: The tag of a value that none was written for; `LOADER` guesses no types.
UNTYPED = "tag:yaml.org,2002:str"
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Tags that YAML gives to values of itself; any other was written.
_UNWRITTEN = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("null", "bool", "int", "float", "timestamp", "str", "seq", "map", "merge", "value")
)


class _Untyped:
    """Composes values without guessing their types: the library's guesses take longer than all the rest."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """Give every value that bears no tag the same one."""
        return UNTYPED

    def descend_resolver(self, parent: object, index: object) -> None:
        """Have nothing to do when a value begins."""

    def ascend_resolver(self) -> None:
        """Have nothing to do when a value ends."""


if hasattr(yaml, "CSafeLoader"):
    from yaml._yaml import CParser

    class LOADER(_Untyped, CParser):
        """Libyaml's parser and composer."""
else:  # pragma: no cover - wheels of the library hold libyaml

    class LOADER(_Untyped, yaml.SafeLoader):  # type: ignore[no-redef]
        """The library's own parser and composer."""


class Node(Struct):
    """A value with its place: lines and columns counted from 1, `last` the line it ends on."""

    content: Content
    line: int
    column: int
    length: int
    last: int
    keys: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def place(self, path: str) -> Place:
        """Return where the value stands."""
        return Place(path, self.line, self.column, self.length)

    def key_place(self, path: str, key: str) -> Place:
        """Return where a key of this map stands."""
        return Place(path, *self.keys.get(key, (self.line, self.column, 1)))


class _Refused(Exception):  # noqa: N818 - never leaves this file
    """Composition ends here; the problem is reported already."""


def compose(file: TextFile, problems: Problems, text: str | None = None, offset: int = 0) -> Node | None:
    """Return the top map of a YAML text, or None (and problems) where it cannot be read.

    `text` is the part of the file to read and `offset` the number of lines above it (front matter).
    """
    source = file.text if text is None else text
    try:
        _refuse_depth(source, file.path, offset, problems)
        top = LOADER(source).get_single_node()
        node = _Composer(file.path, offset, problems).node(top, 0) if top is not None else None
    except yaml.MarkedYAMLError as error:
        _report_syntax(error, file, offset, problems)
        return None
    except yaml.YAMLError as error:
        problems.add(
            CODES["YML002"],
            Place(file.path, offset + 1, 1),
            f"cannot be read: {error}",
            "write the file again in a plain text editor",
        )
        return None
    except (_Refused, RecursionError):
        return None
    if node is None or not isinstance(node.content, dict):
        problems.add(
            CODES["YML007"],
            Place(file.path, offset + 1, 1),
            "there is no map of keys here",
            "begin with a line such as `title: Moon Moth`",
        )
        return None
    return node


def _refuse_depth(text: str, path: str, offset: int, problems: Problems) -> None:
    """Refuse a text that is nested so deep that composing it would exhaust the stack of the process.

    Asking costs a second parse, so that only texts are asked that hold enough marks to be that deep.
    """
    if not may_be_deep(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_PARSER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST + 1:
            mark = event.start_mark
            line, column = (mark.line, mark.column) if mark else (0, 0)
            place = Place(path, line + 1 + offset, column + 1)
            problems.add(CODES["YML004"], place, _TOO_MUCH, _TOO_MUCH_HELP)
            raise _Refused


def may_be_deep(text: str) -> bool:
    """Tell whether a text holds enough marks to be nested so deep that composing it is a risk."""
    if len(text) < _MANY_MARKS:
        return False
    return len(text) >= 1_000_000 or sum(map(text.count, ("[", "{", *_NESTING))) >= _MANY_MARKS


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
        if self._count > MOST_NODES or depth > DEEPEST:
            self._problems.add(CODES["YML004"], node.place(self._path), _TOO_MUCH, _TOO_MUCH_HELP)
            raise _Refused
        if raw.tag not in _UNWRITTEN:
            shown = raw.tag.replace("tag:yaml.org,2002:", "!!")
            said = f"the tag `{shown}` has no meaning here"
            self._problems.add(
                CODES["YML006"],
                node.place(self._path),
                said,
                "remove it; a text that begins with `!` needs quotes around it",
            )
        if isinstance(raw, yaml.ScalarNode):
            node.content = self._scalar(raw, node)
        elif isinstance(raw, yaml.SequenceNode):
            node.content = [self.node(item, depth + 1) for item in raw.value]
        elif isinstance(raw, yaml.MappingNode):
            node.content = self._map(raw, node, depth)
        return node

    def _placed(self, raw: yaml.Node) -> Node:
        return Node(None, *self._spot(raw), raw.end_mark.line + 1 + self._offset)

    def _spot(self, raw: yaml.Node) -> tuple[int, int, int]:
        """Return line, column and length of a value; of one on several lines only its begin is underlined."""
        start, end = raw.start_mark, raw.end_mark
        length = end.column - start.column if start.line == end.line else 1
        return start.line + 1 + self._offset, start.column + 1, max(1, length)

    def _scalar(self, raw: yaml.ScalarNode, node: Node) -> str | None:
        text = str(raw.value)
        if not raw.style and text in ("", "~", "null", "Null", "NULL"):
            return None
        # An escape in quotes ("\\x07") can still make what the file's text may not hold.
        for found in CONTROL.finditer(text):
            self._problems.add(
                CODES["YML005"],
                node.place(self._path),
                f"control character {name_of(found[0])}",
                meant_by(found[0]),
            )
        return CONTROL.sub("", text)

    def _map(self, raw: yaml.MappingNode, node: Node, depth: int) -> dict[str, Node]:
        content: dict[str, Node] = {}
        merged: list[Node] = []
        for raw_key, raw_value in raw.value:
            key, value = self._key(raw_key), self.node(raw_value, depth + 1)
            if key == "<<":
                merged += self._merged(value)
            elif key in content:
                self._duplicate(key, self._spot(raw_key), node.keys[key])
            else:
                content[key] = value
                node.keys[key] = self._spot(raw_key)
        for one in merged:
            assert isinstance(one.content, dict)
            content = one.content | content
            node.keys = one.keys | node.keys
        return content

    def _merged(self, value: Node) -> list[Node]:
        """Return the maps that `<<` takes in, the first of which is the strongest."""
        maps = value.content if isinstance(value.content, list) else [value]
        for one in maps:
            if not isinstance(one.content, dict):
                said = "`<<` takes in a map, and this is none"
                self._problems.add(
                    CODES["PIN010"],
                    one.place(self._path),
                    said,
                    "write `<<: *name` where `&name` marks a map",
                )
        return [one for one in maps if isinstance(one.content, dict)]

    def _key(self, raw: yaml.Node) -> str:
        if isinstance(raw, yaml.ScalarNode):
            return CONTROL.sub("", str(raw.value))
        node = self._placed(raw)
        self._problems.add(
            CODES["PIN010"],
            node.place(self._path),
            "a key must be a plain text",
            "a text that begins with `{`, `[` or `?` needs quotes around it",
        )
        raise _Refused

    def _duplicate(self, key: str, spot: tuple[int, int, int], first: tuple[int, int, int]) -> None:
        self._problems.add(
            CODES["YML003"],
            Place(self._path, *spot),
            f"`{key}` stands on line {first[0]} and again on line {spot[0]}",
            "keep one of them",
        )


def _report_syntax(error: yaml.MarkedYAMLError, file: TextFile, offset: int, problems: Problems) -> None:
    said = str(error.problem or error.context or "it breaks a rule of YAML")
    # What is never closed is noticed where the file ends or goes on; what helps is where it was opened.
    opened = "end of stream" in said or "expected ',' or" in said
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1 + offset, mark.column + 1) if mark else (offset + 1, 1)
    # The library points behind the last line where the text ends too early.
    line = min(line, len(file.lines))
    text = file.lines[line - 1]
    place = Place(file.path, line, min(column, len(text) + 1))
    help = _syntax_help(f"{error.context} {said}", text)
    problems.add(CODES["YML002"], place, f"cannot be read: {said}", help)


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
    if "expected ',' or" in said:
        return "a `[` or `{` is opened and not closed, or a comma is missing"
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
