"""Build the example site and show it in a browser: `python3 example-site`. Arguments go to `pinsite serve`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / ".ci"))

from environment import python_with  # noqa: E402 - found only after the line above

if __name__ == "__main__":
    python = python_with()
    built = subprocess.run([python, "-m", "pinsite", "build", str(HERE)], check=False).returncode
    try:
        sys.exit(
            built or subprocess.run([python, "-m", "pinsite", "serve", str(HERE), *sys.argv[1:]]).returncode
        )
    except KeyboardInterrupt:
        sys.exit(0)
