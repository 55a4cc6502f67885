from onrecord.model import ONGOING, Called, Person, Roster, Tenure
from onrecord.portraits import called, differences, ending, posts_of

VENN = Person("Q1", "Orla Venn")
ROSTER = Roster(
    people=(VENN, Person("Q2", "Ivo Quist")),
    tenures=(
        Tenure("Q1", "Minister of Health", "velda", "2015-03-04", "2017-06-30", "Gazette"),
        Tenure("Q1", "Minister of Health", "velda", "2015-03-02", "2017-06-30", "Almanac"),
        Tenure("Q1", "Judge", "", "2019", ONGOING, "Gazette", as_of="2021-01"),
        Tenure("Q2", "Minister of Health", "velda", "2016", "2018", "Almanac", note="acting"),
    ),
)


def test_posts_come_by_their_first_days_each_with_its_source():
    found = posts_of(ROSTER, VENN)
    assert [(one.post, one.since, one.until, one.according) for one in found] == [
        ("Minister of Health, velda", "2015-03-02", "2017-06-30", "Almanac"),
        ("Minister of Health, velda", "2015-03-04", "2017-06-30", "Gazette"),
        ("Judge", "2019", "still so, as of 2021-01", "Gazette"),
    ]


def test_where_sources_disagree_both_are_shown_and_why():
    dates, *others = differences(ROSTER, VENN)
    assert dates.posts == ("Minister of Health, velda",)
    assert "Almanac has it from 2015-03-02, Gazette from 2015-03-04" in dates.why
    assert {name for one in others for name in one.others} == {"Ivo Quist"}


def test_ends_and_former_names_are_in_words():
    assert ending(Tenure("Q1", "Judge")) == "unknown"
    assert ending(Tenure("Q1", "Judge", end=ONGOING)) == "still so"
    assert called(Called("Orla Venn")) == "Orla Venn"
    assert called(Called("Orla Quist", "2001", ONGOING)) == "Orla Quist (2001 to today)"
    assert called(Called("Orla Quist", "", "2001")) == "Orla Quist (unknown to 2001)"
