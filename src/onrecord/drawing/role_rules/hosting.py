"""Who hosts: who is thanked for it, who provides the venue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.drawing.actors import ActorKind
from onrecord.drawing.members import expression
from onrecord.drawing.role_rules.lines import (
    Found,
    Line,
    clause_end,
    present,
    states,
)
from onrecord.model import RoleKind


def hosts(line: Line) -> Iterator[Found]:
    """Those who host: by a verb, by thanks, by a word of praise."""
    words = line.words
    for match in line.finds(words.hospitable):
        named = states(line.after(match.end()))[:1]
        if named and named[0].span.start == match.end():
            reach = (match.start(), named[0].span.end)
            yield from line.found(named, RoleKind.HOST, reach, "hospitable")
    for one in line.members if line.tells(words.hosting) else ():
        if one.kind is ActorKind.STATE and expression(line.words.hosts).search(
            one.span.of(line.text)
        ):
            yield from line.found([one], RoleKind.HOST, (one.span.start, one.span.end), "our hosts")
    for match in line.finds(words.hosted_by):
        named = present(line.after(match.end()))[:1]
        if named:
            reach = (match.start(), named[0].span.end)
            yield from line.found(named, RoleKind.HOST, reach, "hosted by")
    yield from _hosting(line)
    yield from _thanked(line)


def _hosting(line: Line) -> Iterator[Found]:
    """ "Ankara hosted talks", "our friends from Kazakhstan provided the venue"."""
    occasion = expression(line.words.occasion)
    if not (line.tells(line.words.hosting) or line.tells(line.words.venues)):
        return
    for one in line.members:
        if one.place or one.kind is ActorKind.GROUP:
            continue
        match = expression(line.words.host).match(line.text, one.span.end)
        if match:
            held = occasion.search(line.text, match.end(), min(len(line.text), match.end() + 90))
            if held and not expression(line.words.stop).search(
                line.text, match.end(), held.start()
            ):
                yield from line.found([one], RoleKind.HOST, (one.span.start, held.end()), "hosts")
        venue = expression(line.words.venue).match(line.text, one.span.end)
        if venue and not any(
            other.span.start >= one.span.end and other.span.end <= venue.end()
            for other in line.members
        ):
            reach = (one.span.start, venue.end())
            yield from line.found([one], RoleKind.HOST, reach, "provides the venue")


def _thanked(line: Line) -> Iterator[Found]:
    for thanks in line.finds(line.words.thanks):
        hospitality = expression(line.words.hospitality).search(line.text, thanks.end())
        if not hospitality or hospitality.start() - thanks.end() > 220:
            continue
        named = [
            one
            for one in line.members
            if thanks.end() <= one.span.start
            and one.span.end <= hospitality.start()
            and one.kind is not ActorKind.GROUP
        ]
        if not named:  # "Mr Holm, thank you for receiving us"
            named = [m for m in line.members if m.kind is ActorKind.PERSON]
            named = [m for m in named if m.span.end <= thanks.start()][-1:]
        if named and line.text.find(". ", thanks.end(), hospitality.start()) < 0:
            reach = (named[0].span.start, clause_end(line.text, hospitality.end()))
            named = [replace(one, name=one.of or one.name) for one in named]
            yield from line.found(named, RoleKind.HOST, reach, "thanked for hosting")
