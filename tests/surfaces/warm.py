"""A process that has pinsite loaded and forks another for every call.

What Python takes to load 400 modules is most of a short call, and the tests call by the hundred.

The fork has its own standard streams, folder, environment and arguments, and does what `python -m pinsite` does from
there on. What has to be seen from nothing on (what is imported, signals, an installed wheel) is tested elsewhere with
processes that start there.
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import select
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

_LOADED = (
    *(f"pinsite.cli.{name}" for name in ("build", "cache", "check", "explain", "init", "new", "schema", "status")),
    *("pinsite.cli.theme", "pinsite.cli.why", "pinsite.cli.ledger", "pinsite.build.run", "pinsite.starter"),
    *("pinsite.views.markdown_renderer", "pinsite.bookkeeping", "babel.numbers", "babel.dates", "rich.console"),
    *("rich.table", "rich.progress"),
)  # fmt: skip
#: What Python itself reads when it starts, so that a fork cannot be given it.
_OF_PYTHON = ("PYTHON", "LC_", "LANG")


class Warm:
    """The process; it ends with the one that made it."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._process = subprocess.Popen(
            [sys.executable, __file__], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    @staticmethod
    def can_give(more: dict[str, str]) -> bool:
        """Tell whether a fork can be called with these variables."""
        return (
            hasattr(os, "fork")
            and sys.platform != "darwin"
            and not any(name.startswith(_OF_PYTHON) for name in more)
        )

    def call(
        self,
        arguments: list[str],
        cwd: Path | None,
        environment: dict[str, str],
        typed: bytes,
        seconds: float,
    ) -> tuple[int, bytes, bytes]:
        """Return the exit code and what the call wrote. Raises TimeoutError where it takes longer."""
        into, out, err = (Path(self._folder.name) / name for name in ("in", "out", "err"))
        into.write_bytes(typed)
        words = [arguments, str(cwd or Path.cwd()), environment, [str(into), str(out), str(err)]]
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(words).encode() + b"\n")
        self._process.stdin.flush()
        if not select.select([self._process.stdout], [], [], seconds)[0]:
            self._process.kill()
            raise TimeoutError(f"pinsite {arguments} took more than {seconds} s")
        return int(self._process.stdout.readline()), out.read_bytes(), err.read_bytes()


def _serve() -> None:
    for name in _LOADED:
        import_module(name)
    gc.freeze()
    for line in sys.stdin.buffer:
        arguments, cwd, environment, streams = json.loads(line)
        child = os.fork()
        if child == 0:
            return _become(arguments, cwd, environment, streams)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    return None


def _become(arguments: list[str], cwd: str, environment: dict[str, str], streams: list[str]) -> None:
    for number, path in enumerate(streams):
        opened = os.open(path, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - they are the standard streams
        for number, mode in enumerate(("r", "w", "w"))
    )
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    sys.argv = ["pinsite", *arguments]
    runpy.run_module("pinsite", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    _serve()
