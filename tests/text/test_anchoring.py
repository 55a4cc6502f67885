"""Words are found again where they stood, or where they stand now, or nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.text import Selector, anchor, select

TEXT = "The mill opens. Vell spoke. The mill opens. Orme spoke. The mill opens again in May."


def place(words, nth=0, text=TEXT):
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


@pytest.mark.parametrize("nth", [0, 1, 2])
def test_words_that_come_again_are_told_apart_by_what_stands_around_them(nth):
    span = place("The mill opens", nth)
    chosen = select(TEXT, span)
    assert anchor(Selector(chosen.exact, chosen.prefix, chosen.suffix), TEXT) == span


def test_the_quote_goes_before_the_position_where_the_text_has_moved():
    chosen = select(TEXT, place("The mill opens", 1))
    later = f"Correction: the date was wrong. {TEXT}"
    assert anchor(chosen, later) == place("The mill opens", 1, later)


def test_white_space_may_have_changed():
    chosen = select(TEXT, place("Vell spoke"))
    assert anchor(chosen, TEXT.replace("Vell spoke", "Vell\n  spoke")) == Span(16, 28)


def test_words_that_are_gone_are_nowhere():
    assert anchor(select(TEXT, place("Orme spoke")), TEXT.replace("Orme", "Vell")) is None


def test_nothing_is_guessed_among_places_that_are_alike():
    assert anchor(Selector("The mill opens"), TEXT) is None
    assert anchor(Selector("The mill opens", start=30, end=44), TEXT) == Span(28, 42)


def test_context_grows_until_it_tells_the_place():
    text = "a b c d e f g h. " * 9 + "Here. " + "a b c d e f g h. " * 9
    span = place("d e f", 9, text)
    assert anchor(Selector(select(text, span).exact, *_around(text, span)), text) == span


def _around(text, span):
    chosen = select(text, span)
    return chosen.prefix, chosen.suffix


@given(st.text(min_size=1, max_size=80), st.data())
def test_in_the_same_text_every_span_is_found_again(text, data):
    ends = st.integers(0, len(text))
    span = Span(*sorted((data.draw(ends), data.draw(ends))))
    found = anchor(select(text, span), text)
    assert found == (span if span.of(text).strip() else None)


@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=10), st.integers(-9, 99))
def test_whatever_is_found_has_the_words(text, exact, prefix, start):
    found = anchor(Selector(exact, prefix, "", start, start + len(exact)), text)
    assert found is None or found.of(text).split() == exact.split()
