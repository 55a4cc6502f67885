"""Who asks: the address, and the token that was shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.listening.tokens import Token, named_by

_NETWORK = 64
"""Bits of an IPv6 address that are one caller's: the rest they choose at will."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever asks: `token` is theirs, None where none was shown or none that is known.

    `shown` says that one was shown; `by_cookie` that a browser sent it by itself.
    """

    address: str = ""
    token: Token | None = None
    shown: bool = False
    by_cookie: bool = False

    @property
    def name(self) -> str:
        """The name of the token, "" where there is none."""
        return self.token.name if self.token else ""

    @property
    def key(self) -> str:
        """What requests of one caller have in common: the token, else the address."""
        return f"token {self.token.mark}" if self.token else f"address {_network(self.address)}"


def caller_of(scope: Scope) -> Caller:
    """Whoever asks, as `Callers` found; nobody known where it was not asked."""
    found = scope.get("state", {}).get("caller")
    return found if isinstance(found, Caller) else Caller(_address(scope))


class Callers:
    """Finds out who asks, and tells those behind it (`caller_of`); lets everybody pass."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        tokens: tuple[Token, ...],
        by_cookie: Callable[[Scope], Token | None] = lambda _: None,
    ) -> None:
        self._app = app
        self._tokens = tokens
        self._by_cookie = by_cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Find out who asks, and pass the request on."""
        if scope["type"] == "http":
            scope.setdefault("state", {})["caller"] = self._found(scope)
        await self._app(scope, receive, send)

    def _found(self, scope: Scope) -> Caller:
        address = _address(scope)
        if not self._tokens:
            return Caller(address)
        given = Headers(scope=scope).get("authorization")
        if given is not None:
            return Caller(address, named_by(bearer(given), self._tokens), shown=True)
        token = self._by_cookie(scope)
        return Caller(address, token, shown=token is not None, by_cookie=token is not None)


def bearer(authorization: str) -> str:
    """The token of an Authorization header (RFC 6750, 2.1), "" where it holds none."""
    scheme, _, token = authorization.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else ""


def _network(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address) or found.ipv4_mapped:
        return str(found)
    return str(ip_network((found, _NETWORK), strict=False))
