import pytest

from onrecord.errors import InputError
from onrecord.rosters import read_roster

PEOPLE = """
- id: {bioguide: V000001, wikidata: Q999101, wikipedia: Orla Venn (politician)}
  name: {first: Orla, middle: J., last: Venn, nickname: Ollie, official_full: Orla J. Venn}
  terms:
  - {type: rep, start: '1993-01-05', end: '1995-01-03', state: WA, district: 1}
  - {type: sen, start: '2001-01-03', end: '2007-01-03', state: WA}
  - {type: sen, start: '2007-01-04', end: '2013-01-03', state: WA}
- id: {bioguide: H000001}
  name: {first: Ilya, last: Harrow}
  terms:
  - {type: prez, start: '1893-03-04', end: '1897-03-04'}
- id: {bioguide: X1}
  name: {first: No, last: Terms}
- id: {bioguide: X2}
  name: {first: Odd, last: Term}
  terms: [{type: king, start: '1893-03-04', end: '1897-03-04', state: WA}]
"""


def test_terms_that_follow_each_other_are_one_tenure():
    found = read_roster(PEOPLE.encode())
    assert [(t.post, t.start, t.end) for t in found.roster.tenures] == [
        ("Representative from Washington", "1993-01-05", "1995-01-03"),
        ("Senator from Washington", "2001-01-03", "2013-01-03"),
        ("President", "1893-03-04", "1897-03-04"),
    ]
    venn = found.roster.people[0]
    assert (venn.id, venn.names) == ("Q999101", ("Orla J. Venn", "Orla Venn", "Ollie Venn"))


def test_entries_that_say_nothing_are_told():
    assert [one.line for one in read_roster(PEOPLE.encode()).rejected] == [3, 4]


@pytest.mark.parametrize("text", ["a: b\n", "- [", "'"])
def test_what_is_no_list_of_people_is_refused(text):
    with pytest.raises(InputError):
        read_roster(text.encode(), form="congress")
