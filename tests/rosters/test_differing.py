from onrecord.model import DisagreementKind
from onrecord.rosters import disagreements, join, people_named, read_roster


def test_dates_that_no_day_fits_are_told_and_coarse_ones_that_agree_are_not(both):
    (quill,) = people_named(both, "Mara Quill")
    (venn,) = people_named(both, "Orla Venn")
    kinds = {d.kind: d for d in disagreements(both, quill)}
    assert "2019-09-18" in kinds[DisagreementKind.DATES].why
    assert "2019-09-08" in kinds[DisagreementKind.DATES].why
    assert disagreements(both, venn) == ()


def test_two_holders_at_once_are_told_once(both):
    (found,) = [d for d in disagreements(both) if d.kind is DisagreementKind.HOLDERS]
    assert {t.according for t in found.tenures} == {"Gazette", "Almanac"}
    assert found.why == "both from 2019-09-08 to 2019-09-18, according to Gazette and Almanac"


def test_two_posts_at_once_for_a_while_are_told(bodies):
    lines = """person,post,of,start,end,according
Ilya Harrow,Amb. to Osgarth,Velda,1994-09-22,2004-07-12,Register
Ilya Harrow,Foreign Minister,Velda,2004-03-09,2009-01-01,Register
"""
    roster = join(bodies, read_roster(lines.encode(), known=bodies).roster)
    (found,) = disagreements(roster)
    assert found.kind is DisagreementKind.AT_ONCE
    assert "2004-03-09 to 2004-07-12" in found.why


def test_posts_that_several_hold_by_one_source_are_no_disagreement(bodies):
    lines = """person,post,of,start,end,according
Ilya Harrow,Deputy Foreign Minister,Velda,2004,2009,Register
Orla Venn,Deputy Foreign Minister,Velda,2004,2009,Register
"""
    roster = join(bodies, read_roster(lines.encode(), known=bodies).roster)
    assert disagreements(roster) == ()
