"""Install what the tests need, and run them, several at a time: `python3 tests`. Arguments go to pytest instead."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT / ".ci"))

from environment import python_with  # noqa: E402 - found only after the line above

#: One more than processors, since tests wait for browsers and for programs; more than four wait for each other.
_WORKERS = min(4, (os.cpu_count() or 1) + 1)
#: Where Linux keeps files in memory, and how many bytes must be free there: a run leaves less than one GiB.
_MEMORY, _ROOM = Path("/dev/shm"), 4 << 30
_SEVERAL = (f"--numprocesses={_WORKERS}", "--dist=worksteal")


def _keeping_bytecode(python: str) -> dict[str, str]:
    """Return an environment in which Python keeps what it compiled, beside the packages and not in the checkout.

    The tests start hundreds of processes; where Python is told to keep nothing, each compiles 400 modules again.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(Path(python).parent.parent / "bytecode")}


@contextmanager
def _scratch() -> Iterator[dict[str, str]]:
    """Say where the tests write: in CI, where nobody looks at it afterwards, into memory if the system offers it.

    They write very many small files, and a disk lets them wait for each.
    """
    if not (os.environ.get("CI") and _has_room(_MEMORY)):
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="tests-", dir=_MEMORY, ignore_cleanup_errors=True) as folder:
        yield {"TMPDIR": folder}


def _has_room(folder: Path) -> bool:
    """Tell whether a folder can hold what the tests write, programs too; that of a container is often too small."""
    try:
        told = os.statvfs(folder)
    except (AttributeError, OSError):
        return False
    return shutil.disk_usage(folder).free >= _ROOM and not told.f_flag & os.ST_NOEXEC


if __name__ == "__main__":
    python = python_with("test")
    command = [python, "-m", "pytest", *(sys.argv[1:] or _SEVERAL)]
    with _scratch() as scratch:
        environment = _keeping_bytecode(python) | scratch
        code = subprocess.run(command, cwd=CHECKOUT, env=environment, check=False).returncode
    sys.exit(code)
