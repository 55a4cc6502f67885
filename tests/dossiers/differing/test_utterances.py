"""What two reports of the same words say differently."""

import pytest

from onrecord.dossiers.differing import among_utterances, hear
from onrecord.model import DiscrepancyKind

K = DiscrepancyKind
_WORDS = "We will open {} wells before the harvest, and nobody will pay for water"


def _story(name="Pier Harbour Conference", *, who="Ada Holm", wells="318", day="March 7", via=""):
    said = f"{via} cited {who} as saying" if via else f"{who} said"
    return (
        f"Wells to open\n\nPIER, {day}, 2020. /{via or 'LAKE WIRE'}/. The valley is dry.\n\n"
        f"“{_WORDS.format(wells)},” {said} at the {name}.\n"
    )


@pytest.fixture
def compare(read):
    def of(*stories, publishers=("", "")):
        readings = [
            read(story, id_=f"d{n}", publisher=publisher)
            for n, (story, publisher) in enumerate(zip(stories, publishers, strict=True), 1)
        ]
        return among_utterances({r.document.id: hear(r) for r in readings})

    return of


def test_the_same_words_of_the_same_day_at_the_same_place_differ_in_nothing(compare):
    assert compare(_story(), _story()) == ()


def test_a_name_one_word_apart_is_flagged_and_the_cited_agencys_is_likelier(compare):
    first = _story()
    second = _story("Pier Harbour Council", via="Lake Wire")
    (one,) = compare(first, second, publishers=("Lake Wire", "Valley Post"))
    assert (one.kind, one.explained) == (K.NAME, False)
    assert one.said == ("Pier Harbour Conference", "Pier Harbour Council")
    assert one.likelier == "Pier Harbour Conference"
    assert "Lake Wire" in one.why


def test_where_nothing_tells_no_name_is_likelier(compare):
    (one,) = compare(_story(), _story("Pier Harbour Council"))
    assert one.likelier == ""


def test_the_same_words_of_two_people_are_flagged(compare):
    kinds = [one.kind for one in compare(_story(), _story(who="Orla Venn"))]
    assert kinds == [K.ATTRIBUTION]


def test_other_figures_in_the_same_words_are_flagged(compare):
    (one,) = compare(_story(), _story(wells="381"))
    assert (one.kind, one.said) == (K.FIGURE, ("318", "381"))


def test_two_days_for_the_same_words_are_flagged(compare):
    (one,) = compare(_story(), _story(day="March 9"))
    assert (one.kind, one.explained) == (K.DATE, False)


def test_words_of_many_months_later_are_no_discrepancy(compare):
    assert compare(_story(), _story(day="September 9")) == ()


def test_other_words_are_not_compared(compare):
    other = (
        "PIER, March 7, 2020. /LAKE WIRE/. The valley is dry.\n\n"
        "“The mill stands still,” Orla Venn said at the Pier Harbour Council.\n"
    )
    assert compare(_story(), other) == ()
