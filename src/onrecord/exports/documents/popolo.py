"""Transcripts as speeches of Popolo, with the people who hold them and their posts.

After the Popolo Project's specifications of Speech, Person, Organization, Membership and Event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.exports.accounts import (
    Account,
    urn_of_document,
    urn_of_name,
    urn_of_turn,
    web_address,
)
from onrecord.exports.characters import as_json
from onrecord.model import (
    ONGOING,
    Body,
    Called,
    Dating,
    PartKind,
    Person,
    Role,
    Roster,
    Tenure,
    Turn,
)

_TYPES = {Role.QUESTION: "question", Role.ANSWER: "answer"}
_KINDS = ("speeches", "events", "persons", "organizations", "memberships")


def as_popolo(accounts: Iterable[Account], roster: Roster | None = None) -> Iterator[str]:
    """One object of JSON, piece by piece: `speeches`, then `events`, `persons` and the rest.

    A turn is a speech, a stage direction a scene, in the order of the text (`position`). `date` is
    there where the day is known for sure. With a roster its people, bodies and posts are there
    too, and a speaker has the id of the one person in it who bears that name. Of stories, whose
    words are nobody's speech, there is nothing.
    """
    known = _known(roster)
    people: dict[str, dict[str, Any]] = {}
    events: list[dict[str, Any]] = []
    yield '{"speeches": ['
    first = True
    for account in accounts:
        if not account.reading.structure.turns:
            continue
        events.append(_event(account))
        for speech in _speeches(account, known, people):
            yield ("\n" if first else ",\n") + as_json(speech)
            first = False
    held = roster_as_popolo(roster) if roster else {}
    spoken = {person["id"]: person for person in people.values()}
    persons = [*held.get("persons", ()), *_unlisted(spoken, held.get("persons", ()))]
    rest = {"events": events, **held, "persons": persons}
    tail = ",\n".join(f"{as_json(kind)}: {as_json(rest.get(kind, []))}" for kind in _KINDS[1:])
    yield f"\n],\n{tail}}}\n"


def roster_as_popolo(roster: Roster) -> dict[str, list[dict[str, Any]]]:
    """People, bodies and posts of a roster; days are cut to what is known of them."""
    return {
        "persons": [_person(one) for one in roster.people],
        "organizations": [_organization(one) for one in roster.bodies],
        "memberships": [_membership(one) for one in roster.tenures],
    }


def _known(roster: Roster | None) -> dict[str, str]:
    """The ids of people by their names, where one person alone bears a name."""
    found: dict[str, set[str]] = {}
    for person in roster.people if roster else ():
        for name in person.names:
            found.setdefault(name, set()).add(person.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _unlisted(
    spoken: dict[str, dict[str, Any]], listed: Iterable[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    ids = {one["id"] for one in listed}
    return (person for own, person in spoken.items() if own not in ids)


def _event(account: Account) -> dict[str, Any]:
    document, structure = account.document, account.reading.structure
    event = {
        "id": urn_of_document(document.id),
        "name": document.title or structure.title or document.id,
        "location": structure.place,
        "start_date": _day(structure.dating),
        "sources": _sources(account),
    }
    return {key: value for key, value in event.items() if value}


def _speeches(
    account: Account, known: dict[str, str], people: dict[str, dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    document, structure = account.document, account.reading.structure
    day = _day(structure.dating)
    scenes = [part.span for part in structure.parts if part.kind is PartKind.STAGE_DIRECTION]
    spoken: list[tuple[int, Turn | None, str]] = [
        (turn.spans[0].start, turn, "\n\n".join(s.of(document.text) for s in turn.spans))
        for turn in structure.turns
        if turn.spans
    ]
    spoken += [(span.start, None, span.of(document.text)) for span in scenes]
    for position, (start, turn, text) in enumerate(sorted(spoken, key=lambda one: one[0]), start=1):
        own = urn_of_turn(document.id, turn) if turn else ""
        speech = {
            "id": own or f"{urn_of_document(document.id)}:scene:{start}",
            "type": _TYPES.get(turn.role, "speech") if turn else "scene",
            "text": text,
            "date": day,
            "position": position,
            "event_id": urn_of_document(document.id),
            "sources": _sources(account),
        }
        yield {
            k: v for k, v in (speech | _creator(turn, document.text, known, people)).items() if v
        }


def _creator(
    turn: Turn | None, text: str, known: dict[str, str], people: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    if turn is None:
        return {}
    label = turn.label.of(text).strip(" :\n") if turn.label else ""
    if not turn.speaker:
        return {"attribution_text": label}
    own = known.get(turn.speaker) or urn_of_name("person", turn.speaker)
    people.setdefault(own, {"id": own, "name": turn.speaker})
    return {"creator_id": own, "attribution_text": label}


def _sources(account: Account) -> list[dict[str, str]]:
    address = web_address(account.document)
    return [{"url": address}] if address else []


def _person(person: Person) -> dict[str, Any]:
    found: dict[str, Any] = {"id": person.id, "name": person.name}
    if person.aliases:
        found["other_names"] = [_other(one) for one in person.aliases]
    if person.wikidata:
        found["identifiers"] = [{"scheme": "wikidata", "identifier": person.wikidata}]
    return found


def _organization(body: Body) -> dict[str, Any]:
    found: dict[str, Any] = {"id": body.id, "name": body.name, "classification": body.kind.value}
    if body.aliases:
        found["other_names"] = [_other(one) for one in body.aliases]
    named = {"wikidata": body.wikidata, "onrecord-code": body.code}
    if any(named.values()):
        found["identifiers"] = [
            {"scheme": scheme, "identifier": own} for scheme, own in named.items() if own
        ]
    return found


def _other(called: Called) -> dict[str, str]:
    days = {"start_date": _known_day(called.since), "end_date": _known_day(called.until)}
    return {"name": called.name} | {key: day for key, day in days.items() if day}


def _membership(tenure: Tenure) -> dict[str, Any]:
    found = {
        "person_id": tenure.person,
        "organization_id": tenure.of,
        "role": tenure.post,
        "start_date": _known_day(tenure.start),
        "end_date": _known_day(tenure.end),
        "sources": [{"note": tenure.according, "url": ""}] if tenure.according else [],
    }
    return {key: value for key, value in found.items() if value}


def _known_day(edtf: str) -> str:
    """A day, month or year as Popolo has them ("reduced dates" of ISO 8601)."""
    plain = edtf.rstrip("~?%")
    return "" if edtf == ONGOING or not set(plain) <= set("0123456789-") else plain


def _day(dating: Dating | None) -> str:
    if dating is None or dating.earliest is None or dating.earliest != dating.latest:
        return ""
    return dating.earliest.isoformat()
