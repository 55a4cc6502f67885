"""Popolo files become rosters; what they lack is said, line by line."""

import json

import pytest

from onrecord.errors import InputError
from onrecord.model import Roster
from onrecord.rosters import read_roster

FILE = {
    "persons": [
        {
            "id": "7",
            "name": "Ada Vell",
            "other_names": [{"name": "A. Vell-Orme", "end_date": "2015-06"}, {"note": "nothing"}],
            "identifiers": [{"scheme": "wikidata", "identifier": "Q777"}],
        },
        {"id": 8, "name": "Tam Orme", "memberships": [{"role": "Clerk", "start_date": "2019"}]},
        {"id": "9"},
    ],
    "organizations": [{"id": "a", "name": "Assembly of Orlo", "classification": "legislature"}],
    "posts": [{"id": "chair", "role": "Chair", "organization_id": "a"}],
    "memberships": [
        {
            "person_id": "7",
            "post_id": "chair",
            "start_date": "2020-02-01",
            "end_date": "2021-03-04",
        },
        {"person_id": "7", "organization_id": "a"},
        {"person_id": "nobody", "organization_id": "a", "role": "Member"},
        {"person_id": "7", "organization_id": "b", "role": "Member"},
        {"person_id": "7", "role": "Member", "start_date": "last May"},
    ],
}


def read(held, **options):
    return read_roster(json.dumps(held).encode(), known=Roster(), **options)


def test_memberships_are_tenures():
    found = read(FILE, according="Orlo open data", as_of="2022-01-01").roster
    names = {one.id: one.name for one in found.people}
    told = [(names[t.person], t.post, t.of, t.start, t.end) for t in found.tenures]
    assert told == [
        ("Ada Vell", "Chair", "assembly of orlo", "2020-02-01", "2021-03-04"),
        ("Ada Vell", "member", "assembly of orlo", "", ""),
        ("Tam Orme", "Clerk", "", "2019", ""),
    ]
    assert {(t.according, t.as_of) for t in found.tenures} == {("Orlo open data", "2022-01-01")}


def test_people_have_their_names_and_their_wikidata_ids():
    ada, tam = read(FILE).roster.people
    assert (ada.id, ada.wikidata, ada.names) == ("Q777", "Q777", ("Ada Vell", "A. Vell-Orme"))
    assert ada.aliases[0].until == "2015-06"
    assert tam.id == "popolo:8"


def test_what_says_nothing_is_noted():
    told = [one.why for one in read(FILE).rejected]
    assert [why.split(":")[0] for why in told] == [
        "person 3",
        "membership 3",
        "membership 4",
        "membership 5",
    ]


@pytest.mark.parametrize("words", ["{", "{}", '{"persons": 3}', "[1]", "{" * 50_000])
def test_what_is_no_popolo_is_refused_in_one_line(words):
    with pytest.raises(InputError) as refused:
        read_roster(words.encode(), known=Roster())
    assert "\n" not in str(refused.value)
