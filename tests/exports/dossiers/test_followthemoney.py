"""Entities against the schemata of FollowTheMoney: by the library where it is installed, always by
what its model (4.11) says of the schemata and properties used here."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exports.dossiers.made import hostile, whole, words

from onrecord.exports import as_entities
from onrecord.model import RoleHeld, RoleKind

THING = {"name", "alias", "keywords", "notes", "description", "proof", "sourceUrl", "publisher"}
INTERVAL = {
    "date",
    "startDate",
    "endDate",
    "proof",
    "description",
    "summary",
    "sourceUrl",
    "publisher",
}
NAMED = {*THING, "classification"}
# Schema: the properties that it has (of those that may be used), those that it must have.
SCHEMATA = {
    "LegalEntity": (NAMED, {"name"}),
    "Organization": (NAMED, {"name"}),
    "Person": (NAMED, {"name"}),
    "Position": (THING, {"name"}),
    "Occupancy": ({*INTERVAL, "holder", "post"}, {"holder", "post"}),
    "Membership": ({*INTERVAL, "member", "organization", "role"}, {"member", "organization"}),
    "UnknownLink": ({*INTERVAL, "subject", "object", "role"}, {"subject", "object"}),
    "Event": ({*THING, *INTERVAL, "location", "involved"}, {"name"}),
    "Documentation": ({*INTERVAL, "document", "entity", "role"}, {"document", "entity"}),
    "Note": ({*THING, "entity"}, set()),
    "Document": ({*THING, "fileName", "title", "date"}, {"fileName"}),
}
LEGAL = {"LegalEntity", "Organization", "Person"}
THINGS = {*LEGAL, "Position", "Event", "Note", "Document"}
RANGES = {
    "holder": {"Person"},
    "post": {"Position"},
    "member": LEGAL,
    "organization": {"Organization"},
    "subject": THINGS,
    "object": THINGS,
    "involved": LEGAL,
    "document": {"Document"},
    "entity": THINGS,
    "proof": {"Document"},
}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def entities(dossier):
    return [json.loads(line) for line in as_entities(dossier).splitlines()]


def assert_valid(found):
    schemata = {one["id"]: one["schema"] for one in found}
    assert len(schemata) == len(found)
    for one in found:
        known, needed = SCHEMATA[one["schema"]]
        assert set(one) == {"id", "schema", "properties"}
        assert needed <= set(one["properties"]) <= known, one
        for name, values in one["properties"].items():
            assert values == list(dict.fromkeys(values))
            assert all(isinstance(value, str) and value.strip() for value in values)
            if name in RANGES:
                assert {schemata[value] for value in values} <= RANGES[name], (one, name)
            if name in ("date", "startDate", "endDate"):
                assert all(DATE.fullmatch(value) for value in values)


def of(found, schema):
    return [one["properties"] for one in found if one["schema"] == schema]


def test_entities_fit_their_schemata(dossier):
    assert_valid(entities(dossier))


@given(st.text(st.characters() | st.characters(categories=["Cs"]), min_size=1, max_size=30))
def test_entities_of_any_words_fit_their_schemata(text):
    if " ".join(text.split()):
        assert_valid(entities(hostile(text)))


def test_the_library_reads_every_entity_without_loss():
    model = pytest.importorskip("followthemoney").model
    for one in entities(whole()):
        model.get(one["schema"]).validate(one)
        proxy = model.get_proxy(one, cleaned=False)
        for name, values in one["properties"].items():
            assert sorted(proxy.get(name)) == sorted(values)


def test_roles_are_memberships_of_the_process(dossier):
    found = entities(dossier)
    (membership,) = of(found, "Membership")
    names = {one["id"]: one["properties"].get("name") for one in found}
    assert names[membership["member"][0]] == ["Velda"]
    assert names[membership["organization"][0]] == ["Wells talks"]
    assert membership["role"] == ["guarantor"]
    assert membership["date"] == ["2021-03-04", "2021-05-03"]
    assert "3f2a91c07b4e@100-143" in membership["description"][0]


def test_who_was_absent_is_no_member(dossier):
    (link,) = of(entities(dossier), "UnknownLink")
    assert link["role"] == ["absent"]


def test_a_role_in_a_body_is_a_membership_of_it(dossier):
    role = RoleHeld("Tarn", RoleKind.CHAIR, "Wells Committee", (words("It chairs."),), "talks", "r")
    found = entities(replace(dossier, roles=(role,)))
    assert_valid(found)
    assert ["Wells Committee"] in [one["name"] for one in of(found, "Organization")]


def test_who_holds_a_post_is_a_person_wherever_they_come(dossier):
    found = entities(dossier)
    (person,) = of(found, "Person")
    assert person["name"] == ["Orla Venn"]
    (occupancy,) = of(found, "Occupancy")
    assert occupancy["holder"] == [one["id"] for one in found if one["schema"] == "Person"]


def test_an_event_is_tied_to_the_words_of_its_documents(dossier):
    found = entities(dossier)
    (event,) = (one for one in found if one["properties"].get("location") == ["Ossimere"])
    tied = [one for one in of(found, "Documentation") if one["entity"] == [event["id"]]]
    assert [one["role"] for one in tied] == [["announced"], ["held"]]
    assert tied[1]["summary"] == ["The fourth round met on April 22 at Ossimere."]
    assert event["properties"]["date"] == ["2021-04-22"]


def test_lines_beside_the_process_are_left_out(dossier):
    assert "Pelorane" not in as_entities(dossier)


def test_ids_stay_the_same():
    assert as_entities(whole()) == as_entities(whole())
