"""What a process of a crew does: it waits for tasks, works, and says what came of them.

    python -c "from onrecord.crews.working import main; main(DESCRIPTOR)"

It ends when whoever started it is gone.
"""

from __future__ import annotations

import gc
import os
import pickle
import resource
import signal
import struct
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from time import process_time
from typing import Any, Final, Protocol

from onrecord.crews.packing import packed


class _End:
    """The end of what there is."""


END: Final = _End()
STAMP = struct.Struct("<cd")
"""What each message begins with: what it is, and the processor seconds used by then."""
READY, BEGUN, RESULT, DONE, WORN, REFUSED = (bytes([letter]) for letter in b"RBVEWX")
_GROWN = 120_000_000
"""Bytes beyond what a process had when it was ready at which it is worn, and another one begins."""


class Work(Protocol):
    """What a process does with each task; it is pickled, so it is made of what modules name."""

    def ready(self) -> None:
        """Whatever is to be loaded once a process; what it raises is told."""
        ...

    def __call__(self, task: Any, skip: int) -> Iterator[object]:  # noqa: ANN401
        """The results, the first `skip` of them left out; None says that the next has begun."""
        ...


def main(descriptor: int) -> None:
    """Serve whoever holds the other end of the connection."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = Connection(descriptor)
    try:
        sys.path[:] = pickle.loads(connection.recv_bytes())
        work, memory = pickle.loads(connection.recv_bytes())
        work.ready()
    except (EOFError, OSError):
        return
    except BaseException as error:
        _say(connection, REFUSED, f"{type(error).__name__}: {error}".encode())
        return
    gc.collect()
    gc.freeze()
    _limit(memory)
    _say(connection, READY)
    _serve(connection, work)


def _serve(connection: Connection, work: Work) -> None:
    tasks: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive, args=(connection, tasks), daemon=True).start()
    lean = resident()
    while True:
        skip, task = pickle.loads(tasks.get())
        for result in work(task, skip):
            if result is None:
                _say(connection, BEGUN)
            else:
                _say(connection, RESULT, packed(result))
        del task
        if resident() > lean + _GROWN:
            _say(connection, WORN)
            return
        _say(connection, DONE)


def _receive(connection: Connection, tasks: SimpleQueue[bytes]) -> None:
    """Take what is sent at once, so that nobody waits at the other end, and notice its end."""
    while True:
        try:
            tasks.put(connection.recv_bytes())
        except (EOFError, OSError):
            os._exit(0)


def _say(connection: Connection, what: bytes, words: bytes = b"") -> None:
    try:
        connection.send_bytes(STAMP.pack(what, process_time()) + words)
    except OSError:
        os._exit(0)


def _limit(memory: int) -> None:
    """Give it no more memory beyond what it has now, where the system can see to it."""
    held = _status(5)
    if held:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = held + memory
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def resident() -> int:
    """The bytes of this process in memory now; 0 where the system does not say."""
    return _status(1)


def _status(field: int) -> int:
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[field]) * resource.getpagesize()
    except OSError:
        return 0
