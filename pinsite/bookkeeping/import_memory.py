"""`imports.yaml`: what rows of shops mean, as the artist has explained it; comments in it are kept."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from pinsite.diagnostics import did_you_mean
from pinsite.files import rewrite
from pinsite.source.shops import FIELDS, Explained, Target, read_target

IMPORTS = "imports.yaml"
_KEYS = ("titles", "skus", "listings", "ignored", "csv")
_HEAD = "# What rows of shop exports mean. `pinsite ledger import --map` adds to it; so may you.\n"


class Unclear(Exception):  # noqa: N818 - it reads as the sentence it makes
    """An entry of `imports.yaml`, or a `--map`, that cannot be understood."""


class ImportMemory(Struct, frozen=True):
    """What is remembered: explanations, and the columns of tables of one's own by channel."""

    explained: Explained = field(default_factory=Explained)
    tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Lesson(Struct, frozen=True):
    """What a call adds to the memory."""

    titles: Mapping[str, Target] = field(default_factory=dict)
    ignored: Sequence[str] = ()
    channel: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether there is anything to remember."""
        return bool(self.titles or self.ignored or self.fields)


def read_memory(root: Path) -> ImportMemory:
    """Read what is remembered; raise `Unclear` where it cannot be understood."""
    content = _load(root)
    for key in content:
        if key not in _KEYS and not str(key).startswith("x_"):
            help = did_you_mean(str(key), _KEYS, f"keys are {', '.join(_KEYS)}")
            raise Unclear(f"{IMPORTS}: unknown key `{key}`; {help}")
    tables = {str(name): _table(str(name), table) for name, table in _map(content, "csv").items()}
    explained = Explained(
        _targets(content, "skus"),
        _targets(content, "listings"),
        _targets(content, "titles"),
        frozenset(map(str, _list(content, "ignored"))),
    )
    return ImportMemory(explained, tables)


def learned(memory: ImportMemory, lesson: Lesson) -> ImportMemory:
    """Return the memory with what a call adds."""
    known = memory.explained
    explained = Explained(
        known.skus,
        known.listings,
        {**known.titles, **lesson.titles},
        known.ignored | frozenset(lesson.ignored),
    )
    tables = dict(memory.tables)
    if lesson.fields:
        tables[lesson.channel] = {**tables.get(lesson.channel, {}), **lesson.fields}
    return ImportMemory(explained, tables)


def write_memory(root: Path, lesson: Lesson) -> None:
    """Add what a call taught to `imports.yaml`; what stands there, comments too, stays."""
    content = _load(root)
    for title, target in lesson.titles.items():
        content.setdefault("titles", {})[title] = str(target)
    if lesson.ignored:
        ignored = content.setdefault("ignored", [])
        ignored.extend(title for title in lesson.ignored if title not in ignored)
    if lesson.fields:
        content.setdefault("csv", {}).setdefault(lesson.channel, {}).update(lesson.fields)
    text = io.StringIO()
    _yaml().dump(content, text)
    path = root / IMPORTS
    head = "" if path.exists() and path.stat().st_size else _HEAD
    rewrite(path, (head + text.getvalue()).encode())


def _yaml() -> Any:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    return yaml


def _load(root: Path) -> Any:
    from ruamel.yaml.error import YAMLError

    path = root / IMPORTS
    try:
        content = _yaml().load(path.read_bytes()) if path.exists() else None
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise Unclear(
            f"{IMPORTS}{line} is no YAML that can be read; look for a missing quote or space"
        ) from None
    if content is None:
        from ruamel.yaml.comments import CommentedMap

        return CommentedMap()
    if not isinstance(content, dict):
        raise Unclear(f"{IMPORTS} holds no keys; begin it with `titles:`")
    return content


def _map(content: Mapping[str, Any], key: str) -> Mapping[Any, Any]:
    found = content.get(key) or {}
    if not isinstance(found, dict):
        raise Unclear(f"{IMPORTS}: `{key}` holds lines `NAME: PIN`")
    return found


def _list(content: Mapping[str, Any], key: str) -> Sequence[Any]:
    found = content.get(key) or []
    if not isinstance(found, list):
        raise Unclear(f"{IMPORTS}: `{key}` holds a list of titles")
    return found


def _targets(content: Mapping[str, Any], key: str) -> dict[str, Target]:
    found = {}
    for name, text in _map(content, key).items():
        target = read_target(str(text)) if isinstance(text, str) else None
        if target is None:
            raise Unclear(
                f"{IMPORTS}: `{key}`: `{name}` leads to no pin; write `PIN`, `PIN/VARIANT` or `PIN grade B`"
            )
        found[str(name)] = target
    return found


def _table(channel: str, table: object) -> dict[str, str]:
    if not isinstance(table, dict):
        raise Unclear(f"{IMPORTS}: `csv`: `{channel}` holds lines `FIELD: COLUMN`")
    for name in table:
        if name not in FIELDS:
            rest = f"fields are {', '.join(FIELDS)}"
            raise Unclear(
                f"{IMPORTS}: `csv`: unknown field `{name}`; {did_you_mean(str(name), FIELDS, rest)}"
            )
    return {str(name): str(column) for name, column in table.items()}
