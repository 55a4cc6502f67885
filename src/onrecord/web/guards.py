"""Which requests are let in, and what every answer says to browsers.

Written for ASGI itself, so that a large answer is passed on in pieces.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.problems import API, problem

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing from elsewhere, nothing inline: what a story contains can never run (CSP 3)."""

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = frozenset({"same-origin", "none"})


class Guard:
    """Refuses foreign names, foreign forms and bodies that are too large; adds `HEADERS`."""

    def __init__(self, app: ASGIApp, *, hosts: tuple[str, ...], largest: int) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it in one line."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refused(scope)
        if refused:
            await _refusal(scope, refused)(scope, receive, dressed)
            return
        await self._app(scope, self._counted(receive), dressed)

    def _counted(self, receive: Receive) -> Receive:
        """What takes in the body of a request that does not say how long it is, up to a limit."""
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
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
        if name_of(host) not in self._hosts:
            return 400, "this server is not asked for by that name"
        if scope["method"] not in _SAFE and not _same_origin(headers, host):
            return 403, "the form comes from another site"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._largest:
            return 413, self._too_large
        return None


def _refusal(scope: Scope, refused: tuple[int, str]) -> Response:
    """Problem details for a program; one plain line for anybody else."""
    if scope["path"].startswith(API):
        return problem(Request(scope), *refused)
    return PlainTextResponse(f"{refused[1]}\n", status_code=refused[0])


def name_of(host: str) -> str:
    """The name in a Host header, without its port."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def _same_origin(headers: Headers, host: str) -> bool:
    """Whether a form is one of ours; programs, which send neither header, are let in.

    Browsers say where a form stands: by Sec-Fetch-Site, older ones by Origin alone.
    """
    if site := headers.get("sec-fetch-site"):
        return site in _OURS
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == host.lower()
