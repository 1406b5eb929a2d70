"""How editions stand, worked out for a pin when somebody asks: no page needs the counts of all pins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from pinsite.catalogue import PinEntry, Site
from pinsite.editions import Milestone, Violation
from pinsite.source.accounts import Key, accounts_of, contradictions, open_ledger
from pinsite.source.filed import Filed
from pinsite.source.ledger_memory import CountedLedger
from pinsite.source.loaded import Accounts

K = TypeVar("K")
V = TypeVar("V")


class Standing:
    """The accounts of every pin, each made from its record and its own rows of the ledger."""

    def __init__(self, pins: Mapping[str, Filed], counted: CountedLedger, site: Site, now: datetime) -> None:
        self._pins = pins
        self._rows = counted.rows
        self._ledger = counted.ledger
        self._digests = counted.digests
        self._site = site
        self._now = now
        self._made: dict[str, Accounts] = {}
        self.with_rows = counted.ledger.pins_with_rows

    @property
    def accounts(self) -> Accounts:
        """Return the accounts of all pins; each is made when it is asked for."""
        return Accounts(
            Asked(lambda: self._counted, lambda key: self.of(key[0]).counted[key]),
            Asked(lambda: self._shown, lambda key: self.of(key[0]).statuses[key]),
            Asked(lambda: self._pins, lambda id: self.of(id).as_of[id]),
            self._milestones,
            self.with_rows,
            self._now.date().isoformat(),
            self._digests,
            self.of,
            self._with_pin,
        )

    def _with_pin(self, pin: Filed) -> Accounts:
        """Return the accounts with a pin read again whose outline is the same; its rows are counted already."""
        changed = copy(self)
        changed._pins = {**self._pins, pin.id: pin}
        changed._made = {id: made for id, made in self._made.items() if id != pin.id}
        return changed.accounts

    @cached_property
    def _milestones(self) -> Mapping[Key, tuple[Milestone, ...]]:
        return self._ledger.milestones()

    def of(self, id: str) -> Accounts:
        """Return the accounts of one pin."""
        made = self._made.get(id)
        if made is None:
            pins = self._alone(id)
            ledger = self._ledger if id in self.with_rows else open_ledger(pins, (), self._site)
            made = self._made[id] = accounts_of(pins, ledger, self._now)
        return made

    def judge(self) -> list[Violation]:
        """Return the promises that are broken by pins with rows; of the others their records tell."""
        broken = self._ledger.violations(self._rows.doubtful if self._rows else ())
        found = [one for one in broken if one.pin in self.with_rows and one.pin in self._pins]
        for id in sorted(self.with_rows & set(self._pins)):
            found += contradictions(self._alone(id), self.of(id))
        return found

    def _alone(self, id: str) -> dict[str, PinEntry]:
        entry = self._pins[id].entry
        assert isinstance(entry, PinEntry)
        return {id: entry}

    @cached_property
    def _counted(self) -> dict[Key, None]:
        found: dict[Key, None] = {}
        for id, pin in self._pins.items():
            found |= dict.fromkeys((id, variant) for variant in pin.outline.counted)
            if not pin.outline.has_edition and self._ledger.has_rows(id):
                found[id, None] = None
        return found

    @cached_property
    def _shown(self) -> dict[Key, None]:
        return {
            (id, variant): None
            for id, pin in self._pins.items()
            for variant in (None, *(str(one) for one, _ in pin.outline.variants))
        }


class Asked(Mapping[K, V]):
    """A map whose keys are known and whose values are worked out when somebody asks."""

    def __init__(self, keys: Callable[[], Mapping[K, object]], value: Callable[[K], V]) -> None:
        self._find = keys
        self._value = value

    @cached_property
    def _keys(self) -> Mapping[K, object]:
        return self._find()

    def __getitem__(self, key: K) -> V:
        if key not in self._keys:
            raise KeyError(key)
        return self._value(key)

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __repr__(self) -> str:
        return repr(dict(self))
