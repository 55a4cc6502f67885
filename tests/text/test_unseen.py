"""Characters that are not seen part no word and change none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import as_latin, seen, sentences, unaccented, words

UNSEEN = "\u00ad\u034f\u061c\u115f\u200b\u200d\u202e\u2060\u2066\ufe0f\ufeff\U000e0041"


@pytest.mark.parametrize("character", UNSEEN, ids=lambda c: f"U+{ord(c):04X}")
def test_a_word_with_something_unseen_in_it_is_that_word(character):
    (word,) = words(f"bri{character}{character}dge")
    assert word.form == "bridge"
    assert len(word.span) == 8


@given(st.text("abc’'.- \u0301\u200b\u00ad\u202e", max_size=40))
def test_spans_of_words_slice_back_and_stand_in_order(text):
    found = words(text)
    assert all(seen(word.span.of(text))[:1].isalnum() for word in found)
    places = [place for word in found for place in (word.span.start, word.span.end)]
    assert places == sorted(places)


def test_a_combining_mark_belongs_to_the_letter_before_it():
    assert [word.form for word in words("cafe\u0301 e\u0301\u0327x")] == ["cafe", "ex"]
    assert [len(word.span) for word in words("cafe\u0301 ")] == [5]


def test_digits_of_any_script_are_those_of_ascii():
    assert unaccented("１９") == unaccented("١٩") == "19"


def test_a_word_that_looks_latin_is_read_so_and_another_is_not():
    assert as_latin("L\u0430vrov s\u0430id") == "Lavrov said"
    assert as_latin("Лавров") == "Лавров"


def test_a_run_of_stops_inside_a_word_ends_no_sentence():
    text = "Wait" + "…" * 40 + "!!x he said. Then."
    assert [span.of(text)[-5:] for span in sentences(text)] == ["said.", "Then."]
