"""The source code of pinsite as the architecture tests read it: rooms, files, imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pinsite

#: The folder of the package.
HOUSE = Path(pinsite.__file__).parent


@dataclass(frozen=True)
class Import:
    """One import of our own: where it stands, the module, and the names taken from it."""

    file: str
    line: int
    module: str
    names: tuple[str, ...]

    @property
    def rooms(self) -> tuple[str, str]:
        """Return the room that imports and the room that is imported."""
        return room_of(self.file), self.module.split(".")[1]


def files() -> list[str]:
    """Return the Python files of the package, relative to it."""
    return sorted(
        path.relative_to(HOUSE).as_posix() for path in HOUSE.rglob("*.py") if "_themes" not in path.parts
    )


def room_of(file: str) -> str:
    """Return the room of a file; the package's own few files have none."""
    return file.partition("/")[0] if "/" in file else ""


def module_of(file: str) -> str:
    """Return the name under which a file is imported."""
    return ".".join(["pinsite", *file.removesuffix(".py").removesuffix("/__init__").split("/")])


@cache
def tree(file: str) -> ast.Module:
    """Return the syntax of a file."""
    return ast.parse((HOUSE / file).read_text("utf-8"), file)


def imports(file: str) -> Iterator[Import]:
    """Walk what a file imports of ours, wherever in the file it does."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.ImportFrom):
            module = _absolute(node, file)
            if module.startswith("pinsite."):
                yield Import(file, node.lineno, module, tuple(alias.name for alias in node.names))
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("pinsite."):
                    yield Import(file, node.lineno, alias.name, ())


def _absolute(node: ast.ImportFrom, file: str) -> str:
    if not node.level:
        return node.module or ""
    package = ["pinsite", *file.split("/")[:-1]]
    above = package[: len(package) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])
