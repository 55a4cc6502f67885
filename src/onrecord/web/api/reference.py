"""The reference of the API for a person, made from its OpenAPI document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_METHODS = ("get", "post")


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a field: its name, what it is, and what it means."""

    name: str
    kind: str
    words: str
    needed: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that the API does."""

    id: str
    method: str
    path: str
    summary: str
    words: str
    parameters: tuple[Field, ...]
    body: str
    answer: str
    problems: tuple[tuple[str, str], ...]
    example: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of object that is sent or received."""

    name: str
    words: str
    fields: tuple[Field, ...]


def sections(document: Mapping[str, Any]) -> list[tuple[str, str, list[Operation]]]:
    """The operations by tag, in the order of the tags: name, words, operations."""
    every = [
        (operation, method, path)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if method in _METHODS
    ]
    return [
        (
            tag["name"],
            tag["description"],
            [_operation(*one) for one in every if tag["name"] in one[0].get("tags", ())],
        )
        for tag in document["tags"]
    ]


def shapes(document: Mapping[str, Any]) -> list[Shape]:
    """Every kind of object, by name."""
    held = document["components"]["schemas"]
    return [
        Shape(name, one.get("description", ""), tuple(_fields(one)))
        for name, one in sorted(held.items())
        if "properties" in one
    ]


def _operation(operation: Mapping[str, Any], method: str, path: str) -> Operation:
    parameters = tuple(
        Field(
            one["name"],
            kind_of(one["schema"]),
            one.get("description") or one["schema"].get("description", ""),
            one.get("required", False),
            one["in"],
        )
        for one in operation.get("parameters", ())
    )
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    answers = operation["responses"]["200"]["content"]
    answer = " or ".join(
        kind_of(one["schema"]) if media == "application/json" else media
        for media, one in answers.items()
    )
    return Operation(
        operation["operationId"],
        method.upper(),
        path,
        operation["summary"],
        operation.get("description", ""),
        parameters,
        kind_of(body["schema"]) if body else "",
        answer,
        tuple(
            (status, one["description"])
            for status, one in operation["responses"].items()
            if status != "200"
        ),
        _example(operation, body),
    )


def _example(operation: Mapping[str, Any], body: Mapping[str, Any]) -> str:
    (content,) = operation["responses"]["200"]["content"].values()
    given = {
        one["name"]: one["example"] for one in operation.get("parameters", ()) if "example" in one
    }
    asked = body.get("example") or given
    if "example" not in content:
        return ""
    pieces = [json.dumps(one, ensure_ascii=False, indent=1) for one in (asked, content["example"])]
    return "\n\n".join(pieces)


def _fields(schema: Mapping[str, Any]) -> Iterator[Field]:
    needed = schema.get("required", ())
    for name, one in schema["properties"].items():
        yield Field(name, kind_of(one), one.get("description", ""), name in needed)


def kind_of(schema: Mapping[str, Any]) -> str:
    """What a schema takes, in a few words."""
    several = schema.get("anyOf") or schema.get("oneOf")
    if several:
        return " or ".join(dict.fromkeys(kind_of(one) for one in several))
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    values = schema.get("enum") or [schema[name] for name in ("const",) if name in schema]
    if values:
        return " | ".join(json.dumps(one) for one in values)
    return _container(schema) or str(schema.get("type", "anything"))


def _container(schema: Mapping[str, Any]) -> str:
    """A list or a map, and of what; "" for anything else."""
    if "prefixItems" in schema:
        return f"[{', '.join(kind_of(one) for one in schema['prefixItems'])}]"
    if schema.get("type") == "array":
        return f"list of {kind_of(schema.get('items', {}))}"
    if schema.get("type") == "object" and schema.get("additionalProperties"):
        return f"map to {kind_of(schema['additionalProperties'])}"
    return ""
