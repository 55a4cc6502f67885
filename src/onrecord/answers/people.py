"""People and posts as programs are given them: what rosters say, according to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.answers.shapes import answer, like

if TYPE_CHECKING:
    from onrecord.model import Disagreement, Holder, Person, Roster, Tenure


@answer
class CalledAnswer:
    """A name that was borne from a day to a day; both "" where it is borne at any time."""

    name: str
    """The name."""
    since: str
    """From when, in EDTF."""
    until: str
    """Until when; ".." while it is borne."""


@answer
class PersonNameAnswer:
    """A person under the usual name, and all other spellings."""

    id: str
    """The Wikidata id where it is known, else the source and the name."""
    name: str
    """The usual name."""
    aliases: tuple[CalledAnswer, ...]
    """Other spellings and former names."""
    wikidata: str
    """The Wikidata id, "" where unknown."""
    also: tuple[str, ...]
    """The ids of what was found, or said, to be the same person."""


@answer
class TenureAnswer:
    """A person holds a post from a day to a day, according to a named source."""

    person: str
    """The person's id."""
    post: str
    """The post in the source's words."""
    of: str
    """The id of the state or organisation, "" where the post says all."""
    start: str
    """From when, in EDTF; "" where unknown."""
    end: str
    """Until when; ".." where it went on when the source spoke."""
    according: str
    """Who says so."""
    as_of: str
    """The day up to which the source speaks, "" for one that is kept up to date."""
    roles: tuple[str, ...]
    """What the post makes of its holder: head of state, foreign minister."""
    note: str
    """What the source adds."""


@answer
class DisagreementAnswer:
    """Tenures that cannot all be right, or seldom are."""

    kind: str
    """dates, holders or at_once."""
    tenures: tuple[TenureAnswer, ...]
    """The tenures, each with its source."""
    why: str
    """What is at odds, in a sentence."""


@answer
class PersonLineAnswer:
    """A line of the list of people."""

    id: str
    """The person's id."""
    name: str
    """The usual name."""
    posts: tuple[str, ...]
    """The posts that pass the filters, each with its state, one for each source."""
    according: tuple[str, ...]
    """Who says so."""


@answer
class PersonAnswer:
    """A person: names, posts with their sources, disagreements, and what is held."""

    id: str
    """The Wikidata id where it is known, else the source and the name."""
    name: str
    """The usual name."""
    aliases: tuple[CalledAnswer, ...]
    """Other spellings and former names."""
    wikidata: str
    """The Wikidata id, "" where unknown."""
    also: tuple[str, ...]
    """The ids of what was found, or said, to be the same person."""
    tenures: tuple[TenureAnswer, ...]
    """Posts with their dates, each according to a source; sources may disagree."""
    disagreements: tuple[DisagreementAnswer, ...]
    """Where they do."""
    statements: Mapping[str, int]
    """How many statements are held under each name that can be this person's."""
    decided: tuple[str, ...]
    """What people decided about who is the same person, a sentence each."""


@answer
class HolderAnswer:
    """Somebody who holds a post on a day by at least one source."""

    person: PersonNameAnswer
    """Who."""
    tenures: tuple[TenureAnswer, ...]
    """The claims that fit the day, each with its source."""
    fits: tuple[str, ...]
    """How each does: covers, edge or perhaps."""
    against: tuple[TenureAnswer, ...]
    """The claims that speak against it."""
    why: str
    """What is open, "" where nothing is."""
    certain: bool
    """Whether a source has the whole day within the tenure and none speaks against it."""


def person_line(person: Person, tenures: Sequence[Tenure], roster: Roster) -> PersonLineAnswer:
    """A line of the list of people, with those of their tenures that were asked for."""
    from onrecord.portraits import naming, post_of

    bodies = naming(roster)
    return PersonLineAnswer(
        id=person.id,
        name=person.name,
        posts=tuple(post_of(one, bodies) for one in tenures),
        according=tuple(dict.fromkeys(one.according for one in tenures)),
    )


def person(
    one: Person,
    tenures: Sequence[Tenure],
    disagreements: Sequence[Disagreement],
    *,
    statements: Mapping[str, int],
    decided: Sequence[str] = (),
) -> PersonAnswer:
    """A person for programs; `statements` counts what is held under each of the names."""
    return like(
        PersonAnswer,
        one,
        tenures=tuple(like(TenureAnswer, tenure) for tenure in tenures),
        disagreements=tuple(like(DisagreementAnswer, found) for found in disagreements),
        statements=dict(statements),
        decided=tuple(decided),
    )


def holder(one: Holder) -> HolderAnswer:
    """Who holds a post on a day, for programs."""
    return like(HolderAnswer, one)
