"""Who takes part, is invited, or does not come."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.drawing.actors import ActorKind
from onrecord.drawing.members import Member, expression, list_before
from onrecord.drawing.role_rules.lines import (
    Found,
    Line,
    clause_end,
    name_start,
    occasion_after,
    present,
    states,
)
from onrecord.model import RoleKind, Span

_MEMBER = 7


def participants(line: Line) -> Iterator[Found]:
    """Those who take part: listed, represented, by a verb, within a format."""
    words = line.words
    for match in line.finds(words.participation):
        named = line.after(match.end())
        if named:
            reach = (match.start(), named[-1].span.end)
            yield from line.found(named, RoleKind.PARTICIPANT, reach, "participation of")
    for match in line.finds(words.present):
        listed = line.after(match.end())
        for one in line.members:
            person = one.kind is ActorKind.PERSON and one.name != one.of
            if expression(line.words.member_after).search(
                line.text, one.span.start, one.span.end + _MEMBER
            ):
                continue
            if one.span.start >= match.end() and (person or one in listed):
                start = name_start(line, one)
                reach = (start, one.span.end)
                yield from line.found([one], RoleKind.PARTICIPANT, reach, "attended by")
    for match in line.finds(words.their_part):
        people = [m for m in line.members if m.span.end <= match.start()]
        named = [m for m in people if m.kind is ActorKind.PERSON][-1:]
        if named and occasion_after(line, match.end()):
            reach = (match.start(), occasion_after(line, match.end()))
            yield from line.found(named, RoleKind.PARTICIPANT, reach, "their participation")
    for one in line.members if line.tells(words.delegated) else ():
        sent = expression(words.delegated).match(line.text, one.span.end)
        if sent and expression(line.words.delegates).search(one.span.of(line.text)):
            reach = (one.span.start, sent.end())
            yield from line.found([one], RoleKind.PARTICIPANT, reach, "delegation to")
    yield from _attending(line)
    yield from _cooperating(line)


def _attending(line: Line) -> Iterator[Found]:
    for match in line.finds(line.words.attending):
        end = occasion_after(line, match.end())
        named = present(line.upto(match.start(), line.words.leading)) if end else []
        if named:
            yield from line.found(
                named, RoleKind.PARTICIPANT, (named[0].span.start, end), "took part"
            )
    for match in line.finds(line.words.involved):
        named = present(line.upto(match.start(), ""))
        end = clause_end(line.text, match.end())
        if named and expression(line.words.settling).search(line.text, match.end(), end):
            reach = (named[0].span.start, end)
            yield from line.found(named, RoleKind.PARTICIPANT, reach, "involved in")


def _cooperating(line: Line) -> Iterator[Found]:
    """ "Work of Peru, Chile and Kenya together in the Vale format"."""
    if not line.tells(line.words.within):
        return
    for number, one in enumerate(line.members):
        match = expression(line.words.within).match(line.text, one.span.end)
        if match is None:
            continue
        named = list_before(line.page, line.text, line.members[: number + 1], one.span.end)
        named = states(named)
        if len(named) > 1 and expression(line.words.between).search(
            line.text, 0, named[0].span.start
        ):
            reach = (named[0].span.start, match.end())
            yield from line.found(named, RoleKind.PARTICIPANT, reach, "within a format")


def invited(line: Line) -> Iterator[Found]:
    """Those who are invited to take part in something; not on a visit."""
    for match in line.finds(line.words.invite):
        named = present(line.after(match.end()))
        to = expression(line.words.to_join).match(line.text, named[-1].span.end) if named else None
        if to:
            reach = (match.start(), to.end())
            yield from line.found(named, RoleKind.INVITED, reach, "invited to")
    for one in line.members if line.tells(line.words.invited) else ():
        passive = expression(line.words.invited).match(line.text, one.span.end)
        part = expression(line.words.part_of).search(line.text, 0, one.span.start)
        if passive and not part and not one.place and one.kind is not ActorKind.PERSON:
            reach = (one.span.start, passive.end())
            yield from line.found([one], RoleKind.INVITED, reach, "has been invited")


def absent(line: Line) -> Iterator[Found]:
    """Those who did not come; "they" are those who were invited in the sentence before."""
    meant = _last_invited(line)
    for match in line.finds(line.words.unanswered):
        yield from line.found(meant, RoleKind.ABSENT, match.span(), "left unanswered")
        for took in line.finds(line.words.they):
            near = min(len(line.text), took.end() + 40)
            part = expression(line.words.attending).search(line.text, took.end(), near)
            if part:
                reach = (took.start(), part.end())
                yield from line.found(meant, RoleKind.PARTICIPANT, reach, "they took part")
                break
    for one in line.members if line.tells(line.words.absent) else ():
        gone = expression(line.words.absent).match(line.text, one.span.end)
        if gone is None:
            continue
        named = present(line.upto(one.span.end))
        end = clause_end(line.text, gone.end())
        if named and expression(line.words.occasion).search(line.text, gone.end(), end):
            yield from line.found(named, RoleKind.ABSENT, (named[0].span.start, end), "absent")


def _last_invited(line: Line) -> list[Member]:
    invited = [one for one in line.before if one.role is RoleKind.INVITED]
    near = [one for one in invited if one.clause.paragraph == line.clause.paragraph]
    last = near[-1].clause if near else None
    return [Member(one.actor, Span(0, 0), ActorKind.STATE) for one in near if one.clause is last]
