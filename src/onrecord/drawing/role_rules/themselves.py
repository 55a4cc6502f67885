"""What speakers say of themselves, and of those named just before: "we both took part"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.drawing.actors import ActorKind
from onrecord.drawing.members import Member, expression, list_after, members_in
from onrecord.drawing.role_rules.lines import Found, Line, occasion_after, states
from onrecord.model import RoleKind, Span

_SIDES = 2


def themselves(line: Line) -> Iterator[Found]:
    """Those who say that they take part, work together in a format, or were invited."""
    yield from _taking_part(line)
    yield from _working_together(line)
    yield from _numbered(line)
    yield from _these(line)
    yield from _thankful(line)


def _taking_part(line: Line) -> Iterator[Found]:
    """ "We both took part in the summit"."""
    for match in line.finds(line.words.we_attended):
        end = occasion_after(line, match.end())
        if end:
            meant = line.we(together=bool(match.group("both")))
            reach = (match.start(), end)
            yield from line.found(meant, RoleKind.PARTICIPANT, reach, "we took part")


def _working_together(line: Line) -> Iterator[Found]:
    """ "We coordinate our actions with Chile as part of the Lake process"."""
    for match in line.finds(line.words.working):
        if not expression(line.words.us).search(line.text, 0, match.end()):
            continue
        opening = 1 + line.text.rfind(";", 0, match.start())
        beside = expression(line.words.beside).finditer(line.text, opening, match.end())
        named = [m for one in beside for m in states(line.after(one.end()))]
        meant = [*line.we(), *named]
        if named and len({one.name for one in meant}) > 1:
            yield from line.found(meant, RoleKind.PARTICIPANT, match.span(), "we work together")


def _numbered(line: Line) -> Iterator[Found]:
    """ "The three states within the Lake format", where as many are named just before."""
    for match in line.finds(line.words.counted):
        named = _listed(line, line.words.counts.get(match.group("count").casefold(), 0))
        yield from line.found(named, RoleKind.PARTICIPANT, match.span(), "as many as were named")


def _listed(line: Line, count: int) -> list[Member]:
    """The last list of so many states before in the paragraph."""
    earlier = line.earlier()
    members = [m for m in members_in(line.page, earlier) if not m.place]
    lists = [list_after(line.page, earlier.text, members, m.span.start) for m in members]
    found = [one for one in lists if count and len({m.name for m in states(one)}) == count]
    return states(found[-1]) if found else []


def _these(line: Line) -> Iterator[Found]:
    """ "All these groups took part in the talks": groups with names, just before."""
    for match in line.finds(line.words.these):
        end = occasion_after(line, match.end())
        earlier = line.earlier().text
        names = expression(line.words.groups, cased=True).findall(earlier) if end else []
        named = [Member(name, Span(0, 0), ActorKind.GROUP) for name in names]
        yield from line.found(named, RoleKind.PARTICIPANT, (match.start(), end), "these took part")


def _thankful(line: Line) -> Iterator[Found]:
    """Thanks for an invitation, or for accepting one, to what more than two sides attend."""
    thanks, accepted = (
        list(line.finds(words)) for words in (line.words.for_invitation, line.words.accepting)
    )
    if not thanks and not accepted:
        return
    met = line.speakers.met if line.speakers else ()
    we = line.we()
    speaking = {one.name for one in we}
    if len({*met, *speaking}) <= _SIDES:
        return
    for match in thanks:
        yield from line.found(we, RoleKind.INVITED, match.span(), "thanks for inviting")
    for match in accepted:
        guests = [name for name in met if name not in speaking] if speaking else []
        named = [Member(name, Span(0, 0), ActorKind.STATE) for name in guests]
        yield from line.found(named, RoleKind.INVITED, match.span(), "thanked for coming")
