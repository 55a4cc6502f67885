"""One process at a time: a lock on a file, which goes with the process however it ends."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from onrecord.errors import StoreBusyError

_PAUSE = 0.02  # seconds


@contextmanager
def alone(path: Path, *, wait: float, busy: str, leave: bool = True) -> Iterator[None]:
    """Be the only one who holds the lock file at `path`, which is made where there is none.

    `StoreBusyError` with the line `busy` where another process still holds it after `wait` seconds.
    Whoever held it may have moved or deleted the file: a lock on what no longer stands at `path`
    keeps nobody out, and is taken again. It is deleted in the end unless it is to be left.
    """
    until = time.monotonic() + wait
    while True:
        with path.open("a") as file:
            if _taken(file, until) and _stands_at(path, file):
                try:
                    yield
                finally:
                    if not leave:
                        path.unlink(missing_ok=True)
                return
        if time.monotonic() >= until:
            raise StoreBusyError(busy)


def _taken(file: IO[str], until: float) -> bool:
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                return False
            time.sleep(_PAUSE)
        else:
            return True


def _stands_at(path: Path, file: IO[str]) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False
