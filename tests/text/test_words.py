import itertools

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import words


def test_a_word_has_one_form_whatever_its_apostrophe_or_accent():
    assert [w.form for w in words("Erdoğan’s café")] == ["erdogan's", "cafe"]


@given(st.text())
def test_spans_slice_back_to_words_in_order(text):
    found = words(text)
    assert all(w.span.of(text).strip() == w.span.of(text) != "" for w in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
