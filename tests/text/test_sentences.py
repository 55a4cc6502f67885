from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Venn met Gen. Orlo at 5 p.m. on Friday.",
        "It is No. 5 on the list.",
        "J. R. Venn spoke for the U.S. Senate.",
        "She paid 3.5 million for it.",
        "He paused ... and went on.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text):
    assert split(text) == [text]


def test_no_is_an_answer_unless_a_number_follows():
    assert split("No. They are still here. See No. 7 there.") == [
        "No.",
        "They are still here.",
        "See No. 7 there.",
    ]


def test_an_abbreviation_ends_a_sentence_where_a_common_word_begins_the_next():
    assert split("He left the U.S. They stayed until 9 a.m. The bus came.") == [
        "He left the U.S.",
        "They stayed until 9 a.m.",
        "The bus came.",
    ]


def test_marks_that_close_belong_to_the_sentence_they_close():
    assert split('"It is shut." She left. (Why?) Nobody asked.') == [
        '"It is shut."',
        "She left.",
        "(Why?)",
        "Nobody asked.",
    ]


def test_a_line_break_ends_a_sentence():
    assert split("Harbour opens\nThe ships came.") == ["Harbour opens", "The ships came."]


@given(st.text() | st.text(alphabet=st.sampled_from(list('Ab. \n?!"”…1'))))
def test_no_word_is_lost_and_none_comes_twice(text):
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())
