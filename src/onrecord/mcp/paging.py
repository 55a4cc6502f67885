"""Results in portions: what fits in a number of characters, and a cursor to what follows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import TypeVar

from pydantic import BaseModel

from onrecord.answers import plain
from onrecord.mcp.failing import CursorError

T = TypeVar("T")


def size_of(value: object) -> int:
    """How many characters a value takes as JSON, with what stands between it and the next."""
    held = value.model_dump(mode="json") if isinstance(value, BaseModel) else plain(value)
    return len(in_json(held)) + 2


def in_json(value: object) -> str:
    """A value as the text of a result has it."""
    return json.dumps(value, ensure_ascii=False)


def fitted(items: Iterable[T], room: int, size: Callable[[T], int]) -> list[T]:
    """The first items whose sizes together stay within `room`; one at least, if there is any.

    Items are asked for one by one, and only one more than is taken.
    """
    taken: list[T] = []
    for item in items:
        room -= size(item)
        if room < 0 and taken:
            break
        taken.append(item)
    return taken


def ground_of(*given: object) -> str:
    """What a cursor is good for, as a short word: the same arguments on the same data."""
    return sha256(json.dumps(given, default=str).encode()).hexdigest()[:12]


def cursor_to(place: int | str, ground: str) -> str:
    """The cursor to a place."""
    return f"{ground}.{place}"


def read_cursor(cursor: str, ground: str) -> str:
    """The place that a cursor leads to, "" for none; `CursorError` where it is of another call."""
    if not cursor:
        return ""
    of, _, place = cursor.partition(".")
    if of != ground or not place:
        raise CursorError(
            "this cursor is not of this call: give the same arguments as before, or begin again "
            "without a cursor"
        )
    return place


def place_in(cursor: str, ground: str) -> int:
    """The same as a number; 0 for no cursor."""
    place = read_cursor(cursor, ground)
    return number_in(place) if place else 0


def number_in(place: str) -> int:
    """A number as cursors write it; `CursorError` for anything else."""
    if not (place.isascii() and place.isdigit() and len(place) < 12):
        raise CursorError("this is no cursor; begin again without one")
    return int(place)
