"""Install what the tests need, and run them, several at a time: `python3 tests`. Arguments go to pytest instead."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT / ".ci"))

from environment import python_with  # noqa: E402 - found only after the line above

#: More workers than this wait for each other's browsers.
_SEVERAL = ("--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal")

if __name__ == "__main__":
    python = python_with("test")
    command = [python, "-m", "pytest", *(sys.argv[1:] or _SEVERAL)]
    sys.exit(subprocess.run(command, cwd=CHECKOUT, check=False).returncode)
