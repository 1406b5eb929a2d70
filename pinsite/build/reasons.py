"""Why each file was made when it was made last, in words, for `pinsite why`."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import msgspec

from pinsite.build.make import Decision
from pinsite.files import write_whole
from pinsite.freshness import Reason
from pinsite.views import describe


def in_words(reason: Reason) -> str:
    """Return a reason as the end of a sentence."""
    return f"{describe(reason.key)} is different" if reason.key else reason.cause.value


def load_reasons(state: Path) -> dict[str, str]:
    """Return the last reason of each file; empty where nothing is remembered."""
    try:
        return msgspec.json.decode((state / "reasons.json").read_bytes(), type=dict[str, str])
    except (OSError, ValueError):
        return {}


def save_reasons(state: Path, decision: Decision, wanted: Collection[str]) -> None:
    """Add the reasons of this build to those before, and drop files that are no more."""
    every = load_reasons(state) | {path: in_words(reason) for path, reason in decision.reasons.items()}
    kept = {path: reason for path, reason in every.items() if path in wanted}
    write_whole(state / "reasons.json", msgspec.json.encode(kept))
