"""The stretches of passages that are nearest to a quotation."""

import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.meaning import encode, likeness, rank, rerank

needs_onnxruntime = pytest.mark.skipif(
    importlib.util.find_spec("onnxruntime") is None, reason="onnxruntime is not installed"
)
PASSAGES = (
    "Good morning. I have nothing to add to what was said about the harvest.",
    "The ferry will be repaired by the town. Its engine broke down last week. We will pay for it.",
    "Schools open on Monday. Buses run as they did.",
)
QUOTE = "The municipality is going to fix the boat"


def test_the_nearest_stretch_comes_first():
    best, *others = rank(QUOTE, PASSAGES)
    assert best.passage == 1
    assert best.text.startswith("The ferry will be repaired by the town.")
    assert all(best.likeness >= other.likeness for other in others)


def test_stretches_are_sentences_and_pairs_of_neighbours():
    found = {near.text for near in rank(QUOTE, [PASSAGES[2]])}
    assert found == {"Schools open on Monday.", "Buses run as they did.", PASSAGES[2]}


def test_no_more_come_back_than_were_asked_for():
    assert len(rank(QUOTE, PASSAGES, limit=3)) == 3
    assert rank(QUOTE, []) == []
    assert rank(QUOTE, ["", " \n "]) == []


@given(st.text(), st.lists(st.text(), max_size=4))
def test_each_stretch_slices_back(quote, passages):
    for near in rank(quote, passages):
        assert near.span.of(passages[near.passage]) == near.text
        assert near.text.strip() == near.text != ""


@needs_onnxruntime
def test_minilm_sees_what_stands_out():
    best, *others = rerank(QUOTE, rank(QUOTE, PASSAGES))
    assert best.text.startswith("The ferry will be repaired by the town.")
    assert best.standing > best.likeness > max(other.likeness for other in others) - 1e-6


@needs_onnxruntime
def test_what_a_speaker_says_again_and_again_does_not_stand_out():
    again = "The town repairs the ferry. The ferry is fixed by the town. The boat is repaired here."
    more = "Our municipality mends boats. The town will fix ships. Repairs of the ferry go on."
    alone = rerank(QUOTE, rank(QUOTE, [PASSAGES[0], "The town repairs the ferry."]))[0]
    among = rerank(QUOTE, rank(QUOTE, [again, more, "Hello."]))[0]
    assert among.likeness >= alone.likeness - 0.1
    assert among.standing < alone.standing


@needs_onnxruntime
def test_a_text_is_as_like_itself_as_can_be_and_white_space_does_not_matter():
    assert likeness("We will  rebuild\nthe bridge.", "We will rebuild the bridge.") > 0.999


@needs_onnxruntime
@given(st.text(max_size=200))
def test_any_text_can_be_encoded(text):
    assert encode(text).shape == (384,)


@needs_onnxruntime
def test_what_comes_after_256_word_pieces_is_not_read():
    words = "bridge " * 400
    assert encode(words) == pytest.approx(encode(words + "river"))
