"""What is said to be missing."""

from dataclasses import replace
from datetime import date

import pytest
from tests.dossiers.lines import meeting

from onrecord.dossiers.covering import Read, cover, nth


def _missing(profile, *lines, day=date(2020, 12, 31)):
    return [one.what for one in cover(Read(), lines, profile, day).missing]


def _round(number, *, said="2020-03-01", dating="", status="held", body="Lake talks", **more):
    return meeting(
        "round", ordinal=number, body=body, said=said, dating=dating, status=status,
        belongs="Lake talks", **more,
    )  # fmt: skip


def test_a_round_that_is_spoken_of_with_no_document_of_its_days_is_missing(profile):
    assert _missing(profile, _round(1, dating="2020-01-15")) == ["1st round of Lake process"]


def test_one_with_a_document_of_its_days_is_not(profile):
    assert _missing(profile, _round(1, said="2020-01-16", dating="2020-01-15")) == []


def test_a_document_of_its_days_need_not_say_that_it_is_held(profile):
    held = _round(1, dating="2020-01-15")
    (told,) = _round(1, said="2020-01-15", status="spoken_of").evidence
    assert _missing(profile, replace(held, evidence=(*held.evidence, told))) == []


def test_a_document_of_its_days_that_only_announces_it_does_not_tell_of_it(profile):
    held = _round(1, dating="2020-01-15")
    (ahead,) = _round(1, said="2020-01-15", status="announced").evidence
    both = replace(held, evidence=(*held.evidence, ahead))
    assert _missing(profile, both) == ["1st round of Lake process"]


def test_numbers_that_nothing_speaks_of_are_missing(profile):
    lines = [_round(n, said="2020-01-15", dating="2020-01-15") for n in (4, 6)]
    assert _missing(profile, *lines) == ["1st to 3rd of Lake process", "5th of Lake process"]


def test_a_meeting_to_come_is_not_missing_yet(profile):
    coming = _round(1, status="announced", dating="2020-05")
    assert _missing(profile, coming, day=date(2020, 4, 1)) == []
    assert _missing(profile, coming) == ["1st round of Lake process"]


def test_numbers_of_what_is_no_body_of_the_process_are_not_counted(profile):
    assert _missing(profile, _round(7, body="Norland Grain Forum")) == []


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1st"), (12, "12th"), (22, "22nd"), (113, "113th")]
)
def test_ordinals_read_as_people_write_them(number, text):
    assert nth(number) == text
