"""Posts of a person in words, by who says so, and where those who say so disagree."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.model import ONGOING, Called, Person, Roster, Tenure
from onrecord.portraits._portrait import Difference, Post
from onrecord.rosters import disagreements


def posts_of(roster: Roster, person: Person) -> tuple[Post, ...]:
    """The posts of a person by their first days, each with its source."""
    bodies = naming(roster)
    tenures = [one for one in roster.tenures if one.person == person.id]
    tenures.sort(key=lambda one: (one.start, one.according))
    return tuple(
        Post(
            post=post_of(one, bodies),
            since=one.start or "unknown",
            until=ending(one),
            according=one.according,
            note=one.note,
            tenure=one,
        )
        for one in tenures
    )


def differences(roster: Roster, person: Person) -> tuple[Difference, ...]:
    """What sources disagree on of a person's posts; all claims stand."""
    found = disagreements(roster, person)
    if not found:
        return ()
    bodies, people = naming(roster), {one.id: one.name for one in roster.people}
    return tuple(
        Difference(
            posts=tuple(dict.fromkeys(post_of(tenure, bodies) for tenure in one.tenures)),
            others=tuple(
                dict.fromkeys(
                    people[tenure.person]
                    for tenure in one.tenures
                    if tenure.person != person.id and tenure.person in people
                )
            ),
            why=one.why,
            disagreement=one,
        )
        for one in found
    )


def post_of(tenure: Tenure, bodies: Mapping[str, str]) -> str:
    """A post with whose it is: "Minister of Health, Norvessia"."""
    of = bodies.get(tenure.of, tenure.of)
    return f"{tenure.post}, {of}" if of else tenure.post


def ending(tenure: Tenure) -> str:
    """The last day of a tenure, or in words that it had none."""
    if tenure.end != ONGOING:
        return tenure.end or "unknown"
    return f"still so, as of {tenure.as_of}" if tenure.as_of else "still so"


def called(one: Called) -> str:
    """A name with the time for which it was borne, where that is told."""
    if not one.since and not one.until:
        return one.name
    until = "" if one.until == ONGOING else one.until or "unknown"
    return f"{one.name} ({one.since or 'unknown'} to {until or 'today'})"


def naming(roster: Roster) -> dict[str, str]:
    """The names of a roster's bodies by their ids."""
    return {one.id: one.name for one in roster.bodies}
