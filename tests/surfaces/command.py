"""Run the command as people do: in a process of its own, which begins with pinsite loaded where that can be."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from warm import Warm

#: 22 November 2026, noon UTC: the moment at which these calls happen.
_MOMENT = "1795348800"
_PATIENCE = 120.0
CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """How a call ended."""

    code: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a call: the checkout can be imported, the moment is fixed."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return {**kept, "PYTHONPATH": str(CHECKOUT), "SOURCE_DATE_EPOCH": _MOMENT, "PYTHONUTF8": "1", **more}


def pinsite(*arguments: str | Path, cwd: Path | None = None, typed: str = "", **more: str) -> Outcome:
    """Run `pinsite` with these arguments; `typed` is what stands on its standard input."""
    words, given = list(map(str, arguments)), environment(**more)
    if Warm.can_give(more):
        code, out, err = _warm().call(words, cwd, given, typed.encode(), _PATIENCE)
        return Outcome(code, out.decode(), err.decode())
    done = subprocess.run(
        [sys.executable, "-m", "pinsite", *words],
        cwd=cwd,
        env=given,
        input=typed.encode(),
        capture_output=True,
        check=False,
        timeout=_PATIENCE,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


@lru_cache(maxsize=1)
def _warm() -> Warm:
    return Warm(environment())
