"""A roster arranged so that names, bodies and posts in it are found at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from onrecord.languages import language
from onrecord.model import Body, BodyKind, Person, Place, Roster, Tenure
from onrecord.naming import Office, folded, parts_of, read_office, surname_key

_Tokens = tuple[str, ...]
_Key = tuple[str, frozenset[str]]
# What states are called before their names; some have names of their own with it (two Koreas).
_FORMAL = ("republic of", "kingdom of", "state of", "islamic republic of", "government of")
_LONGEST = 8
_SHORT = 3
_KEPT = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a post taken apart: which office, of whom, and what is left of the words."""

    office: Office
    bodies: frozenset[str]
    rest: str


class Lookup:
    """What is found at once in a roster; made once for each by `lookup_of`."""

    def __init__(self, roster: Roster) -> None:
        self.tenures = roster.tenures
        self.people = {one.id: one for one in roster.people}
        self.also = {ident: one.id for one in roster.people for ident in one.also}
        self.bodies = {one.id: one for one in roster.bodies}
        self._bodies_called = _bodies_called(roster.bodies)
        states = [one for one in roster.bodies if one.kind is BodyKind.STATE and one.code]
        self._coded = {one.code: one for one in reversed(states)}
        self.places_called = _places_called(roster.places)
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        for person in roster.people:
            for key in dict.fromkeys(surname_key(name) for name in person.names):
                self._by_surname[key].append(person)
        self._by_person: dict[str, list[Tenure]] = defaultdict(list)
        self._by_office: dict[_Key, list[tuple[Tenure, frozenset[str]]]] = defaultdict(list)
        for tenure in roster.tenures:
            self._enter(tenure)

    def _enter(self, tenure: Tenure) -> None:
        self._by_person[tenure.person].append(tenure)
        asked = self.asked(tenure.post)
        for key in self.keys(asked.office, tenure.of, tenure.roles):
            self._by_office[key].append((tenure, asked.bodies))

    def keys(self, office: Office, of: str, roles: Iterable[str]) -> list[_Key]:
        """The forms under which an office of a body is found: its own, its roles, its like."""
        body = self.bodies.get(of)
        known = language("en").offices.of_state.get((body.name if body else "", office.office))
        keys = [(office.office, office.ranks), *((role, frozenset[str]()) for role in roles)]
        return list(dict.fromkeys([*keys, *([(known, office.ranks)] if known else [])]))

    def asked(self, words: str) -> Asked:
        """A post taken apart into its office and the bodies that its words name."""
        found, rest, tokens = set[str](), list[str](), words.split()
        bare = [folded(token) for token in tokens]
        place = 0
        while place < len(tokens):
            width, body = self._longest(bare, place)
            if body is not None and len(bare[place]) <= _SHORT and not tokens[place].isupper():
                width, body = 1, None  # "us", "are" and "and" are words before they are states
            if body is None:
                rest.append(tokens[place])
            else:
                found.add(body.id)
            place += width
        left = " ".join(rest)
        return Asked(read_office(left), frozenset(found), left)

    def _longest(self, bare: list[str], place: int) -> tuple[int, Body | None]:
        for width in range(min(_LONGEST, len(bare) - place), 0, -1):
            body = self._bodies_called.get(tuple(bare[place : place + width]))
            if body is not None:
                return width, body
        return 1, None

    def body(self, words: str) -> Body | None:
        """The state or organisation of this id, code or name, adjectives included."""
        tokens = _tokens(words)
        tokens = tokens[1:] if tokens[:1] == ("the",) else tokens
        known = self.bodies.get(words) or self._coded.get(words)
        return known or self._bodies_called.get(tokens)

    def bearing(self, name: str) -> list[Person]:
        """The people whose surname sounds like that of `name`; whoever asks compares the rest."""
        return list(self._by_surname.get(surname_key(name), ())) if parts_of(name) else []

    def of_person(self, person: str) -> list[Tenure]:
        """The tenures of the person with this id."""
        return list(self._by_person.get(person, ()))

    def of_post(self, asked: Asked) -> list[Tenure]:
        """The tenures of an office, of the bodies that are named, if any are."""
        if not asked.office:
            return []
        stood = language("en").offices.stands_for.get(asked.office.office, ())
        keys: list[_Key] = [(office, asked.office.ranks) for office in stood]
        if len(asked.bodies) == 1:
            keys += self.keys(asked.office, next(iter(asked.bodies)), ())
        else:
            keys.append((asked.office.office, asked.office.ranks))
        found = dict[Tenure, None]()
        for tenure, named in chain.from_iterable(self._by_office.get(key, ()) for key in keys):
            if named <= asked.bodies <= named | {tenure.of}:
                found[tenure] = None
        return list(found)


@lru_cache(maxsize=_KEPT)
def lookup_of(roster: Roster) -> Lookup:
    """The look-up of a roster; those of the last few rosters are kept."""
    return Lookup(roster)


@lru_cache(maxsize=65_536)
def _tokens(name: str) -> _Tokens:
    return tuple(form for form in map(folded, name.split()) if form)


def _bodies_called(bodies: Iterable[Body]) -> dict[_Tokens, Body]:
    """Every name of every body; a name of its own goes before one made of parts or adjectives."""
    called: dict[_Tokens, Body] = {}
    adjectives, posts = _adjectives(), frozenset(language("en").people.posts)
    listed = list(bodies)
    for body in listed:
        for name in body.names:
            tokens = _tokens(name)
            if posts.isdisjoint(tokens):  # sources list "Secretary of State" as one, too
                called.setdefault(tokens, body)
    for body in listed:
        if body.kind is BodyKind.STATE:
            made = [f"{formal} {body.name}" for formal in _FORMAL]
            made += [f"{formal} the {body.name}" for formal in _FORMAL]
            for name in (*made, *adjectives.get(body.name, ())):
                called.setdefault(_tokens(name), body)
    called.pop((), None)
    return called


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, list[str]]:
    """The adjectives and short forms that the language has for a state."""
    forms: dict[str, list[str]] = defaultdict(list)
    for form, name in language("en").people.countries.items():
        forms[name].append(form)
    return forms


def _places_called(places: Iterable[Place]) -> dict[_Tokens, Place]:
    return {_tokens(name): place for place in reversed(list(places)) for name in place.names}
