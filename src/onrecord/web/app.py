"""The application put together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from importlib.resources import files

from fastapi import FastAPI, Request, Response
from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from onrecord import __version__
from onrecord.listening import Callers, Limiter, Recorder
from onrecord.listening.limiting import UNIT
from onrecord.web.api import add_api
from onrecord.web.door import Door
from onrecord.web.drawing_up import Dossiers
from onrecord.web.guards import Guard
from onrecord.web.headers import Dressed
from onrecord.web.keeping import Keeper
from onrecord.web.metrics import Metrics
from onrecord.web.pages import ROUTERS
from onrecord.web.pages.operating import Health
from onrecord.web.pool import Stores
from onrecord.web.problems import API, problem, tell_problems
from onrecord.web.refusing import refusal
from onrecord.web.settings import Settings
from onrecord.web.signing_in import signed_in

_KEPT = "public, max-age=31536000, immutable"


def create_app(settings: Settings) -> FastAPI:
    """The app over one database, which is made where there is none; it fetches nothing by itself.

    Everything of `Settings` holds for the life of the app. Raises `StoreError` where the database
    cannot be used.
    """
    stores = Stores(settings.database, size=settings.stores)
    with stores.lend():
        pass  # what is wrong with the database is said before anybody asks for a page

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        yield
        app.state.dossiers.close()
        stores.close()
        app.state.metrics.close()

    app = FastAPI(
        title="Onrecord",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=living,
    )
    app.state.settings, app.state.stores = settings, stores
    app.state.kept, app.state.dossiers = Keeper(), Dossiers(settings.database)
    app.state.metrics, app.state.health = Metrics(), Health(stores)
    tell_problems(app)
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)
    add_api(app)
    app.mount("/static", _Static(directory=str(files("onrecord.web") / "static")))
    _let_in(app, settings)
    return app


def _let_in(app: FastAPI, settings: Settings) -> None:
    """Put before the pages what a request has to pass, the innermost first."""
    metrics: Metrics = app.state.metrics
    app.add_middleware(GZipMiddleware, minimum_size=2_000, compresslevel=5)
    app.add_middleware(Door, asked_for=bool(settings.tokens))
    app.add_middleware(
        Guard, hosts=settings.hosts, largest=settings.largest, beyond=settings.beyond
    )
    app.add_middleware(
        Limiter, limits=settings.limits, cost=_cost, refusal=refusal, told=metrics.limited
    )
    known = partial(signed_in, tokens=settings.tokens)
    app.add_middleware(Callers, tokens=settings.tokens, by_cookie=known)
    app.add_middleware(Recorder, route=_route, watcher=metrics, refusal=_failed)
    app.add_middleware(Dressed, private=bool(settings.tokens))
    if settings.proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(settings.proxies))


def _cost(scope: Scope) -> int:
    """What a request counts for: little for a file, nothing for who looks whether we live."""
    path = str(scope["path"])
    if path.startswith("/healthz"):
        return 0
    return 1 if path.startswith("/static/") else UNIT


def _route(scope: Scope) -> str:
    """The form of the address that was asked for: no id, no words."""
    path, form = str(scope["path"]), str(getattr(scope.get("route"), "path", ""))
    form = form.replace(":path}", "}")
    if path.startswith("/static/"):
        return "/static"
    if not form:
        return "other"
    return form if form.startswith(API) or not path.startswith(API) else f"{API}{form}"


def _failed(scope: Scope, status: int, why: str, _: Mapping[str, str]) -> Response:
    return problem(Request(scope), status, why)


class _Static(StaticFiles):
    """Files of our own; one asked for by its stamp never changes, and may be kept for good."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file."""

        async def kept(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                stamped = b"v=" in scope.get("query_string", b"")
                headers = MutableHeaders(scope=message)
                headers["Cache-Control"] = _KEPT if stamped else "no-cache"
            await send(message)

        await super().__call__(scope, receive, kept)
