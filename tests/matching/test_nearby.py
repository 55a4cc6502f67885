"""A quotation laid on the stretch of a passage near which it stands."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching import edges, match
from onrecord.model import Against, Passage, PassageKind, Span
from onrecord.text import sentences, widened

START = 40
SAID = (
    "We met the envoys of Arland on Monday. Copper is dear this year. I don't believe that the "
    "mines at Lake Orin, which employ 2,400 people, will close before the spring! Dr. Vale has "
    "said so, too. Would anybody deny it? If the river rises again, the lower road is lost; the "
    "upper road stays open.\nThe U.S. delegation left ... and came back. Orin copper is sold in "
    "Arland. "
)
FAR = "The harvest was good and the barley stood high in every field that we have seen. " * 30
RECORD = FAR + SAID + FAR


def passage(text=RECORD):
    return Passage("d1", Span(START, START + len(text)), text, PassageKind.TURN, Against.RECORD)


def same(whole, near):
    return (whole.spans, whole.quoted, whole.edits, whole.coverage) == (
        near.spans,
        near.quoted,
        near.edits,
        near.coverage,
    )


WORDS = SAID.split()


@given(
    start=st.integers(0, len(WORDS) - 8),
    length=st.integers(5, 40),
    changes=st.lists(
        st.sampled_from(["keep"] * 8 + ["drop", "swap", "add"]), min_size=40, max_size=40
    ),
    off=st.integers(-60, 60),
)
def test_near_its_place_a_quotation_is_laid_as_on_the_whole_passage(start, length, changes, off):
    out = []
    for word, change in zip(WORDS[start : start + length], changes, strict=False):
        out += [] if change == "drop" else ["lantern" if change == "swap" else word]
        out += ["quietly"] if change == "add" else []
    if sum(change == "keep" for change in changes[:length]) < 5:
        return
    quote = " ".join(out)
    whole = match(quote, passage())
    at = whole.spans[0].start - START + off
    near = match(quote, passage(), around=Span(at, at + 10))
    assert same(whole, near)
    assert edges(whole) == edges(near)


def test_what_stands_further_off_is_not_found():
    near = match("the upper road stays open", passage(), around=Span(0, 20))
    assert near.coverage < 0.5
    assert near.looked.start == 0
    assert near.looked.end < len(FAR)


def test_a_stretch_beyond_the_passage_is_its_end():
    end = Span(len(RECORD) + 10, len(RECORD) + 90)
    near = match("the barley stood high in every field", passage(), around=end)
    assert near.coverage == 1.0
    assert near.looked.end == len(RECORD)


@given(st.text(alphabet="Aab .!?\n\"'”U S…", max_size=60), st.data())
def test_a_stretch_is_widened_to_the_sentences_it_meets(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = widened(text, Span(start, end))
    assert found.start <= start
    assert found.end >= end
    for sentence in sentences(text):
        assert found.holds(sentence) or not found.meets(sentence)
