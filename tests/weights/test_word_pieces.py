"""Words become the pieces of a vocabulary, the longest from the left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.weights.word_pieces import WordPieces

VOCABULARY = "[UNK] [CLS] [SEP] the bridge ##s shut un ##sh ##ut ' \" - cafe 東".split()


def pieces(*words):
    ids, places = WordPieces(VOCABULARY).read(list(words))
    assert (ids[0], ids[-1]) == (1, 2)
    return [VOCABULARY[i] for i in ids[1:-1]], places.tolist()


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("The", ["the"]),
        ("bridges", ["bridge", "##s"]),
        ("unshut", ["un", "##sh", "##ut"]),
        ("bridgework", ["[UNK]"]),
        ("Café", ["cafe"]),
        ("Cafe\u0301", ["cafe"]),
        ("“", ['"']),
        ("’", ["'"]),
        ("the-bridge", ["the", "-", "bridge"]),
        ("the東", ["the", "東"]),
        ("t\u200dhe", ["the"]),
        ("s" * 101, ["[UNK]"]),
    ],
)
def test_a_word_is_the_longest_pieces_from_the_left(word, found):
    assert pieces(word)[0] == found


@given(st.text(st.characters(codec="ascii"), max_size=8))
def test_plain_words_are_split_as_all_others_are(word):
    # A soft hyphen is no letter and is left out, and a word with one is no plain word.
    assert pieces(word)[0] == pieces(f"\xad{word}")[0]


def test_each_word_stands_where_its_first_piece_does():
    assert pieces("The", "bridges", "shut") == (["the", "bridge", "##s", "shut"], [1, 2, 4])


def test_a_word_without_pieces_stands_where_the_one_before_it_does():
    assert pieces("The", "\u200b", "shut") == (["the", "shut"], [1, 1, 2])
    assert pieces("\u200b", "shut")[1] == [0, 1]


@given(st.lists(st.text(min_size=1)))
def test_any_words_can_be_read(words):
    ids, places = WordPieces(VOCABULARY).read(words)
    assert len(places) == len(words)
    assert all(0 <= place < len(ids) for place in places)
    assert sorted(places.tolist()) == places.tolist()
