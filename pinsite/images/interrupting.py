"""Hear of Ctrl-C at a moment that suits.

Python raises KeyboardInterrupt wherever the main thread is, also inside the locks of `concurrent.futures`: who waits
for many results takes the lock of each for a moment, and one that is not let go of again stops its worker for ever.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def interrupts_held() -> Iterator[Callable[[], None]]:
    """Hold Ctrl-C back; yield what raises KeyboardInterrupt if it came. At the end of the block it is raised anyway.

    A second one is not held: whoever presses again does not want to wait. In other threads, which no signal reaches,
    and where somebody else takes care of it, nothing is held.
    """
    ours = threading.current_thread() is threading.main_thread()
    if not ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield lambda: None
        return
    came = threading.Event()

    def hold(number: int, frame: FrameType | None) -> None:
        if came.is_set():
            signal.default_int_handler(number, frame)
        came.set()

    def check() -> None:
        if came.is_set():
            raise KeyboardInterrupt

    signal.signal(signal.SIGINT, hold)
    try:
        yield check
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    check()
