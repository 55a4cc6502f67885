"""Which lines are of one meeting."""

from dataclasses import replace

import pytest
from tests.dossiers.lines import meeting

from onrecord.dossiers.joining.canonical import Names
from onrecord.dossiers.joining.meetings import join_meetings
from onrecord.model import Status


@pytest.fixture
def join(profile):
    return lambda *lines: join_meetings(lines, Names(profile))


def test_one_forum_in_two_documents_is_one_with_the_finer_date(join):
    body = "Norland-Ostland Forum"
    (one,) = join(
        meeting("forum", "d1", ordinal=15, body=body, dating="2018-11-09"),
        meeting("forum", "d2", ordinal=15, body=body, dating="2018-11", place="Pier"),
    )
    assert (one.dating.edtf, one.place) == ("2018-11-09", "Pier")
    assert {e.document for e in one.evidence} == {"d1", "d2"}


def test_other_numbers_are_other_meetings_even_of_one_day(join):
    assert (
        len(
            join(
                meeting("round", ordinal=5, body="Lake talks", dating="2020-03-01"),
                meeting("round", ordinal=6, body="Lake talks", dating="2020-03-01"),
            )
        )
        == 2
    )


def test_a_number_in_words_of_the_process_is_one_number(join):
    assert (
        len(
            join(
                meeting("round", "d1", ordinal=5, body="Lake talks"),
                meeting("round", "d2", ordinal=5, body="Lake process"),
            )
        )
        == 1
    )


def test_a_numbered_round_of_nothing_named_is_one_of_the_process_where_it_belongs_to_it(join):
    named = meeting("round", ordinal=5, body="Lake talks", belongs="Lake talks")
    bare = meeting("round", "d2", ordinal=5, belongs="Lake talks")
    assert len(join(named, bare)) == 1
    assert len(join(named, replace(bare, belongs=""))) == 2
    assert len(join(replace(named, body="Charter Committee"), bare)) == 2


def test_a_meeting_that_was_put_off_is_still_that_meeting(join):
    (one,) = join(
        meeting("round", "d1", ordinal=5, body="Lake talks", dating="2020-02", status="announced"),
        meeting("round", "d2", ordinal=5, body="Lake talks", dating="2020-04-25", status="held"),
    )
    assert (one.status, one.dating.edtf) == (Status.HELD, "2020-04-25")


def test_the_date_of_what_was_held_stands_before_a_finer_one_announced(join):
    (one,) = join(
        meeting(
            "round", "d1", ordinal=5, body="Lake talks", dating="2020-02-10", status="announced"
        ),
        meeting("round", "d2", ordinal=5, body="Lake talks", dating="2020-04", status="held"),
    )
    assert one.dating.edtf == "2020-04"


def test_the_fifth_summit_is_not_the_fifth_meeting(join):
    summit = meeting("summit", "d1", ordinal=5, body="Lake talks")
    other = meeting("meeting", "d2", ordinal=5, body="Lake talks")
    assert len({one.id for one in join(summit, other)}) == 2


def test_a_number_years_later_is_another_series(join):
    assert (
        len(
            join(
                meeting("session", "d1", ordinal=1, body="Charter Committee", dating="2012-03"),
                meeting("session", "d2", ordinal=1, body="Charter Committee", dating="2019-03"),
            )
        )
        == 2
    )


def test_one_day_and_the_same_parties_are_one_meeting_by_whatever_name(join):
    who = ("Norland", "Ostland")
    assert (
        len(
            join(
                meeting("summit", "d1", dating="2020-03-01", parties=who),
                meeting("talks", "d2", dating="2020-03-01", parties=who),
            )
        )
        == 1
    )


def test_a_call_is_no_visit(join):
    who = ("Norland", "Ostland")
    assert (
        len(
            join(
                meeting("call", "d1", dating="2020-03-01", parties=who),
                meeting("visit", "d2", dating="2020-03-01", parties=who),
            )
        )
        == 2
    )


def test_other_places_tell_meetings_apart(join):
    who = ("Norland", "Ostland")
    assert (
        len(
            join(
                meeting("talks", "d1", dating="2020-03-01", parties=who, place="Vale"),
                meeting("talks", "d2", dating="2020-03-01", parties=who, place="Pier"),
            )
        )
        == 2
    )


def test_strangers_do_not_meet(join):
    assert (
        len(
            join(
                meeting(
                    "talks", "d1", dating="2020-03-01", parties=("Norland", "Ostland"), place="Vale"
                ),
                meeting(
                    "talks", "d2", dating="2020-03-01", parties=("Eastia", "Southia"), place="Vale"
                ),
            )
        )
        == 2
    )


def test_names_one_word_apart_of_one_day_are_one_meeting(join):
    (one,) = join(
        meeting("conference", "d1", name="Pier Harbour Conference", dating="2020-02-15"),
        meeting("conference", "d2", name="Pier Harbour Council", dating="2020-02-15"),
    )
    assert len(one.evidence) == 2


def test_names_one_word_apart_without_a_day_may_be_two_meetings(join):
    found = join(
        meeting("congress", "d1", name="World Petroleum Congress", dating="2017-07", place="Pier"),
        meeting("congress", "d2", name="World Energy Congress", place="Pier"),
    )
    assert len(found) == 2


def test_talks_without_a_day_in_two_documents_stay_apart(join):
    assert (
        len(join(meeting("talks", "d1", place="Vale"), meeting("talks", "d2", place="Vale"))) == 2
    )


def test_a_line_that_fits_two_meetings_as_well_joins_neither(join):
    found = join(
        meeting("round", "d1", ordinal=5, body="Lake talks", dating="2020-02-03"),
        meeting("round", "d1", ordinal=6, body="Lake talks", dating="2020-02-24"),
        meeting("round", "d2", body="Lake talks", dating="2020-02"),
    )
    assert len(found) == 3


def test_an_id_follows_from_body_and_number_and_not_from_where_it_stands(join):
    (first,) = join(meeting("round", "d1", ordinal=5, body="Lake talks"))
    (again,) = join(meeting("round", "d7", ordinal=5, body="Lake process", dating="2020-01-01"))
    assert first.id == again.id
    assert first.id.startswith("meeting-")
