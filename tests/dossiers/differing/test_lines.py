"""What two documents say differently of one meeting or agreement."""

import pytest
from tests.dossiers.lines import agreement, evidence, meeting

from onrecord.dossiers.differing import among_lines
from onrecord.model import DiscrepancyKind

K = DiscrepancyKind


@pytest.fixture
def differ(profile):
    def of(*lines):
        key = "agreements" if "Agreement" in type(lines[0]).__name__ else "meetings"
        held = {"meetings": {}, "agreements": {}, key: {"one": lines}}
        found = among_lines(held["meetings"], held["agreements"], profile=profile, heard={})
        return [(one.kind, one.explained) for one in found]

    return of


def test_a_day_and_its_month_agree(differ):
    assert differ(
        agreement("plan", "Action Plan", "d1", dating="2018-11-09"),
        agreement("plan", "Action Plan", "d2", dating="2018-11"),
    ) == [(K.DATE, True)]


def test_two_days_do_not(differ):
    assert differ(
        agreement("plan", "Action Plan", "d1", dating="2018-11-09"),
        agreement("plan", "Action Plan", "d2", dating="2018-11-10"),
    ) == [(K.DATE, False)]


def test_what_one_document_says_itself_is_not_compared(differ):
    assert not differ(meeting(dating="2018-11-09"), meeting(dating="2018-11"))


def test_the_day_announced_is_not_held_against_the_day_it_was(differ):
    assert not differ(
        meeting("round", "d1", dating="2020-02", status="announced"),
        meeting("round", "d2", dating="2020-04-25"),
    )


def test_two_names_of_one_place_are_explained_and_two_places_flagged(differ):
    assert differ(meeting(place="Astana"), meeting("meeting", "d2", place="Nur-Sultan")) == [
        (K.PLACE, True)
    ]
    assert differ(meeting(place="Vale"), meeting("meeting", "d2", place="Pier")) == [
        (K.PLACE, False)
    ]


def _round(number, document, dating):
    return meeting("round", document, ordinal=number, body="Lake talks", dating=dating)


def test_two_numbers_of_one_day_are_flagged(differ):
    found = differ(_round(5, "d1", "2020-03-01"), _round(6, "d2", "2020-03-01"))
    assert (K.COUNT, False) in found


def test_a_higher_number_on_an_earlier_day_is_flagged(differ):
    found = differ(_round(5, "d1", "2020-03-01"), _round(6, "d2", "2020-01-01"))
    assert (K.COUNT, False) in found
    assert (K.COUNT, False) not in differ(
        _round(5, "d1", "2020-01-01"), _round(6, "d2", "2020-03-01")
    )


def _session(words, status, ordinal=None):
    one = meeting("session", ordinal=ordinal, body="Charter Committee", status=status)
    return type(one)(
        one.kind,
        body=one.body,
        ordinal=ordinal,
        status=one.status,
        evidence=(evidence("d1", words=words, status=status),),
    )


def test_two_held_and_the_third_to_come_agree_and_the_fourth_does_not(differ):
    held = _session("two sessions", "held")
    assert differ(held, _session("the third session", "announced", 3)) == [(K.COUNT, True)]
    assert differ(held, _session("the fourth session", "announced", 4)) == [(K.COUNT, False)]
