"""How a job reaches a worker, and how its pictures come home.

Threads and processes of this machine see its folders, so they are handed a path. Workers elsewhere see nothing
of it: the source goes to them by value, or through the shared store, and so do the pictures on their way back.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from PIL import Image

from pinsite.images.colour import colour_library
from pinsite.images.decoders import decoder_version
from pinsite.images.depot import Depot
from pinsite.images.encoders import library_versions
from pinsite.images.planning import Variant
from pinsite.images.probing import DIGEST_BYTES, Source
from pinsite.images.refusal import ImageRefused, Refusal
from pinsite.images.rendering import coded, render, sizes
from pinsite.images.store import Store

Task = tuple[Source, tuple[Variant, ...]]


class OtherVersions(RuntimeError):  # noqa: N818  a state of affairs
    """A worker whose libraries would give other bytes for the same address."""


class Made(Struct, frozen=True):
    """What a worker brings back: the keys that it made, and for those by value their bytes; picklable."""

    keys: tuple[str, ...] = ()
    refused: ImageRefused | None = None
    pictures: tuple[bytes, ...] = ()


class Hands(Protocol):
    """A way of giving work away and taking its result."""

    def give(
        self, pool: Executor, path: Path, source: Source, variants: tuple[Variant, ...], threads: int
    ) -> Future[Made]:
        """Hand a job to the pool."""

    def take(self, future: Future[Made]) -> Made:
        """Bring what a finished job made into the store of this machine."""


class Near(Struct, frozen=True):
    """Workers that see the folders of this machine; `halt` asks threads to leave between two variants."""

    store: Store
    halt: threading.Event | None = None

    def give(
        self, pool: Executor, path: Path, source: Source, variants: tuple[Variant, ...], threads: int
    ) -> Future[Made]:
        """Hand over where everything is."""
        return pool.submit(make, path, source, variants, self.store, self.halt, threads)

    def take(self, future: Future[Made]) -> Made:
        """The pictures are in the store already."""
        return future.result()


class Far(Struct, frozen=True):
    """Workers elsewhere. With a depot they fetch the source and leave the pictures there, else all goes by value."""

    store: Store
    depot: Depot | None = None

    def give(
        self, pool: Executor, path: Path, source: Source, variants: tuple[Variant, ...], threads: int
    ) -> Future[Made]:
        """Send the source, or put it where the worker finds it."""
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            lost = ImageRefused(Refusal.CHANGED, "the picture is gone; build again")
            return _finished(Made(refused=lost))
        if self.depot is None:
            return pool.submit(make_by_value, data, (source, variants), versions_of((source, variants)))
        self.depot.offer(source_key(source), data)
        return pool.submit(make_in_depot, self.depot, (source, variants), versions_of((source, variants)))

    def take(self, future: Future[Made]) -> Made:
        """Put what came by value into the store, or fetch it from the depot."""
        try:
            made = future.result()
        except Exception as error:
            if type(error).__name__ == "KilledWorker":
                sentence = (
                    "every worker that tried this picture died; make it smaller, or give workers more memory"
                )
                return Made(refused=ImageRefused(Refusal.LOST, sentence))
            raise
        home = []
        for key, data in self._pictures(made):
            self.store.put(key, data)
            home.append(key)
        return Made(tuple(home), made.refused)

    def _pictures(self, made: Made) -> Iterator[tuple[str, bytes]]:
        if self.depot is None:
            yield from zip(made.keys, made.pictures, strict=True)
            return
        for key in made.keys:
            data = self.depot.fetch(key)
            if data is not None:
                yield key, data


def make(
    path: Path,
    source: Source,
    variants: tuple[Variant, ...],
    store: Store,
    halt: threading.Event | None = None,
    threads: int = 1,
) -> Made:
    """Make the variants of one source into the store; runs in a worker."""
    keys: list[str] = []
    try:
        for variant, data in _rendered(path, source, variants, threads):
            store.put(variant.key, data)
            keys.append(variant.key)
            if halt is not None and halt.is_set():
                break
    except ImageRefused as refused:
        return Made(tuple(keys), refused)
    return Made(tuple(keys))


def make_by_value(data: bytes, task: Task, versions: str) -> Made:
    """Make the variants of a source that came by value; runs in a worker elsewhere."""
    _check_versions(task, versions)
    keys: list[str] = []
    pictures: list[bytes] = []
    try:
        for variant, picture in render(data, *task):
            keys.append(variant.key)
            pictures.append(picture)
    except ImageRefused as refused:
        return Made(tuple(keys), refused, tuple(pictures))
    return Made(tuple(keys), None, tuple(pictures))


def make_in_depot(depot: Depot, task: Task, versions: str) -> Made:
    """Make the variants of a source that lies in a depot, into that depot; runs in a worker elsewhere."""
    _check_versions(task, versions)
    source, variants = task
    data = depot.fetch(source_key(source))
    if data is None:
        raise FileNotFoundError(f"the source {source.digest} is not in the shared store {depot.location}")
    keys: list[str] = []
    try:
        for variant, picture in render(data, source, variants):
            depot.offer(variant.key, picture)
            keys.append(variant.key)
    except ImageRefused as refused:
        return Made(tuple(keys), refused)
    return Made(tuple(keys))


def source_key(source: Source) -> str:
    """Return the place of a source in a depot."""
    return hashlib.blake2b(f"source {source.digest}".encode(), digest_size=DIGEST_BYTES).hexdigest()


def versions_of(task: Task) -> str:
    """Return the versions of everything that shapes the bytes of these variants."""
    source, variants = task
    decoder = decoder_version(source.format)
    return "; ".join(
        [
            *sorted({library_versions(variant.format) for variant in variants}),
            f"littlecms {colour_library()}",
            *([f"pillow-heif {decoder}"] if decoder else []),
        ]
    )


def _check_versions(task: Task, versions: str) -> None:
    here = versions_of(task)
    if here != versions:
        raise OtherVersions(f"a worker has {here} and not {versions}; install the same libraries everywhere")


def _rendered(
    path: Path, source: Source, variants: tuple[Variant, ...], threads: int
) -> Iterator[tuple[Variant, bytes]]:
    """Yield the variants with their bytes, coded by several threads where there are threads to spare."""
    if threads < 2:
        yield from render(path, source, variants)
        return
    with ThreadPoolExecutor(threads) as pool:
        flying: dict[Future[bytes], Variant] = {}
        for variant, pixels in _each(path, source, variants):
            # A copy each: while Pillow writes a picture, it keeps the options of the writer in it.
            flying[pool.submit(coded, pixels.copy(), variant)] = variant
            while len(flying) > threads:
                yield from _landed(flying)
        while flying:
            yield from _landed(flying)


def _each(path: Path, source: Source, variants: tuple[Variant, ...]) -> Iterator[tuple[Variant, Image.Image]]:
    for siblings, pixels in sizes(path, source, variants):
        for variant in siblings:
            yield variant, pixels


def _landed(flying: dict[Future[bytes], Variant]) -> Iterator[tuple[Variant, bytes]]:
    done, _ = wait(flying, return_when=FIRST_COMPLETED)
    for future in done:
        yield flying.pop(future), future.result()


def _finished(made: Made) -> Future[Made]:
    future: Future[Made] = Future()
    future.set_result(made)
    return future
