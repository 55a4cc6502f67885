"""Whether somebody bears a token, where a server asks programs alone for one."""

from __future__ import annotations

import logging

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.listening.calling import Caller, caller_of

_log = logging.getLogger("onrecord.door")
_REALM = 'Bearer realm="onrecord"'


class Bearing:
    """Lets in those who bear a token that is known; everybody, where none is asked for."""

    def __init__(self, app: ASGIApp, *, asked_for: bool) -> None:
        self._app = app
        self._asked_for = asked_for

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or ask for a token."""
        caller = caller_of(scope)
        if scope["type"] != "http" or not self._asked_for or caller.token:
            await self._app(scope, receive, send)
            return
        status, why, headers = challenge(scope, caller)
        await PlainTextResponse(f"{why}\n", status, headers=headers)(scope, receive, send)


def challenge(scope: Scope, caller: Caller) -> tuple[int, str, dict[str, str]]:
    """Status, reason and headers for who bears no token that is known (RFC 6750, 3).

    One that was shown and is none is told to the log, and counts against the caller.
    """
    if not caller.shown:
        return 401, "this needs a token", {"WWW-Authenticate": _REALM}
    scope["state"]["failed"] = True
    _log.warning("a token that is not known was shown from %s", caller.address)
    wrong = {"WWW-Authenticate": f'{_REALM}, error="invalid_token"'}
    return 401, "that token is not known", wrong
