"""Who is what in a process, a body or a meeting: guarantor, observer, host, mediator, party ..."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.drawing.actors import ActorKind
from onrecord.drawing.attesting import attest
from onrecord.drawing.clauses import Clause
from onrecord.drawing.members import Page, list_after, members_in, page_of, said_in
from onrecord.drawing.mentions import Naming, mentions
from onrecord.drawing.role_rules import PLAIN, Found, Line, found_in
from onrecord.languages import language
from onrecord.model import PostHeld, Profile, Reading, RoleHeld, RoleKind, Span

_OF_BODIES = frozenset({RoleKind.CHAIR, RoleKind.MEMBER})
_NEAR = 40


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
    only list of three states. What a question says counts, and is flagged. Of chairs and members
    `of` is the organisation, of others the process of `profile` where the sentence or the
    paragraph names it.
    """
    page = page_of(reading, posts, profile)
    words = language(page.code).conduct.roles
    found: list[Found] = []
    for clause in clauses:
        if said_in(clause.text, words.any_of):
            line = Line(page, clause, tuple(found[-12:]))
            found += found_in(line)
    grouped: dict[tuple[str, RoleKind, str], list[Found]] = {}
    for one in _with_guarantors(page, clauses, found):
        body = _body(page, one) if one.role in _OF_BODIES else ""
        grouped.setdefault((one.actor, one.role, body), []).append(one)
    return tuple(_held(reading, group, of, profile) for (*_, of), group in grouped.items())


def _held(reading: Reading, group: Sequence[Found], of: str, profile: Profile | None) -> RoleHeld:
    first: dict[Span, Found] = {}
    for one in group:
        if not any(one.span.meets(span) for span in first):
            first[one.span] = one
    evidence = tuple(attest(reading, (span,), basis=one.basis) for span, one in first.items())
    if profile and not of:
        of = next((name for one in group if (name := _process(reading, one, profile))), "")
    return RoleHeld(group[0].actor, group[0].role, of, evidence)


def _body(page: Page, found: Found) -> str:
    """The organisation that somebody chairs or is a member of: the first after its words begin."""
    start = found.span.start - found.clause.span.start
    for member in members_in(page, found.clause):
        organisation = member.kind is ActorKind.ORGANISATION and member.name != found.actor
        if organisation and start <= member.span.start <= start + len(found.span) + _NEAR:
            return member.name
    return ""


def _process(reading: Reading, found: Found, profile: Profile) -> str:
    """The process that a role is held in, where the sentence or the paragraph names it."""
    for stretch in (found.clause.span, found.clause.paragraph):
        for one in mentions(stretch.of(reading.document.text), profile):
            if one.naming is Naming.NAME:
                return one.name
    return ""


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
