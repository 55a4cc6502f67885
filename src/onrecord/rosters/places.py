"""Places with the names that they bore, and when."""

from __future__ import annotations

from datetime import date

from onrecord.model import Body, BodyKind, Person, Place, Roster
from onrecord.naming import folded
from onrecord.rosters.days import borne, day_of
from onrecord.rosters.looking_up import lookup_of
from onrecord.rosters.shipping import shipped


def place_named(name: str, *, roster: Roster | None = None) -> Place | None:
    """The place that bears or bore this name, in the roster that ships unless another is given.

    A state is a place too, under its names and not under its code: Türkiye, Swaziland.
    """
    tokens = tuple(form for form in map(folded, name.split()) if form)
    lookup = lookup_of(roster or shipped())
    found = lookup.places_called.get(tokens)
    if found is not None:
        return found
    state = lookup.body(name)
    if state is None or state.kind is not BodyKind.STATE or name in {state.id, state.code}:
        return None
    return Place(state.id, state.name, state.aliases, state.id, state.wikidata)


def body_named(name: str, *, roster: Roster | None = None) -> Body | None:
    """The state or organisation of this name, adjective or code; "the" before it does not count."""
    return lookup_of(roster or shipped()).body(name)


def name_on(thing: Place | Body | Person, day: date | str) -> str:
    """What something was called on a day; its usual name where its names have no dates.

    Where two names are borne on the day of a change, the new one.
    """
    when = day_of(day)
    of_day = [one for one in thing.aliases if borne(one, when)]
    return of_day[-1].name if of_day else thing.name
