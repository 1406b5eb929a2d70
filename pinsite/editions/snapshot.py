"""The public numbers of a pin, as `editions.json` gives them: counts and dates, nothing about anybody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NotRequired, TypedDict

from .edition import Edition
from .status import Counted
from .tally import Tally, sum_of


class Snapshot(TypedDict):
    """The entry of one pin or variant. None stands for a number that nobody knows, or a promise not made."""

    type: str | None
    size: int | None
    state: str | None
    claimed: int
    reserved: int
    held: int
    available: int | None
    as_of: str | None
    sold_out: bool
    variants: NotRequired[dict[str, Snapshot]]


def snapshot(own: Counted | None, variants: Mapping[str, Counted] | None = None) -> Snapshot:
    """Give the entry of a pin; without an edition of its own its variants are added up."""
    parts = dict(variants or {})
    if own is not None:
        made = _counted(own)
    else:
        editions = [part.edition for part in parts.values()]
        kind, state = _common(editions)
        gone = all(part.is_sold_out for part in parts.values())
        made = _entry(kind, state, sum_of([part.tally for part in parts.values()]), sold_out=gone)
    made["variants"] = {name: _counted(part) for name, part in parts.items()}
    return made


def newest_of(snapshots: Mapping[str, Snapshot]) -> str | None:
    """Give the newest day of all entries, for the head of the file."""
    return max((entry["as_of"] for entry in snapshots.values() if entry["as_of"] is not None), default=None)


def _counted(part: Counted) -> Snapshot:
    return _entry(part.edition.type.value, part.edition.state.value, part.tally, sold_out=part.is_sold_out)


def _entry(kind: str | None, state: str | None, tally: Tally, *, sold_out: bool) -> Snapshot:
    return {
        "type": kind,
        "size": tally.size,
        "state": state,
        "claimed": tally.claimed,
        "reserved": tally.reserved,
        "held": tally.held,
        "available": tally.available,
        "as_of": tally.as_of.isoformat() if tally.as_of else None,
        "sold_out": sold_out,
    }


def _common(editions: list[Edition]) -> tuple[str | None, str | None]:
    """Name the type and state that all variants share."""
    kinds = {edition.type.value for edition in editions}
    states = {edition.state.value for edition in editions}
    return (kinds.pop() if len(kinds) == 1 else None, states.pop() if len(states) == 1 else None)
