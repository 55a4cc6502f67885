"""A limit of time for one document."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooLongError(BaseException):
    """A document took longer than it may.

    No `Exception`, so that nothing on its way takes it for a fault of its own.
    """


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise `TooLongError` where what is inside takes longer.

    Only where signals are to be had: in the main thread, not on Windows. A library in C is stopped
    when it comes back.
    """
    main = threading.current_thread() is threading.main_thread()
    if seconds <= 0 or not main or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
