"""Which texts share words with a quotation."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.index import shared_words
from onrecord.index.tokens import words


def test_pairs_and_words_count_once_a_text():
    pairs, single = shared_words(
        "the bridge stays shut",
        ["The bridge, the bridge!", "It stays shut.", "Shut it, so it stays", ""],
    )
    assert pairs.tolist() == [1, 1, 0, 0]
    assert single.tolist() == [2, 2, 2, 0]


def test_common_words_count_in_pairs_alone():
    pairs, single = shared_words("the bridge", ["the bridge", "the road"], without=["the"])
    assert pairs.tolist() == [1, 0]
    assert single.tolist() == [1, 0]


def test_words_of_neighbouring_texts_are_no_pair():
    assert shared_words("one two", ["one", "two"])[0].tolist() == [0, 0]


@given(quote=st.text(), texts=st.lists(st.text(), max_size=5))
def test_it_counts_as_sets_do(quote, texts):
    pairs, single = shared_words(quote, texts)
    asked = words(quote)
    for at, text in enumerate(texts):
        held = words(text)
        both = set(pairwise(asked)) & set(pairwise(held))
        assert pairs[at] == len(both)
        assert single[at] == len(set(asked) & set(held))
