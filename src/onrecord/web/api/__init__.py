"""The JSON API: one file a resource, under /api.

checks.py documents.py statements.py search.py people.py utterances.py processes.py corpus.py
                the resources
given.py asking.py problems.py
                what is given with a request, and its bounds; what may go wrong
answering.py cursors.py
                JSON with an ETag, pages and their cursors
described.py reference.py examples.json
                the OpenAPI document, the page made from it, examples of every operation

What it answers is in `onrecord.answers`: the same as `--json` of the command line.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response

from onrecord.web.api import (
    checks,
    corpus,
    documents,
    people,
    processes,
    search,
    statements,
    utterances,
)
from onrecord.web.api.answering import JSON, sent
from onrecord.web.api.described import describe
from onrecord.web.api.reference import sections, shapes
from onrecord.web.templating import page

__all__ = ["add_api", "openapi"]

_RESOURCES = (checks, documents, statements, search, people, utterances, processes, corpus)


def add_api(app: FastAPI) -> None:
    """Let the app answer under /api, with its description at /api/openapi.json."""
    for router in (_api(), _own):
        app.include_router(router, include_in_schema=False)


@cache
def openapi() -> dict[str, Any]:
    """The OpenAPI 3.1 document of the API."""
    return describe(_api())


@cache
def _api() -> APIRouter:
    found = APIRouter(prefix="/api")
    for resource in _RESOURCES:
        found.include_router(resource.router)
    return found


_own = APIRouter(prefix="/api")


@_own.get("/openapi.json")
def show_openapi(request: Request) -> Response:
    """The OpenAPI document."""
    return sent(request, json.dumps(openapi(), ensure_ascii=False).encode("utf-8"), JSON)


@_own.get("")
def show_reference(request: Request) -> Response:
    """The reference for a person."""
    document = openapi()
    return page(
        request,
        "api.html",
        about=document["info"],
        sections=sections(document),
        shapes=shapes(document),
    )
