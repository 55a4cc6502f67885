"""Whether two dates can be one, and which says more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import read_edtf
from onrecord.dossiers.joining import agree, apart, finer

_DAYS = st.dates().map(lambda one: read_edtf(one.isoformat()))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2018-11-09", "2018-11", True),
        ("2018-11-09", "2018-12", False),
        ("2020-02-15", "XXXX-02-15", True),
        ("2020-02-16", "XXXX-02-15", False),
        ("XXXX-02-15", "XXXX-02-15", True),
        ("2019-02-11~/2019-02-20~", "2019-02-14", True),
        ("2016-02-29", "XXXX-02-29", True),
        ("2017-02", "XXXX-02-29", False),
    ],
)
def test_dates_agree_where_they_can_be_one_day(one, other, same):
    assert agree(read_edtf(one), read_edtf(other)) is same
    assert agree(read_edtf(other), read_edtf(one)) is same


def test_an_unknown_date_can_be_any():
    assert agree(None, read_edtf("2018-11-09"))


def test_the_finer_date_leaves_fewer_days_open():
    dates = [None, read_edtf("2018"), read_edtf("2018-11-09"), read_edtf("2018-11")]
    assert finer(dates).edtf == "2018-11-09"
    assert finer([None]) is None


@given(_DAYS, _DAYS)
def test_days_agree_where_nothing_lies_between(one, other):
    assert agree(one, other) is (apart(one, other) == 0)
