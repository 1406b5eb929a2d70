"""Make what is missing in the store, many sources at a time, bounded by the pixels in flight.

The work goes through one `concurrent.futures.Executor`: threads by default, since Pillow frees the
interpreter while it decodes, resizes and encodes; processes or a cluster's executor work as well when they
see the same folders.
"""

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from pinsite.images.planning import Variant
from pinsite.images.probing import Source
from pinsite.images.refusal import ImageRefused
from pinsite.images.rendering import render
from pinsite.images.store import Store

_POLL_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Job:
    """A source and the variants that are wanted of it; those already in the store cost nothing."""

    path: Path
    source: Source
    variants: tuple[Variant, ...]

    @property
    def decoded_megapixels(self) -> float:
        """Return how many million pixels stand in memory while the job runs."""
        scale = min((variant.scale for variant in self.variants), default=1)
        return self.source.megapixels / scale**2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: variants made now, variants there before, and why the rest is missing."""

    job: Job
    made: tuple[Variant, ...] = ()
    kept: tuple[Variant, ...] = ()
    refused: ImageRefused | None = None

    @property
    def finished(self) -> bool:
        """Say whether every wanted variant is in the store."""
        return len(self.made) + len(self.kept) == len(self.job.variants)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is; images are files to be made, megapixels are theirs."""

    images_done: int
    images_total: int
    megapixels_done: float
    megapixels_total: float


@dataclass(frozen=True, slots=True)
class _Made:
    """What a worker brings back; picklable."""

    keys: tuple[str, ...]
    refused: ImageRefused | None


def encode_all(
    jobs: Iterable[Job],
    store: Store,
    *,
    executor: Executor | None = None,
    workers: int | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
    megapixels_in_flight: float = 64.0,
) -> tuple[Outcome, ...]:
    """Make every variant that the store has not got, and return one outcome a job, in the order of the jobs.

    A source that cannot be read is refused in its outcome, and the rest goes on. When `stop` says so, or on
    Ctrl-C, no new source is begun and what is finished stays in the store. Failures of the disk are raised.
    """
    wanted = tuple(jobs)
    missing = _Missing.of(wanted, store)
    with ExitStack() as stack:
        pool = executor or stack.enter_context(ThreadPoolExecutor(workers or os.cpu_count() or 1))
        results = _Run(pool, store, on_progress, stop, megapixels_in_flight).through(missing.work)
    return tuple(_outcome(number, job, missing, results) for number, job in enumerate(wanted))


@dataclass(frozen=True, slots=True)
class _Missing:
    """What is to be made: one job a source, so that each is decoded once however many pages show it.

    `work` holds the jobs by number, `makers` the number by source digest, and `askers` for each missing key
    the job that asked first and gets the credit.
    """

    work: dict[int, Job]
    makers: dict[str, int]
    askers: dict[str, int]

    @classmethod
    def of(cls, jobs: Sequence[Job], store: Store) -> "_Missing":
        """Look up every wanted key once and gather what is not there."""
        present: set[str] = set()
        makers: dict[str, int] = {}
        askers: dict[str, int] = {}
        lists: dict[int, list[Variant]] = {}
        for number, job in enumerate(jobs):
            for variant in job.variants:
                if variant.key in present or variant.key in askers:
                    continue
                if store.has(variant.key):
                    present.add(variant.key)
                    continue
                askers[variant.key] = number
                lists.setdefault(makers.setdefault(job.source.digest, number), []).append(variant)
        work = {number: replace(jobs[number], variants=tuple(found)) for number, found in lists.items()}
        return cls(work, makers, askers)


def _outcome(number: int, job: Job, missing: _Missing, results: dict[int, _Made]) -> Outcome:
    result = results.get(missing.makers.get(job.source.digest, -1), _Made((), None))
    made, kept, absent = [], [], []
    for variant in job.variants:
        asker = missing.askers.get(variant.key)
        if asker is not None and variant.key not in result.keys:
            absent.append(variant)
        elif asker == number:
            made.append(variant)
        else:
            kept.append(variant)
    return Outcome(job, tuple(made), tuple(kept), result.refused if absent else None)


class _Run:
    """One pass over the missing work."""

    def __init__(
        self,
        pool: Executor,
        store: Store,
        on_progress: Callable[[Progress], None] | None,
        stop: Callable[[], bool] | None,
        megapixels_in_flight: float,
    ) -> None:
        self._pool = pool
        self._store = store
        self._on_progress = on_progress
        self._stop = stop
        self._limit = megapixels_in_flight
        # Threads of this process can be asked to leave between two variants; other workers finish their
        # source.
        self._halt = threading.Event() if isinstance(pool, ThreadPoolExecutor) else None
        self._flying: dict[Future[_Made], int] = {}
        self._results: dict[int, _Made] = {}

    def through(self, jobs: dict[int, Job]) -> dict[int, _Made]:
        """Work through the jobs and return what each brought back."""
        waiting = list(reversed(jobs.items()))
        try:
            self._report(jobs)
            while (waiting or self._flying) and not self._stopped():
                self._launch(waiting, jobs)
                self._land(jobs)
        finally:
            self._drain()
        return self._results

    def _stopped(self) -> bool:
        return self._stop is not None and self._stop()

    def _launch(self, waiting: list[tuple[int, Job]], jobs: dict[int, Job]) -> None:
        """Start jobs while their pixels fit; one always may, however large."""
        flying = sum(jobs[number].decoded_megapixels for number in self._flying.values())
        while waiting and (not self._flying or flying + waiting[-1][1].decoded_megapixels <= self._limit):
            number, job = waiting.pop()
            flying += job.decoded_megapixels
            self._flying[self._pool.submit(make, job, self._store, self._halt)] = number

    def _land(self, jobs: dict[int, Job]) -> None:
        timeout = _POLL_SECONDS if self._stop is not None else None
        done, _ = wait(self._flying, timeout, FIRST_COMPLETED)
        for future in done:
            self._results[self._flying.pop(future)] = future.result()
        if done:
            self._report(jobs)

    def _drain(self) -> None:
        """Leave no worker behind: cancel what has not begun, wait for what has, keep what it made."""
        if self._halt is not None:
            self._halt.set()
        for future in self._flying:
            future.cancel()
        wait(self._flying)
        for future, number in self._flying.items():
            if not future.cancelled() and future.exception() is None:
                self._results[number] = future.result()

    def _report(self, jobs: dict[int, Job]) -> None:
        if self._on_progress is None:
            return
        done = [variant for number in self._results for variant in jobs[number].variants]
        everything = [variant for job in jobs.values() for variant in job.variants]
        self._on_progress(
            Progress(
                len(done),
                len(everything),
                sum(variant.megapixels for variant in done),
                sum(variant.megapixels for variant in everything),
            )
        )


def make(job: Job, store: Store, halt: threading.Event | None = None) -> _Made:
    """Make the variants of one job into the store, one at a time; runs in a worker."""
    keys: list[str] = []
    try:
        for variant, data in render(job.path, job.source, job.variants):
            store.put(variant.key, data)
            keys.append(variant.key)
            if halt is not None and halt.is_set():
                break
    except ImageRefused as refused:
        return _Made(tuple(keys), refused)
    return _Made(tuple(keys), None)
