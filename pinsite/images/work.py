"""Make what is missing in the store, many sources at a time, bounded by the pixels in flight.

The work goes through one `concurrent.futures.Executor`: threads by default, since Pillow frees the
interpreter while it decodes, resizes and encodes; processes work as well, and so does a cluster's executor.
"""

import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from pinsite.images.depot import Courier, Depot
from pinsite.images.hands import Far, Made, Near
from pinsite.images.planning import Variant
from pinsite.images.probing import Source
from pinsite.images.refusal import ImageRefused
from pinsite.images.running import Progress, Room, Run
from pinsite.images.space import MEGAPIXELS_IN_FLIGHT
from pinsite.images.store import Store
from pinsite.processes import processors

_MANY = 1_000_000


class Job(Struct, frozen=True):
    """A source and the variants that are wanted of it; those already in the store cost nothing."""

    path: Path
    source: Source
    variants: tuple[Variant, ...]

    @property
    def decoded_megapixels(self) -> float:
        """Return how many million pixels stand in memory while the job runs."""
        scale = min((variant.scale for variant in self.variants), default=1)
        return self.source.in_memory(scale)

    @property
    def made_megapixels(self) -> float:
        """Return how many million pixels the variants have together."""
        return sum(variant.megapixels for variant in self.variants)


class Outcome(Struct, frozen=True):
    """What became of a job: variants made now, variants there before, and why the rest is missing."""

    job: Job
    made: tuple[Variant, ...] = ()
    kept: tuple[Variant, ...] = ()
    refused: ImageRefused | None = None

    @property
    def finished(self) -> bool:
        """Say whether every wanted variant is in the store."""
        return len(self.made) + len(self.kept) == len(self.job.variants)


class Crew(Struct, frozen=True):
    """Workers elsewhere: their executor, and how many jobs they do at a time."""

    executor: Executor
    workers: int


def encode_all(
    jobs: Iterable[Job],
    store: Store,
    *,
    executor: Executor | None = None,
    crew: Crew | None = None,
    workers: int | None = None,
    depot: Depot | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    on_trouble: Callable[[str], None] = lambda sentence: None,
    stop: Callable[[], bool] | None = None,
    megapixels_in_flight: float = MEGAPIXELS_IN_FLIGHT,
) -> tuple[Outcome, ...]:
    """Make every variant that the store has not got, and return one outcome a job, in the order of the jobs.

    What a depot has is fetched and not made; what is made goes there, too. A depot that fails is told to
    `on_trouble` and left alone. An `executor` has workers that see the folders of this machine; those of a
    `crew` do not. A source that cannot be read is refused in its outcome, and the rest goes on. When `stop`
    says so, or on Ctrl-C, no new source is begun and what is finished stays in the store. Failures of the
    disk are raised.
    """
    wanted = tuple(jobs)
    with ExitStack() as stack:
        courier = stack.enter_context(Courier(depot, store, on_trouble))
        missing = _Missing.of(wanted, store)
        if depot is not None and missing.askers:
            courier.bring(missing.askers)
            missing = _Missing.of(wanted, store)
        results: dict[int, Made] = {}
        if missing.work and crew is not None:
            room = Room(1, float(_MANY), 2 * crew.workers + 2)
            far = Far(store, courier.depot)
            home = (lambda made: None) if courier.depot else (lambda made: courier.send(made.keys))
            results = Run(crew.executor, far, room, on_progress, stop, home).through(missing.work, _nothing)
        elif missing.work:
            hands = workers or processors()
            pool = executor or stack.enter_context(ThreadPoolExecutor(hands))
            # Threads of this process can be asked to leave between two variants; others finish their source.
            halt = threading.Event() if isinstance(pool, ThreadPoolExecutor) else None
            room = Room(hands if executor is None else 1, megapixels_in_flight, _MANY)
            run = Run(pool, Near(store, halt), room, on_progress, stop, lambda made: courier.send(made.keys))
            results = run.through(missing.work, halt.set if halt else _nothing)
    return tuple(_outcome(number, job, missing, results) for number, job in enumerate(wanted))


def _nothing() -> None:
    """Ask nobody."""


class _Missing(Struct, frozen=True):
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
                if store.use(variant.key):
                    present.add(variant.key)
                    continue
                askers[variant.key] = number
                lists.setdefault(makers.setdefault(job.source.digest, number), []).append(variant)
        work = {number: replace(jobs[number], variants=tuple(found)) for number, found in lists.items()}
        return cls(work, makers, askers)


def _outcome(number: int, job: Job, missing: _Missing, results: dict[int, Made]) -> Outcome:
    result = results.get(missing.makers.get(job.source.digest, -1), Made())
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
