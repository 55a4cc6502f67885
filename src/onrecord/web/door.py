"""Who may come in, and who may change what is held."""

from __future__ import annotations

from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.listening import Caller, Role, caller_of, challenge, is_loopback, name_of
from onrecord.web.guards import SAFE
from onrecord.web.problems import API, problem
from onrecord.web.refusing import refusal
from onrecord.web.templating import address

OPEN = frozenset({"/healthz", "/healthz/live", "/sign-in", "/sign-out"})
"""What anybody may ask for, beside what stands under /static."""
ASKING = frozenset({"/", "/api/checks", "/api/checks/batch", "/api/checks/text"})
"""What is asked by POST and changes nothing; everything else that is not GET changes something."""
METRICS = "/metrics"


class Door:
    """Lets in those who showed a token that is known, and lets those change who may.

    Without tokens everybody may, but for what tells of the server itself: that is for this machine.
    """

    def __init__(self, app: ASGIApp, *, asked_for: bool) -> None:
        self._app = app
        self._asked_for = asked_for

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or say what it needs."""
        refused = self._refused(scope) if scope["type"] == "http" else None
        await (refused or self._app)(scope, receive, send)

    def _refused(self, scope: Scope) -> Response | None:
        path = str(scope["path"])
        if not self._asked_for:
            local = path != METRICS or _from_here(scope)
            return None if local else refusal(scope, 403, "metrics are for this machine alone")
        if path in OPEN or path.startswith("/static/"):
            return None
        caller = caller_of(scope)
        if caller.token is None:
            return _unknown(scope, caller)
        reads = scope["method"] in SAFE or path in ASKING
        if reads or caller.token.role is Role.WRITE:
            return None
        return problem(Request(scope), 403, "this token may read, and change nothing")


def _unknown(scope: Scope, caller: Caller) -> Response:
    """A page to sign in for who reads pages; for programs, that a token is needed."""
    status, why, headers = challenge(scope, caller)
    path = str(scope["path"])
    if scope["method"] not in SAFE or path.startswith(API) or path == METRICS:
        return problem(Request(scope), status, why, headers=headers)
    query = scope.get("query_string", b"").decode("latin-1")
    asked = quote(path, safe="/", errors="replace") + (f"?{query}" if query else "")
    return RedirectResponse(
        address("/sign-in", next="" if asked == "/" else asked), status_code=303
    )


def _from_here(scope: Scope) -> bool:
    """Whether this machine asks itself, by its own name, and no proxy for others."""
    headers = Headers(scope=scope)
    host = name_of(headers.get("host", ""))
    return is_loopback(host) and "x-forwarded-for" not in headers and "forwarded" not in headers
