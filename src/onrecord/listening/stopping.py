"""Ending in order: nothing that was taken is left without its answer.

When a server stops, connections may wait that the kernel has taken and the server has not, and
others on which a request is under way. Uvicorn closes both; here the first are taken and the second
waited for, for a moment, before it goes on as it does: what is being answered is finished within
the grace, and whatever takes longer is cut off.
"""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
import socket
import time
from collections.abc import Callable, Sequence
from threading import Timer, current_thread, main_thread

import uvicorn

from onrecord.listening.sockets import take_no_more

_LINGER = 0.3
"""Seconds in which a connection that was used before may still send another request."""
_FRESH = 2.0
"""Seconds in which one on which nothing was asked yet may send its first."""
_STEP = 0.02
_DRAIN = 1.0
"""Seconds in which what waits to be taken is taken, at most."""
_LATE = 2.0
"""Seconds behind the grace after which the process ends whatever its threads do."""


class Orderly(uvicorn.Server):
    """A server that says when it takes connections, and answers all that it took."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None] = lambda: None) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Take connections, and say so."""
        await super().startup(sockets)
        # A terminal that closes, a tool that turns logs over: neither is a reason to stop.
        if hasattr(signal, "SIGHUP") and current_thread() is main_thread():
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take what waits, answer it and what is being answered, and end."""
        if self._captured_signals:
            self._end_at_last()
        await _take_waiting(sockets or [])
        for server in self.servers:
            server.close()
        await self._linger()
        await super().shutdown(sockets)

    async def _linger(self) -> None:
        """Wait for requests that are on their way; what is answered now ends its connection."""
        start, grace = time.monotonic(), self.config.timeout_graceful_shutdown
        while time.monotonic() < start + (_FRESH if grace is None else min(grace, _FRESH)):
            under_way = [getattr(one, "cycle", None) for one in self.server_state.connections]
            for one, cycle in zip(list(self.server_state.connections), under_way, strict=True):
                if cycle is not None and not cycle.response_complete:
                    one.shutdown()  # the answer says that the connection is closed behind it
            if None not in under_way and time.monotonic() >= start + _LINGER:
                return
            await asyncio.sleep(_STEP)

    def _end_at_last(self) -> None:
        """A thread that works on and on would keep the process from ending."""
        grace = self.config.timeout_graceful_shutdown or 0
        status = 128 + self._captured_signals[0]
        end = Timer(grace + _DRAIN + _FRESH + _LATE, os._exit, (status,))
        end.daemon = True
        end.start()


async def _take_waiting(listening: Sequence[socket.socket]) -> None:
    """Let no more connections come, and the loop take those that wait."""
    for one in listening:
        take_no_more(one)
    until = time.monotonic() + _DRAIN
    with selectors.DefaultSelector() as waiting:
        for one in listening:
            waiting.register(one, selectors.EVENT_READ)
        await asyncio.sleep(0)
        while waiting.select(0) and time.monotonic() < until:
            await asyncio.sleep(0)
    # What was taken just now becomes a connection in the loop's next turns, and only while the
    # server is open.
    await asyncio.sleep(_STEP)
