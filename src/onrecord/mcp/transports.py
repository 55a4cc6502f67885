"""The server over standard input and output, or over HTTP on this machine."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

import anyio
from mcp.server.transport_security import TransportSecuritySettings

from onrecord.errors import InputError
from onrecord.listening import listen, serve_on
from onrecord.mcp.server import Server

LOOPBACK = {"127.0.0.1": "127.0.0.1", "localhost": "localhost", "::1": "[::1]"}
"""Addresses that only this machine reaches, and how a Host header writes them."""


def serve_stdio(server: Server) -> None:
    """Serve one client until it closes standard input; standard output is the protocol's alone.

    An interruption ends the process at once with status 130 (or 143): the thread that waits for
    input cannot be woken, and nothing is ever written that could be lost.
    """
    anyio.run(_stdio, server)


async def _stdio(server: Server) -> None:
    async with anyio.create_task_group() as tasks:
        await tasks.start(_end_on_signal)
        await server.run_stdio_async()
        tasks.cancel_scope.cancel()


async def _end_on_signal(
    *, task_status: anyio.abc.TaskStatus[None] = anyio.TASK_STATUS_IGNORED
) -> None:
    with anyio.open_signal_receiver(signal.SIGINT, signal.SIGTERM) as signals:
        task_status.started()
        async for received in signals:
            sys.stderr.flush()
            os._exit(128 + received)


def serve_http(
    server: Server, host: str, port: int, *, ready: Callable[[str], None] = lambda url: None
) -> None:
    """Serve clients on this machine until interrupted; `ready` is given the address.

    Port 0 is any that is free. Requests must name this machine as their host, and may come from no
    page but its own, so that no page of others in a browser reaches it. Raises `InputError` for a
    host that others could reach and a port that cannot be had.
    """
    import uvicorn

    if host not in LOOPBACK:
        raise InputError(
            f"{host}: not an address of this machine alone, which is one of {', '.join(LOOPBACK)}; "
            "what others may reach needs a proxy that knows them"
        )
    listening = listen(host, port)
    url = f"http://{LOOPBACK[host]}:{listening.getsockname()[1]}/mcp"
    app = server.streamable_http_app(
        json_response=True, stateless_http=True, transport_security=_own_alone()
    )
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)

    serve_on(listening, config, ready=lambda: ready(url))


def _own_alone() -> TransportSecuritySettings:
    names = LOOPBACK.values()
    return TransportSecuritySettings(
        enable_dns_rebinding_protection=True,
        allowed_hosts=[form for name in names for form in (name, f"{name}:*")],
        allowed_origins=[form for name in names for form in (f"http://{name}", f"http://{name}:*")],
    )
