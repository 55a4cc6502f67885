"""Words of the index, their hashes, and the way back to the text."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.index.tokens import (
    many_word_hashes,
    stretch,
    word_hashes,
    word_spans,
    words,
)
from onrecord.model import Span


def test_typography_makes_no_difference():
    plain = words("They don't re-elect the cafe owner")
    assert words("They don’t re‑elect the CAFÉ ow\u00adner") == plain
    assert words("“They don\u02bct re-elect the cafe\u0301 own\u200ber”") == plain


def test_letters_of_other_scripts_are_words():
    assert words("Встреча в Астане, 2017") == ["встреча", "в", "астане", "2017"]


def test_an_underscore_parts_words():
    assert words("_Never_ again") == ["never", "again"]


def test_a_hash_is_the_same_on_every_machine():
    assert word_hashes("agreed upon").tolist() == AGREED_UPON


AGREED_UPON = [805752564, 3215804872]


def test_words_lead_back_to_the_text():
    text = "Le caf\u0065\u0301 \u200b“Größe” ½ ok"
    assert [text[a:b] for a, b in word_spans(text)] == ["Le", "cafe\u0301", "Größe", "½", "½", "ok"]


def test_a_stretch_is_from_its_first_word_to_its_last():
    assert stretch("One, two; three.", 1, 3).of("One, two; three.") == "two; three"
    assert stretch("One, two", 1, 9) == Span(5, 8)
    assert stretch("", 0, 1) == Span(0, 0)


def test_a_long_text_and_a_long_word_are_hashed_like_short_ones():
    text = "agreed " * 40_000 + "a" * 600_000 + " upon"
    hashes, counts = many_word_hashes([text, "upon"])
    assert counts.tolist() == [40_002, 1]
    assert set(hashes[:40_000].tolist()) == {AGREED_UPON[0]}
    assert hashes[40_000:].tolist() == [*word_hashes("a" * 600_000).tolist(), *AGREED_UPON[1:] * 2]


def test_a_separator_inside_a_text_parts_words():
    assert many_word_hashes(["a\0b", "c", ""])[1].tolist() == [2, 1, 0]


@given(st.text())
def test_every_word_has_a_span_and_a_hash(text):
    spans = word_spans(text)
    assert len(spans) == len(words(text)) == len(word_hashes(text))
    for (start, end), word in zip(spans, words(text), strict=True):
        assert 0 <= start < end <= len(text)
        assert word in words(text[start:end])


@given(st.text(), st.text())
def test_a_hash_depends_on_its_word_alone(one, other):
    by_word = {}
    for text in (one, other, f"{one} {other}"):
        for word, value in zip(words(text), word_hashes(text).tolist(), strict=True):
            assert by_word.setdefault(word, value) == value


@given(st.lists(st.text()))
def test_several_texts_give_what_each_gives(texts):
    hashes, counts = many_word_hashes(texts)
    assert counts.tolist() == [len(words(text)) for text in texts]
    single = [word_hashes(text) for text in texts]
    assert hashes.tolist() == np.concatenate([np.zeros(0, np.uint32), *single]).tolist()
