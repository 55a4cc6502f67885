"""Where no words are held, a passage of the same meaning is a paraphrase, and no more than that."""

import importlib.util
import sys

import pytest

from onrecord import answers
from onrecord.checking import check
from onrecord.errors import MissingExtraError
from onrecord.model import BY_MEANING, BY_WORDS, Outcome

needs_onnxruntime = pytest.mark.skipif(
    importlib.util.find_spec("onnxruntime") is None, reason="onnxruntime is not installed"
)
DAY = "2021-05-04"
SAID = (
    "Good morning to all of you. The harvest was good this year. "
    "The town will repair the old ferry before winter comes. "
    "I met forty farmers yesterday. Roads in the north stay closed to lorries. "
    "We will not sell the waterworks to anybody. That is all."
)
IN_OTHER_WORDS = "The municipality is going to fix the ageing boat by the end of autumn"


@pytest.fixture
def harbour(shelf):
    """A store with one transcript of two speakers."""
    shelf.transcript(
        "council",
        DAY,
        ("Ina Veld", SAID),
        ("Per Holm", "The museum has bought a steam engine. Tickets will cost more in summer."),
    )
    return shelf.store


def held(store, quote, *, semantic, speaker="Ina Veld", date=DAY):
    return check(quote, store, speaker=speaker, date=date, semantic=semantic)


def test_by_words_alone_other_words_are_not_in_the_record(harbour):
    found = held(harbour, IN_OTHER_WORDS, semantic=False)
    assert found.outcome is Outcome.NOT_IN_RECORD
    assert found.coverage.by == BY_WORDS


def test_shared_content_words_are_a_paraphrase_with_the_sentence_that_has_them(harbour):
    quote = "Before winter the ferry, old as it is, gets its repair"
    found = held(harbour, quote, semantic=False)
    assert found.outcome is Outcome.PARAPHRASE
    assert found.record == "The town will repair the old ferry before winter comes."
    (span,) = found.spans
    assert span.of(SAID) == found.record
    assert found.context.holds(span)
    assert found.coverage.by == BY_WORDS


@needs_onnxruntime
def test_by_meaning_other_words_are_a_paraphrase(harbour):
    found = held(harbour, IN_OTHER_WORDS, semantic=True)
    assert found.outcome is Outcome.PARAPHRASE
    assert found.record == "The town will repair the old ferry before winter comes."
    assert found.coverage.by == BY_MEANING
    assert answers.plain(answers.finding(found))["coverage"]["by"] == "words and meaning"
    assert not {"numbers_differ", "negation_differs"} & set(found.flags)


@needs_onnxruntime
@pytest.mark.parametrize("speaker", ["Per Holm", ""])
def test_what_somebody_else_said_or_nobody_named_is_no_paraphrase(harbour, speaker):
    found = held(harbour, IN_OTHER_WORDS, semantic=True, speaker=speaker)
    assert found.outcome is not Outcome.PARAPHRASE


@needs_onnxruntime
def test_what_was_said_on_another_day_is_no_paraphrase(harbour):
    found = held(harbour, IN_OTHER_WORDS, semantic=True, date="2021-07-20")
    assert found.outcome is Outcome.RECORD_NOT_HELD
    assert found.coverage.by == BY_WORDS


@needs_onnxruntime
@pytest.mark.parametrize(
    "quote",
    [
        "The university has chosen a new rector from abroad",
        "Nurses deserve a higher salary than they get",
    ],
)
def test_what_means_something_else_is_not_in_the_record(harbour, quote):
    found = held(harbour, quote, semantic=True)
    assert found.outcome is Outcome.NOT_IN_RECORD
    assert found.coverage.by == BY_MEANING


@needs_onnxruntime
def test_another_number_is_said_to_differ(harbour):
    found = held(harbour, "Yesterday I talked with ninety peasants", semantic=True)
    assert found.outcome is Outcome.PARAPHRASE
    assert "numbers_differ" in found.flags


@needs_onnxruntime
def test_a_negation_on_one_side_is_said_to_differ(harbour):
    found = held(harbour, "The waterworks are going to be sold by us", semantic=True)
    assert found.outcome is Outcome.PARAPHRASE
    assert "negation_differs" in found.flags


@needs_onnxruntime
def test_words_that_are_held_need_no_search_by_meaning(harbour):
    found = held(harbour, "The harvest was good this year.", semantic=True)
    assert found.outcome is Outcome.VERBATIM
    assert found.coverage.by == BY_WORDS


@needs_onnxruntime
def test_a_record_in_another_language_is_searched_by_words(shelf):
    shelf.transcript("council", DAY, ("Ina Veld", SAID), language="ru")
    found = held(shelf.store, IN_OTHER_WORDS, semantic=True)
    assert found.outcome is not Outcome.PARAPHRASE


def test_where_it_is_asked_for_and_not_installed_it_is_one_clear_line(harbour, monkeypatch):
    from onrecord.meaning import opening

    opening.open_encoder.cache_clear()
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'onrecord\[semantic\]'"):
        held(harbour, IN_OTHER_WORDS, semantic=True)


def test_where_it_is_not_installed_words_are_searched(harbour, monkeypatch):
    monkeypatch.setattr("onrecord.meaning.usable", lambda: False)
    found = held(harbour, IN_OTHER_WORDS, semantic=None)
    assert found.coverage.by == BY_WORDS
