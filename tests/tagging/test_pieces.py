"""A text is cut into words and marks that lead back to it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Part, PartKind, Span
from onrecord.tagging.pieces import LONGEST, cut

TEXTS = st.text(alphabet=st.sampled_from(list("aB1 .,\n\n'’s\"“”-—é\u200b😀"))) | st.text()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It's Venn’s 3.5-metre wall.", ["It", "'s", "Venn", "’s", "3.5-metre", "wall", "."]),
        ('"No," she said.', ['"', "No", ",", '"', "she", "said", "."]),
        ("Don't U.S. a_b", ["Don", "'t", "U.S", ".", "a", "_", "b"]),
    ],
)
def test_words_and_marks(text, words):
    assert cut(text).words == words


@given(TEXTS)
def test_pieces_slice_back_and_leave_nothing_out_but_space(text):
    pieces = cut(text)
    spans = list(zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True))
    assert [text[a:b] for a, b in spans] == pieces.words
    assert "".join(pieces.words) == "".join(text.split())
    assert spans == sorted(spans)


@given(TEXTS)
def test_no_paragraph_is_empty_or_holds_a_line_break_or_is_too_long(text):
    pieces = cut(text)
    breaks = pieces.breaks.tolist()
    assert breaks[-1] == len(pieces)
    for first, last in pairwise(breaks):
        assert 0 < last - first <= LONGEST
        assert "\n" not in text[pieces.starts[first] : pieces.ends[last - 1]]


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence():
    text = "We met there today and went on . " * 60
    breaks = cut(text).breaks.tolist()
    assert len(breaks) > 3
    assert all(place % 8 == 0 for place in breaks)


def test_what_nobody_says_is_left_out():
    text = "VELDA, March 3. It is shut. Share this"
    parts = (Part(PartKind.DATELINE, Span(0, 15)), Part(PartKind.FURNITURE, Span(28, 38)))
    assert cut(text, parts).words == ["It", "is", "shut", "."]
    assert len(cut(text, (Part(PartKind.PARAGRAPH, Span(0, 38)),))) == len(cut(text))
