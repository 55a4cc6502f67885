"""Whom a name or an id means, by the words of a store and by the roster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.errors import NotFoundError
from onrecord.model import Person, Roster
from onrecord.naming import same_name
from onrecord.portraits._portrait import Speaker, Whom
from onrecord.rosters import people_named


def whom(name: str, speakers: Sequence[Speaker], roster: Roster) -> Whom:
    """Whom a name or a roster's id means; `NotFoundError` where nobody bears it.

    A name that a speaker bears word for word is that speaker's, whoever else it could fit.
    """
    people = people_named(roster, name)
    bearing = _bearing(name, speakers, people)
    if not people and not bearing:
        raise NotFoundError(f"{name}: nobody of this name or id is known, and no words are held")
    speaker = bearing[0] if len(bearing) == 1 else None
    if speaker and not people:
        people = people_named(roster, speaker.name)
    return Whom(
        speaker=speaker,
        person=people[0] if len(people) == 1 else None,
        speakers=bearing if speaker is None else (),
        people=people if len(people) > 1 else (),
    )


def _bearing(
    name: str, speakers: Sequence[Speaker], people: Sequence[Person]
) -> tuple[Speaker, ...]:
    exact = [one for one in speakers if name in one.names or name == one.name]
    if exact:
        return (max(exact, key=lambda one: (one.name == name, len(one.names))),)
    if len(people) == 1:
        return _one_of(people[0], speakers)
    return tuple(one for one in speakers if same_name(one.name, name))


def _one_of(person: Person, speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The speakers who can be a person of the roster: names that fit are this person's."""
    fitting = [one for one in speakers if any(same_name(one.name, n) for n in person.names)]
    full = [one for one in fitting if " " in one.name] or fitting
    if len(full) < 2:
        return tuple(full)
    first, *rest = full
    return (
        replace(
            first,
            names=tuple(dict.fromkeys(name for one in full for name in one.names)),
            statements=first.statements + sum(one.statements for one in rest),
            records=first.records + sum(one.records for one in rest),
        ),
    )
