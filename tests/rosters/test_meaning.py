from datetime import date

import pytest

from onrecord.rosters import meant

DAY = date(2018, 1, 28)


@pytest.mark.parametrize(
    "words",
    ["the Foreign Minister of Velda", "Veldan Foreign Minister", "Velda’s foreign minister"],
)
def test_a_post_with_its_state_means_the_one_holder(both, words):
    found = meant(both, words, since=DAY, until=DAY)
    assert found is not None
    assert found.person.name == "Ilya Harrow"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "the minister",
        "the foreign minister",
        "a Veldan foreign minister",
        "former Veldan foreign minister",
        "the Veldan and Osgarthian foreign ministers",
        "Veldan foreign ministry",
        "Veldan Foreign Minister's aide",
        "a spokesman for the Veldan foreign minister",
        "Veldan foreign ministers",
    ],
)
def test_words_that_mean_nobody_or_somebody_else_mean_nobody(both, words):
    assert meant(both, words, since=DAY, until=DAY) is None


def test_nobody_is_meant_where_sources_differ_or_the_day_is_one_of_change(both):
    words = "the Foreign Minister of Velda"
    for day in (date(2019, 9, 12), date(2019, 9, 18), date(2023, 1, 1)):
        assert meant(both, words, since=day, until=day) is None
    assert meant(both, words, since=date(2018, 1, 1), until=date(2020, 1, 1)) is None
