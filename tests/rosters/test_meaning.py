from datetime import date

import pytest

from onrecord.model import Dating, Resolved
from onrecord.rosters import meant, name_posts

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


def test_what_the_document_names_stands_and_only_the_rest_is_filled_in():
    words = ["the Foreign Minister of Kazakhstan", "the Foreign Minister of Kazakhstan", "he", ""]
    resolved = (Resolved("Orla Venn", "post"), Resolved(via=("NPA",)), Resolved(), Resolved())
    day = Dating("2019-01-28", date(2019, 1, 28), date(2019, 1, 28))
    assert name_posts(words, resolved, day) == (
        Resolved("Orla Venn", "post"),
        Resolved("Beibut Atamkulov", "roster", ("NPA",)),
        Resolved(),
        Resolved(),
    )
    assert name_posts(words, resolved, None) == resolved
    assert name_posts(words, resolved, Dating("2019", date(2019, 1, 1), None)) == resolved
