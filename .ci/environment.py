"""Make an environment for a checkout, with nothing but Python: used by `python3 example-site` and `python3 tests`.

Inside a virtual environment that is the one used; otherwise `.venv` in the checkout is made once and kept.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


def python_with(extra: str = "") -> str:
    """Return a Python that has pinsite from this checkout, and an extra of it, installed."""
    if sys.version_info < (3, 11):  # noqa: UP036 - run by whatever Python there is
        sys.exit(f"pinsite needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    python = sys.executable if sys.prefix != sys.base_prefix else str(_own_environment())
    _install(python, extra)
    return python


def _own_environment() -> Path:
    folder = CHECKOUT / ".venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"Making a virtual environment in {folder} …", flush=True)
        if not _make(folder):
            _explain_missing_venv()
            if not _make(folder):
                sys.exit("The virtual environment could not be made.")
    return python


def _make(folder: Path) -> bool:
    # A half-made environment of an earlier try is replaced.
    return subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=False).returncode == 0


def _explain_missing_venv() -> None:
    """Get what Debian leaves out of its Python, or say how."""
    command = ["apt-get", "install", "-y", "python3-venv"]
    if shutil.which("apt-get") is None:
        sys.exit("This Python cannot make virtual environments; install Python from your system's packages.")
    if os.geteuid() != 0:
        sys.exit(f"Debian keeps virtual environments in a package of their own: sudo {' '.join(command)}")
    subprocess.run(["apt-get", "update", "-q"], check=False)
    subprocess.run(command, check=False)


def _install(python: str, extra: str) -> None:
    """Install the checkout in place; a stamp beside the environment saves the second time."""
    wanted = f"{CHECKOUT}[{extra}]" if extra else str(CHECKOUT)
    project = (CHECKOUT / "pyproject.toml").read_bytes()
    stamp = Path(python).parent / (
        "pinsite-installed-" + sha256(f"{wanted}{project!r}".encode()).hexdigest()[:16]
    )
    if stamp.exists():
        return
    print("Installing what it needs …", flush=True)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # uv takes seconds for what takes an older pip two minutes; pip knows mirrors that uv may not know.
    uv = [python, "-m", "uv", "pip", "install", "--quiet", "--python", python, "-e", wanted]
    if (
        not (_works([*pip, "uv"]) and _works(uv))
        and subprocess.run([*pip, "-e", wanted], check=False).returncode
    ):
        sys.exit("The installation failed; the lines above say why.")
    stamp.touch()


def _works(command: list[str]) -> bool:
    """Run what may fail without harm; tell whether it did not."""
    return subprocess.run(command, check=False, capture_output=True).returncode == 0
