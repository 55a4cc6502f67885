"""What became of promises and announcements."""

from dataclasses import replace
from datetime import date

import pytest
from tests.dossiers.lines import agreement, meeting, promise

from onrecord.dossiers.joining.canonical import Names
from onrecord.dossiers.joining.meetings import join_meetings
from onrecord.dossiers.settling import announced, settle
from onrecord.model import PromiseState

S = PromiseState


def _round(document, said, status, dating=""):
    return meeting(
        "round", document, said=said, status=status, dating=dating, ordinal=5, body="Lake talks"
    )


@pytest.fixture
def settled(profile):
    """The announcements of meetings that are given, settled as of a day."""

    def of(*lines, day="2020-12-31"):
        joined = join_meetings(lines, Names(profile))
        found = announced(joined, ())
        return settle(found, meetings=joined, agreements=(), day=date.fromisoformat(day))

    return of


_SAID = ("d1", "2020-01-10", "announced", "2020-02")


def test_a_meeting_held_in_the_time_announced_is_held(settled):
    (one,) = settled(_round(*_SAID), _round("d2", "2020-02-12", "held", "2020-02-12"))
    assert (one.state, [e.document for e in one.outcome]) == (S.HELD, ["d2"])
    assert one.why == "held on 2020-02-12, announced for 2020-02"


def test_one_held_after_its_time_is_held_late(settled):
    (one,) = settled(_round(*_SAID), _round("d2", "2020-04-26", "held", "2020-04-25"))
    assert one.state is S.HELD_LATE
    assert "56 days after 2020-02" in one.why


def test_a_few_days_are_not_late(settled):
    (one,) = settled(_round(*_SAID), _round("d2", "2020-03-02", "held", "2020-03-02"))
    assert one.state is S.HELD


def test_one_that_is_said_to_be_put_off_is_put_off(settled):
    found = settled(_round(*_SAID), _round("d2", "2020-02-20", "put_off"))
    assert [(one.state, one.outcome[0].document) for one in found] == [(S.PUT_OFF, "d2")]


def test_another_time_announced_later_supersedes_the_first(settled):
    first, second = settled(_round(*_SAID), _round("d2", "2020-02-20", "announced", "2020-05"))
    assert (first.state, second.state) == (S.SUPERSEDED, S.UNKNOWN)
    assert "2020-05" in first.why


def test_what_is_still_to_come_is_open(settled):
    (one,) = settled(_round(*_SAID), day="2020-02-03")
    assert one.state is S.OPEN


def test_silence_is_no_broken_promise(settled):
    (one,) = settled(_round(*_SAID))
    assert (one.state, one.outcome) == (S.UNKNOWN, ())


def test_what_was_said_before_the_promise_is_no_outcome(settled):
    (one,) = settled(_round(*_SAID), _round("d2", "2020-01-05", "held"))
    assert one.state is S.UNKNOWN


def test_what_a_promise_already_says_is_not_announced_again():
    one = meeting("round", status="announced", ordinal=5, body="Lake talks")
    held = promise("Norland", "words")
    held = type(held)("Norland", "the round will be held", evidence=one.evidence)
    assert announced([one], [held]) == ()
    (found,) = settle([held], meetings=[one], agreements=(), day=None)
    assert found.meeting == one.id


def test_who_asks_about_a_meeting_announces_none():
    one = meeting("round", status="announced", ordinal=5, body="Lake talks")
    asked = replace(one, evidence=(replace(one.evidence[0], flags=("question",)),))
    assert announced([asked], ()) == ()


def test_a_meeting_that_a_promise_stands_for_is_announced_again_only_for_another_time():
    first, other = _SAID, ("d2", "2020-01-20", "announced", "2020-06")
    one = replace(
        _round(*first), id="m1", evidence=_round(*first).evidence + _round(*other).evidence
    )
    held = promise("Norland", "the round in February", meeting="m1", due="2020-02")
    assert [p.due.edtf for p in announced([one], [held])] == ["2020-06"]


def test_an_agreement_that_was_promised_and_is_dated_later_is_held():
    said = promise("Norland", "to sign the Grain Treaty in May", said="2020-03-01", due="2020-05")
    signed = agreement("treaty", "Grain Treaty", "d2", dating="2020-05-04", said="2020-05-05")
    (one,) = settle([said], meetings=(), agreements=[signed], day=date(2020, 12, 31))
    assert (one.state, one.outcome[0].document) == (S.HELD, "d2")


def test_an_agreement_dated_before_the_promise_is_not_what_was_promised():
    said = promise("Norland", "to mend the Grain Treaty", said="2020-03-01")
    signed = agreement("treaty", "Grain Treaty", "d2", dating="2019-05-04", said="2020-05-05")
    (one,) = settle([said], meetings=(), agreements=[signed], day=date(2020, 12, 31))
    assert one.state is S.UNKNOWN
