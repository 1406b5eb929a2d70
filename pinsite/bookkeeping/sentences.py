"""How an edition stands, in one sentence."""

from __future__ import annotations

from pinsite.catalogue import PinEntry
from pinsite.editions import Ledger, Place, Tally

_ALSO = (Place.RESERVED, Place.COMMITTED, Place.HELD, Place.CONSIGNED, Place.LOST, Place.DAMAGED)


def standing_of(id: str, variant: str | None, pin: PinEntry, ledger: Ledger) -> list[str]:
    """Say how a pin stands, and its variant where that is counted too."""
    found = []
    if variant is None or (pin.edition is not None and not _has_edition(pin, variant)):
        found.append(f"{pin.title}: {sentence(ledger.tally(id))}.")
    if variant is not None:
        title = next((one.title for one in pin.variants if one.id == variant), variant)
        found.append(f"{pin.title} ({title}): {sentence(ledger.tally(id, variant))}.")
    return found


def sentence(tally: Tally) -> str:
    """Say a tally: `41 of 100 claimed, 52 available, 5 held`."""
    parts = [f"{tally.claimed} of {tally.size} claimed" if tally.size else f"{tally.claimed} claimed"]
    if tally.available is not None:
        parts.append(f"{tally.available} available")
    parts += [f"{count} {place}" for place in _ALSO if (count := tally.count(place))]
    if tally.oversold:
        parts.append(f"oversold by {tally.oversold}")
    parts += [
        f"{one.claimed} of {one.size} proofs {one.series} claimed" for one in tally.proofs if one.claimed
    ]
    return ", ".join(parts)


def _has_edition(pin: PinEntry, variant: str) -> bool:
    return any(one.id == variant and one.edition is not None for one in pin.variants)
