"""JSON as our data files have it, written piece by piece, so that large files are joined from parts.

The bytes are those of `json.dumps(…, ensure_ascii=False, indent=1)`, whose writer is plain Python as
soon as it indents, and slow; a property test holds the two to each other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from json.encoder import encode_basestring as quoted

_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact(value: object) -> str:
    """Return a value as JSON without spaces."""
    return _COMPACT.encode(value)


def indented(value: object, line: str = "\n") -> str:
    """Return a value as JSON over several lines; `line` is the break and indentation that it stands at."""
    kind = type(value)
    if kind is str:
        return quoted(value)  # type: ignore[arg-type]
    inner = line + " "
    if kind is dict and value:
        return "{" + inner + ("," + inner).join(_members(value, inner)) + line + "}"  # type: ignore[arg-type]
    if (kind is list or kind is tuple) and value:
        return "[" + inner + ("," + inner).join([indented(part, inner) for part in value]) + line + "]"  # type: ignore[attr-defined]
    if not value or not isinstance(value, dict | list | tuple):
        # One line anyway; the writer that indents leaves a ring of functions behind each time.
        return compact(value)
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", line)


def _members(value: dict[str, object], line: str) -> list[str]:
    return [
        f"{quoted(key)}: {quoted(part) if type(part) is str else indented(part, line)}"
        for key, part in value.items()
    ]


def listed(parts: Iterable[str], line: str) -> str:
    """Return a list of values that are already indented JSON, at another depth; texts in JSON hold no line breaks."""
    inner = line + " "
    shown = [part.replace("\n", inner) for part in parts]
    return "[" + inner + ("," + inner).join(shown) + line + "]" if shown else "[]"
