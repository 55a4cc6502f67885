"""How long one document may take, and what ends it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType
from typing import TypeVar

from onrecord.model import Failure

T = TypeVar("T")
SECONDS = 10.0
"""Of the processor, for a document of up to `PART` bytes; more in proportion for a larger one."""
PART = 500_000


class TookTooLongError(BaseException):
    """A document's time is over; none of the exceptions that are caught on the way."""


def allowed(size: int, seconds: float = SECONDS) -> float:
    """The seconds that a document of so many bytes may take."""
    return seconds * max(1.0, size / PART)


def too_long(path: str, seconds: float) -> Failure:
    """The failure of a document that took longer than this."""
    return Failure(path, f"took longer than {round(seconds, 1):g} seconds of the processor")


def in_time(coming: Iterator[T], path: str, seconds: float) -> Iterator[T | Failure]:
    """What comes, as long as nothing takes longer than this; else a failure, and no more."""
    while True:
        try:
            with within(seconds):
                found = next(coming, None)
        except TookTooLongError:
            yield too_long(path, seconds)
            return
        if found is None:
            return
        yield found


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Within it no more than so much of the processor is used: then `TookTooLongError`.

    It interrupts what is written in Python, and in C what asks for signals, as regular expressions
    do; signals come to the main thread of a process, and in another nothing is watched.
    """
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _over)
    # Again and again, lest somebody caught it.
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.5)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _over(_: int, __: FrameType | None) -> None:
    raise TookTooLongError
