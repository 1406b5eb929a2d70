"""One pass over the missing work: as much in flight as fits, results in as they come, nothing left behind."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import TYPE_CHECKING

from msgspec import Struct

from pinsite.images.hands import Hands, Made
from pinsite.images.interrupting import interrupts_held

if TYPE_CHECKING:
    from pinsite.images.work import Job

_POLL_SECONDS = 0.2


class Progress(Struct, frozen=True):
    """How far the work is; images are files to be made, megapixels are theirs."""

    images_done: int
    images_total: int
    megapixels_done: float
    megapixels_total: float


class Room(Struct, frozen=True):
    """How much may be in flight at a time: million pixels decoded here, and jobs. `workers` share the work."""

    workers: int
    megapixels: float
    jobs: int


class Run:
    """Works through jobs by number; one use."""

    def __init__(
        self,
        pool: Executor,
        hands: Hands,
        room: Room,
        on_progress: Callable[[Progress], None] | None,
        stop: Callable[[], bool] | None,
        on_made: Callable[[Made], None],
    ) -> None:
        self._pool, self._hands, self._room = pool, hands, room
        self._on_progress, self._stop, self._on_made = on_progress, stop, on_made
        self._flying: dict[Future[Made], int] = {}
        self._megapixels = 0.0
        self._results: dict[int, Made] = {}
        self._progress = Progress(0, 0, 0.0, 0.0)

    def through(self, jobs: Mapping[int, Job], halt: Callable[[], None]) -> dict[int, Made]:
        """Work through the jobs and return what each brought back; `halt` asks workers to leave early."""
        waiting = deque(jobs.items())
        every = [job.made_megapixels for job in jobs.values()]
        images = sum(len(job.variants) for job in jobs.values())
        self._progress = Progress(0, images, 0.0, sum(every))
        with interrupts_held() as check:
            try:
                self._report()
                while (waiting or self._flying) and not self._stopped():
                    check()
                    self._launch(waiting)
                    self._land(jobs)
            finally:
                halt()
                self._drain()
        return self._results

    def _stopped(self) -> bool:
        return self._stop is not None and self._stop()

    def _launch(self, waiting: deque[tuple[int, Job]]) -> None:
        """Start jobs while their pixels fit; one always may, however large. The last ones get more threads."""
        chosen: list[tuple[int, Job]] = []
        while waiting and self._fits(waiting[0][1], len(chosen)):
            chosen.append(waiting.popleft())
            self._megapixels += chosen[-1][1].decoded_megapixels
        threads = max(1, self._room.workers // max(1, len(self._flying) + len(chosen)))
        for number, job in chosen:
            future = self._hands.give(self._pool, job.path, job.source, job.variants, threads)
            self._flying[future] = number

    def _fits(self, job: Job, chosen: int) -> bool:
        flying = len(self._flying) + chosen
        return flying == 0 or (
            flying < self._room.jobs and self._megapixels + job.decoded_megapixels <= self._room.megapixels
        )

    def _land(self, jobs: Mapping[int, Job]) -> None:
        done, _ = wait(self._flying, _POLL_SECONDS, FIRST_COMPLETED)
        for future in done:
            number = self._flying.pop(future)
            self._megapixels -= jobs[number].decoded_megapixels
            self._keep(number, future)
            self._count(jobs[number])
        if done:
            self._report()

    def _keep(self, number: int, future: Future[Made]) -> None:
        self._results[number] = self._hands.take(future)
        self._on_made(self._results[number])

    def _drain(self) -> None:
        """Leave no worker behind: cancel what has not begun, wait for what has, keep what it made."""
        for future in self._flying:
            future.cancel()
        wait(self._flying)
        for future, number in self._flying.items():
            if not future.cancelled() and future.exception() is None:
                self._keep(number, future)

    def _count(self, job: Job) -> None:
        now = self._progress
        self._progress = Progress(
            now.images_done + len(job.variants),
            now.images_total,
            min(now.megapixels_total, now.megapixels_done + job.made_megapixels),
            now.megapixels_total,
        )

    def _report(self) -> None:
        if self._on_progress is not None:
            self._on_progress(self._progress)
