"""The application put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import Message, Receive, Scope, Send

from onrecord import __version__
from onrecord.web.api import add_api
from onrecord.web.drawing_up import Dossiers
from onrecord.web.guards import Guard
from onrecord.web.keeping import Keeper
from onrecord.web.pages import ROUTERS
from onrecord.web.pool import Stores
from onrecord.web.problems import tell_problems
from onrecord.web.settings import Settings

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
    tell_problems(app)
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)
    add_api(app)
    app.mount("/static", _Static(directory=str(files("onrecord.web") / "static")))
    app.add_middleware(GZipMiddleware, minimum_size=2_000, compresslevel=5)
    app.add_middleware(Guard, hosts=settings.hosts, largest=settings.largest)
    return app


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
