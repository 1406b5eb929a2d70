"""The hands that make: one process, or several where there is enough to do for them to pay.

Why processes and not threads: making a page is Python from end to end. Why forked: they begin with the catalogue in
hand. Each takes a stretch of the targets, lays the files out, and returns what the memory must know; beside its
targets it answers the questions that the large files are joined from, since the records are open there already.
Where there is no fork (or it is not safe, as on macOS), or little to do, everything is made in this process.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection

from pinsite.build.make import MOST_ERRORS, Workshop, recipe_of
from pinsite.build.stage import Stage
from pinsite.diagnostics import Problem
from pinsite.freshness import Answered, Done, Key, Remembered
from pinsite.outputs import Target

#: With fewer targets a second process costs more than it brings.
ENOUGH = 300


@dataclass
class Results:
    """What came of making: files laid out, what is remembered of targets and facts, and mistakes of templates."""

    written: list[str] = field(default_factory=list)
    done: dict[str, Done] = field(default_factory=dict)
    facts: dict[Key, Answered] = field(default_factory=dict)
    owners: dict[str, Key] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    rendered: dict[str, str] = field(default_factory=dict)

    def add(self, other: Results) -> None:
        """Take in what another pair of hands did."""
        self.written += other.written
        self.done |= other.done
        self.facts |= other.facts
        self.owners = other.owners | self.owners
        self.problems += other.problems
        self.rendered |= other.rendered


def hands(count: int | None, targets: int) -> int:
    """Return how many processes should make so many targets."""
    if not hasattr(os, "fork") or sys.platform == "darwin" or targets < ENOUGH:
        return 1
    return max(1, min(count or _cores(), targets * 2 // ENOUGH))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_all(
    workshop: Workshop, targets: Sequence[Target], errands: Sequence[Key], stage: Stage, number: int
) -> Results:
    """Make targets and answer questions, and lay the files out; what was answered is known to `workshop` afterwards."""
    if number == 1:
        results = make_here(workshop, targets, errands, stage)
        workshop.facts.forget_values(PRIVATE)
        return results
    results = Results()
    for part in _forked(
        workshop, list(_stretches(targets, number)), list(_stretches(errands, number)), stage
    ):
        results.add(part)
    workshop.facts.take(results.facts)
    workshop.material.rendered.learn(results.rendered)
    return results


#: Facts of one page alone: their answers are let go once the page is made.
PRIVATE = frozenset(
    (
        "pin",
        "variants",
        "counter",
        "linked pin",
        "neighbours",
        "nearby",
        "related",
        "document",
        "linked story",
    )
)
_A_WHILE = 50


def make_here(workshop: Workshop, targets: Sequence[Target], errands: Sequence[Key], stage: Stage) -> Results:
    """Make everything in this process, one after the other."""
    results = Results()
    for number, target in enumerate(targets):
        try:
            made = workshop.make(target)
        except Exception as error:
            results.problems.append(workshop.problem_of(error, target))
            if len(results.problems) >= MOST_ERRORS:
                break
            continue
        written, stamp = stage.put(target.path, made.content)
        if written:
            results.written.append(target.path)
        remembered = Remembered(recipe_of(target, workshop.material), made.digest, stamp)
        results.done[target.path] = Done(remembered, made.reads, made.marks)
        if number % _A_WHILE == 0:
            workshop.facts.forget_values(PRIVATE)
    for key in errands:
        workshop.facts.value(key)
    results.owners = workshop.facts.owners
    return results


def _stretches(things: Sequence[object], number: int) -> Iterator[Sequence[object]]:
    size = -(-len(things) // number)
    return (things[size * one : size * (one + 1)] for one in range(number))


def _forked(workshop: Workshop, targets: list, errands: list, stage: Stage) -> Iterator[Results]:  # type: ignore[type-arg]
    context = get_context("fork")
    workers = []
    try:
        for mine, asked in zip(targets, errands, strict=True):
            here, there = context.Pipe(duplex=False)
            worker = context.Process(target=_work, args=(workshop, mine, asked, stage, there), daemon=True)
            worker.start()
            there.close()
            workers.append((worker, here))
        for worker, here in workers:
            yield _received(here)
            worker.join()
    finally:
        for worker, here in workers:
            if worker.is_alive():
                worker.terminate()
            worker.join()
            here.close()


def _received(pipe: Connection) -> Results:
    try:
        sent: object = pickle.loads(pipe.recv_bytes())
    except EOFError:
        raise OSError("a process that made pages was ended from outside") from None
    if isinstance(sent, BaseException):
        raise sent
    assert isinstance(sent, Results)
    return sent


def _work(
    workshop: Workshop, targets: Sequence[Target], errands: Sequence[Key], stage: Stage, pipe: Connection
) -> None:
    try:
        before = workshop.begin_apart()
        results = make_here(workshop, targets, errands, stage)
        results.facts = workshop.facts.answered(but=before)
        results.rendered = workshop.material.rendered.made
        sent = pickle.dumps(results, pickle.HIGHEST_PROTOCOL)
    except KeyboardInterrupt:
        return
    except Exception as error:
        sent = _packed(error)
    pipe.send_bytes(sent)
    pipe.close()


def _packed(error: Exception) -> bytes:
    import traceback

    try:
        return pickle.dumps(error)
    except Exception:
        return pickle.dumps(RuntimeError("".join(traceback.format_exception(error))))
