"""One process of a crew, as the process that started it has it."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections import deque
from enum import Enum
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Generic, TypeVar

from onrecord.crews.working import (
    BEGUN,
    DONE,
    READY,
    REFUSED,
    RESULT,
    STAMP,
    WORN,
    Work,
)
from onrecord.errors import OnrecordError

T = TypeVar("T")
_PROGRAM = "from onrecord.crews.working import main; main({})"
_STARTING = 120.0
"""Seconds that a process may take until it is ready."""


class Heard(Enum):
    """What a process said, where it is no result."""

    NOTHING = "nothing"
    BEGUN = "begun"
    DONE = "done"
    LOST = "lost"


class Hand(Generic[T]):
    """A process at work, and the tasks that it has, the one that it is at first."""

    def __init__(self, work: Work, memory: int) -> None:
        self.tasks: deque[T] = deque()
        self.ready = self.worn = False
        self.connection, theirs = Pipe()
        self._since, self._used = time.monotonic(), 0.0
        self._process = _started(theirs)
        # The path first: what the work is made of may have to be found by it.
        self._send(pickle.dumps(sys.path))
        self._send(pickle.dumps((work, memory)))

    def give(self, mark: T, task: object, skip: int) -> bool:
        """Give it a task, whose results so far it leaves out; whether it is there to take it."""
        if not self._send(pickle.dumps((skip, task), protocol=5)):
            return False
        if not self.tasks:
            self._since = time.monotonic()
        self.tasks.append(mark)
        return True

    def hear(self) -> Heard | bytes:
        """The next thing that it says, a result still packed.

        `OnrecordError` where it cannot begin.
        """
        try:
            if not self.connection.poll():
                return Heard.NOTHING
            message = self.connection.recv_bytes()
        except (EOFError, OSError):
            if not self.ready:
                raise OnrecordError(f"a process to work with {self.ending()}") from None
            return Heard.LOST
        self._since = time.monotonic()
        what, self._used = STAMP.unpack_from(message)
        words = message[STAMP.size :]
        if what == REFUSED:
            raise OnrecordError(f"a process to work with cannot begin: {words.decode()}")
        self.ready |= what == READY
        self.worn = what == WORN
        if what == RESULT:
            return words
        return {BEGUN: Heard.BEGUN, DONE: Heard.DONE, WORN: Heard.DONE}.get(what, Heard.NOTHING)

    @staticmethod
    def unpacked(result: bytes) -> object:
        """A result as it was before it was sent."""
        return pickle.loads(result)

    def overdue(self, seconds: float, waiting: float) -> str:
        """Why it is to be ended: it took more than so long over one result. "" if it did not."""
        passed = time.monotonic() - self._since
        if not self.ready:
            seconds = waiting = _STARTING
        elif not self.tasks:
            return ""
        if passed <= min(seconds, waiting) or self.connection.poll():
            return ""
        used = _processor_seconds(self._process.pid)
        if passed > waiting or used is None or used - self._used > seconds:
            if not self.ready:
                raise OnrecordError(f"a process to work with was not ready in {_STARTING:.0f} s")
            return f"took longer than {seconds:g} seconds"
        return ""

    def ending(self) -> str:
        """How it ended by itself, in words."""
        try:
            status = self._process.wait(5)
        except subprocess.TimeoutExpired:
            return "said nothing more"
        if status >= 0:
            return f"ended the process that read it, with status {status}"
        name = signal.Signals(-status).name if -status in list(signal.Signals) else str(-status)
        return f"ended the process that read it, by {name}"

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.wait()
        self.connection.close()

    def _send(self, message: bytes) -> bool:
        try:
            self.connection.send_bytes(message)
        except OSError:
            return False
        return True


def _started(theirs: Connection) -> subprocess.Popen[bytes]:
    """A process with the other end of the connection; a Ctrl-C of the terminal is not for it."""
    with theirs:
        return subprocess.Popen(
            [sys.executable, "-c", _PROGRAM.format(theirs.fileno())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(theirs.fileno(),),
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
            process_group=0,
        )


def _processor_seconds(process: int) -> float | None:
    """The processor seconds that a process has used; None where the system does not say."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
