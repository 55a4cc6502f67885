"""A translation is not a misquotation; a changed word within the same translation is."""

import pytest

from onrecord.checking import check
from onrecord.model import Kind, Outcome, Role, Span, Structure, Turn

DAY = "2031-05-04"
PAIRS = [
    (
        "We are convinced that this quarrel can have no military solution and that only talks "
        "will bring peace.",
        "We firmly believe there is no military solution to this quarrel and that peace can be "
        "achieved only through negotiations.",
    ),
    (
        "We shall go on hunting wolves until the last of them has left the valley of our "
        "neighbour.",
        "We will continue to hunt the wolves until every one of them has quit our neighbour's "
        "valley.",
    ),
    (
        "It is necessary to respect the borders and the old customs of the country.",
        "One must respect the country's borders and old customs.",
    ),
    (
        "Our experts worked through the night and prepared a document which the ministers will "
        "sign tomorrow.",
        "Our specialists have been working all night and have drafted a paper that the ministers "
        "are to sign tomorrow.",
    ),
]


def found(shelf, quote):
    return check(quote, shelf.store, speaker="Rosa Imre", date=DAY)


@pytest.mark.parametrize(("held", "quote"), PAIRS)
def test_words_that_differ_throughout_are_another_translation(shelf, held, quote):
    shelf.transcript("page", DAY, ("Rosa Imre", held, Role.ANSWER, "retranslated"))
    finding = found(shelf, quote)
    assert finding.outcome is Outcome.PARAPHRASE
    assert finding.flags == ("independent_translation_possible",)
    assert finding.document == "page"


@pytest.mark.parametrize("held", [held for held, _ in PAIRS])
@pytest.mark.parametrize(
    "change",
    [("the", "the lantern"), ("and", "or"), ("will", "may"), ("is", "is not"), ("of", "of two")],
)
def test_one_word_changed_within_the_same_words_is_altered_with_the_flag(shelf, held, change):
    if f" {change[0]} " not in held:
        pytest.skip("the sentence has no such word")
    shelf.transcript("page", DAY, ("Rosa Imre", held, Role.ANSWER, "retranslated"))
    quote = held.replace(f" {change[0]} ", f" {change[1]} ", 1)
    finding = found(shelf, quote)
    assert finding.outcome is Outcome.ALTERED
    assert "independent_translation_possible" in finding.flags


def test_of_who_speaks_the_language_of_the_page_words_that_differ_throughout_are_no_translation(
    shelf,
):
    held, quote = PAIRS[2]
    shelf.transcript("page", DAY, ("Rosa Imre", held))
    finding = found(shelf, quote)
    assert "independent_translation_possible" not in finding.flags


def test_who_was_translated_elsewhere_is_known_to_speak_another_language(shelf):
    held, quote = PAIRS[2]
    shelf.transcript("page", DAY, ("Rosa Imre", held))
    other = "The harvest was good this year, and the rivers were high again."
    shelf.transcript(
        "other",
        "2030-01-01",
        ("Rosa Imre", other, Role.ANSWER, "interpreted"),
        flags=("interpreted",),
    )
    finding = found(shelf, quote)
    assert finding.outcome is Outcome.PARAPHRASE
    assert finding.flags == ("independent_translation_possible",)


@pytest.mark.parametrize(
    ("editions", "outcome", "flagged"),
    [(("en",), "altered", False), (("de", "en", "fr"), "paraphrase", True)],
)
def test_a_page_with_editions_in_other_languages_may_be_a_translation(
    shelf, editions, outcome, flagged
):
    held, quote = PAIRS[2]
    document = shelf.document("page", held, DAY, Kind.TRANSCRIPT)
    turn = Turn(0, "Rosa Imre", (Span(0, len(held)),), Role.ANSWER)
    parsed = Structure(
        Kind.TRANSCRIPT, "by hand", turns=(turn,), dating=shelf.dating(DAY), editions=editions
    )
    shelf.add(document, parsed, ())
    finding = found(shelf, quote)
    assert finding.outcome.value == outcome
    assert ("independent_translation_possible" in finding.flags) == flagged
    changed = found(shelf, held.replace("borders", "lanterns"))
    assert changed.outcome is Outcome.ALTERED
    assert changed.flags == ()
    same = found(shelf, held)
    assert (same.outcome, same.flags) == (Outcome.VERBATIM, ())
