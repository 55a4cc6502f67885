"""What somebody is as long as a process lasts: guarantor, observer, mediator, chair, member."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.drawing.actors import ActorKind
from onrecord.drawing.members import Member, expression
from onrecord.drawing.role_rules.lines import (
    PLAIN,
    Found,
    Line,
    ending,
    present,
    states,
)
from onrecord.model import RoleKind, Span


def guarantors(line: Line) -> Iterator[Found]:
    """Guarantors by a list; without one, as the actor ""."""
    for match in line.finds(line.words.guarantor):
        tail = expression(line.words.of_some).match(line.text, match.end())
        for start in dict.fromkeys((match.end(), tail.end() if tail else match.end())):
            opening = expression(line.words.opening).match(line.text, start)
            named = states(line.after(opening.end() if opening else start))
            if len(named) > 1:
                reach = (match.start(), named[-1].span.end)
                plain = " " not in match.group() and not tail
                basis = PLAIN if plain else "guarantors: list"
                yield from line.found(named, RoleKind.GUARANTOR, reach, basis)
                break
        else:
            named = states(line.upto(match.start(), line.words.being))
            if named:
                reach = (named[0].span.start, match.end())
                yield from line.found(named, RoleKind.GUARANTOR, reach, "list as guarantors")
            else:
                yield from _bare(line, match)


def _bare(line: Line, match: re.Match[str]) -> Iterator[Found]:
    """Guarantors without a name, where the words say that it is those of a process."""
    states = " " in match.group() or "-" in match.group()
    of = expression(line.words.of_process).match(line.text, match.end())
    if states or of:
        span = Span(match.start(), of.end() if of else match.end())
        yield Found(
            "", RoleKind.GUARANTOR, span.moved(line.clause.span.start), line.clause, "guarantors"
        )


def observers(line: Line) -> Iterator[Found]:
    """Observers of an occasion: "observers from A and B", "A attended as an observer"."""
    if not expression(line.words.occasion).search(line.text):
        return
    for match in line.finds(line.words.observer):
        opening = expression(line.words.such_as).match(line.text, match.end())
        named = present(line.after(opening.end())) if opening else []
        if named:
            reach = (match.start(), named[-1].span.end)
            yield from line.found(named, RoleKind.OBSERVER, reach, "observers: list")
    for match in line.finds(line.words.observing):
        acting = _acting_before(line, match.start())
        if acting and not expression(line.words.invite).search(line.text, 0, match.start()):
            reach = (acting[0].span.start, match.end())
            yield from line.found(acting, RoleKind.OBSERVER, reach, "as observers")


def _acting_before(line: Line, place: int) -> list[Member]:
    """The list before a verb that ends not far before a place."""
    for match in line.finds(line.words.attending):
        if match.start() < place <= match.end() + 60:
            return present(line.upto(match.start(), line.words.leading))
    return present(line.upto(place, r"\s*,?\s*(?:\w+ )?"))


def mediators(line: Line) -> Iterator[Found]:
    """Those by whose mediation something comes about."""
    for match in line.finds(line.words.mediation):
        named = present(line.after(match.end()))
        if named:
            reach = (match.start(), named[-1].span.end)
            yield from line.found(named, RoleKind.MEDIATOR, reach, "mediation of")


def chairs(line: Line) -> Iterator[Found]:
    """Those who chair or co-chair a body or a meeting."""
    for match in line.finds(line.words.chair):
        after = line.after(match.end())
        together = expression(line.words.together).search(line.text, 0, match.start())
        if together:
            named = states(line.after(together.end()))
            other = line.upto(together.start(), r"[\s,]*(?:[\w ]{0,20})")[-1:]
            reach = (together.start(), ending(line, match.end(), after))
            yield from line.found((*named, *other), RoleKind.CHAIR, reach, "together with, chair")
            continue
        named = present(line.upto(match.start(), line.words.being))
        if named:
            reach = (named[0].span.start, ending(line, match.end(), after))
            yield from line.found(named, RoleKind.CHAIR, reach, "chairs")
    for match in line.finds(line.words.chairing):
        named = present(line.upto(match.start(), r"\s*(?:\w+ )?"))
        by = expression(line.words.by).match(line.text, match.end())
        named = named or (present(line.after(by.end())) if by else [])
        if named:
            reach = (min(named[0].span.start, match.start()), ending(line, match.end(), named))
            yield from line.found(named, RoleKind.CHAIR, reach, "chairs")
    yield from _presidency(line)


def _presidency(line: Line) -> Iterator[Found]:
    """ "Kazakhstan's OSCE Chairmanship", "Argentina's presidency of the G20"."""
    for match in line.finds(line.words.presidency):
        of = expression(line.words.of_the).match(line.text, match.end())
        body = [m for m in line.after(of.end()) if m.kind is not ActorKind.PERSON] if of else []
        before = line.upto(match.start(), r"(?:[’']s)? ")
        owner = before[-1:]
        if owner and owner[0].kind is ActorKind.ORGANISATION:
            body = body or owner
            owner = line.upto(owner[0].span.start, r"[’']s ")[-1:]
        elif body and not owner:  # "the country holding the presidency of X, Russia"
            named = [*body, *line.after(body[-1].span.end)]
            owner = [m for m in named if m.kind is ActorKind.STATE and m is not body[0]][:1]
            body = [*body[:1], *owner]
        elif not body and not (of and line.text[of.end() : of.end() + 1].isupper()):
            continue
        if owner and owner[0].kind is ActorKind.STATE:
            end = max([match.end(), *(one.span.end for one in body)])
            reach = (min(owner[0].span.start, match.start()), end)
            yield from line.found(owner, RoleKind.CHAIR, reach, "presidency of")


def members(line: Line) -> Iterator[Found]:
    """Members of a body, elected, listed, or those whom it is made up of."""
    for match in line.finds(line.words.member):
        named = present(line.upto(match.start(), r"\s*(?:,[^,]{0,40},)?\s*(?:\w+ )?"))
        body = expression(line.words.body, cased=True).match(line.text, match.end())
        if named and body:
            reach = (named[0].span.start, body.end())
            yield from line.found(named, RoleKind.MEMBER, reach, "member of")
    for match in line.finds(line.words.members):
        body = expression(line.words.body, cased=True).match(line.text, match.end())
        gap = expression(line.words.opening).match(line.text, body.end()) if body else None
        named = states(line.after(gap.end())) if gap else []
        if len(named) > 1:
            reach = (match.start(), named[-1].span.end)
            yield from line.found(named, RoleKind.MEMBER, reach, "members: list")
    for match in line.finds(line.words.made_of):
        named = line.after(match.end())
        if named:
            reach = (match.start(), named[-1].span.end)
            yield from line.found(named, RoleKind.MEMBER, reach, "made up of")
