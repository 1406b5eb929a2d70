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

if __name__ == "__main__":
    python = python_with("test")
    command = [python, "-m", "pytest", *(sys.argv[1:] or _SEVERAL)]
    sys.exit(subprocess.run(command, cwd=CHECKOUT, check=False).returncode)
