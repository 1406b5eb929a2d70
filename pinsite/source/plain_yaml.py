"""The common case of YAML, read in one go: plain values without places, or the advice to look closely.

Most files hold nothing unusual, and nobody asks where their values stand. Here libyaml's composer runs without the
library's guesses at types, and its nodes become texts, lists and maps at once. Whatever `yaml_text` would report,
merge or unfold makes `read_plain` give up, and `yaml_text` reads the text again with its places.
"""

from __future__ import annotations

import re

import yaml

from pinsite.source.text_file import is_clean
from pinsite.source.yaml_text import DEEPEST, LOADER, MOST_NODES, UNTYPED, may_be_deep

#: What can begin an anchor, and an escape that can make a character which no text may hold.
_UNUSUAL = re.compile(r"(?<!\w)&\S|\\[0abvfexuUNLP]")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class _Unusual(Exception):  # noqa: N818 - never leaves this file
    """Something that wants a closer look."""


def read_plain(text: str) -> tuple[dict[str, object], int] | None:
    """Return the values of a map without what is null, and its first line; None where it wants a closer look."""
    # Each value takes a character, so that a short text cannot hold too many; without anchors none is repeated.
    if len(text) >= MOST_NODES or may_be_deep(text) or not is_clean(text) or _is_unusual(text):
        return None
    try:
        top = LOADER(text).get_single_node()
        if not isinstance(top, yaml.MappingNode):
            return None
        return _map(top, 0), top.start_mark.line + 1
    except (yaml.YAMLError, _Unusual):
        return None


def _is_unusual(text: str) -> bool:
    return ("&" in text or "\\" in text) and _UNUSUAL.search(text) is not None


def _value(raw: yaml.Node, depth: int) -> object:
    if isinstance(raw, yaml.ScalarNode):
        if raw.tag is not UNTYPED:
            raise _Unusual
        text: str = raw.value
        return None if text in _NULLS and not raw.style else text
    if depth > DEEPEST:
        raise _Unusual
    if isinstance(raw, yaml.MappingNode):
        return _map(raw, depth)
    if raw.tag is not UNTYPED:
        raise _Unusual
    items = [_value(item, depth + 1) for item in raw.value]
    return [item for item in items if item is not None] if None in items else items


def _map(raw: yaml.MappingNode, depth: int) -> dict[str, object]:
    if raw.tag is not UNTYPED:
        raise _Unusual
    made: dict[str, object] = {}
    for key, value in raw.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _Unusual
        made[key.value] = _value(value, depth + 1)
    if len(made) != len(raw.value) or "<<" in made:
        raise _Unusual
    return {key: value for key, value in made.items() if value is not None} if None in made.values() else made
