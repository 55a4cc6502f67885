"""Popolo: the people, organizations, posts and memberships of a legislature or a government.

After the specifications of the Popolo Project, as EveryPolitician and others publish them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from onrecord.errors import InputError
from onrecord.model import BodyKind, Called, Imported, Person, Roster, Tenure
from onrecord.rosters.building import Building, named_id, wikidata_id

_Fields = Mapping[str, Any]
_MEMBER = "member"


def read_popolo(
    data: bytes, *, known: Roster | None = None, according: str = "", as_of: str = ""
) -> Imported:
    """The roster of a Popolo file; `InputError` where it is no object with people in it.

    A membership is a tenure: its `role`, else its post's, else "member". An end that is not given
    is unknown. People have their Wikidata id where the file has it, else one made of `according`
    and the file's own. Entries that say nothing that a roster can hold are noted by their numbers.
    """
    held = _parsed(data)
    building = Building(according or "popolo", known or Roster())
    people = _people(held, building)
    bodies = _bodies(held, building)
    posts = {str(one["id"]): one for one in _listed(held, "posts") if "id" in one}
    for number, one in enumerate(_memberships(held), start=1):
        try:
            building.tenure(_tenure(one, people, bodies, posts, according=building.according))
        except InputError as error:
            building.reject(number, f"membership {number}: {error}")
    return _as_of(building.done(), as_of)


def looks_like_popolo(head: str) -> bool:
    """Whether a file begins as an object of JSON, which no other roster does."""
    return head.lstrip().startswith("{")


def _parsed(data: bytes) -> _Fields:
    try:
        held = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"no JSON: {' '.join(str(error).split())[:200]}") from None
    if not isinstance(held, dict) or not (_listed(held, "persons") or _listed(held, "people")):
        raise InputError("no object with `persons`: not a file of Popolo")
    return held


def _listed(held: _Fields, name: str) -> list[_Fields]:
    found = held.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _persons(held: _Fields) -> list[_Fields]:
    return _listed(held, "persons") or _listed(held, "people")


def _memberships(held: _Fields) -> Iterator[_Fields]:
    """Those that stand alone, and those that stand inside their people."""
    yield from _listed(held, "memberships")
    for person in _persons(held):
        for one in _listed(person, "memberships"):
            yield {"person_id": person.get("id"), **one}


def _people(held: _Fields, building: Building) -> dict[str, str]:
    """The people, entered; their ids here by their ids there."""
    found = {}
    for number, one in enumerate(_persons(held), start=1):
        name = _words(one.get("name"))
        if not name:
            building.reject(number, f"person {number}: no name")
            continue
        try:
            wikidata = wikidata_id(_wikidata(one))
        except InputError:
            wikidata = ""
        theirs = _words(one.get("id")) or name
        own = wikidata or named_id(building.according, theirs)
        found[theirs] = building.person(Person(own, name, tuple(_aliases(one)), wikidata))
    return found


def _aliases(person: _Fields) -> Iterator[Called]:
    for one in _listed(person, "other_names"):
        if name := _words(one.get("name")):
            yield Called(name, _words(one.get("start_date")), _words(one.get("end_date")))


def _wikidata(one: _Fields) -> str:
    named = (n for n in _listed(one, "identifiers") if _words(n.get("scheme")) == "wikidata")
    return _words(next(named, {}).get("identifier"))


def _bodies(held: _Fields, building: Building) -> dict[str, str]:
    found = {}
    for one in _listed(held, "organizations"):
        if name := _words(one.get("name")):
            state = _words(one.get("classification")) == BodyKind.STATE
            kind = BodyKind.STATE if state else BodyKind.ORGANISATION
            found[_words(one.get("id")) or name] = building.body(name, kind=kind)
    return found


def _tenure(
    one: _Fields,
    people: Mapping[str, str],
    bodies: Mapping[str, str],
    posts: Mapping[str, _Fields],
    *,
    according: str,
) -> Tenure:
    person = _words(one.get("person_id"))
    if person not in people:
        raise InputError(f"there is no person {person!r}")
    post = posts.get(_words(one.get("post_id")), {})
    body = _words(one.get("organization_id")) or _words(post.get("organization_id"))
    if body and body not in bodies:
        raise InputError(f"there is no organization {body!r}")
    named = (one.get("role"), post.get("role"), one.get("label"), post.get("label"), _MEMBER)
    return Tenure(
        person=people[person],
        post=next(words for words in map(_words, named) if words),
        of=bodies.get(body, ""),
        start=_words(one.get("start_date")),
        end=_words(one.get("end_date")),
        according=_according(one) or according,
    )


def _according(one: _Fields) -> str:
    """Whom a membership is according to, where it says so."""
    return next((n for s in _listed(one, "sources") if (n := _words(s.get("note")))), "")


def _as_of(found: Imported, as_of: str) -> Imported:
    if not as_of:
        return found
    tenures = tuple(replace(one, as_of=as_of) for one in found.roster.tenures)
    return replace(found, roster=replace(found.roster, tenures=tenures))


def _words(value: object) -> str:
    plain = value if isinstance(value, str) else str(value) if isinstance(value, int) else ""
    return " ".join(plain.split())
