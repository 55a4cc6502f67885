import pytest

from onrecord.errors import InputError
from onrecord.model import ONGOING, Called
from onrecord.rosters import holders, join, read_roster

HOLDERS = """position,person,personID,start,end,gender
Minister of Foreign Affairs,Orla Venn,Q999101,2015-03-02,2017-06-30,f
Minister of Foreign Affairs,Ilya Harrow,Q999102,2017-06,,m
Minister of Foreign Affairs,Mara Quill,Q999103,2019-09-18,,f
Minister of Finance,Tam Brook,,2018,,m
Minister of Finance,,Q999109,2018,,m
"""


def test_holders_of_posts_are_read_with_the_state_that_is_given(bodies):
    found = read_roster(HOLDERS.encode(), of="Velda", known=bodies)
    assert found.according == "Wikidata"
    assert [one.id for one in found.roster.people] == [
        "Q999101",
        "Q999102",
        "Q999103",
        "wikidata:tam brook",
    ]
    assert {t.of for t in found.roster.tenures} == {"velda"}
    assert [(one.line, one.why) for one in found.rejected] == [(6, "no person")]
    roster = join(bodies, found.roster)
    (holder,) = holders(roster, "Veldan foreign minister", day="2016-05-05")
    assert holder.person.name == "Orla Venn"


def test_what_has_no_end_goes_on_as_of_the_newest_date_unless_another_follows(bodies):
    tenures = read_roster(HOLDERS.encode(), of="Velda", known=bodies).roster.tenures
    ends = {t.person: (t.end, t.as_of) for t in tenures}
    assert ends["Q999102"] == ("", "2019-09-18")
    assert ends["Q999103"] == (ONGOING, "2019-09-18")


def test_without_a_state_holders_are_refused():
    with pytest.raises(InputError, match="which state"):
        read_roster(HOLDERS.encode())


def test_current_cabinets_are_read_too(bodies):
    lines = (
        "item,itemLabel,position,positionLabel,start\nQ999101,Orla Venn,Q5,Minister,2021-08-25\n"
    )
    (tenure,) = read_roster(lines.encode(), of="Velda", known=bodies).roster.tenures
    assert (tenure.post, tenure.start, tenure.end) == ("Minister", "2021-08-25", ONGOING)


def test_cabinets_are_organisations_with_dates_as_precise_as_they_are():
    lines = (
        "ordinal,item,itemLabel,inception,inceptionPrecision,startTime,abolished,abolishedPrecision\n"
        ",Q999201,Venn Cabinet,1981-01-01,9,,1989-05-01,10\n"
    )
    (body,) = read_roster(lines.encode()).roster.bodies
    assert body.aliases == (Called("Venn Cabinet", "1981", "1989-05"),)


def test_states_and_their_cabinets(bodies):
    lines = "state,stateLabel,cabinet,cabinetLabel\nQ999001,Velda,Q999301,Cabinet of Velda\n"
    state, cabinet = read_roster(lines.encode(), known=bodies).roster.bodies
    assert (state.id, state.wikidata) == ("velda", "Q999001")
    assert (cabinet.id, cabinet.name) == ("Q999301", "Cabinet of Velda")
