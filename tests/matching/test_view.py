"""A text as comparable tokens that lead back to its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching.view import view
from onrecord.model import Span
from onrecord.text import sentences

TEXT = (
    "Well, the U.S. Senate can't wait. (Applause.) About $2.5 million, or forty-five per cent, "
    "went to the United Nations in 2017–18; Mr. Vale's men agree[d]     The second bridge — "
    "twenty-one metres long -- isn't open.\nPerhaps Orin is. We met Orin’s envoys. "
    "[Laughter] perhaps not."
)


def written(text, **options):
    found = view(text, **options)
    return [(token.form, token.span.of(text)) for token in found.tokens]


def test_contractions_are_taken_apart_and_phrases_put_together():
    assert written("We can't, the United Nations won’t: two million per cent") == [
        ("we", "We"),
        ("can", "ca"),
        ("not", "n't"),
        ("the", "the"),
        ("un", "United Nations"),
        ("will", "wo"),
        ("not", "n’t"),
        ("#2000000", "two million"),
        ("percent", "per cent"),
    ]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("a million and one", ["#1000001"]),
        ("half a million", ["#500000"]),
        ("one hundred and five", ["#105"]),
        ("no one or one another", ["no", "one", "or", "one", "another"]),
        ("the twenty-first of May", ["the", "#21th", "of", "may"]),
        ("one and a half million", ["#1500000"]),
        ("2017–18", ["#2017", "to", "#2018"]),
        ("$5m", ["#5000000", "dollars"]),
        ("nineteen eighty", ["#1980"]),
        ("tens of them", ["#~tens", "of", "them"]),
    ],
)
def test_numbers_are_one_token_each(text, forms):
    assert list(view(text).forms) == forms


def test_stage_directions_are_no_tokens_and_an_editors_brackets_are():
    found = view("He came (with Orla) [sic]. (Laughter.)", quotation=True)
    assert [(t.form, t.bracket) for t in found.tokens] == [
        ("he", False),
        ("came", False),
        ("with", True),
        ("orla", True),
    ]


def test_a_word_that_opens_a_sentence_is_a_name_unless_the_text_has_it_small():
    names = [t.raw for t in view(TEXT).tokens if t.name]
    assert names == ["U.S", "Senate", "United Nations", "Vale", "Orin", "Orin"]


def test_a_stretch_has_the_tokens_that_the_whole_has_there():
    whole = view(TEXT)
    for first in sentences(TEXT):
        for last in sentences(TEXT):
            if last.end <= first.start:
                continue
            part = view(TEXT, within=Span(first.start, last.end))
            here = whole.between(first.start, last.end)
            assert list(part.forms) == [whole.forms[n] for n in here]
            assert list(part.starts) == [whole.starts[n] for n in here]
            assert [t.name for t in part.tokens] == [whole.name(n) for n in here]
            numbers = [whole.sentence(n) - whole.sentence(here[0]) for n in here]
            assert [t.sentence - part.sentence(0) for t in part.tokens] == numbers


@given(st.text(alphabet="aA1 .,-'’[](){}–%$\n\u00ad…Éone", max_size=80), st.booleans())
def test_tokens_are_in_order_and_lead_back_to_the_text(text, quotation):
    found = view(text, quotation=quotation)
    assert len(found.tokens) == len(found.forms) == len(found.starts)
    for token in found.tokens:
        assert 0 <= token.span.start <= token.span.end <= len(text)
        assert token.form
        assert token.sentence >= 0
        assert token.name in (True, False)
    assert list(found.starts) == sorted(found.starts)
    assert all(0 <= place <= len(found.tokens) for place in found.ellipses)


@pytest.mark.parametrize(
    "text", ["a" * 20_000, "no, " * 20_000, "dollars " * 5_000, "a/b-c.d'" * 999]
)
def test_a_text_of_one_word_without_end_is_no_obstacle(text):
    found = view(text)
    assert all(token.number in (True, False) for token in found.tokens[:3] + found.tokens[-3:])
