"""The YAML files of congress-legislators: members of the United States Congress and presidents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from onrecord.errors import InputError
from onrecord.languages import language
from onrecord.model import Called, Imported, Person, Roster, Tenure
from onrecord.naming import folded
from onrecord.rosters.building import Building, named_id, wikidata_id

_STATE = "United States"
_POSTS = {"prez": "President", "viceprez": "Vice President"}
_ROLES = {"prez": ("head of state", "head of government")}
_IDS = ("wikidata", "bioguide", "govtrack")
# Terms of one post that follow each other within so many days are one tenure.
_NEXT = 4

_Fields = Mapping[str, Any]


def read_congress(data: bytes, *, known: Roster | None = None, as_of: str = "") -> Imported:
    """The roster of legislators-*.yaml or executive.yaml; `InputError` where it is no list.

    Terms of one post that follow each other are one tenure, up to the end of the last, which may
    lie ahead. `as_of` is not needed: every term has its end.
    """
    building = Building("congress-legislators", known or Roster())
    for number, fields in enumerate(_parsed(data), start=1):
        try:
            _enter(fields, building, as_of)
        except (InputError, KeyError, TypeError, ValueError, AttributeError) as error:
            why = str(error) if isinstance(error, InputError) else f"entry {number}: {error!r}"
            building.reject(number, why)
    return building.done()


def _parsed(data: bytes) -> list[_Fields]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        found = yaml.load(data, Loader=loader)
    except (yaml.YAMLError, ValueError) as error:
        raise InputError(f"no YAML: {' '.join(str(error).split())}") from error
    if not isinstance(found, list):
        raise InputError("no list of people: not a file of congress-legislators")
    return found


def _enter(fields: _Fields, building: Building, as_of: str) -> None:
    ids, name = fields["id"], fields["name"]
    if not isinstance(fields["terms"], list):
        raise InputError(f"{name}: no terms")
    full = name.get("official_full") or " ".join(filter(None, _full(name)))
    kind, ident = next((k, str(ids[k])) for k in _IDS if k in ids)
    wikidata = wikidata_id(str(ids.get("wikidata", "")))
    person = ident if kind == "wikidata" else named_id(kind, ident)
    building.person(Person(person, full, tuple(_aliases(name, ids, full)), wikidata))
    body = building.body(_STATE)
    for post, kind, start, end in _joined(fields["terms"]):
        building.tenure(
            Tenure(person, post, body, start, end, building.according, as_of, _ROLES.get(kind, ()))
        )


def _full(name: _Fields) -> tuple[str, ...]:
    return tuple(str(name.get(part, "")) for part in ("first", "middle", "last", "suffix"))


def _aliases(name: _Fields, ids: _Fields, full: str) -> Iterator[Called]:
    last = name["last"]
    forms = [f"{name['first']} {last}", ids.get("wikipedia", "").split(" (")[0]]
    forms += [f"{name['nickname']} {last}"] if name.get("nickname") else []
    for form in dict.fromkeys(forms):
        if form and form != full:
            yield Called(form)
    for other in name.get("other_names", ()):
        yield Called(
            f"{other.get('first', name['first'])} {other.get('last', last)}",
            str(other.get("start", "")),
            str(other.get("end", "")),
        )


def _joined(terms: list[_Fields]) -> list[tuple[str, str, str, str]]:
    """Post, type, start and end of every tenure, terms that follow each other as one."""
    found: list[tuple[str, str, str, str]] = []
    for term in terms:
        post, kind, start, end = _post(term), term["type"], str(term["start"]), str(term["end"])
        if found and found[-1][0] == post and _follows(found[-1][3], start):
            found[-1] = (post, kind, found[-1][2], end)
        else:
            found.append((post, kind, start, end))
    return found


def _follows(end: str, start: str) -> bool:
    return 0 <= (date.fromisoformat(start) - date.fromisoformat(end)).days <= _NEXT


def _post(term: _Fields) -> str:
    kind = term["type"]
    if kind in _POSTS:
        return _POSTS[kind]
    short = str(term["state"])
    state = language("en").people.states.get(folded(short), short)
    if kind == "sen":
        return f"Senator from {state}"
    if kind == "rep":
        return f"Representative from {state}"
    raise InputError(f"{kind!r} is no type of term")
