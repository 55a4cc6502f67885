"""All lines of a process, joined kind by kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from onrecord.dossiers.gathering import Gathered
from onrecord.dossiers.identity import told_apart
from onrecord.dossiers.joining.agreements import join_agreements
from onrecord.dossiers.joining.canonical import Names
from onrecord.dossiers.joining.holdings import join_posts, join_roles
from onrecord.dossiers.joining.meetings import join_meetings
from onrecord.dossiers.joining.sayings import join_positions, join_promises
from onrecord.model import Dossier, Line, Meeting, Profile

_OneLine = TypeVar("_OneLine", bound=Line)


def join(gathered: Gathered, profile: Profile) -> Dossier:
    """The lines of many documents as a drafted dossier: what is one stands once.

    Ids follow from what a line is of, as far as that tells it apart, and stay when documents are
    read again. A line that fits two others as well stays by itself.
    """
    names = Names(profile)
    meetings = told_apart(join_meetings(gathered.meetings, names))
    return Dossier(
        profile=profile,
        roles=told_apart(join_roles(gathered.roles, names)),
        posts=told_apart(join_posts(gathered.posts, names)),
        meetings=meetings,
        agreements=told_apart(join_agreements(gathered.agreements, names)),
        promises=told_apart(join_promises(gathered.promises, names, _places(gathered, meetings))),
        positions=told_apart(join_positions(gathered.positions)),
    )


def parts_of(lines: Iterable[_OneLine], joined: Iterable[_OneLine]) -> dict[str, list[_OneLine]]:
    """The lines of single documents that became part of each joined line, by its id.

    Those that a person took out are part of none.
    """
    holding = {(e.document, e.spans): one.id for one in joined for e in one.evidence}
    found: dict[str, list[_OneLine]] = {}
    for line in lines:
        place = (line.evidence[0].document, line.evidence[0].spans) if line.evidence else None
        if place in holding:
            found.setdefault(holding[place], []).append(line)
    return found


def _places(gathered: Gathered, meetings: tuple[Meeting, ...]) -> dict[str, str]:
    """From the id that a document's line had to that of the meeting that it became part of."""
    holding = {(e.document, e.spans): line.id for line in meetings for e in line.evidence}
    found: dict[str, str] = {}
    for line in gathered.meetings:
        if line.id and line.evidence:
            first = line.evidence[0]
            found[line.id] = holding[first.document, first.spans]
    return found
