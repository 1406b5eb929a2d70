"""What a process keeps in hand between builds, to show an edit at once.

Of a catalogue of ten thousand pins a build has to look at all. Where one record says something else of itself only (the
same outline, the same names), its pages can be made before that: from the catalogue of the last build with this record
read again, and from all answers that do not come from it. This is for the eyes of whoever has just saved. Nothing is
remembered of it, and the build that follows judges, makes and compares these pages like all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from pinsite.build.make import Workshop, versions
from pinsite.build.order import MEMORY, Order
from pinsite.build.owned import LOCK
from pinsite.build.stage import Stage
from pinsite.build.unchanged import forget_unchanged
from pinsite.files import locked
from pinsite.freshness import Key, Memory, Number, number_of, reach
from pinsite.outputs import Target, pages_of
from pinsite.source import Filed, reread
from pinsite.views import Material


class _Reached:
    """What some edits could reach; found out only when somebody asks, for most pages need no text that was kept."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._edited: set[Number] = set()
        self._found: set[Number] = set()

    def add(self, sources: Iterable[Number]) -> None:
        """Add sources that are edited."""
        self._edited.update(sources)

    def __contains__(self, number: object) -> bool:
        if not self._edited <= self._found:
            self._found = reach(self._memory, self._edited)
        return number in self._found


class Shown(NamedTuple):
    """The pages of edited records that are right on disk, and those of them that were not before."""

    pages: list[str]
    new: list[str]


class AtHand:
    """The material of the last build and the answers that were needed since; every edit must be told, in order."""

    def __init__(self, order: Order, material: Material, targets: Mapping[str, Target]) -> None:
        self._order, self._material, self._targets = order, material, targets
        self._workshop = Workshop(material, order.compiled)
        self._memory = Memory(order.state / MEMORY, versions(), with_targets=False)
        self._workshop.facts.past = self._memory
        self._doubtful = _Reached(self._memory)
        self._memory.suspect(self._doubtful)

    def close(self) -> None:
        """Let go of the memory's file."""
        self._memory.close()

    def warm_up(self) -> None:
        """Make a page that nobody sees, so that the first edit finds templates, texts and what all pages share."""
        page = next((target for target in self._targets.values() if target.maker == "pin"), None)
        if page is not None:
            with suppress(Exception):  # who edits that page is told
                self._workshop.make(page)
            self._workshop.facts.let_go()

    def show(self, paths: Iterable[str], now: datetime) -> Shown | None:
        """Make the pages of edited records and put them on disk.

        None where an edit may touch more than what its record says of itself, or anything fails: then the build, which
        knows everything, shows all, and nothing can be shown at once until it has.
        """
        material = self._material
        if self._memory.is_empty or now.date().isoformat() != material.loaded.accounts.today:
            return None
        records: list[Filed] = []
        loaded = material.loaded
        for path in paths:
            found = reread(loaded, path)
            if found is None:
                return None
            loaded, record = found
            records.append(record)
        material.loaded = loaded
        self._forget([(f"={one.kind}", one.id) for one in records])
        return self._put([page for one in records for page in self._pages(one)])

    def _pages(self, record: Filed) -> list[Target]:
        return pages_of(self._targets.values(), record.kind, record.id)

    def _forget(self, sources: list[Key]) -> None:
        """Forget what comes from some records, so that it is asked again."""
        facts = self._workshop.facts
        self._doubtful.add(map(number_of, sources))
        facts.forget(sources, lambda key: number_of(key) in self._doubtful)
        self._material.watch(facts)

    def _put(self, pages: list[Target]) -> Shown | None:
        try:
            made = {page.path: self._workshop.make(page).content for page in pages}
            self._workshop.facts.let_go()
            return Shown(list(made), self._written(made))
        except Exception:
            return None  # the build that follows meets the same, and tells

    def _written(self, made: Mapping[str, bytes]) -> list[str]:
        """Write what differs, unless somebody else is building this site just now."""
        state = self._order.state
        with locked(state / LOCK, seconds=0):
            forget_unchanged(state)
            stage = Stage(self._order.output, state)
            stage.clear()
            new = [path for path, content in made.items() if stage.put(path, content)[0]]
            stage.move_in()
        return new
