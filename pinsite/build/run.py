"""The stages of a build, in order.

read → theme → pictures' heads → plan → judge → make → encode → write → remove → remember. Everything up to
`encode` happens without touching the site; with an error it stays exactly as it was. The site is written
first and the memory last: a crash between the two costs the next build some work, never truth.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from datetime import datetime
from functools import cache, cached_property

from pinsite.build.at_hand import AtHand
from pinsite.build.claims import Claims
from pinsite.build.hands import Results, make_all
from pinsite.build.make import Decision, Workshop, library_folders, versions
from pinsite.build.moved import remember_addresses
from pinsite.build.order import MEMORY, STATE, Count, Listeners, Order, Report, Superseded, call_of
from pinsite.build.owned import LOCK, begin_writing, end_writing, forget
from pinsite.build.pictures import make_pictures
from pinsite.build.preparation import Prepared, prepare, source_stamps
from pinsite.build.reasons import load_reasons, save_reasons
from pinsite.build.stage import Stage, on_disk
from pinsite.build.unchanged import Question, forget_unchanged, remember_unchanged, sources_now
from pinsite.build.write import Written, in_the_way, remove_stale, write_copies
from pinsite.diagnostics import Place, Problems, as_record
from pinsite.files import Stamp, locked
from pinsite.freshness import Done, Memory, MemoryDamaged, Reason, Remembered, fact_rows, remove_memory
from pinsite.images import Progress, Store
from pinsite.outputs import Copied, Target, errands, picture_copies, plan_early, plan_late, static_copies
from pinsite.processes import hands
from pinsite.source import SETTINGS, Loaded
from pinsite.themes import bundled_themes, remember_upstream
from pinsite.views import IMAGES, Material

#: With fewer targets a second process costs more than it brings.
ENOUGH = 150

_LOOKING = "Looking at pictures"


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
        #: Pictures of kept pages that lie in the site as they did: nobody has to plan, make or copy them.
        self._lying: set[str] = set()
        self._hands = 1
        self._stage = "", 0.0

    def run(self) -> Report:
        """Build the site. Raises `NoCatalogue` without settings, and OSError where the disk fails.

        One build of a site at a time: the lock is also held by processes that a killed build left at work.
        """
        with self._alone(), _collecting_rarely():
            return self._run()

    def _alone(self) -> AbstractContextManager[None]:
        """Lock the site for this build; where there is no catalogue, nothing is locked and nothing made."""
        if not (self.order.root / SETTINGS).exists():
            return nullcontext()
        return locked(self.order.state / LOCK, seconds=60)

    def _run(self) -> Report:
        begun = time.perf_counter()
        self._enter("Reading")
        if self.order.clean:
            forget(self.order.state)
        stamps = source_stamps(self.order)
        sources = sources_now(stamps, (bundled_themes(),))
        prepared = prepare(self.order, self.problems, stamps, self._look)
        self.loaded, self.material = prepared.loaded, prepared.material
        if prepared.material is not None:
            self._make_site_whatever_is_remembered(prepared, prepared.material, sources)
        self._report.problems = list(self.problems)
        self._report.ok = self.problems.errors == 0
        self._report.seconds = time.perf_counter() - begun
        self._leave()
        return self._report

    def _enter(self, stage: str) -> None:
        """Begin a stage; how long each took is in the report."""
        if self._listeners.is_superseded():
            raise Superseded
        self._leave()
        self._stage = stage, time.perf_counter()
        self._listeners.on_stage(stage)

    def _look(self, now: Progress) -> None:
        """Hear how far the new pictures have been looked at: a first build of photographs does so for minutes."""
        if self._stage[0] != _LOOKING:
            self._enter(_LOOKING)
        self._listeners.on_images(now)

    def _leave(self) -> None:
        name, since = self._stage
        if name:
            spent = self._report.stages.get(name, 0.0) + time.perf_counter() - since
            self._report.stages[name] = round(spent, 3)
        self._stage = "", 0.0

    def reasons(self) -> dict[str, Reason] | None:
        """Return what a build would make again and why, without making it; None where there are errors."""
        prepared = prepare(self.order, self.problems)
        if prepared.material is None:
            return None
        with self._memory() as memory:
            workshop = Workshop(prepared.material, self.order.compiled, memory)
            for plan in (plan_early, plan_late):
                targets = self._plan(plan(prepared.material))
                workshop.decide(targets, self._on_disk, self.decision)
        return self.decision.reasons

    def at_hand(self) -> AtHand | None:
        """Return what can show the next edit at once; None where this build did not come to its end."""
        if self.material is None or not self._report.ok:
            return None
        return AtHand(self.order, self.material, self.targets)

    @cached_property
    def next_moment(self) -> datetime | None:
        """Return when the site would change by itself: a record is published or expires, a release date comes."""
        if self.loaded is None:
            return None
        now = self.order.now
        outlines = [record.outline for record in self.loaded.written]
        moments = [
            moment for one in outlines for moment in (one.publish, one.expires) if moment and moment > now
        ]
        today = now.date().isoformat()
        pins = self.loaded.catalogue.pins.values()
        changes = any((last := pin.outline.last_day) and last > today for pin in pins)
        midnight = datetime.combine(now.date(), datetime.max.time(), now.tzinfo)
        return min([*moments, *([midnight] if changes else [])], default=None)

    def last_reasons(self) -> dict[str, str]:
        """Return why each file was made when it was made last, in words."""
        return load_reasons(self.order.state)

    def _memory(self) -> closing[Memory]:
        return closing(Memory(self.order.state / MEMORY, versions()))

    def _on_disk(self, path: str) -> tuple[int, int] | None:
        return on_disk(self.order.output, path)

    def _make_site_whatever_is_remembered(
        self, prepared: Prepared, material: Material, sources: dict[str, Stamp]
    ) -> None:
        """Make the site; where the memory turns out to be damaged, once more without it."""
        try:
            self._make_site(prepared, material, sources)
        except MemoryDamaged:
            remove_memory(self.order.state / MEMORY)
            self.decision, self._claims, self.targets = Decision(), Claims(self.problems), {}
            self._lying = set()
            try:
                self._make_site(prepared, material, sources)
            except MemoryDamaged as again:
                raise OSError(f"the memory of the build cannot be written: {again}") from again

    def _make_site(self, prepared: Prepared, material: Material, sources: dict[str, Stamp]) -> None:
        order = self.order
        stage = Stage(order.output, order.state)
        stage.clear()
        self._enter("Deciding")
        with self._memory() as memory:
            workshop = Workshop(material, order.compiled, memory, self._listeners.is_superseded)
            early = self._decided(workshop, plan_early(material))
            statics = [copy for copy in static_copies(order.root, prepared.stamps) if self._is_free(copy)]
            if self.problems.errors:
                return
            results = self._make(workshop, early, stage)
            copies = statics + self._pictures(workshop, results)
            if self.problems.errors:
                stage.clear()
                return
            self._write(workshop, stage, results, copies)
        material.rendered.save(whole=not self.decision.kept and self._hands == 1)
        self._remember(material, sources)

    def _make(self, workshop: Workshop, early: list[Target], stage: Stage) -> Results:
        """Make all that must be made: pages first, then what is joined from all records, then what waits for that."""
        results, material = Results(), workshop.material
        pages = [target for target in early if not target.joined]
        self._enter("Writing pages")
        # Errands are for hands that have the records open; of a few pages it is cheaper to ask what is missed later.
        asked = (
            [key for key in errands(material) if workshop.facts.is_news(key)] if len(pages) > ENOUGH else []
        )
        self._hands = self._hands_for(pages)
        results.add(make_all(workshop, pages, asked, stage, self._hands))
        late = self._decided(workshop, plan_late(material)) if not results.problems else []
        if not self.problems.errors and not results.problems:
            results.add(make_all(workshop, late, (), stage, self._hands_for(late)))
        if not self.problems.errors:
            # Even after mistakes: whoever mends them wants to be told of all.
            joined = [target for target in early if target.joined]
            results.add(make_all(workshop, joined, (), stage, 1))
        self.problems.take(results.problems)
        # What was looked up here is newer than nothing and as true as what was looked up elsewhere.
        results.facts |= fact_rows(workshop.facts.answered(but=workshop.as_before), workshop.numbers)
        results.facts |= workshop.unasked(results.facts)
        return results

    def _hands_for(self, targets: list[Target]) -> int:
        """Return how many processes should make some targets: in a preview, which has threads, forking is not safe."""
        return 1 if self.order.preview else hands(self.order.jobs, len(targets), ENOUGH)

    def _decided(self, workshop: Workshop, plan: Iterable[Target]) -> list[Target]:
        targets = self._plan(plan)
        if not self.problems.errors:
            workshop.decide(targets, self._on_disk, self.decision)
        return [target for target in targets if target.path in self.decision.reasons]

    def _plan(self, plan: Iterable[Target]) -> list[Target]:
        targets = list(plan)
        for target in targets:
            self._claims.take(
                target.path, target.origin, Place("pinsite.yaml"), "give one of them another `slug`"
            )
            self.targets[target.path] = target
        return targets

    def _is_free(self, copy: Copied) -> bool:
        return self._claims.take(copy.path, "this file", Place(f"static/{copy.path}"), "rename this file")

    # ── pictures ─────────────────────────────────────────────────────────────────────────────────────

    def _pictures(self, workshop: Workshop, results: Results) -> list[Copied]:
        """Make the pictures that any page shows."""
        if self.problems.errors:
            return []
        material, store = workshop.material, Store(self.order.store)
        self._recall_pictures(workshop, results)
        if not self.order.pictures:
            return []
        self._enter("Making pictures")
        made = make_pictures(self.order, material, self.problems, self._listeners.on_images)
        self._report.images.made += made
        return picture_copies(material, store)

    def _recall_pictures(self, workshop: Workshop, results: Results) -> None:
        """Plan again what kept pages, and those made elsewhere, show, where it does not lie in the site already.

        Planning is asked of the fact that planned before; it opens no picture.
        """
        memory, facts, planned = workshop.memory, workshop.facts, workshop.material.planned
        assert memory is not None
        kept = memory.marks_of_targets() if self.decision.kept else {}
        wanted = {mark for path in self.decision.kept for mark in kept.get(path, ())}
        wanted |= {mark for done in results.done.values() for mark in done.marks}
        missed = wanted - planned.keys()
        owners = memory.owners() | results.owners if missed else {}
        marks_of = cache(memory.marks)
        for mark in missed:
            owner = owners.get(mark)
            # One answer shows many pictures: the first of them that is missed has planned them all.
            if owner is None or mark in planned:
                continue
            # What drags it along may have lost it and come out the same: then its owner has not, any more.
            stays = memory.stays(owner) and mark in marks_of(owner)
            if stays and self._lies(mark, memory.targets.get(mark)):
                self._lying.add(mark)
            elif stays and mark in self.order.planned:
                planned[mark] = self.order.planned[mark]
            else:
                with suppress(LookupError):
                    facts.answer_again(owner)
        self._lying -= planned.keys()
        for mark in planned.keys() - wanted:
            del planned[mark]

    def _lies(self, path: str, known: Remembered | None) -> bool:
        """Tell whether a picture is in the site as it was copied there; a preview has to know how to make it."""
        can_stay = self.order.pictures and not self.order.preview
        return can_stay and known is not None and self._on_disk(path) == known.written

    # ── writing ──────────────────────────────────────────────────────────────────────────────────────

    def _write(self, workshop: Workshop, stage: Stage, results: Results, copies: list[Copied]) -> None:
        order, memory, done = self.order, workshop.memory, Written()
        assert memory is not None
        self._enter("Writing files")
        forget_unchanged(order.state)
        before = dict(memory.targets)
        wanted = {*self.targets, *(copy.path for copy in copies)} | self._lying
        every = begin_writing(order.state, order.output, wanted, order.shared) | set(before)
        # Without pictures those of earlier builds stay, known as ours.
        waiting = set() if order.pictures else {path for path in every - wanted if path.startswith(IMAGES)}
        stale = every - wanted - waiting
        blocking = in_the_way(stale, wanted)
        remove_stale(order.output, blocking, done)
        kept_copies = write_copies(order.output, copies, before, done)
        stage.move_in()
        done.written += results.written
        remove_stale(order.output, stale - blocking, done)
        made = results.done | {path: Done(known) for path, known in done.copied.items()}
        memory.keep(results.facts, made, stale & before.keys(), results.owners, workshop.wholes)
        save_reasons(order.state, self.decision, wanted)
        end_writing(order.state, every, wanted | waiting)
        self._count(results, done, kept_copies, copies)
        stays = (*self.decision.kept, *self._lying, *(waiting & before.keys()))
        known = {path: before[path] for path in stays} | {path: one.remembered for path, one in made.items()}
        self._outputs = {path: one.written for path, one in known.items()}

    def _count(self, results: Results, done: Written, kept_copies: int, copies: list[Copied]) -> None:
        report = self._report
        report.pages = Count(_pages(results.done), _pages(self.decision.kept), _pages(done.removed))
        pictures = [copy for copy in copies if copy.path.startswith(IMAGES)]
        report.images.kept = len(pictures) + len(self._lying) - report.images.made
        report.images.removed = sum(path.startswith(IMAGES) for path in done.removed)
        report.written, report.removed = sorted(done.written), done.removed

    def _remember(self, material: Material, sources: dict[str, Stamp]) -> None:
        order = self.order
        remember_upstream(material.chain, order.root / STATE)
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
        remember_unchanged(order.state, question, sources, self._outputs, self.next_moment, told)


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Have the collector of garbage look seldom: a build makes a million objects that stay, and hardly a cycle."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _pages(paths: Iterable[str]) -> int:
    return sum(path.endswith(".html") for path in paths)
