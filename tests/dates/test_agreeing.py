from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import agree, finer, read_edtf, resolve_dates
from onrecord.model import Dating


def dated(words, anchor="2020-02-16"):
    (dating,) = resolve_dates(words, anchor=read_edtf(anchor))
    return dating


def told(one, other):
    return agree(read_edtf(one), read_edtf(other)).agrees


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2018-11-09", "2018-11-09"),
        ("2018-11", "2018-11-09"),
        ("2011/..", "2018-11-09"),
        ("../2019", "2018-11"),
        ("2018-11-01/2018-11-09", "2018-11-09/2018-11-12"),
        ("XXXX-12-29", "2016-12-29"),
        ("XXXX-12-29", "2016-12"),
        ("XXXX-12-29", "2016"),
        ("XXXX-12", "2016-12-29"),
        ("XXXX-02-29", "2011/2019"),
        ("XXXX-02-29", "2000/.."),
        ("XXXX-12-29", "XXXX-12"),
        ("XXXX-02-11~/XXXX-02-20~", "2019-02-14"),
        ("XXXX-12-30/XXXX-01-02", "2017-01-01"),
        ("198X", "1985"),
        ("2015-22", "2015-07"),
        ("[2016-09-10,2016-10-09]", "2016-10"),
    ],
)
def test_datings_agree_where_their_days_overlap_in_some_year(one, other):
    assert told(one, other) is True
    assert told(other, one) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2018-11-09", "2018-11-10"),
        ("2018-11", "2018-12-01"),
        ("2011/..", "2010"),
        ("XXXX-12-29", "2016-12-28"),
        ("XXXX-12-29", "2016-11"),
        ("XXXX-12-29", "XXXX-12-30"),
        ("XXXX-02-29", "2019"),
        ("2016~", "2012"),
        ("[2016-09-10,2016-10-09]", "2016-09-20"),
    ],
)
def test_datings_contradict_where_no_day_is_shared(one, other):
    assert told(one, other) is False
    assert told(other, one) is False


@pytest.mark.parametrize(
    ("one", "other"), [("2018-08~", "2018-09-12"), ("2016~", "2017-03"), ("XXXX", "2018")]
)
def test_what_is_about_a_time_and_misses_it_narrowly_is_left_open(one, other):
    first = Dating(one, None, None) if one == "XXXX" else read_edtf(one)
    assert agree(first, read_edtf(other)).agrees is None


def test_a_day_and_the_weekday_of_another_document_agree_once_resolved():
    saturday, day = dated("said on Saturday"), dated("said on Feb. 15")
    verdict = agree(saturday, day)
    assert verdict.agrees is True
    assert "are the same days" in verdict.why


def test_a_year_that_was_inferred_contradicts_nothing():
    day = dated("It was signed on December 29.", "2018-03-01")
    assert day.edtf == "2017-12-29"
    verdict = agree(day, read_edtf("2016-12-29"))
    assert verdict.agrees is True
    assert "was inferred" in verdict.why
    assert agree(day, read_edtf("2016-12-28")).agrees is False
    assert agree(dated("signed on December 29, 2017"), read_edtf("2016-12-29")).agrees is False


def test_the_finer_of_two_is_the_one_with_fewer_days():
    month, day = read_edtf("2018-11"), read_edtf("2018-11-09")
    assert finer(month, day) is day
    assert finer(day, month) is day
    assert finer(read_edtf("2011/.."), month) is month
    assert finer(read_edtf("2018-11-09~"), day) is day


def test_a_day_without_a_year_takes_the_year_of_the_other():
    (day,) = resolve_dates("signed on November 9")
    kept = finer(read_edtf("2018-11"), day)
    assert (kept.edtf, kept.earliest, kept.words) == ("2018-11-09", date(2018, 11, 9), "November 9")
    assert (kept.anchor, kept.inferred) == ("2018-11", True)
    assert finer(read_edtf("2016/2018"), day).edtf == "2016/2018"


EDTF = st.dates().map(lambda d: d.isoformat()[:10]) | st.sampled_from(
    """2018 2018-11 2018-08~ 199X 19XX 2015-22 2016-24 2011/.. ../2019 2016~/2018-01-30 XXXX-12-29
    XXXX-02-29 XXXX-02 XXXX-12-30/XXXX-01-02 9999 0001 [2016-09-10,2016-10-09] ../9999 0001/..
    """.split()
)


@given(EDTF, EDTF)
def test_agreeing_is_symmetric_and_the_finer_one_agrees_with_both(one, other):
    first, second = read_edtf(one), read_edtf(other)
    verdict = agree(first, second)
    assert verdict.agrees == agree(second, first).agrees
    assert verdict.why.endswith(".")
    assert agree(first, first).agrees is True
    if verdict.agrees:
        kept = finer(first, second)
        assert agree(kept, first).agrees
        assert agree(kept, second).agrees
