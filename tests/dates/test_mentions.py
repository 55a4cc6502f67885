import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import find_dates


@pytest.mark.parametrize(
    ("text", "edtf", "words"),
    [
        ("9 October 201910:54", "2019-10-09", "9 October 2019"),
        ("28 January 20199:05", "2019-01-28", "28 January 2019"),
        ("20 January, 2017", "2017-01-20", "20 January, 2017"),
        ("in Lindal, October 9, 2019", "2019-10-09", "October 9, 2019"),
        ("(Lindal, January 20, 2017).", "2017-01-20", "January 20, 2017"),
        ("on Sept. 11", "XXXX-09-11", "Sept. 11"),
        ("said on Feb. 15.", "XXXX-02-15", "Feb. 15"),
        ("September 8th, 2021", "2021-09-08", "September 8th, 2021"),
        ("back in May 2019 they", "2019-05", "May 2019"),
        ("at 2019-10-09T10:54", "2019-10-09", "2019-10-09"),
    ],
)
def test_dates_are_found_as_they_are_written(text, edtf, words):
    (found,) = find_dates(text)
    assert found.edtf == edtf
    assert found.span.of(text) == words


@pytest.mark.parametrize(
    "text", ["It may 5 times", "We march 2016 times", "February 30", "31 June 2019", "in May", "We"]
)
def test_what_is_no_date_is_left_alone(text):
    assert find_dates(text) == []


@given(st.text())
def test_spans_slice_back(text):
    assert all(m.span.of(text).strip() for m in find_dates(text))
