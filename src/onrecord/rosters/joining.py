"""Several rosters as one: what is the same in them is one, and every claim is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from onrecord.model import Body, BodyKind, Called, Person, Place, Roster, Tenure
from onrecord.naming import folded, names_fit, parts_of, surname_key

_Aliases = tuple[Called, ...]


def join(
    *rosters: Roster,
    same: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> Roster:
    """One roster of several; of what has two usual names, the earlier roster's goes first.

    Bodies are one by id, Wikidata id, usual name or, of states, code; places by id. People are one
    by id or Wikidata id; else where their full names fit, both had a post of the same body, and
    nobody else's does. Two people of one roster are never made one. Pairs of ids that are the
    `same` person, the one whose name stands first, or are two `apart`, go before all of this.
    """
    bodies = _bodies(rosters)
    people = _People(apart)
    for roster in rosters:
        people.take_in(roster, bodies)
    for one, other in same:
        people.make_one(one, other)
    tenures = (
        replace(
            one,
            person=people.now.get(one.person, one.person),
            of=bodies[one.of].id if one.of in bodies else one.of,
        )
        for roster in rosters
        for one in roster.tenures
    )
    held = dict.fromkeys(body.id for body in bodies.values())
    by_id = {body.id: body for body in bodies.values()}
    return Roster(
        tuple(people.people.values()),
        tuple(by_id[one] for one in held),
        _places(chain.from_iterable(roster.places for roster in rosters)),
        _claims(tenures),
    )


class _People:
    """The people met so far; `now` leads from every id to the id of the person it is."""

    def __init__(self, apart: Iterable[tuple[str, str]] = ()) -> None:
        self._apart = frozenset(map(frozenset, apart))
        self.people: dict[str, Person] = {}
        self.now: dict[str, str] = {}
        self._wikidata: dict[str, str] = {}
        self._surnames: dict[str, dict[str, None]] = defaultdict(dict)
        self._bodies: dict[str, set[str]] = defaultdict(set)

    def take_in(self, roster: Roster, bodies: Mapping[str, Body]) -> None:
        """Enter the people of one more roster."""
        theirs = _bodies_of(roster.tenures, bodies)
        met = [(person, self._known(person, theirs[person.id])) for person in roster.people]
        taken: dict[str, int] = defaultdict(int)
        for _, known in met:
            taken[known] += 1
        for person, known in met:
            sure = known == person.id or (person.wikidata and known == self._by_id(person))
            self._enter(person, known if known and (sure or taken[known] == 1) else "")
            self._bodies[self.now[person.id]] |= theirs[person.id]

    def make_one(self, one: str, other: str) -> None:
        """Make one person of two, under the name of the first; nothing where one is not there."""
        first, second = self.now.get(one), self.now.get(other)
        if first and second and first != second:
            self._enter(self.people.pop(second), first)

    def _by_id(self, person: Person) -> str:
        known = self.now.get(person.id) or self._wikidata.get(person.wikidata) or ""
        known = known or next((self.now[one] for one in person.also if one in self.now), "")
        return "" if known and self._parted(known, person) else known

    def _parted(self, known: str, person: Person) -> bool:
        """Whether somebody decided that these are two."""
        if not self._apart or known == person.id:
            return False
        ids = (known, *self.people[known].also)
        return any(frozenset((one, person.id)) in self._apart for one in ids)

    def _known(self, person: Person, bodies: set[str]) -> str:
        """The id of the one person met before who this is, "" for nobody or several."""
        if known := self._by_id(person):
            return known
        if len(parts_of(person.name)) < 2:
            return ""
        fitting = [
            one
            for one in self._surnames.get(surname_key(person.name), ())
            if bodies & self._bodies[one]
            and _same(self.people[one], person)
            and not self._parted(one, person)
        ]
        return fitting[0] if len(fitting) == 1 else ""

    def _enter(self, person: Person, known: str) -> None:
        whole = _one_person(self.people[known], person) if known else person
        self.people[whole.id] = whole
        for ident in (person.id, *person.also):
            self.now[ident] = whole.id
        if whole.wikidata:
            self._wikidata[whole.wikidata] = whole.id
        for name in person.names:
            self._surnames[surname_key(name)][whole.id] = None


def _claims(tenures: Iterable[Tenure]) -> tuple[Tenure, ...]:
    """Every claim once: of two that differ in `as_of` alone, the one that speaks for longer."""
    held: dict[Tenure, Tenure] = {}
    for one in tenures:
        bare = replace(one, as_of="", roles=(), note="")
        held[bare] = _one_claim(held[bare], one) if bare in held else one
    return tuple(held.values())


def _one_claim(first: Tenure, second: Tenure) -> Tenure:
    later = max(first.as_of, second.as_of) if first.as_of and second.as_of else ""
    roles = tuple(dict.fromkeys((*first.roles, *second.roles)))
    return replace(first, as_of=later, roles=roles, note=first.note or second.note)


def _bodies_of(tenures: Iterable[Tenure], bodies: Mapping[str, Body]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in tenures:
        if one.of:
            found[one.person].add(bodies[one.of].id if one.of in bodies else one.of)
    return found


def _same(one: Person, other: Person) -> bool:
    """Whether full names fit; two different Wikidata ids are two people."""
    if one.wikidata and other.wikidata and one.wikidata != other.wikidata:
        return False
    ours = [name for name in one.names if len(parts_of(name)) > 1]
    return any(names_fit(name, other.name) for name in ours)


def _one_person(first: Person, second: Person) -> Person:
    also = dict.fromkeys((*first.also, *(i for i in (second.id, *second.also) if i != first.id)))
    return replace(
        first,
        aliases=_aliases(first.name, first.aliases, (Called(second.name), *second.aliases)),
        wikidata=first.wikidata or second.wikidata,
        also=tuple(also),
    )


def _aliases(name: str, first: _Aliases, second: _Aliases) -> _Aliases:
    """All names beside the usual one; an undated name that is there already adds nothing."""
    known = {name, *(one.name for one in first)}
    new = (one for one in second if one.since or one.until or one.name not in known)
    return tuple(dict.fromkeys((*first, *new)))


def _bodies(rosters: Iterable[Roster]) -> dict[str, Body]:
    """Every id of a body, and the body that it is in the end."""
    now: dict[str, str] = {}
    held: dict[str, Body] = {}
    keys: dict[str, str] = {}
    for body in chain.from_iterable(roster.bodies for roster in rosters):
        named = [f"name {_plain(name)}" for name in body.names]
        code = body.code if body.kind is BodyKind.STATE else ""  # organisations share theirs
        own = [f"id {body.id}", f"wikidata {body.wikidata}", f"code {code}", named[0]]
        own = [key for key in own if not key.endswith(" ")]
        known = next((keys[key] for key in own if key in keys), body.id)
        first = held.get(known)
        held[known] = _one_body(first, body) if first else body
        now[body.id] = known
        for key in (*own, *named):
            keys.setdefault(key, known)
    return {ident: held[known] for ident, known in now.items()}


def _one_body(first: Body, second: Body) -> Body:
    return replace(
        first,
        aliases=_aliases(first.name, first.aliases, (Called(second.name), *second.aliases)),
        code=first.code or second.code,
        wikidata=first.wikidata or second.wikidata,
    )


def _places(places: Iterable[Place]) -> tuple[Place, ...]:
    held: dict[str, Place] = {}
    for place in places:
        first = held.get(place.id)
        held[place.id] = _one_place(first, place) if first else place
    return tuple(held.values())


def _one_place(first: Place, second: Place) -> Place:
    names = _aliases(first.name, first.aliases, (Called(second.name), *second.aliases))
    return replace(first, aliases=names, wikidata=first.wikidata or second.wikidata)


def _plain(name: str) -> str:
    return " ".join(form for form in map(folded, name.split()) if form and form != "the")
