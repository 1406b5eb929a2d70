"""Only the command prints, and every problem can be explained."""

from __future__ import annotations

import ast

import pytest
from support.house import files, room_of, tree

from pinsite.diagnostics.codes import CODES

_STREAMS = {"stdout", "stderr", "__stdout__", "__stderr__"}


def spoken(file: str) -> list[str]:
    """Return where a file prints or takes hold of a stream."""
    found = []
    for node in ast.walk(tree(file)):
        prints = (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("print", "input")
        )
        streams = isinstance(node, ast.Attribute) and node.attr in _STREAMS
        taken = (
            isinstance(node, ast.ImportFrom)
            and node.module == "sys"
            and {one.name for one in node.names} & _STREAMS
        )
        if prints or streams or taken:
            found.append(f"pinsite/{file}:{node.lineno}")  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize("file", [file for file in files() if room_of(file) != "cli"])
def test_only_the_command_prints(file: str) -> None:
    """Everybody else hands back values."""
    assert spoken(file) == []
    names = {node.module for node in ast.walk(tree(file)) if isinstance(node, ast.ImportFrom)}
    assert names.isdisjoint({"click", "rich", "rich.console", "logging"})


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_has_a_manual_page(code: str) -> None:
    """At least one whole sentence that says what to do, and a title."""
    one = CODES[code]
    assert one.id == code
    assert one.title and not one.title.endswith(".")
    first = one.manual.strip().split("\n\n")[0]
    assert first.endswith((".", ":")) and len(first.split()) >= 4, first
