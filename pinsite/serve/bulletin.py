"""The one place where the build says how things stand, and where requests look."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

if TYPE_CHECKING:
    from pinsite.images import Depot, Source, Variant
    from pinsite.serve.shelves import Shelf


class Planned(Struct, frozen=True):
    """A picture that pages ask for: its source in the catalogue, and what is to be made of it."""

    path: str
    source: Source
    variant: Variant


class State(Struct, frozen=True):
    """How things stand.

    `pages` and `problems` are marks: one that differs means that a browser shows old news. `pages` is empty
    where there is nothing good to show. `summary` is empty where nothing keeps the pages from being up to
    date; `text` has every problem in full, warnings too. `base` is the sub-path that the site will have.
    `early` has the pages until the first build has written them. `shared` is the store of several machines, if the
    settings name one.
    """

    pages: str = ""
    problems: str = ""
    summary: str = ""
    text: str = ""
    building: bool = True
    pictures: Mapping[str, Planned] = field(default_factory=dict)
    base: str = "/"
    early: Shelf | None = None
    shared: Depot | None = None

    @property
    def said(self) -> bool:
        """Tell whether there are pages, or a reason why there are none."""
        return bool(self.pages or self.summary)


class Bulletin:
    """The current state; whoever waits is woken by each new one."""

    def __init__(self) -> None:
        self._state = State()
        self._closed = False
        self._changed = threading.Condition()
        self._epoch = f"{time.time_ns():x}"
        self._count = 0

    @property
    def current(self) -> State:
        """Return how things stand."""
        return self._state

    @property
    def closed(self) -> bool:
        """Tell whether there will be no more news."""
        return self._closed

    def mark(self) -> str:
        """Return a mark that no state had before, in this run or an earlier one."""
        self._count += 1
        return f"{self._epoch}-{self._count}"

    def post(self, state: State) -> None:
        """Replace the state; a text or summary that differs gets a new mark by itself."""
        with self._changed:
            old = self._state
            if (old.summary, old.text) != (state.summary, state.text) or not old.problems:
                state = replace(state, problems=self.mark())
            self._state = state
            self._changed.notify_all()

    def wait(self, until: Callable[[State], bool], seconds: float) -> State:
        """Return the first state for which `until` holds, or the current one when time is up."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or until(self._state), seconds)
            return self._state

    def close(self) -> None:
        """Send everybody home."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
