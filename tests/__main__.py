"""Install what the tests need, and run them, several at a time: `python3 tests`. Arguments go to pytest instead."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT / ".ci"))

from environment import python_with  # noqa: E402 - found only after the line above

#: One more than processors, since tests wait for browsers and for programs; more than four wait for each other.
_WORKERS = min(4, (os.cpu_count() or 1) + 1)
_SEVERAL = (f"--numprocesses={_WORKERS}", "--dist=worksteal")


def _keeping_bytecode(python: str) -> dict[str, str]:
    """Return an environment in which Python keeps what it compiled, beside the packages and not in the checkout.

    The tests start hundreds of processes; where Python is told to keep nothing, each compiles 400 modules again.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(Path(python).parent.parent / "bytecode")}


if __name__ == "__main__":
    python = python_with("test")
    command = [python, "-m", "pytest", *(sys.argv[1:] or _SEVERAL)]
    sys.exit(subprocess.run(command, cwd=CHECKOUT, env=_keeping_bytecode(python), check=False).returncode)
