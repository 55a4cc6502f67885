"""The tables of a report: who held which role, what was when, which documents were read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.exports.days import NEVER, day_in_words, first_day
from onrecord.exports.dossiers.blocks import Cell, Run, Table
from onrecord.exports.dossiers.citing import cite, web_address
from onrecord.exports.dossiers.entries import announced_days, day_of, told_on
from onrecord.exports.dossiers.naming import plain, post_in_words, role_in_words, title_of
from onrecord.model import (
    Agreement,
    Dating,
    DocumentLine,
    Dossier,
    Evidence,
    Line,
    Meeting,
    PostHeld,
    Promise,
    RoleHeld,
    RoleKind,
)


def roles_table(dossier: Dossier, roles: Sequence[RoleHeld]) -> Table:
    """Actors and roles, with the first and the last words that tell of each."""
    kinds = list(RoleKind)
    ordered = sorted(
        roles, key=lambda role: (kinds.index(role.role), role.of, role.actor.casefold())
    )
    rows = tuple(
        (
            (Run(role_in_words(role), _anchor(role)),),
            (Run(role.actor),),
            *_first_and_last(role.evidence, dossier.documents),
        )
        for role in ordered
    )
    return Table("Roles", ("Role", "Actor", "First evidence", "Last evidence"), rows)


def posts_table(dossier: Dossier, posts: Sequence[PostHeld]) -> Table:
    """People and posts, with the first and the last words that tell of each."""
    ordered = sorted(posts, key=lambda post: (post_in_words(post).casefold(), _first(post)))
    rows = tuple(
        (
            (Run(post_in_words(post)),),
            (Run(post.person, _anchor(post)),),
            *_first_and_last(post.evidence, dossier.documents),
        )
        for post in ordered
    )
    return Table("People and posts", ("Post", "Person", "First evidence", "Last evidence"), rows)


def timeline_table(lines: Sequence[Line]) -> Table:
    """What was when: a meeting with its status, an agreement, a promise with its state."""
    rows = tuple(
        (
            (Run(day_in_words(day_of(line)) or "not known"),),
            (Run(_kind(line)),),
            (Run(title_of(line), _anchor(line)),),
            (Run(_state(line)),),
            tuple(Run(day_in_words(day)) for day in _announced(line)),
        )
        for line in sorted(lines, key=lambda line: (_first(line), first_day(told_on(line))))
    )
    return Table("Timeline", ("Day", "Kind", "What", "State", "Announced for"), rows)


def documents_table(dossier: Dossier) -> Table:
    """The documents read, by day, with the words by which each belongs to the process."""
    belongs = dict(dossier.covered.documents)
    known = dict.fromkeys((*belongs, *dossier.documents))
    lines = [dossier.documents.get(one, DocumentLine(one)) for one in known]
    lines.sort(key=lambda line: (line.dated or "9999", line.id))
    rows = tuple(
        (
            (Run(line.id, code=True, held=(line.id, ())),),
            (Run(line.dated),),
            (Run(line.publisher),),
            (Run(line.title or "(no title)", web_address(line)),),
            (Run(line.kind),),
            (Run(belongs.get(line.id, "")),),
        )
        for line in lines
    )
    head = ("Document", "Day", "Publisher", "Title", "Kind", "Belongs by")
    return Table("Documents read", head, rows, tuple(line.id for line in lines))


def _first_and_last(
    evidence: Sequence[Evidence], documents: Mapping[str, DocumentLine]
) -> tuple[Cell, Cell]:
    """The days of the first and the last words, each with the way to the words."""
    if not evidence:
        return (Run(""),), (Run(""),)
    ordered = sorted(evidence, key=lambda one: first_day(one.dating or one.said))
    known = [one for one in ordered if first_day(one.dating or one.said) != NEVER] or ordered
    return _dated(known[0], documents), _dated(known[-1], documents)


def _dated(evidence: Evidence, documents: Mapping[str, DocumentLine]) -> Cell:
    citation = cite(evidence, documents)
    day = day_in_words(evidence.dating or evidence.said) or "no day known"
    held = evidence.document, evidence.spans
    return Run(day), Run(citation.place, citation.link, code=True, held=held)


def _first(line: Line) -> int:
    return first_day(day_of(line)).toordinal()


def _anchor(line: Line) -> str:
    return f"#{line.id}" if line.id else ""


def _kind(line: Line) -> str:
    match line:
        case Meeting() | Agreement():
            return plain(line.kind)
        case Promise():
            return "promise"
        case _:
            return ""


def _announced(line: Line) -> tuple[Dating, ...]:
    return announced_days(line) if isinstance(line, Meeting) else ()


def _state(line: Line) -> str:
    match line:
        case Meeting():
            return plain(line.status)
        case Promise():
            return plain(line.state)
        case _:
            return ""
