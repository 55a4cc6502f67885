"""Turns are speeches of Popolo, in order, by people who are listed once."""

import json

from hypothesis import given
from jsonschema import Draft202012Validator
from tests.exports import hostile

from onrecord.exports.documents import as_popolo
from onrecord.model import Body, BodyKind, Called, PartKind, Person, Roster, Tenure
from onrecord.rosters import read_roster

_TEXT = {"type": "string", "minLength": 1}
_DAY = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
_SOURCES = {"type": "array", "items": {"type": "object"}}


def _object(required, **properties):
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


# The fields of the published schemas (popoloproject.com/schemas), for what is used here.
SCHEMA = _object(
    ["speeches", "events", "persons", "organizations", "memberships"],
    speeches={
        "type": "array",
        "items": _object(
            ["id", "type", "text", "position", "event_id"],
            id=_TEXT,
            type={"enum": ["speech", "question", "answer", "scene"]},
            text=_TEXT,
            date=_DAY,
            position={"type": "integer", "minimum": 1},
            event_id=_TEXT,
            creator_id=_TEXT,
            attribution_text=_TEXT,
            sources=_SOURCES,
        ),
    },
    events={
        "type": "array",
        "items": _object(
            ["id", "name"], id=_TEXT, name=_TEXT, location=_TEXT, start_date=_DAY, sources=_SOURCES
        ),
    },
    persons={
        "type": "array",
        "items": _object(
            ["id", "name"],
            id=_TEXT,
            name=_TEXT,
            other_names={"type": "array"},
            identifiers={"type": "array"},
        ),
    },
    organizations={
        "type": "array",
        "items": _object(
            ["id", "name"],
            id=_TEXT,
            name=_TEXT,
            classification=_TEXT,
            other_names={"type": "array"},
            identifiers={"type": "array"},
        ),
    },
    memberships={
        "type": "array",
        "items": _object(
            ["person_id"],
            person_id=_TEXT,
            organization_id=_TEXT,
            role=_TEXT,
            start_date=_DAY,
            end_date=_DAY,
            sources=_SOURCES,
        ),
    },
)
ROSTER = Roster(
    people=(Person("Q77", "Mirelle Osgarth", (Called("Mireille Osgarth"),), "Q77"),),
    bodies=(Body("norvessia", "Norvessia", BodyKind.STATE, code="NRV"),),
    tenures=(Tenure("Q77", "Foreign Minister", "norvessia", "2022-11", "..", "The Gazette"),),
)


def written(accounts, roster=None):
    found = json.loads("".join(as_popolo(accounts, roster)))
    Draft202012Validator(SCHEMA).validate(found)
    return found


def test_each_turn_is_a_speech_with_its_words(accounts):
    found = written(accounts)
    turns = [(a.document.text, t) for a in accounts for t in a.reading.structure.turns]
    spoken = [one for one in found["speeches"] if one["type"] != "scene"]
    assert len(spoken) == len(turns) > 40
    for speech, (text, turn) in zip(spoken, turns, strict=True):
        assert speech["text"] == "\n\n".join(span.of(text) for span in turn.spans)
        assert ("creator_id" in speech) == bool(turn.speaker)


def test_stage_directions_are_scenes_in_their_places(accounts):
    found = written(accounts)
    parts = [p for a in accounts if a.reading.structure.turns for p in a.reading.structure.parts]
    scenes = [one for one in found["speeches"] if one["type"] == "scene"]
    assert len(scenes) == sum(part.kind is PartKind.STAGE_DIRECTION for part in parts)
    positions = {}
    for one in found["speeches"]:
        positions.setdefault(one["event_id"], []).append(one["position"])
    assert all(several == list(range(1, len(several) + 1)) for several in positions.values())


def test_whoever_speaks_is_listed_once(accounts):
    found = written(accounts)
    ids = [one["id"] for one in found["persons"]]
    assert len(ids) == len(set(ids))
    assert {one["creator_id"] for one in found["speeches"] if "creator_id" in one} == set(ids)


def test_a_roster_gives_ids_and_posts_and_is_read_back(accounts):
    found = written(accounts, ROSTER)
    assert any(one.get("creator_id") == "Q77" for one in found["speeches"])
    assert sum(one["name"] == "Mirelle Osgarth" for one in found["persons"]) == 1
    back = read_roster(json.dumps(found).encode(), known=Roster()).roster
    (tenure,) = back.tenures
    assert (tenure.person, tenure.post, tenure.start) == ("Q77", "Foreign Minister", "2022-11")
    assert tenure.according == "The Gazette"
    person = next(one for one in back.people if one.id == "Q77")
    assert person.names == ("Mirelle Osgarth", "Mireille Osgarth")


@given(hostile.accounts(lone=True))
def test_hostile_words_stay_in_their_strings(account):
    json.loads("".join(as_popolo([account])).encode())
