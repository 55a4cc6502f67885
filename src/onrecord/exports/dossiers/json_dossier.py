"""A dossier as JSON, whole, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from onrecord.errors import InputError
from onrecord.model import Dossier, Span

FORMAT = "onrecord-dossier"
VERSION = 1
_LONE = re.compile("[\\ud800-\\udfff]")
"""Halves of characters, which no encoding has; JSON can still escape them."""


def as_json(dossier: Dossier) -> str:
    """A dossier as JSON, with all that the model has, under the names that the model has.

    A span is `[start, end]`, half-open, in code points of the document's text; a day is ISO 8601, a
    date EDTF with `earliest` and `latest`. `from_json` reads it back without loss.
    """
    whole = {"format": FORMAT, "version": VERSION, **_plain(dossier)}
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    if _LONE.search(text):
        text = json.dumps(whole, indent=1)
    return f"{text}\n"


def from_json(text: str) -> Dossier:
    """The dossier that `as_json` wrote; raises `InputError` where `text` is none."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise InputError(f"not a dossier: there is no format {FORMAT!r} in it")
    if whole.get("version") != VERSION:
        raise InputError(f"a dossier of version {whole.get('version')!r}; this reads {VERSION}")
    found: Dossier = _read(Dossier, whole, "dossier")
    return found


def _plain(value: Any) -> Any:  # noqa: ANN401  (whatever JSON can hold)
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum | date):
        return value.value if isinstance(value, Enum) else value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _read(kind: Any, value: Any, where: str) -> Any:  # noqa: ANN401
    """`value` as the type `kind`; raises `InputError` with the place where it does not fit."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        others = [one for one in get_args(kind) if one is not NoneType]
        return None if value is None else _read(_likeliest(others, value), value, where)
    if origin is tuple:
        return _tuple(get_args(kind), value, where)
    if origin is not None and issubclass(origin, Mapping):
        of = get_args(kind)[1]
        items = _expected(value, dict, where).items()
        return {key: _read(of, one, f"{where}.{key}") for key, one in items}
    if kind is Span or (isinstance(kind, type) and issubclass(kind, Enum | date)):
        return _made(kind, value, where)
    if is_dataclass(kind):
        return _dataclass(kind, value, where)
    return _expected(value, kind, where)


def _likeliest(kinds: Sequence[Any], value: Any) -> Any:  # noqa: ANN401
    """Of several kinds of lines the one whose fields these are, and as few others as may be."""
    if len(kinds) == 1 or not isinstance(value, dict):
        return kinds[0]
    return max(kinds, key=lambda kind: 2 * len(_hints(kind).keys() & value) - len(_hints(kind)))


def _tuple(kinds: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:  # noqa: ANN401
    given = _expected(value, list, where)
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_read(kinds[0], one, f"{where}[{n}]") for n, one in enumerate(given))
    if len(kinds) != len(given):
        raise InputError(f"not a dossier: {where} has {len(given)} items, not {len(kinds)}")
    return tuple(_read(k, one, where) for k, one in zip(kinds, given, strict=True))


def _made(kind: Any, value: Any, where: str) -> Any:  # noqa: ANN401
    try:
        if kind is Span:
            return Span(*(int(one) for one in value))
        return date.fromisoformat(value) if kind is date else kind(value)
    except (TypeError, ValueError):
        raise InputError(f"not a dossier: {where} is {value!r}") from None


def _dataclass(kind: Any, value: Any, where: str) -> Any:  # noqa: ANN401
    given = _expected(value, dict, where)
    hints = _hints(kind)
    needed = {f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING}
    if lacking := sorted(needed - set(given)):
        raise InputError(f"not a dossier: {where} has no {lacking[0]!r}")
    return kind(
        **{
            name: _read(of, given[name], f"{where}.{name}")
            for name, of in hints.items()
            if name in given
        }
    )


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    return get_type_hints(kind)


def _expected(value: Any, kind: Any, where: str) -> Any:  # noqa: ANN401
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise InputError(f"not a dossier: {where} is {value!r}")
    return value
