"""Who holds which post from when to when, according to whom; what places are called and when.

    Roster: Person, Body (a state, an organisation), Place, Tenure (a person holds a post of a body)
    Holder: what a roster says of one post on one day; Disagreement: what its sources differ in

Dates are EDTF strings: a day, a month or a year ("2019-09-18", "2019-09", "2019", "2019~"), ".."
where a tenure or a name went on when its source spoke, "" where it is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

ONGOING = ".."
"""The end of what had not ended when its source spoke."""


class BodyKind(StrEnum):
    """What posts are held of."""

    STATE = "state"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Called:
    """A name that was borne from a day to a day; both "" where it is borne at any time.

    Two names of one thing may share a day: the day of the change.
    """

    name: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person under the fullest usual name; `aliases` are other spellings and former names.

    `id` is the Wikidata id where it is known, else the source and the name ("petrarch2:rus:sergey
    lavrov"). `also` are the ids of what was found, or said, to be the same person.
    """

    id: str
    name: str
    aliases: tuple[Called, ...] = ()
    wikidata: str = ""
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the usual one first."""
        return tuple(dict.fromkeys((self.name, *(one.name for one in self.aliases))))


@dataclass(frozen=True, slots=True)
class Body:
    """A state or an organisation; `aliases` hold former names, spellings and adjectives.

    `code` is the ISO 3166 alpha-3 code of a state, or what a source codes an organisation by.
    """

    id: str
    name: str
    kind: BodyKind = BodyKind.STATE
    aliases: tuple[Called, ...] = ()
    code: str = ""
    wikidata: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the usual one first."""
        return tuple(dict.fromkeys((self.name, *(one.name for one in self.aliases))))


@dataclass(frozen=True, slots=True)
class Place:
    """One place under all its names; `name` is the one that it bears now, `of` the state's id."""

    id: str
    name: str
    aliases: tuple[Called, ...] = ()
    of: str = ""
    wikidata: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the one that it bears now first."""
        return tuple(dict.fromkeys((self.name, *(one.name for one in self.aliases))))


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person holds a post of a body from a day to a day, `according` to a named source.

    `person` and `of` are ids; `of` is "" where the post says all. `post` is in the source's words.
    `roles` are what the post makes of its holder beside its name: "head of state", "head of
    government", "foreign minister". `as_of` is the day up to which the source speaks: what it has
    as going on is not known beyond it; "" for a source that is kept up to date.
    """

    person: str
    post: str
    of: str = ""
    start: str = ""
    end: str = ""
    according: str = ""
    as_of: str = ""
    roles: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Roster:
    """People, bodies, places and tenures, of one source or of several joined.

    Two rosters are equal only where they are one, so that what is worked out of one can be kept.
    """

    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    places: tuple[Place, ...] = ()
    tenures: tuple[Tenure, ...] = ()

    def __len__(self) -> int:
        return len(self.people) + len(self.bodies) + len(self.places) + len(self.tenures)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line of an imported file that says nothing that a roster can hold, and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file gave: its roster, who says so, and the lines that gave nothing."""

    roster: Roster
    according: str
    rejected: tuple[Rejected, ...] = ()


class Fit(StrEnum):
    """How a tenure lies to a day: it covers it, begins or ends on it, or may cover it."""

    COVERS = "covers"
    EDGE = "edge"
    PERHAPS = "perhaps"


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a post on a day by at least one source, and what speaks against it.

    `tenures` are the claims that fit the day, each with its source, and `fits` how each does.
    `against` are the claims by which somebody else holds the post on that day, or the same person
    does not; `why` says in a sentence what is open, "" where nothing is.
    """

    person: Person
    tenures: tuple[Tenure, ...]
    fits: tuple[Fit, ...]
    against: tuple[Tenure, ...] = ()
    why: str = ""

    @property
    def certain(self) -> bool:
        """Whether a source has the whole day within the tenure and none speaks against it."""
        return Fit.COVERS in self.fits and not self.against

    @property
    def according(self) -> tuple[str, ...]:
        """Who says so, each once."""
        return tuple(dict.fromkeys(one.according for one in self.tenures))


class DisagreementKind(StrEnum):
    """In what tenures differ: the dates of one, who holds a post, or two posts held at once."""

    DATES = "dates"
    HOLDERS = "holders"
    AT_ONCE = "at_once"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Tenures that cannot all be right, or are seldom, and why in a sentence; all are kept."""

    kind: DisagreementKind
    tenures: tuple[Tenure, ...]
    why: str = ""
