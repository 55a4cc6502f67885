"""How the API answers: JSON with a strong ETag, pages of a list with a link to the next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response

from onrecord.answers import plain

JSON = "application/json"


def answered(request: Request, answer: object, *, headers: Mapping[str, str] = {}) -> Response:
    """An answer as JSON; 304 where the caller has this very body already (RFC 9110, 13.1.2)."""
    body = json.dumps(plain(answer), ensure_ascii=False, separators=(",", ":"))
    return sent(request, body.encode("utf-8", errors="replace"), JSON, headers=headers)


def sent(
    request: Request, body: bytes, media_type: str, *, headers: Mapping[str, str] = {}
) -> Response:
    """A body with its ETag; 304 where the caller has it already. What is asked by POST has none."""
    if request.method != "GET":
        return Response(body, media_type=media_type, headers=dict(headers))
    tag = _tag(request, body)
    told = {"Cache-Control": "no-cache", **headers, "ETag": tag}
    if _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=told)
    return Response(body, media_type=media_type, headers=told)


def _tag(request: Request, body: bytes) -> str:
    """A strong tag: it tells a packed body from one that is not, whose bytes differ."""
    packed = "-gzip" if "gzip" in request.headers.get("accept-encoding", "") else ""
    return f'"{sha256(body).hexdigest()[:32]}{packed}"'


def _has(asked: str, tag: str) -> bool:
    """Whether an If-None-Match names this tag; it is compared weakly."""
    return asked.strip() == "*" or tag in {
        one.strip().removeprefix("W/") for one in asked.split(",")
    }


def paged(request: Request, items: list[Any], cursor: str) -> Response:
    """A page of a list; a `cursor` leads to the next, "" on the last."""
    further = following(request, cursor)
    link = {"Link": f'<{further}>; rel="next"'} if further else {}
    page = {"items": items, "cursor": cursor or None, "next": further or None}
    return answered(request, page, headers=link)


def following(request: Request, cursor: str) -> str:
    """The address of the page behind a cursor, "" where there is none."""
    if not cursor:
        return ""
    asked = [(k, v) for k, v in request.query_params.multi_items() if k != "cursor"]
    return f"{request.url.path}?{urlencode([*asked, ('cursor', cursor)], errors='replace')}"
