"""The server over standard input and output, or over HTTP on this machine."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import anyio
from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import ASGIApp, Scope

from onrecord.errors import InputError
from onrecord.listening import (
    Bearing,
    Callers,
    Limiter,
    Limits,
    Recorder,
    Token,
    is_loopback,
    listen,
    serve_on,
)
from onrecord.listening.patience import Patient
from onrecord.mcp.server import Server

LOOPBACK = {"127.0.0.1": "127.0.0.1", "localhost": "localhost", "::1": "[::1]"}
"""Addresses that only this machine reaches, and how a Host header writes them."""


@dataclass(frozen=True, slots=True)
class Admission:
    """Who may reach the server over HTTP, by which other names, and how often.

    Without `tokens` everybody may whom the socket lets in. `proxies` are the addresses and networks
    whose word on the caller is taken. `grace` is how many seconds what is being answered has when
    the server ends.
    """

    tokens: tuple[Token, ...] = ()
    names: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    grace: int = 10


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
    server: Server,
    host: str,
    port: int,
    *,
    admission: Admission | None = None,
    ready: Callable[[str], None] = lambda url: None,
) -> None:
    """Serve clients until interrupted; `ready` is given the address.

    Port 0 is any that is free. Requests must name this machine, or one of `admission.names`, as
    their host, and may come from no page but its own, so that no page of others in a browser
    reaches it. Raises `InputError` for a host that others could reach where no token is asked for,
    and for a port that cannot be had.
    """
    import uvicorn

    admission = admission or Admission()
    if not (admission.tokens or is_loopback(host)):
        raise InputError(
            f"{host}: not an address of this machine alone, which is one of {', '.join(LOOPBACK)}; "
            "others need a token: --token-file FILE asks for one"
        )
    listening = listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    url = f"http://{shown}:{listening.getsockname()[1]}/mcp"
    config = uvicorn.Config(
        app_of(server, host, admission),
        http=Patient,
        ws="none",
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=bool(admission.proxies),
        forwarded_allow_ips=list(admission.proxies),
        timeout_graceful_shutdown=admission.grace,
    )
    serve_on(listening, config, ready=lambda: ready(url))


def app_of(server: Server, host: str, admission: Admission) -> ASGIApp:
    """The server's app behind who asks, how often, and with which token."""
    names = () if is_loopback(host) else (f"[{host}]" if ":" in host else host,)
    app: ASGIApp = server.streamable_http_app(
        json_response=True,
        stateless_http=True,
        transport_security=_own_alone((*names, *admission.names)),
    )
    app = Bearing(app, asked_for=bool(admission.tokens))
    app = Limiter(app, limits=admission.limits)
    app = Callers(app, tokens=admission.tokens)
    return Recorder(app, route=_route)


def _route(scope: Scope) -> str:
    return "/mcp" if scope["path"] == "/mcp" else "other"


def _own_alone(names: Iterable[str]) -> TransportSecuritySettings:
    known = (*LOOPBACK.values(), *names)
    forms = [form for name in known for form in (name, f"{name}:*")]
    return TransportSecuritySettings(
        enable_dns_rebinding_protection=True,
        allowed_hosts=forms,
        allowed_origins=[f"{scheme}://{form}" for scheme in ("http", "https") for form in forms],
    )
