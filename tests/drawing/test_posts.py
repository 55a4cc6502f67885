"""Who holds which post, as a document says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.drawing import clauses, draw_posts
from onrecord.drawing.titled import titled_in
from onrecord.model import Document, PostHeld, Provenance
from onrecord.pipeline import read_document


def _posts(text: str) -> tuple[PostHeld, ...]:
    reading = read_document(Document("d1", text, Provenance("", "", "")), engine="rules")
    return draw_posts(reading, clauses(reading))


@pytest.mark.parametrize(
    ("text", "person", "post", "of"),
    [
        (
            "Foreign Minister of the Republic of Kenya Ada Holm",
            "Ada Holm",
            "Foreign Minister",
            "Kenya",
        ),
        ("Minister of Foreign Affairs of Chile Ada Holm", "Ada Holm", "Foreign Minister", "Chile"),
        ("Kenyan Foreign Minister Ada Holm", "Ada Holm", "Foreign Minister", "Kenya"),
        ("Kenya’s foreign minister, Ada Holm", "Ada Holm", "Foreign Minister", "Kenya"),
        ("[then US Secretary of State] Ada Holm", "Ada Holm", "Secretary of State", "US"),
        ("[UN Special Envoy for Mali] Ada Holm", "Ada Holm", "Special Envoy for Mali", "UN"),
        ("Ada Holm, the President of Chile, came", "Ada Holm", "President", "Chile"),
        ("President of the French Republic Ada Holm", "Ada Holm", "President", "France"),
        ("Secretary of the Lake Council Ada Holm", "Ada Holm", "Secretary of the Lake Council", ""),
        ("the new minister, Ada Holm", "Ada Holm", "Minister", ""),
        ("President of Egypt Abdel Fattah el-Holm", "Abdel Fattah el-Holm", "President", "Egypt"),
    ],
)
def test_a_post_is_read_with_whose_it_is(text: str, person: str, post: str, of: str) -> None:
    (found,) = titled_in(text)
    assert (found.person, found.post, found.of) == (person, post, of)


def test_a_list_gives_each_with_the_post() -> None:
    text = "Among them were Prime Minister Ada Holm, Defence Minister Bo Lind and Governor Cy Dahl."
    assert [one.person for one in titled_in(text)] == ["Ada Holm", "Bo Lind", "Cy Dahl"]


def test_who_is_spoken_to_holds_no_post_by_that() -> None:
    assert titled_in("Mr President, Ada Holm is here") == ()


def test_one_post_of_a_person_is_one_line_with_all_its_places() -> None:
    text = (
        "Talks in Vale\n\nPresident of Chile Ada Holm met Bo Lind.\n\nPresident Holm thanked him. "
        "The former Kenyan minister Cy Dahl was there.\n"
    )
    (held,) = _posts(text)
    assert (held.person, held.post, held.of) == ("Ada Holm", "President", "Chile")
    assert [one.words for one in held.evidence] == ["President of Chile Ada Holm", "President Holm"]


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            ["President", "of", "Chile", "Ada", "Holm", ",", "the", "Mr", "Minister", "and", "bin"]
        )
    ).map(" ".join)
)
def test_any_text_gives_spans_that_slice_back(text: str) -> None:
    for found in titled_in(text):
        assert found.person.split()[0] in found.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The future Foreign Minister of Chile Ada Holm came.",
        "The next President of Chile Ada Holm came.",
        "Candidate for President of Chile Ada Holm came.",
        "The self-styled President of Chile Ada Holm came.",
        "It was no President Ada Holm who came.",
        "Ada Holm is not the Foreign Minister of Chile.",
    ],
)
def test_a_post_that_is_not_held_gives_none(text: str) -> None:
    assert _posts(text) == ()


def test_a_post_that_is_named_next_to_other_words_stays() -> None:
    (found,) = _posts("Next week President of Chile Ada Holm comes.")
    assert found.person == "Ada Holm"
