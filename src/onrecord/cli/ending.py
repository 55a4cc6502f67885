"""Ending in order when whoever started a command asks for it by a signal."""

from __future__ import annotations

import signal
import sys
from threading import current_thread, main_thread
from types import FrameType
from typing import NoReturn

TERMINATED = 128 + signal.SIGTERM
"""The exit status after SIGTERM, as a shell gives it."""


def end_on_term() -> None:
    """Make SIGTERM end this process as an interruption does: what is open is closed first.

    Signals come to the main thread of a process; in another one this does nothing.
    """
    if current_thread() is main_thread():
        signal.signal(signal.SIGTERM, _end)


def _end(_: int, __: FrameType | None) -> NoReturn:
    sys.exit(TERMINATED)
