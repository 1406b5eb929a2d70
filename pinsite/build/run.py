"""The stages of a build, in order.

read → theme → pictures' heads → plan → judge → make → encode → write → remove → remember. Everything up to
`encode` happens without touching the site; with an error it stays exactly as it was. The site is written
first and the memory last: a crash between the two costs the next build some work, never truth.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import datetime

from pinsite.build.claims import Claims
from pinsite.build.make import Decision, Made, Workshop, library_folders, make_all, recipe_of
from pinsite.build.moved import remember_addresses
from pinsite.build.order import STATE, Count, Listeners, Order, Report, call_of
from pinsite.build.owned import begin_writing, end_writing, forget
from pinsite.build.pictures import make_pictures
from pinsite.build.preparation import Prepared, prepare
from pinsite.build.reasons import load_reasons, save_reasons
from pinsite.build.unchanged import Question, forget_unchanged, remember_unchanged, sources_now
from pinsite.build.write import Written, in_the_way, on_disk, remove_stale, write_copies, write_made
from pinsite.diagnostics import Place, Problems, as_record
from pinsite.freshness import Reason, Remembered, load_memory, save_memory
from pinsite.images import Store
from pinsite.outputs import Copied, Target, picture_copies, plan_all, static_copies
from pinsite.source import Loaded
from pinsite.themes import bundled_themes
from pinsite.views import IMAGES, Material


class Build:
    """One build; after `run` its `loaded` and `material` can be looked at."""

    def __init__(self, order: Order, listeners: Listeners | None = None) -> None:
        self.order = order
        self.problems = Problems()
        self.loaded: Loaded | None = None
        self.material: Material | None = None
        self.decision = Decision()
        self._claims = Claims(self.problems)
        self.targets: dict[str, Target] = {}
        self._listeners = listeners or Listeners()
        self._report = Report()
        self._outputs: dict[str, tuple[int, int]] = {}

    def run(self) -> Report:
        """Build the site. Raises `NoCatalogue` without settings, and OSError where the disk fails."""
        begun = time.perf_counter()
        self._listeners.on_stage("Reading")
        if self.order.clean:
            forget(self.order.state)
        sources = sources_now(self.order.root, self.order.output, (bundled_themes(),))
        prepared = prepare(self.order, self.problems)
        self.loaded, self.material = prepared.loaded, prepared.material
        if prepared.material is not None:
            self._make_site(prepared, prepared.material, sources)
        self._report.problems = list(self.problems)
        self._report.ok = self.problems.errors == 0
        self._report.seconds = time.perf_counter() - begun
        return self._report

    def reasons(self) -> dict[str, Reason] | None:
        """Return what a build would make again and why, without making it; None where there are errors."""
        prepared = prepare(self.order, self.problems)
        if prepared.material is None:
            return None
        self.targets = self._plan(prepared.material)
        memory = load_memory(self.order.state / "memory.json")
        workshop = Workshop(prepared.material, self.order.root / STATE / "templates")
        return workshop.decide(
            self.targets.values(), memory, lambda path: on_disk(self.order.output, path)
        ).reasons

    def last_reasons(self) -> dict[str, str]:
        """Return why each file was made when it was made last, in words."""
        return load_reasons(self.order.state)

    def _make_site(self, prepared: Prepared, material: Material, sources: dict[str, list[int]]) -> None:
        order = self.order
        memory = load_memory(order.state / "memory.json")
        workshop = Workshop(material, order.root / STATE / "templates")
        targets = self._plan(material)
        statics = [copy for copy in static_copies(order.root, prepared.stamps) if self._is_free(copy)]
        if self.problems.errors:
            return
        self.decision = workshop.decide(targets.values(), memory, lambda path: on_disk(order.output, path))
        self._listeners.on_stage("Writing pages")
        made = make_all(workshop, (targets[path] for path in self.decision.reasons), self.problems)
        copies = statics + self._pictures(workshop)
        if self.problems.errors:
            return
        self._write(workshop, targets, made, copies, memory)
        material.rendered.save(whole=not self.decision.kept)
        self._remember(material, sources)

    def _plan(self, material: Material) -> dict[str, Target]:
        targets: dict[str, Target] = {}
        for target in plan_all(material):
            self._claims.take(
                target.path, target.origin, Place("pinsite.yaml"), "give one of them another `slug`"
            )
            targets[target.path] = target
        return targets

    def _is_free(self, copy: Copied) -> bool:
        return self._claims.take(copy.path, "this file", Place(f"static/{copy.path}"), "rename this file")

    # ── pictures ─────────────────────────────────────────────────────────────────────────────────────

    def _pictures(self, workshop: Workshop) -> list[Copied]:
        """Make the pictures that any page shows.

        Pages that are kept show theirs, too: judging a page asks all that it read, and every answer that
        holds a picture has noted it.
        """
        if self.problems.errors:
            return []
        material, store = workshop.material, Store(self.order.store)
        if not self.order.pictures:
            return []
        self._listeners.on_stage("Making pictures")
        made = make_pictures(self.order, material, self.problems, self._listeners.on_images)
        self._report.images.made += made
        return picture_copies(material, store)

    # ── writing ──────────────────────────────────────────────────────────────────────────────────────

    def _write(
        self,
        workshop: Workshop,
        targets: dict[str, Target],
        made: list[Made],
        copies: list[Copied],
        memory: dict[str, Remembered],
    ) -> None:
        order, done = self.order, Written()
        self._listeners.on_stage("Writing files")
        forget_unchanged(order.state)
        wanted = {*targets, *(copy.path for copy in copies)}
        every = begin_writing(order.state, order.output, wanted) | set(memory)
        # Without pictures those of earlier builds stay, known as ours.
        waiting = set() if order.pictures else {path for path in every - wanted if path.startswith(IMAGES)}
        stale = every - wanted - waiting
        done.memory = {path: memory[path] for path in (*self.decision.kept, *(waiting & set(memory)))}
        blocking = in_the_way(stale, wanted)
        remove_stale(order.output, blocking, done)
        kept_copies = write_copies(order.output, copies, memory, done)
        write_made(
            order.output,
            made,
            {one.target.path: recipe_of(one.target, workshop.material) for one in made},
            done,
        )
        remove_stale(order.output, stale - blocking, done)
        save_memory(order.state / "memory.json", done.memory)
        save_reasons(order.state, self.decision, wanted)
        end_writing(order.state, every, wanted | waiting)
        self._count(made, done, kept_copies, copies)
        self._outputs = {path: known.written for path, known in done.memory.items()}

    def _count(self, made: list[Made], done: Written, kept_copies: int, copies: list[Copied]) -> None:
        report = self._report
        report.pages = Count(
            _pages(one.target.path for one in made), _pages(self.decision.kept), _pages(done.removed)
        )
        pictures = [copy for copy in copies if copy.path.startswith(IMAGES)]
        report.images.kept = len(pictures) - report.images.made
        report.images.removed = sum(path.startswith(IMAGES) for path in done.removed)
        report.written, report.removed = sorted(done.written), done.removed

    def _remember(self, material: Material, sources: dict[str, list[int]]) -> None:
        order = self.order
        if not order.preview:
            self._report.told = remember_addresses(order, material.catalogue)
        if self._report.told:
            return
        question = Question(order.root, order.output, (bundled_themes(),), call_of(order), library_folders())
        told = {
            "pages": self._report.pages.made + self._report.pages.kept,
            "images": self._report.images.made + self._report.images.kept,
            "problems": [as_record(problem) for problem in self.problems],
        }
        remember_unchanged(
            order.state, question, sources, self._outputs, next_moment(self.loaded, order.now), told
        )


def _pages(paths: Iterable[str]) -> int:
    return sum(path.endswith(".html") for path in paths)


def next_moment(loaded: Loaded | None, now: datetime) -> datetime | None:
    """Return when the site would change by itself: a record is published or expires, a release date comes."""
    if loaded is None:
        return None
    entries = [record.entry for record in loaded.written]
    pins = loaded.catalogue.pins.values()
    moments = [
        moment for entry in entries for moment in (entry.publish, entry.expires) if moment and moment > now
    ]
    midnight = datetime.combine(now.date(), datetime.max.time(), now.tzinfo)
    days = [
        day for pin in pins for day in (pin.entry.released, *(one.released for one in pin.entry.variants))
    ]
    releases = any(day and day.first_day > now.date() for day in days)
    stages = any(
        stage.done and stage.done.first_day > now.date() for pin in pins for stage in pin.entry.production
    )
    return min([*moments, *([midnight] if releases or stages else [])], default=None)
