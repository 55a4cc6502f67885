import pytest

from onrecord.dates import find_dates, read_edtf
from onrecord.model import Span
from onrecord.structure import day_of_report


def day(text, **options):
    lead = Span(0, text.find("\n")) if "\n" in text else Span(0, len(text))
    dateline = options.pop("dateline", None)
    mention = next((m for m in find_dates(text) if m.span.of(text) == dateline), None)
    return day_of_report(text, lead, dateline=mention, **options)


LEAD = "LINDAL, February 16. The bridge will open, the minister said on Saturday.\n"


def test_the_year_is_the_first_that_fits_the_weekday_and_what_is_past():
    text = LEAD + "It could have opened at the end of 2019, he said. It broke down in 2011."
    dating = day(text, dateline="February 16")
    assert (dating.edtf, dating.anchor, dating.inferred) == ("2020-02-15", "2020-02-16", True)
    assert [s.of(text) for s in dating.spans] == ["February 16", "Saturday", "end of 2019"]
    assert "2019-02-16 would fit the weekday and is too early" in dating.how
    assert "2025-02-15 would fit too" in dating.how


def test_a_year_alone_does_not_put_its_own_months_in_the_past():
    text = LEAD + "The ferry was sold in 2018, and a new one was bought in 2019."
    assert day(text, dateline="February 16").edtf == "2019-02-16"


@pytest.mark.parametrize(
    "rest",
    [
        "All is well.",
        "It will open in 2019.",
        "Work is to be done by 2019.",
        "The plan for 2019 was approved and is expected to hold.",
    ],
)
def test_no_year_is_invented_where_no_year_is_past(rest):
    dating = day(LEAD + rest, dateline="February 16")
    assert dating.edtf.startswith("XXXX-")
    assert dating.earliest is None
    assert dating.latest is None


def test_a_year_long_past_fixes_nothing():
    text = LEAD + "The ferry was sold in 2010, and the bridge was built in 2011."
    dating = day(text, dateline="February 16")
    assert dating.edtf == "XXXX-02-10/XXXX-02-16"
    assert read_edtf(dating.edtf).earliest is None


def test_the_date_of_publication_gives_the_year():
    published = read_edtf("2021-02-17")
    dating = day(LEAD, dateline="February 16", published=published)
    assert dating.edtf == "2021-02-13"
    assert dating.inferred


def test_a_day_in_the_lead_without_a_year_stays_open_unless_publication_is_known():
    text = "The bridge will open, Ostrov said on Feb. 15."
    assert day(text).edtf == "XXXX-02-15"
    assert day(text, published=read_edtf("2020-02-16")).edtf == "2020-02-15"
    assert day(text, published=read_edtf("2020-01-16")).edtf == "2019-02-15"


def test_a_day_that_the_lead_only_recalls_is_not_the_day_of_saying():
    assert day("The bridge that fell on Sept. 11, 2012, is still shut.") is None


@pytest.mark.parametrize(
    "text",
    [
        "On May 18, Odile Marsh had a talk with Pavel Ostrov.",
        "The first boats crossed on May 18, hours before the ministers met.",
    ],
)
def test_a_day_without_a_year_in_the_lead_is_the_day_of_what_it_reports(text):
    assert day(text, published=read_edtf("2023-05-18")).edtf == "2023-05-18"
    assert day(text).edtf == "XXXX-05-18"


def test_a_day_that_is_ahead_is_not_the_day_of_what_is_reported():
    text = "The ministers will meet on May 18, the palace said."
    assert day(text, published=read_edtf("2023-05-02")) is None


def test_a_weekday_is_resolved_against_the_day_of_publication():
    text = "The bridge will open, Ostrov said on Thursday."
    assert day(text, published=read_edtf("2020-02-15")).edtf == "2020-02-13"
    assert day(text) is None
