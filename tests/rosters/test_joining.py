from onrecord.rosters import join, people_named, read_roster


def read(lines, known):
    return read_roster(lines.encode(), known=known).roster


def test_people_of_two_sources_are_one_by_name_and_body(both):
    (quill,) = people_named(both, "Mara Quill")
    assert quill.id == "Q999103"
    assert quill.also == ("almanac:mara quill",)
    assert people_named(both, "almanac:mara quill") == (quill,)
    assert {t.according for t in both.tenures if t.person == quill.id} == {"Gazette", "Almanac"}


def test_one_name_in_two_states_stays_two_people(gazette, bodies):
    other = read("person,post,of,according\nOrla Venn,Mayor,Osgarth,Register\n", bodies)
    assert len(people_named(join(gazette, other), "Orla Venn")) == 2


def test_two_wikidata_ids_are_two_people(gazette, bodies):
    other = read("person,wikidata,post,of\nOrla Venn,Q999555,Mayor,Velda\n", bodies)
    assert len(people_named(join(gazette, other), "Orla Venn")) == 2


def test_two_of_one_roster_who_fit_one_of_another_are_left_apart(gazette, bodies):
    lines = "person,id,post,of\nOrla Venn,a:1,Mayor,Velda\nO. Venn,a:2,Judge,Velda\n"
    joined = join(gazette, read(lines, bodies))
    assert {"a:1", "a:2", "Q999101"} <= {one.id for one in joined.people}


def test_joining_a_roster_with_itself_changes_nothing(both):
    again = join(both, both)
    assert again.people == both.people
    assert again.bodies == both.bodies
    assert again.places == both.places
    assert again.tenures == both.tenures


def test_states_are_one_by_code_and_organisations_that_share_one_are_not(bodies):
    lines = "kind,name,id,code\nstate,Velda Republic,x:1,VLD\n"
    lines += "organisation,North Fund,x:2,NGO\norganisation,South Fund,x:3,NGO\n"
    joined = join(bodies, read(lines, bodies))
    assert "Velda Republic" in next(one for one in joined.bodies if one.id == "velda").names
    assert {"x:2", "x:3"} <= {one.id for one in joined.bodies}
