"""What was cut, where it puts a quotation out of its context."""

import pytest

from onrecord import answers
from onrecord.checking import check
from onrecord.model import CutKind, Outcome, Role

DAY = "2031-05-04"
FIRST = (
    "If the rain goes on, we shall close both locks. I do not believe that the lower gate will "
    "hold. The crews are tired. The engineers came from the coast to count every crack."
)
ASKED = "Why has the harbour board become a club for retired captains?"
SECOND = "The board has nine members in all. Ask them for their papers when you meet them."


@pytest.fixture
def store(shelf):
    shelf.transcript(
        "press",
        DAY,
        ("Ina Veld", FIRST, Role.OPENING),
        ("", ASKED, Role.QUESTION),
        ("Ina Veld", SECOND),
    )
    return shelf.store


def found(store, quote):
    return check(quote, store, speaker="Ina Veld", date=DAY)


@pytest.mark.parametrize(
    ("quote", "outcome", "why", "words"),
    [
        ("we shall close both locks", "trimmed", "condition", "If the rain goes on"),
        ("the lower gate will hold", "trimmed", "denial", "not believe that"),
        (
            "I do not believe that the lower gate will hold. The engineers came from the coast",
            "trimmed",
            "sentence",
            "The crews are tired",
        ),
        (
            "The crews are ... from the coast to count every crack",
            "edited",
            "sentence",
            "tired. The engineers came",
        ),
        (
            "The engineers came from the coast to count every crack. Ask them for their papers",
            "spliced",
            "turn",
            "The board has nine members in all.",
        ),
    ],
)
def test_what_was_cut_is_shown_with_why_it_matters(store, quote, outcome, why, words):
    finding = found(store, quote)
    assert finding.outcome.value == outcome
    assert "out_of_context" in finding.flags
    (cut,) = finding.cut
    assert cut.why is CutKind(why)
    assert words in cut.words


def test_what_was_cut_stands_in_the_document_where_it_says(store):
    finding = found(store, "the lower gate will hold")
    (cut,) = finding.cut
    text = store.load(finding.document).document.text
    assert cut.span.of(text) == cut.words == "not believe that"
    assert answers.plain(answers.finding(finding))["cut"] == [
        {"why": "denial", "words": cut.words, "span": [cut.span.start, cut.span.end]}
    ]


@pytest.mark.parametrize(
    "quote",
    [
        "The engineers came from the coast",
        "The crews are tired. The engineers came from the coast",
        "The engineers came ... to count every crack",
        "The engineers came to count every crack",
    ],
)
def test_what_crosses_nothing_is_not_out_of_context(store, quote):
    finding = found(store, quote)
    assert finding.cut == ()
    assert "out_of_context" not in finding.flags


def test_a_questions_words_in_the_answerers_mouth_are_flagged_with_both_sides(store):
    finding = found(store, "the harbour board has become a club for retired captains")
    assert finding.outcome is Outcome.MISATTRIBUTED
    assert finding.flags[0] == "question"
    assert (finding.asked, finding.speaker) == ("Ina Veld", "")
    assert "the harbour board become a club for retired captains" in finding.record
