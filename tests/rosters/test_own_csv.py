import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.model import BodyKind, Called, Imported
from onrecord.rosters import read_roster

HEADER = "person,wikidata,post,of,start,end\n"


def read(text, **options):
    return read_roster(text.encode(), form="csv", **options)


def test_bad_lines_are_told_in_a_line_each_and_nothing_else_is_lost():
    found = read(
        HEADER
        + "Orla Venn,Q999101,Mayor,Harbour,2015,2017\n"
        + ",,Mayor,Harbour,2015,2017\n"
        + "Ilya Harrow,999,Mayor,Harbour,2015,2017\n"
        + "Ilya Harrow,,Mayor,Harbour,2017-13-40,\n"
        + "Ilya Harrow,,Mayor,Harbour,2017,2015\n"
        + "Ilya Harrow,,Mayor,Harbour,2017,2018,x,y\n"
        + "\n"
        + "Mara Quill,,Mayor,Harbour,2018,..\n"
    )
    assert [person.name for person in found.roster.people] == ["Orla Venn", "Mara Quill"]
    assert [one.line for one in found.rejected] == [3, 4, 5, 6, 7]
    assert [one.why.split(":")[0] for one in found.rejected][:2] == [
        "no person",
        "'999' is no Wikidata id",
    ]
    assert "ends" in found.rejected[3].why
    assert all("\n" not in one.why for one in found.rejected)


def test_names_may_be_dated():
    (body,) = read(
        "kind,name,aliases\nstate,Velda,Veldania 1950-01-01/2001-05-01; Veld's Land; Vel /1950\n"
    ).roster.bodies
    assert body.kind is BodyKind.STATE
    assert body.aliases == (
        Called("Veldania", "1950-01-01", "2001-05-01"),
        Called("Veld's Land"),
        Called("Vel", "", "1950"),
    )


def test_a_line_says_itself_according_to_whom_or_the_caller_does():
    lines = "person,post,of,according\nOrla Venn,Mayor,Harbour,Gazette\nMara Quill,Mayor,Harbour,\n"
    found = read(lines, according="Almanac", as_of="2020-01-01")
    assert [t.according for t in found.roster.tenures] == ["Gazette", "Almanac"]
    assert {t.as_of for t in found.roster.tenures} == {"2020-01-01"}
    assert found.according == "Almanac"


def test_a_person_without_a_post_is_kept_too():
    assert [p.name for p in read("person,post\nOrla Venn,\n").roster.people] == ["Orla Venn"]


def test_lines_that_are_not_utf_8_are_told():
    found = read_roster(b"person,post\nOrla V\xe9nn,Mayor\nMara Quill,Judge\n", form="csv")
    assert [p.name for p in found.roster.people] == ["Mara Quill"]
    assert [(one.line, one.why) for one in found.rejected] == [(2, "not UTF-8")]


def test_a_mark_left_open_is_told_with_the_lines_that_it_takes_in():
    found = read('person,post\nOrla Venn,Mayor\n"Mara Quill,Judge\nIlya Harrow,Judge\n')
    assert [p.name for p in found.roster.people] == ["Orla Venn"]
    assert [one.line for one in found.rejected] == [3]
    assert "up to line" in found.rejected[0].why


def test_the_day_up_to_which_a_source_speaks_is_a_date():
    with pytest.raises(InputError, match="not a date"):
        read_roster(b"person,post\nOrla Venn,Mayor\n", as_of="99")
    assert "not a date" in read("person,post,as_of\nOrla Venn,Mayor,soon\n").rejected[0].why


def test_a_file_of_other_columns_is_refused():
    with pytest.raises(InputError, match="not our CSV"):
        read("who,what\nOrla Venn,Mayor\n")
    with pytest.raises(InputError, match="no roster"):
        read_roster(b"who,what\nOrla Venn,Mayor\n")
    with pytest.raises(InputError):
        read_roster(b"")


@given(st.binary(max_size=200))
def test_any_bytes_give_a_roster_or_one_line(data):
    for form in ("csv", "wikidata", "petrarch2", "congress"):
        try:
            said = read_roster(data, form=form)
        except InputError as error:
            said = str(error)
        assert isinstance(said, Imported) or "\n" not in said


@given(st.lists(st.text(max_size=20), min_size=1, max_size=8))
def test_any_cells_give_a_line_or_a_reason(cells):
    import csv
    import io

    out = io.StringIO()
    csv.writer(out).writerows([["person", "wikidata", "post", "of", "start", "end"], cells])
    found = read_roster(out.getvalue().encode(errors="surrogatepass"), form="csv")
    assert len(found.roster.people) + len(found.rejected) <= 1
