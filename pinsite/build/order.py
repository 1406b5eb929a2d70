"""What a build is asked to do, and what it reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pinsite.diagnostics import Problem
from pinsite.files import digest_text

if TYPE_CHECKING:
    from pinsite.images import Progress, Variant
    from pinsite.source import Cache

#: The folder of caches and memory, inside the catalogue; it may be deleted at any time.
STATE = ".pinsite"

#: The file of what is remembered of how an output was made.
MEMORY = "memory.sqlite"


@dataclass(frozen=True)
class Order:
    """One call of `build`: where, for which address, at which moment, and what may be left for later.

    `pictures` False leaves pictures unmade (a preview makes them when a browser asks). A `preview` publishes
    nothing, so it writes no moved address down: a slug that is being typed is not a move. `clean` forgets everything.
    `executor` is the address of a cluster that makes the pictures. A `hasty` one only glances at pictures that are
    not known yet: for pages that are shown and not written.
    """

    root: Path
    output: Path
    now: datetime
    base_url: str | None = None
    drafts: bool = False
    clean: bool = False
    jobs: int | None = None
    pictures: bool = True
    preview: bool = False
    executor: str | None = None
    hasty: bool = False
    #: What was read before, for builds that follow each other in one process.
    readings: Cache | None = field(default=None, repr=False, compare=False)
    #: The pictures that the build before this one in the same process had planned, by site path: source and variant.
    planned: Mapping[str, tuple[str, Variant]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def state(self) -> Path:
        """Return the folder of what this output's builds remember."""
        return self.root / STATE / f"build-{digest_text(str(self.output.resolve()))[:12]}"

    @property
    def compiled(self) -> Path:
        """Return the folder of compiled templates, shared by all outputs."""
        return self.root / STATE / "templates"

    @property
    def store(self) -> Path:
        """Return the folder of made pictures, shared by all outputs."""
        return self.root / STATE / "images"

    @property
    def shared(self) -> tuple[Path, ...]:
        """Return the folders that builds of all outputs write files of their own into."""
        return self.root / STATE, self.store


def call_of(order: Order) -> str:
    """Return what of a call shapes the site."""
    return f"{order.base_url} {order.drafts} {order.pictures}"


@dataclass
class Count:
    """How many files were made, kept and removed."""

    made: int = 0
    kept: int = 0
    removed: int = 0


@dataclass
class Report:
    """What a build did. `ok` False means that nothing was touched."""

    ok: bool = True
    pages: Count = field(default_factory=Count)
    images: Count = field(default_factory=Count)
    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    seconds: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)
    unchanged: bool = False

    @property
    def errors(self) -> int:
        """Count the problems that stopped it."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """Count the problems that did not."""
        return len(self.problems) - self.errors


class Superseded(BaseException):
    """There is a newer edit, so that nobody needs this build; nothing was touched. No question may swallow it."""


@dataclass(frozen=True)
class Listeners:
    """Who wants to hear how far the work is, and who knows of a newer edit: then the build raises `Superseded`."""

    on_stage: Callable[[str], None] = lambda stage: None
    on_images: Callable[[Progress], None] = lambda progress: None
    is_superseded: Callable[[], bool] = lambda: False
