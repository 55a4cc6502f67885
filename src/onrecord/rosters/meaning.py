"""Whom a post without a name means on a day, where only one can be meant."""

from __future__ import annotations

from datetime import date

from onrecord.model import Holder, Roster
from onrecord.rosters.holding import holders
from onrecord.rosters.looking_up import lookup_of

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
