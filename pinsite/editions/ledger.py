"""All editions of a catalogue, counted from one ledger or from the totals written in the records."""

from __future__ import annotations

import datetime
from bisect import insort
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

from msgspec.structs import replace

from . import promises
from .account import Account
from .edition import UNGRADED, Edition, Scale, Totals
from .event import Event, Key
from .milestones import Milestone
from .tally import Tally, newest, tally_of_totals
from .violation import Violation

_NEEDS_EVERY_ROW = frozenset({"oversold", "wrong-place", "number-in-two-places"})


class Ledger:
    """The counts of every pin and variant, fed with events row by row.

    Rows of a variant that has no edition of its own count in the edition of its pin, and are also counted for
    themselves, so that the variant can be shown. A pin without an edition is counted as an open one.
    """

    def __init__(
        self,
        editions: Mapping[Key, Edition],
        scale: Scale = UNGRADED,
        totals: Mapping[Key, Totals] | None = None,
    ) -> None:
        self._editions = dict(editions)
        self._scale = scale
        self._totals = dict(totals or {})
        self._accounts: dict[Key, Account] = {}
        self._shares: dict[Key, Account] = {}
        self._newest: dict[str, datetime.date] = {}
        self._vouched: dict[str, list[datetime.date | None]] = {}
        self._promises: dict[str, list[tuple[str, Edition]]] = {}
        for (pin, variant), edition in self._editions.items():
            insort(self._promises.setdefault(pin, []), (variant or "", edition), key=itemgetter(0))
            self._vouched.setdefault(pin, []).append(edition.as_of)
        for (pin, _), written in self._totals.items():
            self._vouched.setdefault(pin, []).append(written.as_of)

    def add(self, event: Event) -> None:
        """Count one more row."""
        key = event.key
        if event.variant is not None and key not in self._editions:
            self._share(key).add(event)
            key = (event.pin, None)
        self._account(key).add(event)
        if event.pin not in self._newest or event.date > self._newest[event.pin]:
            self._newest[event.pin] = event.date

    def add_all(self, events: Iterable[Event]) -> Ledger:
        """Count many rows, in the order of the file; give the ledger back."""
        for event in events:
            self.add(event)
        return self

    def kept(self) -> dict[str, Any]:
        """Return all that was counted as plain values, by pin.

        Of a pin whose rows break a promise only the lines are kept: it has to be counted again, to be told again.
        """
        pins: dict[str, dict[str, Any]] = {}
        for what, accounts in (("accounts", self._accounts), ("shares", self._shares)):
            for (pin, variant), account in accounts.items():
                made = pins.setdefault(pin, {"accounts": [], "shares": [], "variants": [], "sound": True})
                made["variants"] += [variant] if variant else []
                made["sound"] = made["sound"] and account.is_sound
                made[what].append((variant, account))
        for pin, made in pins.items():
            made["lines"] = sorted({line for _, account in made["accounts"] for line in account.lines})
            made["newest"] = self._newest[pin].isoformat()
            for what in ("accounts", "shares"):
                kept = [[variant, account.kept()] for variant, account in made[what]] if made["sound"] else []
                made[what] = kept
        return pins

    def restore(self, pin: str, kept: Mapping[str, Any]) -> None:
        """Take what was counted of a pin from plain values; its editions and the scale must be the same."""
        for variant, account in kept["accounts"]:
            self._account((pin, variant)).restore(account)
        for variant, account in kept["shares"]:
            self._share((pin, variant)).restore(account)
        self._newest[pin] = datetime.date.fromisoformat(kept["newest"])

    def promise_of(self, pin: str) -> str:
        """Write all that shapes the counts of a pin: its editions, and the scale. Equal texts, equal counts."""
        grades = [(grade.code, grade.counts) for grade in self._scale.grades]
        return repr((self._promises.get(pin, []), grades))

    def milestones(self) -> dict[Key, tuple[Milestone, ...]]:
        """List the milestones of every edition that has any, oldest first."""
        passed = {key: account.milestones() for key, account in self._accounts.items()}
        return {key: found for key, found in passed.items() if found}

    @property
    def pins_with_rows(self) -> frozenset[str]:
        """Name the pins that any row concerns."""
        return frozenset(self._newest)

    def has_rows(self, pin: str, variant: str | None = None) -> bool:
        """Tell whether any row concerns an edition."""
        return (pin, variant) in self._accounts or (pin, variant) in self._shares

    def tally(self, pin: str, variant: str | None = None) -> Tally:
        """Tell the counts of a pin or a variant, from its rows, else from its written totals."""
        key = (pin, variant)
        account = self._accounts.get(key) or self._shares.get(key)
        if account is not None:
            tally = account.tally()
            return tally if variant else replace(tally, as_of=newest((tally.as_of, self._newest.get(pin))))
        if key in self._totals:
            return tally_of_totals(self._edition(key), self._totals[key])
        tally = Account(key, self._edition(key), self._scale).tally()
        return replace(tally, as_of=newest((tally.as_of, self._newest.get(pin))))

    def as_of(self, pin: str) -> datetime.date | None:
        """Give the day to which the counts of a pin hold, those of its variants included."""
        return newest((self._newest.get(pin), *self._vouched.get(pin, ())))

    def violations(self, doubtful: Iterable[str] = ()) -> list[Violation]:
        """List the broken promises, by the line that each points at.

        A pin in `doubtful` has rows that could not be read; what needs every row is not judged of it.
        """
        passed_over = frozenset(doubtful)
        found = [violation for key in self._editions for violation in self._of_record(key)]
        for key, account in self._accounts.items():
            broken = account.violations()
            found += [
                each for each in broken if key[0] not in passed_over or each.key not in _NEEDS_EVERY_ROW
            ]
            if key in self._totals:
                found += _present(promises.ledger_and_totals(key, account.lines))
        return sorted(found, key=lambda violation: violation.lines[:1])

    def _of_record(self, key: Key) -> list[Violation]:
        edition = self._editions[key]
        found = promises.edition_size(key, edition)
        if key in self._totals:
            totals = self._totals[key]
            found += _present(promises.totals_oversold(key, tally_of_totals(edition, totals)))
            found += _present(promises.totals_over_received(key, edition, totals))
        return found

    def _edition(self, key: Key) -> Edition:
        return self._editions.get(key, Edition())

    def _account(self, key: Key) -> Account:
        if key not in self._accounts:
            self._accounts[key] = Account(key, self._edition(key), self._scale)
        return self._accounts[key]

    def _share(self, key: Key) -> Account:
        if key not in self._shares:
            self._shares[key] = Account(key, Edition(), self._scale)
        return self._shares[key]


def milestones(
    events: Iterable[Event], editions: Mapping[Key, Edition], scale: Scale = UNGRADED
) -> dict[Key, tuple[Milestone, ...]]:
    """List the milestones of every edition that has any, from all rows."""
    return Ledger(editions, scale).add_all(events).milestones()


def _present(violation: Violation | None) -> list[Violation]:
    return [violation] if violation else []
