"""Install what the tests need, and run them: `python3 tests`. Arguments go to pytest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT / ".ci"))

from environment import python_with  # noqa: E402 - found only after the line above

if __name__ == "__main__":
    python = python_with("test")
    sys.exit(subprocess.run([python, "-m", "pytest", *sys.argv[1:]], cwd=CHECKOUT, check=False).returncode)
