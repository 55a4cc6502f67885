"""Whom a post without a name means on a day, where only one can be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from onrecord.model import Dating, Holder, Resolved, Roster
from onrecord.rosters.holding import holders
from onrecord.rosters.looking_up import lookup_of
from onrecord.rosters.shipping import shipped

_LONGEST = 120
# A document whose days are further apart names no day on which to ask.
_DAYS = 31
_INDEFINITE = frozenset("a an another one some any no every each".split())


def meant(roster: Roster, words: str, *, since: date, until: date) -> Holder | None:
    """The one holder of a post whom its words mean on every day from `since` to `until`.

    The words must name the post and whose it is, and nothing else ("the Foreign Minister of
    Kazakhstan"). None where several fit by any source, on the day of a change, and where a source
    leaves it open.
    """
    opening = words.split(maxsplit=1)
    if not opening or opening[0].casefold() in _INDEFINITE:
        return None
    asked = lookup_of(roster).asked(words)
    if not asked.bodies or not asked.office.now:
        return None
    first = holders(roster, words, day=since)
    last = first if since == until else holders(roster, words, day=until)
    if len(first) != 1 or len(last) != 1 or first[0].person.id != last[0].person.id:
        return None
    return first[0] if first[0].certain and last[0].certain else None


def name_posts(
    sources: Sequence[str], resolved: Sequence[Resolved], dating: Dating | None
) -> tuple[Resolved, ...]:
    """What sources were resolved to, posts without a name filled in from the shipped roster.

    `sources` are their words, in the order of `resolved`. Filled in is only what nothing in the
    document named, and only where one holder alone is meant on every day that the document can be
    of (`meant`); the basis is "roster". A post spoken of as of another day is not told apart.
    """
    if dating is None or dating.earliest is None or dating.latest is None:
        return tuple(resolved)
    since, until = dating.earliest, dating.latest
    return tuple(
        _filled(words, one, since, until) for words, one in zip(sources, resolved, strict=True)
    )


def _filled(words: str, one: Resolved, since: date, until: date) -> Resolved:
    name = _named(" ".join(words.split()), since, until) if words and not one.speaker else ""
    return replace(one, speaker=name, basis="roster") if name and name not in one.via else one


@lru_cache(maxsize=4_096)
def _named(words: str, since: date, until: date) -> str:
    if len(words) > _LONGEST or (until - since).days > _DAYS:
        return ""
    found = meant(shipped(), words, since=since, until=until)
    return found.person.name if found else ""
