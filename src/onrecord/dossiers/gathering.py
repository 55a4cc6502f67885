"""The lines of many documents, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from onrecord.model import (
    Agreement,
    Drawn,
    Evidence,
    Line,
    Meeting,
    Position,
    PostHeld,
    Promise,
    RoleHeld,
)


@dataclass(slots=True)
class Gathered:
    """All lines that were drawn so far, document by document in the order of their days."""

    roles: list[RoleHeld] = field(default_factory=list)
    posts: list[PostHeld] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)

    def add(self, drawn: Drawn) -> None:
        """Put the lines of one more document beside the others."""
        for kind in fields(self):
            getattr(self, kind.name).extend(getattr(drawn, kind.name))


def evidence_of(line: Line) -> tuple[Evidence, ...]:
    """All words that a line stands on, those of its outcome included."""
    return (*line.evidence, *line.outcome) if isinstance(line, Promise) else line.evidence


def cited(lines: Iterable[Line]) -> set[str]:
    """The documents that any of the lines cites."""
    return {one.document for line in lines for one in evidence_of(line)}
