"""Where a page ended, as a word that callers give back and need not understand."""

from __future__ import annotations

import json
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from onrecord.errors import InputError

_LARGEST = (1 << 63) - 1
Key = tuple[str | int, ...]
"""What the last line of a page is in order by."""


def cursor_after(key: Key, asked: Mapping[str, object]) -> str:
    """The cursor behind a key; it goes with what was `asked` and with nothing else."""
    packed = json.dumps([_digest(asked), *key], ensure_ascii=False, separators=(",", ":"))
    return urlsafe_b64encode(packed.encode("utf-8", errors="replace")).decode("ascii").rstrip("=")


def key_behind(cursor: str, asked: Mapping[str, object], kinds: tuple[type, ...]) -> Any:  # noqa: ANN401
    """The key that a cursor was made of, its pieces of these kinds; None for no cursor.

    `InputError` where it is no cursor, or one of another query.
    """
    if not cursor:
        return None
    digest, *key = _read(cursor)
    if digest != _digest(asked):
        raise InputError("this cursor is of another query; begin without one")
    if [type(piece) for piece in key] != list(kinds) or not all(map(_fits, key)):
        raise InputError("this is no cursor; begin without one")
    return tuple(key)


def _read(cursor: str) -> list[Any]:
    try:
        data = b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        found = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not found:
        raise InputError("this is no cursor; begin without one")
    return found


def _fits(piece: str | int) -> bool:
    """Whether a database can hold it."""
    if isinstance(piece, int):
        return -_LARGEST <= piece <= _LARGEST
    return not any("\ud800" <= c <= "\udfff" for c in piece)


def _digest(asked: Mapping[str, object]) -> str:
    told = json.dumps(sorted((k, str(v)) for k, v in asked.items() if v not in ("", None)))
    return sha256(told.encode("utf-8")).hexdigest()[:12]
