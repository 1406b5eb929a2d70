"""Builds that follow each other in one process, as while a catalogue is being worked on.

An edit is answered in two steps. `show` makes the pages of the edited records, where that can be done at once and is
certain to be right; `build` does everything else, and everything again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from pinsite.build.at_hand import AtHand, Shown
from pinsite.build.order import STATE, Listeners, Order, Report
from pinsite.build.run import Build
from pinsite.source import Cache


class Sitting:
    """The builds of one process; it has to hear of all that changes in between."""

    def __init__(self, order: Order) -> None:
        #: What all its builds have in common, the readings that are kept between them with it.
        self.order = replace(order, readings=order.readings or Cache(order.root / STATE))
        self._at_hand: AtHand | None = None
        self._moment: datetime | None = None
        #: Files that changed and are not shown: nothing can be, until they are or a build has ended.
        self._owed: set[str] = set()

    def tell(self, paths: Iterable[str]) -> None:
        """Hear which files have changed."""
        self._owed.update(paths)

    def show(self, now: datetime) -> Shown | None:
        """Put the pages of edited records on disk; None where only a build can tell."""
        if self._at_hand is None or (self._moment is not None and now >= self._moment):
            return None
        shown = self._at_hand.show(sorted(self._owed), now)
        if shown is not None:
            self._owed.clear()
        return shown

    @property
    def can_show(self) -> bool:
        """Tell whether a next edit may be shown at once, also one that repairs what could not be."""
        return self._at_hand is not None

    def build(self, now: datetime, listeners: Listeners | None = None) -> tuple[Build, Report]:
        """Build everything. Raises what a build raises; `Superseded` where the listeners know of a newer edit."""
        build = Build(replace(self.order, now=now), listeners)
        report = build.run()
        if report.ok and build.material is not None:
            self.order = replace(self.order, planned=build.material.planned)
            self._renew(build)
        return build, report

    def _renew(self, build: Build) -> None:
        self.close()
        self._at_hand = build.at_hand()
        self._moment = build.next_moment
        self._owed.clear()

    def warm_up(self) -> None:
        """Make ready for the next edit, once nobody waits."""
        if self._at_hand is not None:
            self._at_hand.warm_up()

    def close(self) -> None:
        """Let go of what was kept."""
        if self._at_hand is not None:
            self._at_hand.close()
        self._at_hand = None
