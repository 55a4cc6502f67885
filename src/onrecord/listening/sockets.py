"""A socket of this machine, and a server on it that says when it takes connections."""

from __future__ import annotations

import ctypes
import socket
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from onrecord.errors import InputError

if TYPE_CHECKING:
    import uvicorn

_ATTACH_FILTER, _RETURN = 26, 0x06
"""SO_ATTACH_FILTER, and the instruction by which a filter says how much of a packet passes."""
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


def take_no_more(listening: socket.socket) -> None:
    """Let no further connection come to wait on a socket; those that wait may be taken still.

    A connection that comes between the last that is taken and the end of a socket would be reset
    with what it has asked. So the kernel is told to drop what begins one (a socket filter that
    passes nothing; Linux alone), for every process that has the socket: whoever asks tries again,
    and is refused then.
    """
    if sys.platform == "linux":
        nothing = ctypes.create_string_buffer(struct.pack("HBBI", _RETURN, 0, 0, 0))
        program = struct.pack("HP", 1, ctypes.addressof(nothing))
        with suppress(OSError):
            listening.setsockopt(socket.SOL_SOCKET, _ATTACH_FILTER, program)


def serve_on(
    listening: socket.socket, config: uvicorn.Config, *, ready: Callable[[], None]
) -> None:
    """Serve until interrupted; `ready` is called once connections are taken.

    What was taken by then is answered before it ends; see `stopping`.
    """
    from onrecord.listening.stopping import Orderly

    Orderly(config, ready).run(sockets=[listening])
