from datetime import UTC, datetime

import pytest

from onrecord.errors import FetchError
from onrecord.fetching.pacing import Pace, retry_after

NOW = datetime(2026, 3, 2, 10, 0, 0, tzinfo=UTC)


class Clock:
    def __init__(self):
        self.now = 100.0
        self.slept = []

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def pace(clock):
    return Pace(longest=60, clock=lambda: clock.now, sleep=clock.sleep)


def visit(pace, host, rest=2.0):
    with pace.turn(host, rest):
        pass


def test_a_host_rests_between_two_requests_and_others_do_not_wait_for_it(pace, clock):
    for host in ("a", "b", "a", "b"):
        visit(pace, host)
    assert clock.slept == [2.0]


def test_it_rests_after_a_request_that_failed_too(pace, clock):
    with pytest.raises(FetchError), pace.turn("a", 2.0):
        raise FetchError("the server fell silent")
    visit(pace, "a")
    assert clock.slept == [2.0]


def test_it_is_left_alone_as_long_as_it_asks(pace, clock):
    pace.hold("a", 30)
    visit(pace, "a")
    assert clock.slept == [30]
    pace.hold("a", 10**9)
    with pytest.raises(FetchError, match="left alone for 86400 s more"):
        visit(pace, "a")


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("9" * 40, 999_999_999.0),
        ("Mon, 02 Mar 2026 10:01:00 GMT", 60.0),
        ("Monday, 02-Mar-26 10:01:00 GMT", 60.0),
        ("Mon Mar  2 10:01:00 2026", 60.0),
        ("Mon, 02 Mar 2026 09:00:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("Mon, 99 Mar 2026 10:01:00 GMT", None),
        ("Mon, 02 Mar 99999 10:01:00 GMT", None),
    ],
)
def test_when_to_come_back_is_a_number_or_a_date(told, seconds):
    assert retry_after(told, now=NOW) == seconds
