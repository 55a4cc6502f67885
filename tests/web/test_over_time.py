import pytest

from onrecord.errors import InputError
from onrecord.portraits import Period, Portrait
from onrecord.stores import Tally
from onrecord.web.over_time import over_time

TALLY = Tally("a", "story", "", "", "2019", None, None, (), 1, 0, 0)


def _portrait(*months: str, turns: int = 1) -> Portrait:
    years = dict.fromkeys(month[:4] for month in months)
    return Portrait(
        ("Ann",),
        (TALLY,),
        months=tuple(Period(one, turns, 2) for one in months),
        years=tuple(Period(one, turns, 2) for one in years),
    )


def _link(when: str) -> str:
    return f"/people/Ann?when={when}"


def test_a_short_time_is_drawn_by_month_and_a_long_one_by_year() -> None:
    assert over_time(_portrait("2019-01", "2019-12"), "", _link).by == "month"
    assert over_time(_portrait("2009-01", "2019-12"), "", _link).by == "year"
    assert over_time(_portrait("2009-01", "2019-12"), "month", _link).by == "month"


def test_each_period_with_words_is_a_row_that_leads_to_them() -> None:
    found = over_time(_portrait("2019-01", "2019-03", ""), "", _link)
    assert [(label, to) for label, _, to in found.rows] == [
        ("Jan 2019", "/people/Ann?when=2019-01"),
        ("Mar 2019", "/people/Ann?when=2019-03"),
        ("Day not known", "/people/Ann?when=unknown"),
    ]
    assert "Feb 2019" in found.drawing
    assert found.unknown == 3


def test_where_nothing_is_held_nothing_is_drawn() -> None:
    assert over_time(Portrait(()), "", _link) is None
    assert over_time(_portrait(""), "", _link).drawing == ""


def test_time_is_cut_by_year_or_month_alone() -> None:
    with pytest.raises(InputError):
        over_time(_portrait("2019-01"), "day", _link)
