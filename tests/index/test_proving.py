"""The certificate of absence agrees with trying every stretch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.index import open_index
from onrecord.index.measuring import least_distances, pattern_of
from onrecord.index.tokens import word_hashes
from onrecord.model import Proof

FILLER = "Nothing that was said that evening had to do with the matter at hand. "


def nearest_by_trying(quote, text):
    """The least word edit distance of any stretch of `text`, by the textbook's table."""
    row = [0] * (len(text) + 1)
    for done, word in enumerate(quote, start=1):
        before, row = row, [done]
        for at, other in enumerate(text):
            row.append(min(before[at] + (word != other), before[at + 1] + 1, row[at] + 1))
    return min(row)


letters = st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=24)


@given(letters, st.lists(letters, min_size=1, max_size=5))
def test_distances_are_those_of_the_table(quote, texts):
    pattern = pattern_of(word_hashes(" ".join(quote)))
    for text in texts:
        lane = pattern.word_of[word_hashes(" ".join(text)).astype("u2")][None, :]
        assert least_distances(pattern, lane)[0].tolist() == [nearest_by_trying(quote, text)]


def test_distances_of_long_quotations_go_from_block_to_block():
    quote = [f"w{n}" for n in range(150)]
    text = ["x", *quote[:60], "x", *quote[61:70], *quote[72:], "y"]
    pattern = pattern_of(word_hashes(" ".join(quote)))
    lane = pattern.word_of[word_hashes(" ".join(text)).astype("u2")][None, :]
    distances, ends = least_distances(pattern, lane)
    assert (distances.tolist(), ends.tolist()) == ([3], [len(text) - 2])


@given(letters, st.lists(letters, min_size=1, max_size=6), st.data())
def test_a_proof_is_true(tmp_path_factory, quote, texts, data):
    index = open_index(tmp_path_factory.mktemp("proof") / "index")
    index.take(enumerate(map(" ".join, texts), start=1))
    within = data.draw(st.integers(0, len(quote) - 1))
    proof = index.prove(" ".join(quote), within=within)
    nearest = nearest_by_trying(quote, [word for text in texts for word in text])
    assert proof.nearest == (nearest if nearest <= within else None)
    assert proof.absent == (nearest > within)
    assert (proof.words, proof.passages) == (sum(map(len, texts)), len(texts))


def test_a_near_stretch_is_found_in_a_long_record(tmp_path):
    index = open_index(tmp_path / "index")
    near = "We will certainly not close the harbour before the ice has gone."
    texts = [FILLER * 20] * 300 + [FILLER + near + FILLER] + [FILLER * 20] * 300
    index.take(enumerate(texts, start=1))
    proof = index.prove("We will never close the harbour before all the ice has gone", within=4)
    assert (proof.nearest, proof.passage) == (3, 301)
    assert index.prove("We will never close the harbour before all the ice has gone", within=2) == (
        Proof(index.words, 601, 2)
    )


def test_what_is_forgotten_is_neither_searched_nor_found(tmp_path):
    index = open_index(tmp_path / "index")
    index.take([(1, FILLER), (2, "The ice has gone."), (3, FILLER), (4, FILLER), (5, FILLER)])
    assert index.prove("the ice has gone", within=1).passage == 2
    index.forget([2])
    assert index.prove("the ice has gone", within=1) == Proof(index.words, 4, 1)


def test_as_many_edits_as_words_prove_nothing(tmp_path):
    index = open_index(tmp_path / "index")
    for quote, within in (("", 0), ("two words", 2), ("two words", -1)):
        with pytest.raises(InputError):
            index.prove(quote, within=within)
    assert index.prove("two words", within=1) == Proof(0, 0, 1)
