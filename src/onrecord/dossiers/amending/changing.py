"""Which fields of a line a person may change, and to what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from onrecord.dates import read_edtf
from onrecord.dossiers.amending.anchoring import kind_of
from onrecord.errors import InputError
from onrecord.model import (
    AgreementKind,
    Line,
    LineKind,
    MeetingKind,
    PromiseState,
    RoleKind,
    Status,
)

LONGEST = 2000
"""Code points that a value, a name or a note may have."""
_LAST_ORDINAL = 9999

_OneLine = TypeVar("_OneLine", bound=Line)
_Read = Callable[[str, str], object]


def changeable(kind: LineKind) -> tuple[str, ...]:
    """The fields of a kind of line that a person may change."""
    return tuple(_FIELDS[kind])


def changed(line: _OneLine, field: str, value: str, *, by: str = "") -> _OneLine:
    """The line with another value of a field; `InputError` where it has no such field or value.

    Dates are EDTF, "" none; names of several are parted by semicolons.
    """
    new: dict[str, Any] = {field: read_value(kind_of(line), field, value, by=by)}
    return replace(line, **new)


def read_value(kind: LineKind, field: str, value: str, *, by: str = "") -> object:
    """What a value means in a field of a kind of line; see `changed`."""
    if field not in _FIELDS[kind]:
        raise InputError(
            f"{field}: no field of a {kind} that can be changed; "
            f"one of {', '.join(_FIELDS[kind])} can"
        )
    return _FIELDS[kind][field](plain(value, field), by)


def plain(value: str, what: str) -> str:
    """A value on one line; `InputError` where it is too long or holds what is no character."""
    words = " ".join(value.split())
    if len(words) > LONGEST:
        raise InputError(f"{what}: longer than {LONGEST} characters")
    if any(ord(c) < 32 or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in words):
        raise InputError(f"{what}: holds a character that cannot be shown")
    return words


def _words(value: str, by: str) -> str:
    return value


def _needed(value: str, by: str) -> str:
    if not value:
        raise InputError("this field cannot be empty")
    return value


def _day(value: str, by: str) -> object:
    return replace(read_edtf(value), how=f"corrected by {by or 'a person'}") if value else None


def _ordinal(value: str, by: str) -> int | None:
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and 0 < int(value[:9]) <= _LAST_ORDINAL):
        raise InputError(f"{value}: no ordinal; it is a number from 1 to {_LAST_ORDINAL}, or empty")
    return int(value)


def _names(value: str, by: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in value.split(";") if name.strip()))


def _leaning(value: str, by: str) -> str:
    if value not in ("", "for", "against"):
        raise InputError(f"{value}: no leaning; it is for, against, or empty")
    return value


def _one_of(values: type[StrEnum]) -> _Read:
    def read(value: str, by: str) -> StrEnum:
        if value not in list(values):
            raise InputError(f"{value or '(empty)'}: not one of {', '.join(values)}")
        return values(value)

    return read


_FIELDS: Mapping[LineKind, Mapping[str, _Read]] = {
    LineKind.ROLE: {
        "actor": _needed,
        "role": _one_of(RoleKind),
        "of": _words,
        "belongs": _words,
    },
    LineKind.POST: {"person": _needed, "post": _needed, "of": _words, "belongs": _words},
    LineKind.MEETING: {
        "kind": _one_of(MeetingKind),
        "name": _words,
        "body": _words,
        "ordinal": _ordinal,
        "dating": _day,
        "place": _words,
        "parties": _names,
        "status": _one_of(Status),
        "belongs": _words,
    },
    LineKind.AGREEMENT: {
        "kind": _one_of(AgreementKind),
        "name": _words,
        "number": _words,
        "dating": _day,
        "place": _words,
        "parties": _names,
        "belongs": _words,
    },
    LineKind.PROMISE: {
        "actor": _needed,
        "what": _needed,
        "made": _day,
        "due": _day,
        "state": _one_of(PromiseState),
        "why": _words,
        "belongs": _words,
    },
    LineKind.POSITION: {
        "speaker": _needed,
        "theme": _needed,
        "leaning": _leaning,
        "belongs": _words,
    },
}
