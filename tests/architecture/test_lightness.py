"""Each module can be imported alone, and what must be quick imports nothing heavy."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from support.house import files, module_of

HEAVY = ("jinja2", "pydantic", "PIL", "markdown", "babel", "nh3", "yaml")

_EACH = """
import importlib, json, sys
failed = {}

def without(room):
    for known in [one for one in sys.modules if one == room or one.startswith(room + ".")]:
        del sys.modules[known]

def is_importable(name):
    try:
        importlib.import_module(name)
    except Exception as error:
        failed[name] = repr(error)

for room, names in json.loads(sys.argv[1]).items():
    without(room)
    is_importable(room)
    # Whoever imports a module of a room imports the room first: what came with it has been seen to come so.
    for name in [one for one in names if one not in sys.modules]:
        without(room)
        is_importable(name)
print(json.dumps(failed))
"""


def run(code: str, *arguments: str) -> str:
    """Run code in a fresh interpreter; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_each_module_can_be_imported_alone() -> None:
    """No import works only because another of its room came first; other rooms cannot matter, being below."""
    rooms: dict[str, list[str]] = {}
    for file in files():
        if file != "__main__.py":
            name = module_of(file)
            rooms.setdefault(".".join(name.split(".")[:2]), []).append(name)
    assert json.loads(run(_EACH, json.dumps(rooms))) == {}


@pytest.mark.parametrize("what", [
    "import pinsite",
    "import pinsite.build; pinsite.build.nothing_changed",
    "import pinsite.build; pinsite.build.Order; pinsite.build.call_of",
    "import pinsite.freshness",
    "import pinsite.cli",
    "import pinsite.cli\ntry: pinsite.cli.commands(['--help'])\nexcept SystemExit: pass",
    "import pinsite.cli.build",
])  # fmt: skip
def test_what_must_be_quick_imports_nothing_heavy(what: str) -> None:
    """The help, and the build in which nothing changed, are there at once."""
    shown = run(f"{what}\nimport sys\nprint('LOADED', *[name for name in {HEAVY!r} if name in sys.modules])")
    assert shown.splitlines()[-1].split() == ["LOADED"]


def test_a_build_renders_and_translates_only_what_it_must() -> None:
    """What renders Markdown, reads `.po` files or writes numbers is imported where the first text needs it."""
    late = ("markdown", "pymdownx", "nh3", "babel")
    shown = run(f"import pinsite.build.run, sys\nprint(*[name for name in {late!r} if name in sys.modules])")
    assert shown.split() == []
