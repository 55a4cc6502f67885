"""Several processes on one socket: those that die are replaced, and all end together."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import sys
import time
from threading import Thread
from types import FrameType

import uvicorn
from uvicorn.supervisors.multiprocess import Multiprocess, Process

from onrecord.listening.sockets import take_no_more
from onrecord.listening.stopping import Orderly

_LATE = 10.0
"""Seconds behind the grace for which a process is waited for."""
_LOADING = 120.0
"""Seconds that a process may take until it answers, on a machine that has much to do."""
_ENDING = (signal.SIGINT, signal.SIGTERM)


def serve_by(listening: socket.socket, config: uvicorn.Config) -> None:
    """Serve by as many processes as `config.workers` says, until interrupted or ended.

    Each process builds its own app from `config.app`, a factory that can be pickled. Leaves with
    the status that a shell gives a signal after SIGTERM.
    """
    several = _Several(config, [listening])
    several.run()
    if signal.SIGTERM in several.ended_by:
        sys.exit(128 + signal.SIGTERM)


class _Process(Process):
    """One of several processes; it ends in order, and does not outlive the one that started it."""

    begun = 0.0

    def start(self) -> None:
        """Begin."""
        self.begun = time.monotonic()
        super().start()

    def target(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve, in a process of its own."""
        Thread(target=_end_with_parent, daemon=True).start()
        super().target(sockets)

    @property
    def server(self) -> uvicorn.Server:
        if self._server is None:
            self._server = Orderly(config=self.config)
        return self._server


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


class _Several(Multiprocess):
    """Uvicorn's supervisor, which lets go of the socket first: the last process empties it."""

    def __init__(self, config: uvicorn.Config, sockets: list[socket.socket]) -> None:
        super().__init__(config, sockets)
        self.ended_by: list[int] = []
        for one in _ENDING:
            signal.signal(one, self._end)
        if hasattr(signal, "SIGHUP"):
            signal.signal(signal.SIGHUP, signal.SIG_IGN)

    def _end(self, received: int, _: FrameType | None) -> None:
        self.ended_by.append(received)
        self.signal_queue.append(received)

    def init_processes(self) -> None:
        """Start all of them."""
        self.processes = [self._started() for _ in range(self.processes_num)]

    def terminate_all(self) -> None:
        """Let go of the socket, then tell all to end."""
        for one in self.sockets:
            take_no_more(one)
            one.close()
        super().terminate_all()

    def join_all(self) -> None:
        """Wait for all of them, and for none for ever."""
        for one in self.processes:
            one.process.join((self.config.timeout_graceful_shutdown or 0) + _LATE)
            if one.process.is_alive():
                one.process.kill()
            one.process.join()

    def keep_subprocess_alive(self) -> None:
        """Put another in the place of each that has died or hangs; end where none can start."""
        for place, process in enumerate(self.processes):
            if self.should_exit.is_set() or self.ended_by:
                return
            if self._works(process):
                continue
            process.kill()
            process.join()
            if process.exitcode == uvicorn.config.STARTUP_FAILURE:
                self.should_exit.set()
                return
            self.processes[place] = self._started()

    def _works(self, process: Process) -> bool:
        """Whether it runs and answers; one that has begun lately may be loading still."""
        assert isinstance(process, _Process)
        if time.monotonic() - process.begun < _LOADING:
            return process.process.is_alive()
        return process.is_alive(timeout=self.config.timeout_worker_healthcheck)

    def _started(self) -> _Process:
        process = _Process(self.config, self.sockets)
        process.start()
        return process
