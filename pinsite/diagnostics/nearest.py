"""The name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name closest to `word`, or None when nothing is close."""
    folded = {name.casefold(): name for name in known}
    wanted = word.casefold().replace("_", "-").replace(" ", "-")
    plain = {name.replace("_", "-"): original for name, original in folded.items()}
    found = get_close_matches(wanted, plain, n=1, cutoff=0.6)
    return plain[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the help line for an unknown name."""
    name = nearest(word, known)
    return f"did you mean `{name}`?" if name else otherwise


def one_of(names: Iterable[str], most: int = 16) -> str:
    """Return the names that would be right, cut after `most` of them."""
    listed = sorted(names)
    shown = ", ".join(f"`{name}`" for name in listed[:most])
    return f"one of {shown}" + (f" and {len(listed) - most} more" if len(listed) > most else "")
