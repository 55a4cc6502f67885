"""Which lines are of one agreement."""

import pytest
from tests.dossiers.lines import agreement

from onrecord.dossiers.joining.agreements import join_agreements
from onrecord.dossiers.joining.canonical import Names


@pytest.fixture
def join(profile):
    return lambda *lines: join_agreements(lines, Names(profile))


def test_one_number_is_one_resolution_however_it_is_named(join):
    (one,) = join(
        agreement("resolution", "Resolution 311", "d1", number="311"),
        agreement("resolution", "Council Resolution 311", "d2", number="311"),
        agreement("resolution", "its resolution", "d2", number="311"),
    )
    assert len(one.evidence) == 3


def test_other_numbers_are_other_resolutions(join):
    assert (
        len(
            join(
                agreement("resolution", "Resolution 311", number="311"),
                agreement("resolution", "Resolution 312", number="312"),
            )
        )
        == 2
    )


def test_one_plan_in_two_documents_is_one_with_the_finer_date(join):
    (one,) = join(
        agreement("plan", "Joint Action Plan for 2019-2021", "d1", dating="2018-11-09"),
        agreement(
            "plan", "Joint Action Plan of Norland and Ostland for 2019−2021", "d2", dating="2018-11"
        ),
    )
    assert one.dating.edtf == "2018-11-09"
    assert "Norland" in one.name


def test_the_years_in_a_name_tell_plans_apart(join):
    assert (
        len(
            join(
                agreement("plan", "Joint Action Plan for 2019-2021"),
                agreement("plan", "Joint Action Plan for 2017-2018"),
            )
        )
        == 2
    )


def test_an_instrument_of_the_profile_is_one_under_all_its_names(join):
    assert (
        len(
            join(
                agreement("memorandum", "Ferry Memorandum", "d1"),
                agreement("agreement", "the Ferry Memorandum of May", "d2"),
            )
        )
        == 1
    )


def test_parties_of_which_none_is_the_same_tell_agreements_apart(join):
    assert (
        len(
            join(
                agreement(
                    "treaty", "Treaty on Grain and Salt", "d1", parties=("Norland", "Ostland")
                ),
                agreement(
                    "treaty", "Treaty on Grain and Salt", "d2", parties=("Eastia", "Southia")
                ),
            )
        )
        == 2
    )


def test_other_days_tell_agreements_of_one_name_apart(join):
    assert (
        len(
            join(
                agreement("statement", "Joint Statement on Grain", "d1", dating="2020-03-01"),
                agreement("statement", "Joint Statement on Grain", "d2", dating="2020-05-01"),
            )
        )
        == 2
    )


def test_the_agreement_in_two_documents_is_not_taken_for_one(join):
    assert (
        len(
            join(
                agreement("agreement", "the agreement", "d1"),
                agreement("agreement", "this agreement", "d2"),
            )
        )
        == 2
    )
