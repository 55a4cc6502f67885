"""What a cue makes of its content: said, written, thought or meant; asserted or denied; sure."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.statements.cues_in_sentences import SENTENCES

from onrecord.model import Attribution, Manner, Quotation, Span, Stance
from onrecord.statements import attribute, characterise

_ROLE = {"[": "source", "{": "cue", "<": "content"}
_OPENING = set("“\"'‘")


def marked(sentence):
    """The text of a marked sentence and the attribution that its marks describe."""
    text, found = "", {"source": [], "cue": [], "content": []}
    for piece in re.split(r"([\[{<][^\]}>]*[\]}>])", sentence):
        role = _ROLE.get(piece[:1])
        words = piece[1:-1] if role else piece
        if role:
            found[role].append(Span(len(text), len(text) + len(words)))
        text += words
    quoted = found["content"][0].of(text)[:1] in _OPENING
    kind = Quotation.DIRECT if quoted else Quotation.INDIRECT
    return text, Attribution(*(tuple(found[role]) for role in _ROLE.values()), kind)


def told(sentence):
    """Manner, stance and hedge of a marked sentence, as the table has them."""
    text, one = marked(sentence)
    (found,) = characterise(text, (one,))
    hedged = " hedged" if found.hedged else ""
    return f"{found.manner or 'none'} {found.stance}{hedged}"


TABLE = [line.split(" | ", maxsplit=1) for line in SENTENCES.strip().splitlines()]


@pytest.mark.parametrize(("expected", "sentence"), TABLE, ids=[row[1] for row in TABLE])
def test_a_cue_in_its_sentence_is(expected, sentence):
    assert told(sentence) == expected


def test_what_is_attributed_inside_a_denial_is_not_said():
    text = "Brann denied that Vale had said that the dam leaks."
    outer, inner = characterise(text, attribute(text))
    assert (outer.stance, inner.stance) == (Stance.DENIED, Stance.NOT_SAID)


def test_what_is_attributed_inside_an_assertion_is_asserted():
    text = "Brann said that Vale had said that the dam leaks."
    assert {one.stance for one in characterise(text, attribute(text))} == {Stance.ASSERTED}


@pytest.mark.parametrize(
    "text",
    [
        "Vale rejected claims that the dam leaks.",
        "Vale did not say that the dam leaks.",
        "No one believes that the dam leaks.",
        "Vale denies the dam leaks.",
        "Vale has never said the dam leaks.",
        "The dam leaks, Vale did not say.",
        "Vale neither said nor wrote that the dam leaks.",
    ],
)
def test_nothing_that_the_rules_find_in_a_denial_is_asserted(text):
    found = characterise(text, attribute(text))
    assert all(one.withheld for one in found)


def test_a_cue_of_no_words_tells_nothing():
    text = "The dam leaks."
    one = Attribution((), (), (Span(0, 13),), Quotation.INDIRECT)
    (found,) = characterise(text, (one,))
    assert (found.manner, found.stance, found.hedged) == (None, Stance.ASSERTED, False)


_WORDS = st.sampled_from(
    "Vale not never said did refused to say whether that the dam leaks . , “ ” : nobody may have"
    " is if doubts denied claim's no of in a statement — n't cannot".split()
)


@st.composite
def texts_with_attributions(draw):
    """Any text, with spans anywhere in it."""
    text = draw(st.lists(_WORDS, max_size=30).map(" ".join) | st.text(max_size=80)) or "x"
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda pair: Span(min(pair), max(pair))
    )
    role = st.lists(spans, max_size=2).map(tuple)
    content = st.lists(spans, min_size=1, max_size=2).map(tuple)
    made = st.builds(Attribution, role, role, content, st.sampled_from(Quotation), role)
    return text, tuple(draw(st.lists(made, max_size=4)))


@given(texts_with_attributions())
def test_any_text_keeps_its_spans_and_a_second_look_changes_nothing(case):
    text, attributions = case
    found = characterise(text, attributions)
    plain = [replace(one, manner=None, stance=None, hedged=False) for one in found]
    assert plain == [replace(one, manner=None, stance=None, hedged=False) for one in attributions]
    assert all(one.stance for one in found)
    assert characterise(text, found) == found


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_what_the_rules_find_in_any_text_is_characterised(text):
    for one in characterise(text, attribute(text)):
        assert one.manner is None or one.manner in Manner
        assert one.withheld == (one.stance is not Stance.ASSERTED)
