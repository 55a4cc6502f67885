"""Processes of our own that are killed at a moment that is told beforehand: SIGKILL, no goodbye.

A child is forked from a server that has loaded everything, so that a kill costs little. It is
killed from outside after so many seconds; or it kills itself when it does its n-th thing that can
change a disk: a statement of SQL, a sync, a file renamed, deleted, cut or opened for writing.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

# The server of children finds what it loads there.
os.environ.setdefault("PYTHONPATH", str(Path(__file__).parents[2]))
# Children are forked: the server is to have one thread.
for _library in ("OPENBLAS", "MKL", "OMP"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")
_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(["tests.soak.loaded"])
LONGEST = 120.0
"""Seconds that a child may take that nobody kills."""
_EVENTS = frozenset({"os.rename", "os.remove", "os.truncate", "os.mkdir", "os.rmdir", "os.link"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Outcome:
    """Whether a child was killed, what it had said, how many steps it did in how many seconds."""

    killed: bool
    said: list[str]
    steps: int
    seconds: float


class Child:
    """A process that does a task, says lines, and may be killed."""

    def __init__(self, task: Callable[..., object], *args: object, folder: Path, step=None) -> None:
        self._said, self._counted = folder / "said", folder / "steps"
        for file in (self._said, self._counted):
            file.unlink(missing_ok=True)
        how = self._said, self._counted, step
        self._process = _SERVER.Process(target=_child, args=(task, args, how))
        self._process.start()
        until = time.monotonic() + LONGEST
        while not self._counted.exists() and self._process.is_alive() and time.monotonic() < until:
            time.sleep(0.001)
        self._began = time.monotonic()

    def kill(self, after: float) -> None:
        """Kill it, and all that it started, so many seconds after it began with its task."""
        time.sleep(after)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def ended(self) -> Outcome:
        """How it ended; it is waited for."""
        self._process.join(LONGEST)
        if self._process.is_alive():
            os.killpg(self._process.pid, signal.SIGKILL)
            raise AssertionError(f"not done after {LONGEST} seconds")
        status = self._process.exitcode
        assert status in {0, -signal.SIGKILL}, self._said.read_text("utf-8", "replace")
        steps = self._counted.read_text() if self._counted.exists() else ""
        seconds = time.monotonic() - self._began
        return Outcome(status != 0, _lines(self._said), int(steps or 0), seconds)


def start(task: Callable[..., object], *args: object, folder: Path) -> Child:
    """A child that does a task, which goes on by itself."""
    return Child(task, *args, folder=folder)


def run(
    task: Callable[..., object],
    *args: object,
    folder: Path,
    after: float | None = None,
    at_step: int | None = None,
) -> Outcome:
    """Run a task in a child that is killed `after` seconds of its work, or at its n-th step."""
    child = Child(task, *args, folder=folder, step=at_step)
    if after is not None:
        child.kill(after)
    return child.ended()


def _lines(file: Path) -> list[str]:
    """Whole lines alone: one that was cut was never told."""
    text = file.read_text("utf-8") if file.exists() else ""
    return text.split("\n")[:-1]


def _child(
    task: Callable[..., object], args: tuple[object, ...], how: tuple[Path, Path, int | None]
) -> None:
    said, counted, at_step = how
    os.setsid()
    handle = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(handle, 1)
    os.dup2(handle, 2)
    sys.stdout = os.fdopen(1, "w", buffering=1, encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, encoding="utf-8", closefd=False)
    steps = _Steps(at_step)
    steps.count()
    counted.touch()
    try:
        task(*args)
    except SystemExit as ended:
        if ended.code not in {0, None}:
            raise
    steps.off = True
    counted.write_text(str(steps.done))


class _Steps:
    """Counts what a process does to the disk, and kills it at one of these steps."""

    def __init__(self, last: int | None) -> None:
        self.done = 0
        self.off = False
        self._last = last

    def count(self) -> None:
        """Count from now on."""
        sys.addaudithook(self._audited)
        connect, sync = sqlite3.connect, os.fsync

        def connected(*args, **options):
            connection = connect(*args, **options)
            connection.set_trace_callback(lambda _: self._step())
            return connection

        def synced(handle):
            self._step()
            sync(handle)

        sqlite3.connect, os.fsync = connected, synced

    def _audited(self, event: str, args: tuple[object, ...]) -> None:
        if event in _EVENTS or (event == "open" and _writes(args)):
            self._step()

    def _step(self) -> None:
        if self.off:
            return
        self.done += 1
        if self.done == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def _writes(args: tuple[object, ...]) -> bool:
    flags = args[2] if len(args) > 2 else 0
    return isinstance(flags, int) and bool(flags & _WRITING)
