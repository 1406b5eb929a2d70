"""Imports go down only, and a room is entered by its door."""

from __future__ import annotations

import ast

import pytest
from support.house import HOUSE, Import, files, imports, room_of, tree

#: Each room's floor. Rooms on one floor do not know each other.
FLOORS = {
    "cli": 8,
    "serve": 7,
    "publish": 7,
    "build": 6,
    "outputs": 5,
    "views": 4,
    "bookkeeping": 3,
    "themes": 3,
    "source": 2,
    "freshness": 2,
    "images": 2,
    "starter": 1,
    "catalogue": 1,
    "editions": 1,
    "colours": 0,
    "diagnostics": 0,
    "files": 0,
    "processes": 0,
    "search": 1,
}

#: Doors besides the room's own: the codes are many, and a room of rooms; exports of shops are read by one command.
SIDE_DOORS = {"pinsite.diagnostics.codes", "pinsite.source.shops"}

#: Names that say nothing of what is inside.
EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "base",
    "manager",
    "core",
    "shared",
    "tools",
}

#: Files that may be longer than 400 lines, each with its reason.
LONG: dict[str, str] = {}


def crossings() -> list[Import]:
    """Return the imports from one room to another."""
    every = [one for file in files() if room_of(file) for one in imports(file)]
    return [one for one in every if one.rooms[0] != one.rooms[1]]


def told(found: list[Import]) -> list[str]:
    """Return imports as lines to jump to."""
    return [f"pinsite/{one.file}:{one.line}: {one.module} {', '.join(one.names)}" for one in found]


def test_every_room_has_a_floor() -> None:
    """A new room is put somewhere, on purpose."""
    rooms = {room_of(file) for file in files()} - {""}
    assert rooms <= FLOORS.keys()


def test_imports_go_down() -> None:
    """No room imports from its own floor or from above."""
    wrong = [one for one in crossings() if FLOORS[one.rooms[1]] >= FLOORS[one.rooms[0]]]
    assert told(wrong) == []


def test_rooms_are_entered_by_their_doors() -> None:
    """Another room's files are its own affair."""
    wrong = [one for one in crossings() if one.module.count(".") > 1 and one.module not in SIDE_DOORS]
    assert told(wrong) == []


def test_no_private_name_crosses_a_door() -> None:
    """A name that begins with `_` stays where it is."""
    wrong = [one for one in crossings() if any(name.startswith("_") for name in one.names)]
    assert told(wrong) == []


def test_freshness_has_never_heard_of_a_pin() -> None:
    """The engine knows facts, not catalogues."""
    reached = {one.rooms[1] for one in crossings() if one.rooms[0] == "freshness"}
    assert reached <= {"files"}


def test_editions_import_nothing_of_ours_but_diagnostics() -> None:
    """Counting copies needs no catalogue."""
    assert {one.rooms[1] for one in crossings() if one.rooms[0] == "editions"} <= {"diagnostics"}


def test_makers_do_not_know_each_other_and_open_no_file() -> None:
    """A maker takes its bytes from views; the frame of pages and the shape of targets are shared."""
    shared = {"frame", "target"}
    for file in files():
        if not file.startswith("outputs/") or file.endswith("__init__.py"):
            continue
        own = [one for one in imports(file) if one.module.startswith("pinsite.outputs.")]
        wrong = [one for one in own if one.module.rsplit(".", 1)[1] not in shared]
        assert told(wrong) == []
        calls = {
            node.func.id
            for node in ast.walk(tree(file))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert "open" not in calls, file


@pytest.mark.parametrize("file", files())
def test_a_file_has_a_speaking_name(file: str) -> None:
    """A function that fits no room shows that a room is missing."""
    words = set(file.removesuffix(".py").split("/"))
    assert words.isdisjoint(EMPTY_NAMES)


def test_no_file_is_too_long() -> None:
    """Watch the tail: more than 400 lines want a reason."""
    lengths = {file: len((HOUSE / file).read_text("utf-8").splitlines()) for file in files()}
    assert {file for file, length in lengths.items() if length > 400} <= LONG.keys()
    assert all(lengths.get(file, 0) > 400 for file in LONG), "a reason that is not needed any more"
