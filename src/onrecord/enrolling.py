"""The roster of a store: what ships, what was imported, and what people decided about it."""

from __future__ import annotations

from onrecord import rosters
from onrecord.model import Person, Roster
from onrecord.naming import same_name
from onrecord.stores import Store


def enrolled(store: Store) -> Roster:
    """The shipped roster and the imported ones as one, merges and splits laid over.

    Joining tens of thousands of people takes seconds: keep what this gives while the store stays.
    """
    imported = store.rosters()
    standing = [one for one in store.verdicts() if not one.taken_back]
    if not imported and not standing:
        return rosters.shipped()
    return rosters.join(
        rosters.shipped(),
        *imported,
        same=[(one.one, one.other) for one in standing if one.same],
        apart=[(one.one, one.other) for one in standing if not one.same],
    )


def names_in(store: Store, person: Person) -> tuple[str, ...]:
    """The names in the store's statements that can be this person's."""
    known = person.names
    return tuple(
        speaker for speaker in store.speakers() if any(same_name(speaker, name) for name in known)
    )
