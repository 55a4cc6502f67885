import pytest

from onrecord.errors import InputError
from onrecord.model import ONGOING
from onrecord.rosters import read_roster

ACTORS = """# Generated at: Mon Mar 3 10:00:00 2014
VELDA_  [VLD]
+VELDAN_
+TALSK_

ORLA_VENN_  # CountryInfo.txt
+ORLA_J._VENN_
+FOREIGN_MINISTER_ORLA_J._VENN_
\t[VLDGOV 19940922-20040712] # Amb. to UN
\t[VLDGOV >20040309]  # Foreign Minister
\t[VLDELI]
ILYA_HARROW_  # CountryInfo.txt
\t[VLDGOVMIL 320101-030131]
\t[VLDGOV 9008223]
\t[VLDGOV 20121207-20120802] # PM
\t[---]
HARBOUR_GUARD_ [VLDMIL] # kinda made that up
MARA_QUILL_ [IGOUNO >070101] [VLDGOV <061231]# former ambassador
"""


@pytest.fixture
def found(bodies):
    return read_roster(ACTORS.encode(), known=bodies)


def tenures_of(found, name):
    (person,) = [p for p in found.roster.people if p.name == name]
    return [t for t in found.roster.tenures if t.person == person.id]


def test_a_post_is_what_the_comment_says_else_the_code(found):
    assert [(t.post, t.start, t.end) for t in tenures_of(found, "Orla Venn")] == [
        ("Amb. to UN", "1994-09-22", "2004-07-12"),
        ("Foreign Minister", "2004-03-09", ONGOING),
        ("VLDELI", "", ""),
    ]
    assert {t.of for t in tenures_of(found, "Orla Venn")} == {"velda"}
    assert {t.as_of for t in found.roster.tenures} == {"2014-03-03"}


def test_two_digits_of_a_year_are_of_the_century_that_fits(found):
    (tenure,) = tenures_of(found, "Ilya Harrow")
    assert (tenure.post, tenure.start, tenure.end) == ("VLDGOVMIL", "1932-01-01", "2003-01-31")


def test_spellings_are_aliases_without_their_posts(found):
    (person,) = [p for p in found.roster.people if p.name == "Orla Venn"]
    assert person.names == ("Orla Venn", "Orla J. Venn")


def test_cities_of_a_state_are_no_names_of_it(found):
    (state,) = [b for b in found.roster.bodies if b.code == "VLD"]
    assert state.id == "velda"
    assert state.names == ("Velda", "Veldan")


def test_bad_dates_are_told_by_line(found):
    assert [(one.line, one.why) for one in found.rejected] == [
        (14, "'9008223' is no date"),
        (15, "ends (2012-08-02) before it starts (2012-12-07)"),
    ]


def test_organisations_are_bodies_and_codes_of_several_on_a_line_have_no_comment(found):
    assert "Harbour Guard" in [b.name for b in found.roster.bodies]
    assert [(t.post, t.start, t.end) for t in tenures_of(found, "Mara Quill")] == [
        ("IGOUNO", "2007-01-01", ONGOING),
        ("VLDGOV", "", "2006-12-31"),
    ]


def test_what_follows_a_name_that_cannot_be_read_is_not_given_to_the_one_before(bodies):
    lines = b"ORLA_VENN_ # CountryInfo.txt\nILY\xc4_H_\n\t[VLDGOV 030101-040101]\n+IH\n"
    found = read_roster(lines, form="petrarch2", known=bodies)
    assert found.roster.tenures == ()
    assert [one.line for one in found.rejected] == [2, 3, 4]


def test_a_file_of_common_nouns_is_refused():
    with pytest.raises(InputError, match="agents"):
        read_roster(b"FARMER_ [~AGR]\nBAKER_ [~BUS]\n")
