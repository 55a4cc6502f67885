"""What went wrong: a page for a person, problem details (RFC 9457) for a program."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from onrecord.errors import (
    AmbiguousError,
    InputError,
    MissingExtraError,
    MissingLibraryError,
    NotFoundError,
    OnrecordError,
    SettledError,
    StoreBusyError,
    StoreError,
)
from onrecord.listening import conceal
from onrecord.web.templating import page

_STATUS: tuple[tuple[type[OnrecordError], int], ...] = (
    (NotFoundError, 404),
    (AmbiguousError, 409),
    (SettledError, 409),
    (InputError, 400),
    (MissingExtraError, 501),
    (MissingLibraryError, 501),
    (StoreBusyError, 503),
    (StoreError, 500),
    (OnrecordError, 500),
)
API = "/api"
_log = logging.getLogger("onrecord.problems")


def tell_problems(app: FastAPI) -> None:
    """Let the app answer each error of ours, and those of the framework, in one line."""
    app.add_exception_handler(OnrecordError, _ours)
    app.add_exception_handler(RequestValidationError, _unfit)
    app.add_exception_handler(HTTPException, _framework)


def _ours(request: Request, error: Exception) -> Response:
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    if status >= 500:
        id = getattr(request.state, "request_id", "")
        _log.warning("%s", error, extra={"request_id": id})
    return problem(request, status, conceal(str(error)))


def _framework(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = str(error.detail)
    told = said if said != HTTPStatus(error.status_code).phrase else _usual(error.status_code)
    return problem(request, error.status_code, told, headers=dict(error.headers or {}))


def _usual(status: int) -> str:
    words = {404: "there is no such page", 405: "this address does not take that method"}
    return words.get(status, HTTPStatus(status).phrase.lower())


def _unfit(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return problem(request, 400, "the body is not JSON")
    where = ".".join(str(piece) for piece in first["loc"][1:])
    return problem(request, 422, f"{where}: {first['msg']}" if where else str(first["msg"]))


def problem(
    request: Request, status: int, detail: str, *, headers: dict[str, str] | None = None
) -> Response:
    """An error as problem details under `/api`, as a page elsewhere; `detail` is one line."""
    if request.url.path.startswith(API):
        body: dict[str, Any] = {
            "type": "about:blank",
            "title": HTTPStatus(status).phrase,
            "status": status,
            "detail": " ".join(detail.split()),
            "instance": request.url.path,
        }
        return JSONResponse(
            body, status, media_type="application/problem+json", headers=headers or {}
        )
    phrase = HTTPStatus(status).phrase
    found = page(request, "problem.html", status=status, phrase=phrase, detail=detail)
    found.status_code = status
    found.headers.update(headers or {})
    return found
