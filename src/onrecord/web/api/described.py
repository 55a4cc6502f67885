"""The API as an OpenAPI 3.1 document."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import APIRouter
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from onrecord import __version__
from onrecord.web.api.problems import ProblemAnswer

_TAGS = (
    ("checks", "Quotations held against the record."),
    ("documents", "What is held."),
    ("statements", "Who said what."),
    ("search", "Words looked for in all that is held."),
    ("people", "Who is who, and who holds which post when."),
    ("utterances", "How words travelled."),
    ("processes", "The sourced memory of a process."),
    ("corpus", "What is held in all, and what works on it."),
)
_DESCRIPTION = """Who said what, in which words, and how do we know?

- Spans are `[start, end]`, half-open, in code points of the document's text.
- Not to be in these documents never means that something was not said: a finding says which \
records were searched (`coverage`).
- Lists come in pages: `cursor` leads to the next, and `next` is its address. Pages go on where \
the last one ended, whatever is added meanwhile.
- What is asked by GET has an ETag; give it back in If-None-Match and what has not changed is \
not sent again.
- Errors are problem details (RFC 9457), with one line on what is wrong."""
_SPAN = {
    "type": "array",
    "prefixItems": [{"type": "integer"}, {"type": "integer"}],
    "minItems": 2,
    "maxItems": 2,
    "description": "[start, end], half-open, in code points of the document's text.",
}
_UNUSED = ("HTTPValidationError", "ValidationError")


def describe(router: APIRouter) -> dict[str, Any]:
    """The OpenAPI document of the operations of a router, with examples that are true."""
    found = get_openapi(
        title="Onrecord",
        version=__version__,
        openapi_version="3.1.0",
        summary="Quotations checked against the record.",
        description=_DESCRIPTION,
        routes=router.routes,
        tags=[{"name": name, "description": words} for name, words in _TAGS],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    schemas = found.setdefault("components", {}).setdefault("schemas", {})
    schemas["ProblemAnswer"] = TypeAdapter(ProblemAnswer).json_schema()
    for name in _UNUSED:
        schemas.pop(name, None)
    if "Span" in schemas:
        schemas["Span"] = _SPAN
    for operation in operations(found).values():
        _exemplify(operation)
    return found


def operations(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The operations of an OpenAPI document by their ids, each with its method and path."""
    return {
        operation["operationId"]: operation
        for methods in document["paths"].values()
        for operation in methods.values()
    }


@cache
def examples() -> dict[str, dict[str, Any]]:
    """Requests to a server over the sample corpus by operation, and what it answers."""
    text = (files("onrecord.web.api") / "examples.json").read_text("utf-8")
    found: dict[str, dict[str, Any]] = json.loads(text)
    return found


def _exemplify(operation: dict[str, Any]) -> None:
    """Put the example of an operation where readers of the document look for it."""
    example = examples().get(operation["operationId"], {})
    given = {**example.get("path", {}), **example.get("query", {})}
    for parameter in operation.get("parameters", ()):
        parameter["schema"].pop("examples", None)
        if parameter["name"] in given:
            parameter["example"] = given[parameter["name"]]
    if "body" in example:
        operation["requestBody"]["content"]["application/json"]["example"] = example["body"]
    if "answer" in example:
        (content,) = operation["responses"]["200"]["content"].values()
        content["example"] = example["answer"]
