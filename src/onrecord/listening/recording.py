"""A line of the log for each request: what was asked for and what became of it, no words of it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from secrets import token_hex
from typing import Protocol

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.listening.calling import caller_of
from onrecord.listening.limiting import Refusal

_log = logging.getLogger("onrecord.requests")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class Answered:
    """A request that was answered.

    `route` is the form of its address, as /documents/{ref}: no id, no query. `status` is 499 where
    nobody waited for the answer any longer.
    """

    id: str
    method: str
    route: str
    status: int
    seconds: float
    name: str


class Watcher(Protocol):
    """What counts requests."""

    def begun(self) -> None:
        """A request has come in."""

    def answered(self, told: Answered) -> None:
        """It has been answered."""


def _failed(_: Scope, status: int, why: str, __: Mapping[str, str]) -> Response:
    return PlainTextResponse(f"{why}\n", status)


class Recorder:
    """Gives each request an id, answers what fails unforeseen, and tells what became of each.

    `route` tells the form of a request's address once it has been answered.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        route: Callable[[Scope], str],
        watcher: Watcher | None = None,
        refusal: Refusal = _failed,
    ) -> None:
        self._app = app
        self._route = route
        self._watcher = watcher
        self._refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have a request answered, and tell of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start, id = time.perf_counter(), token_hex(8)
        scope.setdefault("state", {})["request_id"] = id
        status = 499

        async def seen(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = id
            await send(message)

        if self._watcher:
            self._watcher.begun()
        try:
            await self._app(scope, receive, seen)
        except Exception:  # nobody above tells it: the log has all, the caller an id
            begun, method, route = status != 499, _method(scope), self._route(scope)
            _log.exception("%s %s failed", method, route, extra={"request_id": id})
            if begun:
                raise
            told = f"something went wrong that was not foreseen; the log has it as {id}"
            await self._refusal(scope, 500, told, {})(scope, receive, seen)
        finally:
            seconds = time.perf_counter() - start
            name = caller_of(scope).name
            self._tell(Answered(id, _method(scope), self._route(scope), status, seconds, name))

    def _tell(self, told: Answered) -> None:
        if self._watcher:
            self._watcher.answered(told)
        if not _log.isEnabledFor(logging.INFO):
            return
        ms = round(told.seconds * 1000, 1)
        line = {
            "request_id": told.id,
            "method": told.method,
            "route": told.route,
            "status": told.status,
            "ms": ms,
            "token": told.name,
        }
        _log.info("%s %s %d", told.method, told.route, told.status, extra=line)


def _method(scope: Scope) -> str:
    method = str(scope["method"])
    return method if method in _METHODS else _OTHER
