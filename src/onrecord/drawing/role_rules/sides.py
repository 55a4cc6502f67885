"""The sides of a conflict, where they talk with one another."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.drawing.actors import ActorKind
from onrecord.drawing.members import Member, expression
from onrecord.drawing.role_rules.attending import participants
from onrecord.drawing.role_rules.lines import (
    Found,
    Line,
)
from onrecord.drawing.role_rules.standing import members
from onrecord.model import RoleKind, Span


def sides(line: Line) -> Iterator[Found]:
    """The sides of a conflict where they talk: "talks between A and B", "A's talks with B"."""
    if not expression(line.words.seated).search(line.text):
        return
    taken = [*participants(line), *members(line)]
    for named, start in _sides(line):
        reach = (start, named[-1].span.end)
        span = Span(*reach).moved(line.clause.span.start)
        if not any(span.meets(found.span) for found in taken):
            found = list(line.found(named, RoleKind.PARTY, reach, "sides that talk"))
            taken += found
            yield from found


def _sides(line: Line) -> Iterator[tuple[list[Member], int]]:
    """Those who talk with one another, and where the words of it begin."""
    for match in line.finds(line.words.talks):
        leads = expression(line.words.leads).match(line.text, match.end())
        window = _window(line, leads.end()) if leads else []
        if len(window) > 1 and any(m.kind is ActorKind.GROUP for m in window):
            yield window, match.start()
        owner = line.upto(match.start(), r"[’']s (?:\w+ )?")[-1:]
        other = expression(line.words.with_whom).match(line.text, match.end())
        named = [*owner, *line.after(other.end())] if owner and other else []
        if len(named) > 1 and any(m.kind is ActorKind.GROUP for m in named):
            yield named, owner[0].span.start
    joined = expression(line.words.joined)
    for one in line.members:
        named = line.after(one.span.start) if one.kind is ActorKind.GROUP else []
        groups = len(named) == 2 and all(m.kind is ActorKind.GROUP for m in named)
        if groups and joined.search(line.text, named[0].span.end, named[1].span.start):
            yield named, one.span.start


def _window(line: Line, start: int) -> list[Member]:
    """Those between "between" and the end of what follows its "and"."""
    stop = expression(line.words.stop_sides).search(line.text, start)
    limit = min(start + 160, stop.start() if stop else len(line.text))
    named = [m for m in line.members if start <= m.span.start and m.span.end <= limit]
    named = [m for m in named if m.kind in (ActorKind.GROUP, ActorKind.STATE) and not m.place]
    last = next(
        (
            n
            for n, m in enumerate(named)
            if expression(line.words.joined).search(line.text, start, m.span.start)
        ),
        -1,
    )
    return named[: last + 1] if last > 0 else []
