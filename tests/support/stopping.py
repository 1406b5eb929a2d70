"""Stop a build at one of its writes, as a full disk, a key or a kill would."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

#: Everything that makes a finished file appear or go.
_CALLS = ("replace", "rename", "unlink", "remove")


class Stopped(BaseException):
    """What a killed process would not even notice."""


@contextmanager
def stopped_at(count: int, how: type[BaseException], patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Raise at the `count`-th file that is swapped in or removed; a killed build touches nothing more."""
    done = 0

    def counting(original: Any) -> Any:
        def call(*args: Any, **named: Any) -> Any:
            nonlocal done
            done += 1
            if done == count or (done > count and how is Stopped):
                raise how
            return original(*args, **named)

        return call

    with patch.context() as inner:
        for name in _CALLS:
            inner.setattr(os, name, counting(getattr(os, name)))
        yield
