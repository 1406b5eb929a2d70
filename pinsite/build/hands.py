"""The hands that make: one process, or several where there is enough to do for them to pay.

Why processes and not threads: making a page is Python from end to end. Why forked: they begin with the catalogue in
hand. Each takes a stretch of the targets, lays the files out, and returns what the memory must know; beside its
targets it answers the questions that the large files are joined from, since the records are open there already.
Where there is no fork (or it is not safe, as on macOS), or little to do, everything is made in this process.
"""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from msgspec import Struct, field

from pinsite.build.make import MOST_ERRORS, Workshop
from pinsite.build.stage import Stage
from pinsite.diagnostics import Problem
from pinsite.freshness import Answered, Done, Key, Number, Row, fact_rows
from pinsite.images import Variant
from pinsite.outputs import Target

T = TypeVar("T")


class Results(Struct):
    """What came of making: files laid out, what is remembered of targets and facts, and mistakes of templates.

    `texts` are the facts of `facts` that large files are joined from.
    """

    written: list[str] = field(default_factory=list)
    done: dict[str, Done] = field(default_factory=dict)
    facts: dict[Number, Row] = field(default_factory=dict)
    texts: dict[Key, Answered] = field(default_factory=dict)
    owners: dict[str, Key] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    rendered: dict[str, str] = field(default_factory=dict)
    planned: dict[str, tuple[str, Variant]] = field(default_factory=dict)

    def add(self, other: Results) -> None:
        """Take in what another pair of hands did."""
        self.written += other.written
        self.done |= other.done
        self.facts |= other.facts
        self.owners = other.owners | self.owners
        self.problems += other.problems
        self.rendered |= other.rendered
        self.planned |= other.planned


def make_all(
    workshop: Workshop, targets: Sequence[Target], errands: Sequence[Key], stage: Stage, number: int
) -> Results:
    """Make targets and answer questions, and lay the files out; what was answered is known to `workshop` afterwards."""
    if number == 1:
        results = make_here(workshop, targets, errands, stage)
        workshop.facts.let_go()
        return results
    results, share = Results(), _shares(workshop, number)
    for part in _forked(workshop, share(targets, _words_of), share(errands, tuple), stage):
        workshop.facts.take(part.texts)
        results.add(part)
    workshop.material.rendered.learn(results.rendered)
    workshop.material.planned.update(results.planned)
    return results


#: After how many targets private answers are let go of, and how many facts travel at a time.
_A_WHILE = 50
_AT_A_TIME = 5000


def make_here(workshop: Workshop, targets: Iterable[Target], errands: Iterable[Key], stage: Stage) -> Results:
    """Make everything in this process, one after the other."""
    results = Results()
    waiting: dict[str, list[Key]] = {}
    for key in errands:
        waiting.setdefault(key[1], []).append(key)
    for number, target in enumerate(targets):
        try:
            made = workshop.make(target, stage.lying)
        except Exception as error:
            results.problems.append(workshop.problem_of(error, target))
            if len(results.problems) >= MOST_ERRORS:
                break
            continue
        written, stamp = stage.put(target.path, made.content)
        if written:
            results.written.append(target.path)
        results.done[target.path] = workshop.done(made, stamp)
        # While its record is open.
        for key in waiting.pop(target.about[0], ()) if target.about else ():
            workshop.facts.value(key)
        if (number + 1) % _A_WHILE == 0:
            workshop.facts.let_go()
            # What pages leave behind in rings is young; what stays is not looked at again.
            gc.collect(0)
    for key in chain.from_iterable(waiting.values()):
        workshop.facts.value(key)
    results.owners = workshop.facts.owners
    return results


def _words_of(target: Target) -> tuple[str, ...]:
    return target.about


def _shares(workshop: Workshop, number: int) -> Callable[..., list[list[Any]]]:
    """Return what deals work out: all that is about one pin to the same hands, and after that the rest by turns."""
    pins = list(workshop.material.loaded.catalogue.pins)
    owner = {id: place * number // len(pins) for place, id in enumerate(pins)}

    def share(things: Sequence[T], words: Callable[[T], Iterable[str]]) -> list[list[T]]:
        dealt: list[list[T]] = [[] for _ in range(number)]
        rest: list[T] = []
        for thing in things:
            hand = next((owner[word] for word in words(thing) if word in owner), None)
            (rest if hand is None else dealt[hand]).append(thing)
        for turn, thing in enumerate(rest):
            dealt[turn % number].append(thing)
        return dealt

    return share


def _forked(
    workshop: Workshop, targets: list[list[Target]], errands: list[list[Key]], stage: Stage
) -> Iterator[Results]:
    context = get_context("fork")
    workshop.warm_up()
    # What is there already stays there: nobody has to look through it again, in any process.
    thaws = gc.get_freeze_count() == 0
    gc.freeze()
    workers = []
    try:
        for mine, asked in zip(targets, errands, strict=True):
            here, there = context.Pipe(duplex=False)
            worker = context.Process(target=_work, args=(workshop, mine, asked, stage, there), daemon=True)
            worker.start()
            there.close()
            workers.append((worker, here))
        for worker, here in workers:
            yield from _received(here)
            worker.join()
    finally:
        for worker, here in workers:
            if worker.is_alive():
                worker.terminate()
            worker.join()
            here.close()
        if thaws:
            gc.unfreeze()


class _Last(Struct, frozen=True):
    """The end of what a process sends."""

    results: Results


def _received(pipe: Connection) -> Iterator[Results]:
    while True:
        try:
            sent: object = pickle.loads(pipe.recv_bytes())
        except EOFError:
            raise OSError("a process that made pages was ended from outside") from None
        if isinstance(sent, BaseException):
            raise sent
        if isinstance(sent, _Last):
            yield sent.results
            return
        assert isinstance(sent, Results)
        yield sent


def _work(
    workshop: Workshop, targets: Sequence[Target], errands: Sequence[Key], stage: Stage, pipe: Connection
) -> None:
    try:
        gc.disable()
        before, planned = workshop.begin_apart(), set(workshop.material.planned)
        results = make_here(workshop, _while_wanted(targets), errands, stage)
        results.rendered = workshop.material.rendered.made
        results.planned = {
            path: one for path, one in workshop.material.planned.items() if path not in planned
        }
        for part in _found_out(workshop, before, frozenset(errands)):
            pipe.send_bytes(pickle.dumps(part, pickle.HIGHEST_PROTOCOL))
        sent = pickle.dumps(_Last(results), pickle.HIGHEST_PROTOCOL)
    except KeyboardInterrupt:
        return
    except Exception as error:
        sent = _packed(error)
    pipe.send_bytes(sent)
    pipe.close()


def _found_out(workshop: Workshop, before: frozenset[Key], asked: frozenset[Key]) -> Iterator[Results]:
    """Walk the facts that were looked up here, some at a time: all at once they would be there three times over."""
    found = workshop.facts.answered(but=before)
    while some := list(islice(found, _AT_A_TIME)):
        texts = {key: one for key, one in some if key in asked and one.text is not None}
        yield Results(facts=fact_rows(some, workshop.numbers), texts=texts)


def _while_wanted(things: Iterable[T]) -> Iterator[T]:
    """Yield all things, unless the process that waits for them is killed: then end at once, and let go of the lock."""
    waiting = os.getppid()
    for thing in things:
        if os.getppid() != waiting:
            os._exit(1)
        yield thing


def _packed(error: Exception) -> bytes:
    import traceback

    try:
        return pickle.dumps(error)
    except Exception:
        return pickle.dumps(RuntimeError("".join(traceback.format_exception(error))))
