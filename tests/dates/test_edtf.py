from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import read_edtf
from onrecord.errors import InputError


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2019-10-09", date(2019, 10, 9), date(2019, 10, 9)),
        ("2019-10", date(2019, 10, 1), date(2019, 10, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-10/2019-12", date(2019, 10, 1), date(2019, 12, 31)),
        ("2018-22?", date(2018, 6, 1), date(2018, 8, 31)),
        ("2016-24", date(2016, 12, 1), date(2017, 2, 28)),
        ("2019-02-11~/2019-02-20~", date(2019, 2, 11), date(2019, 2, 20)),
        ("2019-02~", date(2019, 2, 1), date(2019, 2, 28)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("2019-XX", date(2019, 1, 1), date(2019, 12, 31)),
        ("XXXX-02-16", None, None),
        ("XXXX-02-29", None, None),
        ("2019-10/..", date(2019, 10, 1), None),
        ("../2019-10", None, date(2019, 10, 31)),
        ("2019-10-09T10:54", date(2019, 10, 9), date(2019, 10, 9)),
    ],
)
def test_edtf_gives_the_first_and_the_last_day(edtf, earliest, latest):
    dating = read_edtf(edtf)
    assert (dating.earliest, dating.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text", ["", "soon", "2019-13", "2019-02-30", "XXXX-02-30", "2020/2019", "/", "9 October 2019"]
)
def test_what_is_no_date_is_said_in_one_line(text):
    with pytest.raises(InputError) as caught:
        read_edtf(text)
    assert "\n" not in str(caught.value)


@given(st.dates(min_value=date(1, 1, 1)))
def test_a_day_leads_back_to_itself(day):
    dating = read_edtf(day.isoformat())
    assert dating.earliest == dating.latest == day
    assert dating.edtf == day.isoformat()


@given(st.text(alphabet="0123456789X-/.~?%T: []{},Yabc"))
def test_any_string_is_read_or_refused(text):
    try:
        dating = read_edtf(text)
    except InputError:
        return
    if dating.earliest and dating.latest:
        assert dating.earliest <= dating.latest
