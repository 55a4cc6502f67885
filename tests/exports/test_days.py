import pytest
from tests.exports.dossiers.made import words

from onrecord.dates import read_edtf
from onrecord.exports.days import day_in_words, ground_in_words, in_order
from onrecord.model import Dating


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2019-02-14", "14 February 2019"),
        ("2019-02", "February 2019"),
        ("2019", "2019"),
        ("2017/2019", "2017–2019"),
        ("2018-11/2019-01", "November 2018 – January 2019"),
        ("2019-01/2019-03", "January – March 2019"),
        ("2019-02-11/2019-02-20", "11–20 February 2019"),
        ("2019-02-11~/2019-02-20~", "about 11–20 February 2019"),
        ("2019-01-28/2019-02-03", "28 January – 3 February 2019"),
        ("2018-12-28/2019-01-03", "28 December 2018 – 3 January 2019"),
        ("2019-02-14/..", "14 February 2019 or later"),
        ("../2019-02-14", "14 February 2019 or earlier"),
    ],
)
def test_a_day_is_said_no_more_exactly_than_it_is_known(edtf, shown):
    assert day_in_words(read_edtf(edtf)) == shown


def test_a_day_that_is_not_known_shows_its_words():
    assert day_in_words(None) == ""
    assert day_in_words(Dating("XXXX-02-15", None, None, "Feb. 15")) == "“Feb. 15”, day not known"
    assert day_in_words(Dating("XXXX-02-15", None, None)) == "XXXX-02-15, day not known"


def test_a_day_that_was_worked_out_says_how():
    plain = read_edtf("2019-02-14")
    assert ground_in_words(plain) == ""
    worked = Dating("2019-02", None, None, "next month", anchor="2019-01", how="the month after")
    assert ground_in_words(worked) == "“next month”: the month after"


def test_evidence_without_a_day_comes_last():
    late, unknown, early = words("late", said="2020"), words("unknown"), words("early", said="2019")
    assert in_order((late, unknown, early)) == (early, late, unknown)
