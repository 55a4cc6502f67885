"""Which roles, posts, promises and positions are one."""

from dataclasses import replace

import pytest
from tests.dossiers.lines import meeting, position, post, promise, role

from onrecord.dossiers.gathering import Gathered
from onrecord.dossiers.joining import join as join_all


@pytest.fixture
def join(profile):
    return lambda **lines: join_all(Gathered(**lines), profile)


def test_one_role_under_two_names_of_the_process_is_one(join):
    (one,) = join(
        roles=[
            role("Norland", "guarantor", "Lake talks"),
            role("Norland", "guarantor", "Lake process", "d2"),
        ]
    ).roles
    assert len(one.evidence) == 2


def test_other_roles_actors_and_meetings_stand_apart(join):
    found = join(
        roles=[
            role("Norland", "guarantor", "Lake talks"),
            role("Norland", "host", "Lake talks"),
            role("Ostland", "guarantor", "Lake talks"),
            role("Norland", "guarantor", "5th Lake talks"),
        ]
    )
    assert len(found.roles) == 4


def test_a_role_in_nothing_named_that_belongs_to_the_process_joins_the_one_held_in_it(join):
    of_it = role("Norland", "guarantor", "Lake talks", "d2")
    belonging = replace(role("Norland", "guarantor"), belongs="Lake talks")
    (one,) = join(roles=[of_it, belonging]).roles
    assert len(one.evidence) == 2
    committee = role("Norland", "guarantor", "Charter Committee", "d2")
    assert len(join(roles=[committee, belonging]).roles) == 2


def test_a_role_in_nothing_named_joins_the_one_that_its_document_names(join):
    (one,) = join(
        roles=[role("Norland", "guarantor"), role("Norland", "guarantor", "Lake talks")]
    ).roles
    assert one.of == "Lake talks"
    assert (
        len(
            join(
                roles=[
                    role("Norland", "guarantor"),
                    role("Norland", "guarantor", "Lake talks", "d2"),
                ]
            ).roles
        )
        == 2
    )


def test_one_ministers_post_is_one_however_post_and_name_are_written(join):
    found = join(
        posts=[
            post("Orla Venn", "Foreign Minister", "Norland"),
            post("Ada Holm", "Minister of Foreign Affairs", "Norland", "d2"),
            post("Holm", "Foreign Minister", "Norland", "d3"),
            post("Venn", "Foreign Minister", "Norland", "d4"),
        ]
    )
    assert sorted(one.person for one in found.posts) == ["Ada Holm", "Orla Venn"]


def test_a_promise_is_led_to_the_meeting_that_its_own_became_part_of(join):
    round_ = [
        meeting("round", "d1", ordinal=5, body="Lake talks", status="announced", id="m1"),
        meeting("round", "d2", ordinal=5, body="Lake process", status="announced", id="m1"),
    ]
    found = join(
        meetings=round_,
        promises=[
            promise(
                "Norland", "the fifth round will be held in May", "d1", meeting="m1", due="2020-05"
            ),
            promise("Norland", "we shall meet again in spring", "d2", meeting="m1", due="2020-05"),
        ],
    )
    (one,) = found.promises
    assert one.meeting == found.meetings[0].id


def test_another_time_makes_another_promise(join):
    what = "Norland will send the ferries to Vale"
    found = join(
        promises=[
            promise("Norland", what, "d1", due="2020-05"),
            promise("Norland", what, "d2", due="2020-09"),
        ]
    )
    assert len(found.promises) == 2


def test_the_same_words_in_two_reports_are_one_position(join):
    words = "The ferries must run again before the harvest is in"
    (one,) = join(
        positions=[
            position("Orla Venn", "ferries", words, "d1"),
            position("Venn", "ferries", f"{words}, whatever it costs", "d2"),
        ]
    ).positions
    assert {e.document for e in one.evidence} == {"d1", "d2"}


def test_no_two_lines_have_one_id(join):
    found = join(roles=[role("Norland", "guarantor"), role("Norland", "guarantor", "", "d2")])
    assert len({one.id for one in found.roles}) == len(found.roles)
