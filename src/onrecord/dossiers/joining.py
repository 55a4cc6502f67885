"""Lines of several documents that are one line."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from onrecord.dossiers.identity import identify, told_apart
from onrecord.model import Line

_OneLine = TypeVar("_OneLine", bound=Line)


def joined(kind: str, lines: list[_OneLine]) -> tuple[_OneLine, ...]:
    """The lines of one kind, each with its id."""
    return told_apart([replace(line, id=_id(kind, line)) for line in lines])


def _id(kind: str, line: Line) -> str:
    first = line.evidence[0] if line.evidence else None
    key = (first.document, str(first.spans[0].start), str(first.spans[0].end)) if first else ()
    return identify(kind, *key)
