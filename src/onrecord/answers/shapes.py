"""What every answer is made of: frozen fields that JSON can hold, each with its words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import (
    Any,
    TypeVar,
    cast,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from onrecord.model import Span, Spans

T = TypeVar("T")

Place = tuple[int, int]
"""A span as programs are given it: `[start, end]`, half-open, in code points."""
Places = tuple[Place, ...]


@dataclass_transform(frozen_default=True, kw_only_default=True)
def answer(shape: type[T]) -> type[T]:
    """A frozen, slotted dataclass, the words under whose fields describe them in schemas.

    They do so wherever pydantic derives a schema from it (`use_attribute_docstrings`).
    """
    made = dataclass(frozen=True, slots=True, kw_only=True)(shape)
    setattr(made, "__pydantic_config__", {"use_attribute_docstrings": True})  # noqa: B010
    return made


def plain(value: object) -> Any:  # noqa: ANN401  (whatever JSON can hold)
    """An answer, or any noun of the model, as `json.dumps` takes it; a span is `[start, end]`."""
    if value is None or (isinstance(value, str | int | float) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum | date):
        return value.value if isinstance(value, Enum) else value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in _names(cast(Hashable, type(value)))}
    raise TypeError(f"no plain form of a {type(value).__name__}")


def place(span: Span) -> Place:
    """A span as programs are given it."""
    return span.start, span.end


def places(spans: Spans) -> Places:
    """Spans as programs are given them."""
    return tuple((span.start, span.end) for span in spans)


def like(shape: type[T], noun: object, **others: object) -> T:
    """An answer of this shape with the fields of a noun that have the same names.

    `others` are the fields that the noun does not have.
    """
    kept = {
        name: others[name] if name in others else _fitted(hint, getattr(noun, name))
        for name, hint in _hints(cast(Hashable, shape)).items()
    }
    return shape(**kept)


def _fitted(hint: Any, value: Any) -> Any:  # noqa: ANN401
    """A value of the model as the type of an answer's field."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Span):
        return place(value)
    if isinstance(value, Enum | date):
        return value.value if isinstance(value, Enum) else value.isoformat()
    if isinstance(value, str):
        return value
    inner = [one for one in get_args(hint) if one not in (NoneType, Ellipsis)]
    if isinstance(value, tuple | list):
        return tuple(_fitted(inner[0], one) for one in value)
    return like(hint if get_origin(hint) is None else inner[0], value)


@cache
def _hints(shape: Hashable) -> dict[str, Any]:
    return get_type_hints(shape)


@cache
def _names(shape: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cast(Any, shape)))
