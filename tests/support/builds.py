"""Build a catalogue in a test, and look at what the build did."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

import pytest

from pinsite.build import STATE, Build, Order, Report, call_of, nothing_changed
from pinsite.files import locked
from pinsite.freshness import Reason

#: The moment at which tests build, unless they say otherwise.
MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)
_PATIENCE = 300.0  # seconds that a worker waits for what another one makes


@dataclass
class Studio:
    """A catalogue folder that is built again and again; `last` is the build before.

    All catalogues of a run share one folder of `compiled` templates, which are keyed by their text.
    """

    compiled: ClassVar[Path | None] = None

    root: Path
    now: datetime = MOMENT
    order: Order = field(init=False)
    last: Build = field(init=False)

    def __post_init__(self) -> None:
        self.order = Order(self.root, self.root / "public", self.now, jobs=1)
        if self.compiled and self.root.is_dir() and not self.order.compiled.exists():
            share_compiled(self.root, self.compiled)

    def build(self, **changes: object) -> Report:
        """Build; with content that has errors the test fails."""
        report = self.try_build(**changes)
        assert report.ok, [
            f"{one.place} {one.code.id} {one.message}" for one in report.problems if one.severity == "error"
        ]
        return report

    def try_build(self, **changes: object) -> Report:
        """Build, whatever comes of it."""
        order = replace(self.order, now=self.now, **changes)  # type: ignore[arg-type]
        self.last = Build(order)
        return self.last.run()

    def clean(self, scratch: Path) -> dict[str, bytes]:
        """Return the site that a clean build of a copy would write, by the same call."""
        call = {"base_url": self.order.base_url, "drafts": self.order.drafts}
        return clean_site(self.root, scratch, self.now, **call)

    def leaves(self) -> bool:
        """Tell whether the command would find that nothing changed, and leave without a build."""
        order = replace(self.order, now=self.now)
        return nothing_changed(order.state, order.root, order.output, call_of(order), order.now) is not None

    def foreseen(self) -> dict[str, Reason]:
        """Return what a build would make now, and why, as `status` and `why` tell it."""
        reasons = Build(replace(self.order, now=self.now)).reasons()
        assert reasons is not None
        return dict(reasons)

    @property
    def remade(self) -> set[str]:
        """Return the targets that the last build made again."""
        return set(self.last.decision.reasons)

    @property
    def output(self) -> Path:
        """Return the folder of the site."""
        return self.order.output

    def page(self, path: str) -> str:
        """Return the text of a file of the site."""
        return (self.output / path).read_text("utf-8")


def common_folder(factory: pytest.TempPathFactory, name: str) -> Path:
    """Return a folder of this run that all its workers share."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def made_once(factory: pytest.TempPathFactory, name: str) -> Iterator[tuple[Path, bool]]:
    """Give a folder of this run that one of its workers makes, and tell whether that is whoever asks now."""
    folder = common_folder(factory, name)
    whole = folder.with_name(f"{name} is whole")
    with locked(folder.with_name(f"{name}.lock"), _PATIENCE):
        yield folder, not whole.exists()
        whole.touch()


def site_bytes(output: Path) -> dict[str, bytes]:
    """Return every file of a site."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()
    }


def copy_sources(root: Path, to: Path) -> Path:
    """Copy a catalogue without what builds left in it."""
    shutil.copytree(root, to, ignore=shutil.ignore_patterns(".pinsite", "public"))
    return to


def copy_built(built: Path, to: Path) -> Studio:
    """Copy a catalogue with its site and with what is remembered of it, and build it where it is now.

    What is remembered of an output has its place in its name; the build finds all as it was, but for the places.
    """
    shutil.copytree(built, to, symlinks=True)
    studio = Studio(to)
    (to / Studio(built).order.state.relative_to(built)).rename(studio.order.state)
    report = studio.build()
    assert report.written == [], "what was copied was not found"
    return studio


def share_compiled(root: Path, compiled: Path) -> Path:
    """Let a catalogue use a common folder of compiled templates."""
    (root / STATE).mkdir(parents=True, exist_ok=True)
    (root / STATE / "templates").symlink_to(compiled.resolve(), target_is_directory=True)
    return root


def clean_site(root: Path, scratch: Path, now: datetime = MOMENT, **changes: object) -> dict[str, bytes]:
    """Return the site that a clean build of a copy of the catalogue writes; the copy is removed."""
    studio = Studio(copy_sources(root, scratch / "clean"), now)
    try:
        studio.build(**changes)
        return site_bytes(studio.output)
    finally:
        shutil.rmtree(studio.root)


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the paths at which two sites differ, each with how."""
    names = sorted(one.keys() | other.keys())
    return [
        f"{name}: {_how(one.get(name), other.get(name))}"
        for name in names
        if one.get(name) != other.get(name)
    ]


def _how(one: bytes | None, other: bytes | None) -> str:
    if one is None or other is None:
        return "only in the second" if one is None else "only in the first"
    return "other bytes"
