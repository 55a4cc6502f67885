import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import read_edtf, resolve_dates
from onrecord.model import Dating, Span

MONDAY = read_edtf("2019-01-28")


def read(text, anchor="2019-01-28", **options):
    return [d.edtf for d in resolve_dates(text, anchor=read_edtf(anchor), **options)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("opened on 9 October 2019", "2019-10-09"),
        ("9 October 201910:54", "2019-10-09"),
        ("opened on October 9th, 2019", "2019-10-09"),
        ("the 9th of October 2019", "2019-10-09"),
        ("opened 2019-10-09", "2019-10-09"),
        ("opened 21.10.2016", "2016-10-21"),
        ("opened 10/21/16", "2016-10-21"),
        ("opened 9/10/2016", "[2016-09-10,2016-10-09]"),
        ("in May 2012", "2012-05"),
        ("in May of 2012", "2012-05"),
        ("the 2011 flood", "2011"),
        ("the ferry law (1981)", "1981"),
        ("March 10 this year", "2019-03-10"),
        ("in September last year", "2018-09"),
    ],
)
def test_dates_that_say_their_year(text, edtf):
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "anchor", "edtf"),
    [
        ("The bridge was opened on December 29.", "2017-01-20", "2016-12-29"),
        ("The bridge will be opened on December 29.", "2017-01-20", "2017-12-29"),
        ("The bridge, December 29:", "2017-01-20", "2016-12-29"),
        ("The talks were on the bridge, opening November 22.", "2017-11-21", "2017-11-22"),
        ("They met on Sunday, Sept. 11, in Lindal.", "2018-03-01", "2016-09-11"),
        ("The fair is scheduled for February.", "2019-01-28", "2019-02"),
        ("The fair was held in February.", "2019-01-28", "2018-02"),
        ("In March we will mark it, he said.", "2017-02-28", "2017-03"),
        ("As the mayor has said, in March we will mark it.", "2017-02-28", "2017-03"),
        ("They announced that December 31 will be free.", "2019-12-19", "2019-12-31"),
        ("the flood in early April eight years ago", "2017-04-11", "2009-04-01~/2009-04-10~"),
        ("it sank on June 26, exactly 75 years ago", "2020-06-26", "1945-06-26"),
        ("last October", "2017-10-19", "2016-10"),
        ("to be built by July 4th", "2021-06-22", "../2021-07-04"),
        ("on the Fourth of July", "2021-06-22", "2021-07-04"),
    ],
)
def test_a_year_that_is_not_said_comes_from_the_anchor_and_the_tense(text, anchor, edtf):
    assert read(text, anchor) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("planned for mid-February", "2019-02-11~/2019-02-20~"),
        ("planned for the middle of February", "2019-02-11~/2019-02-20~"),
        ("early in March 2019", "2019-03-01~/2019-03-10~"),
        ("late October 2018", "2018-10-21~/2018-10-31~"),
        ("at the end of 2019", "2019-11~/2019-12~"),
        ("early next year", "2020-01~/2020-04~"),
        ("early next week", "2019-02-04~/2019-02-06~"),
        ("the early 1990s", "1990~/1993~"),
        ("the late 20th century", "1967~/1999~"),
        ("the first half of 2018", "2018-01/2018-06"),
        ("the second quarter of this year", "2019-04/2019-06"),
        ("the first nine months of 2016", "2016-01/2016-09"),
        ("Q2 2016", "2016-04/2016-06"),
        ("earlier this month", "2019-01-01/2019-01-28"),
        ("later this week", "2019-01-28/2019-02-03"),
    ],
)
def test_parts_of_a_month_and_a_year_are_those_of_the_table(text, edtf):
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He is here today.", "2019-01-28"),
        ("He came yesterday.", "2019-01-27"),
        ("He comes the day after tomorrow.", "2019-01-30"),
        ("He came the other day.", "2019-01-21~/2019-01-27~"),
        ("He came on Saturday.", "2019-01-26"),
        ("He will come on Saturday.", "2019-02-02"),
        ("He is coming on Saturday.", "2019-02-02"),
        ("He came last Friday.", "2019-01-25"),
        ("He comes this Friday.", "2019-02-01"),
        ("He comes next Friday.", "2019-02-08"),
        ("He came over the weekend.", "2019-01-26/2019-01-27"),
        ("this week", "2019-01-28/2019-02-03"),
        ("next month", "2019-02"),
        ("last year", "2018"),
        ("the coming year", "2020"),
        ("last century", "19XX"),
    ],
)
def test_relative_days_weeks_months_and_years(text, edtf):
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("formed 18 months ago", "2017-07~"),
        ("formed a year and a half ago", "2017-07~"),
        ("formed half a year ago", "2018-07~"),
        ("formed three years ago", "2016~"),
        ("formed three days ago", "2019-01-25"),
        ("formed about three days ago", "2019-01-25~"),
        ("formed a few years ago", "2014~/2017~"),
        ("formed two or three years ago", "2016~/2017~"),
        ("it will open in two weeks", "2019-02-11~"),
        ("two months from now", "2019-03~"),
        ("in the next few days", "2019-01-28/2019-02-02~"),
        ("in the coming days", "2019-01-28/2019-02-04?"),
        ("within two weeks", "2019-01-28/2019-02-11~"),
        ("over the past three years", "2016~/2019-01-28"),
        ("in recent weeks", "2018-12-31?/2019-01-28"),
        ("over the last year", "2018~/2019-01-28"),
    ],
)
def test_times_told_by_how_far_off_they_are(text, edtf):
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("the plan for 2019-2021", "2019/2021"),
        ("the plan for 2019−2021", "2019/2021"),
        ("the crisis of 2008–09", "2008/2009"),
        ("from 2009 to 2013", "2009/2013"),
        ("between 2009 and 2013", "2009/2013"),
        ("from 14 to 15 September 2017", "2017-09-14/2017-09-15"),
        ("September 14–15, 2017", "2017-09-14/2017-09-15"),
        ("22 and 23 November 2018", "2018-11-22/2018-11-23"),
        ("November 28 to December 2, 2016", "2016-11-28/2016-12-02"),
        ("December 30 to January 2, 2016", "2016-12-30/2017-01-02"),
        ("November and December of 2020", "2020-11/2020-12"),
        ("from April 2018 to the present time", "2018-04/2019-01-28"),
        ("since 2011", "2011/.."),
        ("since the 1990s", "1990/.."),
        ("until 2020", "../2020"),
        ("by the end of the month", "../2019-01"),
        ("until the end of the year", "../2019"),
        ("by mid-February 2019", "../2019-02-20~"),
        ("before 2016", "../2015"),
        ("before the end of this year", "../2019"),
        ("before the end of May", "../2019-05"),
        ("after January 20, 2017", "2017-01-21/.."),
        ("the 1990s", "199X"),
        ("the '80s", "198X"),
        ("in the twentieth century", "19XX"),
    ],
)
def test_stretches_open_ends_and_decades(text, edtf):
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("in the summer of 2015", "2015-22"),
        ("It opens this summer.", "2019-22"),
        ("last fall", "2018-23"),
        ("It will open in the autumn.", "2019-23"),
        ("the winter of 2016", "2016-24"),
    ],
)
def test_seasons(text, edtf):
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "He may march in second place, and we fall behind.",
        "May he march? March on! We sat in the sun.",
        "the 25th anniversary of the bridge",
        "a 70-year-old, a two-year plan, 15 years of work, every two weeks",
        "call 202-555-0143 or 1,200 others; it ended 3-2",
        "Resolution 2254 and Article 1701",
        "February 30, 2019 and 31 April",
        "two days later, that month, the following year",
        "on Saturdays, every Friday, on Black Friday",
        "recently, long ago, at the end of the day",
        "the Arab Spring, Spring Street",
        "in version 2.2016 of part 2016/4/5",
        "it ran for 2000 metres; 2000 people came",
        "on the 2030 Agenda",
        "",
    ],
)
def test_what_is_no_date_is_not_read(text):
    assert read(text) == []


def test_not_until_a_year_is_that_year():
    assert read("It was not until 2012 that it was built.") == ["2012"]


def test_a_time_that_only_tells_which_thing_is_meant_is_not_open():
    assert read("since last year's flood") == ["2018"]


def test_what_stands_in_apposition_is_one_expression():
    assert read("tomorrow, Monday, July 19th,", "2021-07-18") == ["2021-07-19"]
    assert read("This year, October 2019, marks it.") == ["2019-10"]


def test_without_an_anchor_the_year_stays_open_and_relative_words_are_left_out():
    found = resolve_dates("On December 29 and in mid-May, next month, on Friday, since 2011.")
    assert [d.edtf for d in found] == ["XXXX-12-29", "XXXX-05-11~/XXXX-05-20~", "2011/.."]


def test_an_anchor_that_is_a_month_gives_what_it_can():
    assert read("yesterday, this year, two weeks ago", "2018-09") == [
        "2018-08-31/2018-09-29",
        "2018",
        "2018-08-18~/2018-09-16~",
    ]


def test_an_anchor_that_is_an_interval_will_do():
    assert read("in the past three years", "2018-09-20~/2018-09-30~") == ["2015~/2018-09-30"]


def test_words_spans_anchor_and_how_are_given():
    text = "The fair will be held next month."
    (dating,) = resolve_dates(text, anchor=MONDAY)
    assert dating.spans[0].of(text) == dating.words == "next month"
    assert (dating.anchor, dating.inferred) == ("2019-01-28", True)
    assert dating.how == "“next month” is counted from 2019-01-28."
    (plain,) = resolve_dates("in May 2012", anchor=MONDAY)
    assert (plain.anchor, plain.inferred) == ("", False)


def test_only_what_stands_within_is_read_and_the_rest_tells_the_tense():
    text = "It will open on Friday. It closed on Monday."
    (dating,) = resolve_dates(text, anchor=MONDAY, within=Span(16, 22))
    assert (dating.words, dating.edtf) == ("Friday", "2019-02-01")


PIECES = st.sampled_from(
    """the a an of in last next this past coming mid - – early late end beginning few several two
    18 2019 1990 s ' 's 31 30 29 5 th May March February Sept. . , Monday summer fall week weeks
    months years decade century ago from now since until by before after between and to half first
    quarter Q 2 / 10 9999 0000 0001 today tomorrow yesterday or the other day 1,200 ½ ²""".split()
)


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(), st.dates() | st.none())
def test_any_text_gives_readable_edtf_whose_days_are_its_own(text, day):
    anchor = read_edtf(day.isoformat()) if day else None
    end = 0
    for dating in resolve_dates(text, anchor=anchor):
        (span,) = dating.spans
        assert span.start >= end
        end = span.end
        assert span.of(text) == dating.words
        again = read_edtf(dating.edtf)
        assert (again.earliest, again.latest) == (dating.earliest, dating.latest)
        assert dating.how.startswith("“")


def test_an_open_anchor_is_none():
    assert resolve_dates("next month", anchor=Dating("2011/..", None, None)) == ()


def test_hostile_input_is_read_through():
    for piece in ("the ", "1 and ", "by ", "Monday, ", "2016-", "last ", "''", "May, ", "½ ²"):
        resolve_dates(piece * 20_000, anchor=MONDAY)
