"""Which requests are let in, whoever sends them: by the name asked for, where they come from, size.

Written for ASGI itself, so that a large answer is passed on in pieces.
"""

from __future__ import annotations

import asyncio
import time
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.listening import is_address, name_of
from onrecord.web.refusing import refusal

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = frozenset({"same-origin", "none"})
_HELD = frozenset({"object", "embed", "iframe", "frame"})
"""Where a browser shows a page inside another one."""
_SECONDS = 30.0
"""How long a body may take, beside what its bytes give it."""
_SLOWEST = 20_000
"""Bytes of a body that give it a second more."""


class Guard:
    """Refuses foreign names, foreign forms, and bodies that are too large or come too slowly.

    With `beyond`, the address that was connected to may be asked for as well: a page elsewhere can
    make a name point here, but not a number be another.
    """

    def __init__(
        self, app: ASGIApp, *, hosts: tuple[str, ...], largest: int, beyond: bool = False
    ) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._largest = largest
        self._beyond = beyond

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it in one line."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = self._refused(scope)
        if refused:
            await refusal(scope, *refused)(scope, receive, send)
            return
        await self._app(scope, self._counted(receive), send)

    def _counted(self, receive: Receive) -> Receive:
        """What takes in a body, up to a size and a time."""
        taken, more = 0, True
        begun = time.monotonic()

        async def counted() -> Message:
            nonlocal taken, more
            if not more:
                return await receive()
            left = begun + _SECONDS + taken / _SLOWEST - time.monotonic()
            try:
                message = await asyncio.wait_for(receive(), left)
            except TimeoutError:
                raise HTTPException(408, "the body comes too slowly") from None
            taken += len(message.get("body", b""))
            more = bool(message.get("more_body"))
            if taken > self._largest:
                raise HTTPException(413, self._too_large)
            return message

        return counted

    @property
    def _too_large(self) -> str:
        return f"larger than the maximum of {self._largest:,} bytes"

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        """Status and reason where a request is not let in."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self._ours(name_of(host), scope):
            return 400, "this server is not asked for by that name"
        if scope["method"] not in SAFE and not _same_origin(headers, host):
            return 403, "the form comes from another site"
        if _used_elsewhere(headers, scope["method"]):
            return 403, "a page of another site asks for this"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._largest:
            return 413, self._too_large
        return None

    def _ours(self, name: str, scope: Scope) -> bool:
        if name in self._hosts:
            return True
        if not self._beyond or not is_address(name):
            return False
        return name.strip("[]") == (scope.get("server") or ("",))[0]


def _same_origin(headers: Headers, host: str) -> bool:
    """Whether a form is one of ours; programs, which send neither header, are let in.

    Browsers say where a form stands: by Sec-Fetch-Site, older ones and those that reach us without
    TLS by Origin alone. Who has a cookie is a browser, and has to say it. Another port of this
    machine is the same site, but another origin, and no form of ours.
    """
    if site := headers.get("sec-fetch-site"):
        return site in _OURS
    origin = headers.get("origin")
    if origin is None:
        return "cookie" not in headers
    return urlsplit(origin).netloc.lower() == host.lower()


def _used_elsewhere(headers: Headers, method: str) -> bool:
    """Whether a page of another origin asks for more than to be left for ours (Fetch Metadata)."""
    if headers.get("sec-fetch-site", "none") in _OURS:
        return False
    leads_here = headers.get("sec-fetch-mode") == "navigate" and method == "GET"
    return not leads_here or headers.get("sec-fetch-dest", "") in _HELD
