"""Which documents of a store are read for a dossier."""

from datetime import date

import pytest

from onrecord.dossiers import choose, dossier, find
from onrecord.errors import InputError


def test_each_document_comes_with_the_words_by_which_it_belongs(held, profile):
    with held(
        ("The Lake talks went on.", "2020-03-01"), ("The mill stood still.", "2020-03-02")
    ) as store:
        found = list(choose(store, profile))
    assert [(one.listed.id, one.words, one.day) for one in found] == [
        ("d1", "Lake talks", date(2020, 3, 1)),
        ("d2", "", date(2020, 3, 2)),
    ]


def test_neighbours_of_a_war_named_together_are_no_sign_of_the_talks_on_it(held):
    text = "The war in Syria goes on. Jordan, Lebanon and Iraq have taken in most refugees."
    with held((text, "2018-03-03")) as store:
        (found,) = choose(store, find("astana"))
    assert found.words == ""


def test_coverage_says_what_was_read_and_how_much_was_passed_over(held, profile):
    with held(
        ("The Lake talks went on.", "2020-03-01"),
        ("The mill stood still.", "2020-03-02"),
        ("The Lake talks ended.", "2020-04"),
    ) as store:
        covered = dossier(store, profile).covered
    assert covered.documents == (("d1", "Lake talks"), ("d3", "Lake talks"))
    assert covered.passed_over == 1
    assert (covered.earliest, covered.latest) == (date(2020, 3, 1), date(2020, 4, 30))
    assert covered.languages == ("en",)


def test_as_of_a_day_nothing_later_and_nothing_undated_is_read(held, profile):
    with held(
        ("The Lake talks went on.", "2020-03-01"),
        ("The Lake talks ended.", "2020-04-02"),
        ("The Lake talks are a puzzle.", ""),
    ) as store:
        covered = dossier(store, profile, as_of="2020-04-01").covered
    assert covered.documents == (("d1", "Lake talks"),)
    assert covered.latest == date(2020, 3, 1)


def test_a_month_as_of_means_its_last_day(held, profile):
    with held(("The Lake talks ended.", "2020-04-02")) as store:
        assert dossier(store, profile, as_of="2020-04").covered.documents
        assert not dossier(store, profile, as_of="2020-03").covered.documents


@pytest.mark.parametrize("as_of", ["soon", "XXXX-04-02"])
def test_as_of_what_is_no_day_is_said_to_be_none(held, profile, as_of):
    with held(("The Lake talks ended.", "2020-04-02")) as store, pytest.raises(InputError):
        dossier(store, profile, as_of=as_of)
