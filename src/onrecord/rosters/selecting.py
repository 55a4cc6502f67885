"""People of a roster by name, body, post and day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.errors import AmbiguousError, InputError, NotFoundError
from onrecord.model import Person, Roster, Tenure
from onrecord.rosters.days import day_of, fit
from onrecord.rosters.holding import asked_of, people_named
from onrecord.rosters.looking_up import Lookup, lookup_of

_SHOWN = 5


def person_named(roster: Roster, words: str) -> Person:
    """The one person of this id or name; `NotFoundError` for nobody, `AmbiguousError` for several.

    The message names the ids of those who fit.
    """
    found = people_named(roster, words)
    if not found:
        raise NotFoundError(f"{words}: nobody of this name or id is known")
    if len(found) > 1:
        ids = [one.id for one in found[:_SHOWN]]
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise AmbiguousError(f"{words}: may be {', '.join(ids)}{more}; give an id")
    return found[0]


def select(
    roster: Roster, *, name: str = "", of: str = "", post: str = "", day: date | str | None = None
) -> Iterator[tuple[Person, tuple[Tenure, ...]]]:
    """The people who pass the filters, each with the tenures that do, by first day.

    An empty filter lets everybody pass. `of` names a state or an organisation (`InputError` where
    the roster has none of the name), `post` is compared by meaning, `day` keeps what may hold then.
    """
    lookup = lookup_of(roster)
    allowed = _allowed(lookup, of, post)
    when = day_of(day) if day else None
    for person in people_named(roster, name) if name else roster.people:
        tenures = [
            one
            for one in lookup.of_person(person.id)
            if (allowed is None or one in allowed) and (when is None or fit(one, when))
        ]
        if tenures or (allowed is None and when is None):
            yield person, tuple(sorted(tenures, key=lambda one: one.start))


def _allowed(lookup: Lookup, of: str, post: str) -> frozenset[Tenure] | None:
    """The tenures that pass the filters on post and body, None for all of them."""
    if not of and not post:
        return None
    body = lookup.body(of) if of else None
    if of and body is None:
        raise InputError(f"{of}: no state or organisation of this name is known")
    if not post:
        return frozenset(t for t in lookup.tenures if body and t.of == body.id)
    asked = asked_of(lookup, post, of)
    return frozenset(lookup.of_post(asked) if asked else ())
