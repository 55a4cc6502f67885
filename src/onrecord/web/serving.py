"""The app served on a socket of this machine, by one process or several."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from tempfile import TemporaryDirectory
from threading import Thread

import uvicorn
from fastapi import FastAPI

from onrecord.checking import check
from onrecord.errors import InputError, OnrecordError
from onrecord.listening import is_loopback, listen, serve_by, serve_on, set_up_logs
from onrecord.listening.patience import Patient
from onrecord.web.app import create_app
from onrecord.web.metrics import FOLDER
from onrecord.web.pool import Stores
from onrecord.web.settings import Settings

GRACE = 10
"""Seconds that what is being answered has when the server ends."""
_LONGEST_HEAD = 65_536
"""Bytes of a request's line and headers: a packed article may stand in an address."""
_CONNECTIONS = 1_000
"""Connections of one process; whoever makes another is told that it is too much."""
_HANGS = 30
"""Seconds without a sign of life after which a process is replaced."""


def run(
    settings: Settings,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    workers: int = 1,
    grace: int = GRACE,
    ready: Callable[[str], None] = lambda url: None,
) -> None:
    """Serve until interrupted; `ready` is given the address when connections are taken.

    Port 0 is any that is free. With several `workers` each is a process with stores of its own.
    What is being answered when it ends has `grace` seconds more. Raises `InputError` where the port
    cannot be had, or others could reach it and nobody needs a token; `StoreError` where the
    database cannot be used.
    """
    if not settings.tokens and not is_loopback(host):
        raise InputError(
            f"{host}: others reach that address, and this needs a token then: "
            "onrecord serve --new-token FILE makes one, --token-file FILE asks for it"
        )
    settings = replace(settings, beyond=not is_loopback(host))
    listening = listen(host, port)
    url = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
    with suppress(KeyboardInterrupt):
        if workers == 1:
            app = create_app(settings)
            _warm(app)
            serve_on(listening, _config(app, grace=grace), ready=lambda: ready(url))
            return
        with Stores(settings.database).lend():
            pass  # what is wrong with the database is said once, before several find it
        with _figures_together():
            config = _config(partial(app_given, settings), workers=workers, grace=grace)
            ready(url)
            serve_by(listening, config)


def app_given(settings: Settings) -> FastAPI:
    """The app of a process that was started as one of several."""
    set_up_logs(settings.log)
    app = create_app(settings)
    _warm(app)
    return app


@contextmanager
def _figures_together() -> Iterator[None]:
    """A folder in which the processes of one server count together, for as long as it lasts."""
    with TemporaryDirectory(prefix="onrecord-metrics-") as folder:
        os.environ[FOLDER] = folder
        try:
            yield
        finally:
            del os.environ[FOLDER]


def _warm(app: FastAPI) -> None:
    """Load what the first page needs, beside whatever is asked for meanwhile.

    What is loaded by then stays and is not looked through for reference cycles again and again:
    checks make none to speak of, and looking for them took a fifth of their time.
    """

    def load() -> None:
        stores: Stores = app.state.stores
        with suppress(OnrecordError), stores.lend() as store:
            check("nothing but a few words", store)
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)

    # Not a daemon: one that is still loading when the interpreter ends can abort the process.
    Thread(target=load).start()


def _config(
    app: FastAPI | Callable[[], FastAPI], *, workers: int = 1, grace: int
) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=not isinstance(app, FastAPI),
        workers=workers,
        http=Patient,
        ws="none",
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        h11_max_incomplete_event_size=_LONGEST_HEAD,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=grace,
        timeout_worker_healthcheck=_HANGS,
    )
