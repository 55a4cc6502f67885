from hypothesis import given
from hypothesis import strategies as st

from onrecord.searching import read_query
from onrecord.stores import Sought


def test_words_phrases_and_what_must_not_occur_are_told_apart():
    query = 'bridge “stay shut” -"open again" -Monday «of Orlo»'
    assert read_query(query) == Sought(("bridge", "stay shut", "of orlo"), ("open again", "monday"))


def test_every_other_character_is_white_space():
    assert read_query("a* AND (b) ^c") == Sought(("a", "and", "b", "c"))


def test_a_mark_left_open_is_closed_by_the_end():
    assert read_query('"stay shut') == Sought(("stay shut",))


def test_a_hyphen_inside_a_word_is_no_minus():
    assert read_query("cease-fire") == Sought(("cease-fire",))


@given(st.text())
def test_any_text_is_a_query(text):
    sought = read_query(text)
    assert all(sought.phrases)
    assert all(sought.without)
