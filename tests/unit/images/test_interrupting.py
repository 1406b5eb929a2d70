"""Ctrl-C is heard at a moment that suits, and never lost."""

from __future__ import annotations

import signal
import threading

import pytest

from pinsite.images.interrupting import interrupts_held


def press() -> None:
    """Press Ctrl-C."""
    signal.raise_signal(signal.SIGINT)


def test_it_is_raised_where_it_is_asked_for() -> None:
    """Not in between, where somebody may hold a lock; afterwards everything is as it was."""
    went_on = False
    with pytest.raises(KeyboardInterrupt), interrupts_held() as check:
        check()
        press()
        went_on = True
        check()
    assert went_on
    with pytest.raises(KeyboardInterrupt):
        press()


def test_it_is_raised_at_the_end_where_nobody_asks() -> None:
    """Who pressed while the last picture was made is heard, too."""
    with pytest.raises(KeyboardInterrupt), interrupts_held():
        press()


def test_a_second_one_does_not_wait() -> None:
    """Whoever presses again means now."""
    reached = []
    with pytest.raises(KeyboardInterrupt), interrupts_held():
        press()
        reached.append(1)
        press()
        reached.append(2)
    assert reached == [1]


def test_another_failure_comes_first() -> None:
    """A failure of the disk is not hidden by it."""
    with pytest.raises(OSError, match="full"), interrupts_held():
        press()
        raise OSError("the disk is full")


def test_handlers_of_others_and_other_threads_are_left_alone() -> None:
    """A preview has its own way of stopping."""
    heard = []
    before = signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
    try:
        with interrupts_held() as check:
            press()
            check()
    finally:
        signal.signal(signal.SIGINT, before)
    assert heard == [signal.SIGINT]

    def apart() -> None:
        with interrupts_held() as check:
            check()
            heard.append(0)

    thread = threading.Thread(target=apart)
    thread.start()
    thread.join()
    assert heard == [signal.SIGINT, 0]
