"""Who is what in a process, a body or a meeting: guarantor, observer, host, mediator, party ..."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.drawing.attesting import attest
from onrecord.drawing.clauses import Clause
from onrecord.drawing.holding import headlines, held_in
from onrecord.drawing.members import Page, list_after, members_in, page_of, said_in
from onrecord.drawing.role_rules import PLAIN, Found, Line, found_in
from onrecord.drawing.speakers import speakers_of
from onrecord.languages import language
from onrecord.model import PostHeld, Profile, Reading, RoleHeld, RoleKind, Span


def draw_roles(
    reading: Reading,
    clauses: Sequence[Clause],
    profile: Profile | None = None,
    *,
    posts: Sequence[PostHeld] = (),
) -> tuple[RoleHeld, ...]:
    """The roles that a document tells of, one an actor, a role and what it is held in.

    `posts` are those of the document (`draw_posts`): a head of state stands for the state. Bare
    "the guarantor countries" are those that the document names as guarantors anywhere, else its
    only list of three states. What a question says counts, and is flagged. `held_in` says what a
    role is held in; where nothing tells, it is that of the actor's only other line of the role.
    """
    page = page_of(reading, posts, profile)
    words = language(page.code).conduct.roles
    found, speakers = list[Found](), speakers_of(page, clauses)
    for clause in clauses:
        if said_in(clause.text, words.any_of):
            line = Line(page, clause, tuple(found[-12:]), speakers)
            found += found_in(line)
    heads = headlines(clauses)
    grouped: dict[tuple[str, RoleKind], dict[str, list[Found]]] = {}
    for one in _with_guarantors(page, clauses, found):
        of = held_in(page, one, profile, heads)
        grouped.setdefault((one.actor, one.role), {}).setdefault(of, []).append(one)
    return tuple(
        _held(reading, group, of) for lines in grouped.values() for of, group in _kept(lines)
    )


def _kept(lines: dict[str, list[Found]]) -> list[tuple[str, list[Found]]]:
    """Those of one actor and role by what they are held in; without it, in the only one."""
    named = [of for of in lines if of]
    if len(named) == 1 and "" in lines:
        return [(named[0], sorted((*lines[""], *lines[named[0]]), key=lambda one: one.span))]
    return list(lines.items())


def _held(reading: Reading, group: Sequence[Found], of: str) -> RoleHeld:
    first: dict[Span, Found] = {}
    for one in group:
        if not any(one.span.meets(span) for span in first):
            first[one.span] = one
    evidence = tuple(attest(reading, (span,), basis=one.basis) for span, one in first.items())
    return RoleHeld(group[0].actor, group[0].role, of, evidence)


def _with_guarantors(page: Page, clauses: Sequence[Clause], found: Sequence[Found]) -> list[Found]:
    """Bare "the guarantor countries" as those that the document says they are."""
    explicit = [one for one in found if one.role is RoleKind.GUARANTOR and one.actor]
    bare = [one for one in found if not one.actor]
    names = [one.actor for one in explicit if one.basis != PLAIN] or [o.actor for o in explicit]
    if bare and not names:
        names = _three(page, clauses)
    meant = [replace(one, actor=name) for one in bare for name in dict.fromkeys(names)]
    return sorted([*(one for one in found if one.actor), *meant], key=lambda one: one.span)


def _three(page: Page, clauses: Sequence[Clause]) -> list[str]:
    """The three that a document names together again and again, and no other three."""
    threes: list[tuple[str, ...]] = []
    for clause in clauses:
        if "," not in clause.text:
            continue
        members = members_in(page, clause)
        for one in members:
            names = {m.name for m in list_after(page, clause.text, members, one.span.start)}
            if len(names) > 2:
                threes.append(tuple(sorted(names)))
                break
    lists = {one for one in threes if len(one) == 3}
    return list(lists.pop()) if len(lists) == 1 and len(threes) > 1 else []
