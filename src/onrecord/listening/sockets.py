"""A socket of this machine, and a server on it that says when it takes connections."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from onrecord.errors import InputError

if TYPE_CHECKING:
    import uvicorn

_WAITING = 2048
"""Connections that may wait to be taken."""


def listen(host: str, port: int) -> socket.socket:
    """A listening socket, which processes started later inherit; port 0 is any that is free.

    Raises `InputError` where the port cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # By its protocol asyncio knows that it may send small pieces at once (TCP_NODELAY).
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise InputError(f"{host}:{port} cannot be served: {error.strerror}") from error
    listening.listen(_WAITING)
    listening.set_inheritable(True)
    return listening


def serve_on(
    listening: socket.socket, config: uvicorn.Config, *, ready: Callable[[], None]
) -> None:
    """Serve until interrupted; `ready` is called once connections are taken.

    What was taken by then is answered before it ends; see `stopping`.
    """
    from onrecord.listening.stopping import Orderly

    Orderly(config, ready).run(sockets=[listening])
