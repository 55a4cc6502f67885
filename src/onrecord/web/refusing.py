"""What is answered to a request that is not let in."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Scope

from onrecord.web.problems import API, problem


def refusal(
    scope: Scope, status: int, why: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Problem details for a program; one plain line for anybody else."""
    if str(scope["path"]).startswith(API):
        return problem(Request(scope), status, why, headers=dict(headers or {}))
    return PlainTextResponse(f"{why}\n", status_code=status, headers=dict(headers or {}))
