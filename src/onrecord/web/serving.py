"""The app served on a socket of this machine, by one process or several."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import Thread

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from onrecord.checking import check
from onrecord.errors import OnrecordError
from onrecord.listening import listen, serve_on
from onrecord.web.app import create_app
from onrecord.web.pool import Stores
from onrecord.web.settings import Settings

_GIVEN = "ONRECORD_SERVE"
"""The variable by which processes of one server are given its settings."""
_LONGEST_HEAD = 65_536
"""Bytes of a request's line and headers: a packed article may stand in an address."""


def run(
    settings: Settings,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    workers: int = 1,
    ready: Callable[[str], None] = lambda url: None,
) -> None:
    """Serve until interrupted; `ready` is given the address when connections are taken.

    Port 0 is any that is free. With several `workers` each is a process with stores of its own.
    Raises `InputError` where the port cannot be had, `StoreError` where the database cannot.
    """
    listening = listen(host, port)
    url = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
    app = create_app(settings)
    with suppress(KeyboardInterrupt):
        if workers == 1:
            _warm(app)
            serve_on(listening, _config(app), ready=lambda: ready(url))
            return
        os.environ[_GIVEN] = json.dumps(asdict(settings), default=str)
        config = _config(f"{__name__}:app_given", workers=workers)
        ready(url)
        Multiprocess(config, sockets=[listening]).run()


def app_given() -> FastAPI:
    """The app of a process that was started as one of several."""
    given = json.loads(os.environ[_GIVEN])
    given["database"] = Path(given["database"])
    given["profiles"] = tuple(Path(one) for one in given["profiles"])
    app = create_app(Settings(**given | {"names": tuple(given["names"])}))
    _warm(app)
    return app


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


def _config(app: FastAPI | str, *, workers: int = 1) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=isinstance(app, str),
        workers=workers,
        log_level="warning",
        access_log=False,
        server_header=False,
        h11_max_incomplete_event_size=_LONGEST_HEAD,
        timeout_graceful_shutdown=10,
    )
