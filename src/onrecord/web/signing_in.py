"""How a browser shows who it is: a cookie that is signed, and has an end.

The cookie names the token by its mark and is signed with a key that is made of the token: it ends
after `SECONDS`, when it is taken away, and when the token is. It holds nothing of the token itself.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from urllib.parse import urlsplit

from itsdangerous import BadSignature, TimestampSigner
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import Response
from starlette.types import Scope

from onrecord.listening import Token

SECONDS = 12 * 3600
"""How long a browser is signed in."""
COOKIE = "onrecord"
SECURE_COOKIE = "__Host-onrecord"
"""The same behind TLS: browsers take it from this very host alone (RFC 6265bis, 4.1.3.2)."""


def sign_in(response: Response, token: Token, *, secure: bool) -> None:
    """Let an answer sign a browser in."""
    _set(response, _signer(token).sign(token.mark).decode("ascii"), SECONDS, secure=secure)


def sign_out(response: Response, *, secure: bool) -> None:
    """Let an answer sign a browser out."""
    _set(response, "", 0, secure=secure)


def signed_in(scope: Scope, tokens: Iterable[Token]) -> Token | None:
    """The token that a browser has signed in with, None where it has not, or no longer."""
    held = Headers(scope=scope).get("cookie", "")
    value = cookie_parser(held).get(SECURE_COOKIE if is_secure(scope) else COOKIE, "")
    mark = value.partition(".")[0]
    for token in tokens:
        if hmac.compare_digest(token.mark, mark.encode("ascii", "replace").decode("ascii")):
            return token if _holds(token, value) else None
    return None


def is_secure(scope: Scope) -> bool:
    """Whether the browser has asked by TLS, as far as a proxy that is trusted says."""
    return bool(scope.get("scheme") == "https")


def own_path(asked: str) -> str:
    """Where to go on after signing in: a path of this server, "/" for anything else."""
    split = urlsplit(asked) if asked.isprintable() and "\\" not in asked else None
    ours = split and not split.scheme and not split.netloc and asked.startswith("/")
    return asked if ours and not asked.startswith("//") else "/"


def _set(response: Response, value: str, seconds: int, *, secure: bool) -> None:
    response.set_cookie(
        SECURE_COOKIE if secure else COOKIE,
        value,
        max_age=seconds,
        path="/",
        secure=secure,
        httponly=True,
        samesite="strict",
    )


def _signer(token: Token) -> TimestampSigner:
    return TimestampSigner(token.digest, salt="onrecord: signed in", digest_method=hashlib.sha256)


def _holds(token: Token, value: str) -> bool:
    try:
        return bool(_signer(token).unsign(value, max_age=SECONDS))
    except BadSignature:
        return False
