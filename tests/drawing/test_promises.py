"""What somebody promises or announces."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.drawing import clauses, draw_posts, draw_promises
from onrecord.model import Document, Promise, Provenance
from onrecord.pipeline import read_document


def _drawn(text: str) -> tuple[Promise, ...]:
    document = Document("d1", text, Provenance("", "", ""), language="en")
    reading = read_document(document, engine="rules")
    sentences = clauses(reading)
    return draw_promises(reading, sentences, posts=draw_posts(reading, sentences))


def _transcript(sentence: str) -> tuple[Promise, ...]:
    return _drawn(
        "Statements following talks with President of Kenya Bo Lind\n\nMarch 4, 2021\n\n"
        f"President of Chile Ada Holm: Good evening. {sentence}\n"
    )


@pytest.mark.parametrize(
    ("sentence", "actor", "due"),
    [
        ("We will soon hold consultations with the UN.", "Chile", ""),
        ("We plan to open a school in Vale.", "Chile", ""),
        ("Norway has promised to send two ships.", "Norway", ""),
        ("The next summit will be held in Vale in May.", "Chile", "2021-05"),
        ("A further meeting is scheduled for April.", "Chile", "2021-04"),
        ("Norway will host the forum next year.", "Norway", "2022"),
        ("President Lind said he would withdraw troops from the valley.", "Kenya", ""),
    ],
)
def test_a_concrete_thing_to_come_is_a_promise(sentence: str, actor: str, due: str) -> None:
    (found,) = _transcript(sentence)
    assert (found.actor, found.due.edtf if found.due else "") == (actor, due)


def test_what_was_agreed_those_who_met_are_to_do() -> None:
    (found,) = _transcript("It was agreed to hold a forum in May.")
    assert found.actor == "Chile, Kenya"


def test_a_minister_who_agreed_stands_for_the_state() -> None:
    (found,) = _drawn(
        "Foreign Minister Ada Holm’s remarks following talks with Foreign Minister of Kenya Bo "
        "Lind\n\nMarch 4, 2021\n\nForeign Minister Ada Holm: Good evening. Chile-Kenya trade "
        "grows. We agreed to hold a forum in May.\n"
    )
    assert found.actor == "Chile, Kenya"


def test_a_forum_that_two_share_is_promised_by_both() -> None:
    (found,) = _transcript("We plan to launch the Chilean-Peruvian Year of Science in April.")
    assert found.actor == "Chile, Peru"


def test_what_a_ruler_without_a_name_proposed_the_state_does() -> None:
    (found,) = _transcript("President Lind said we will sign the memorandum on May 5.")
    assert "Kenya" in found.actor


def test_what_is_to_be_done_by_a_day_is_due_on_it() -> None:
    (found,) = _transcript("We decided to open a bridge by May 5.")
    assert found.due is not None
    assert found.due.edtf == "2021-05-05"


def test_what_both_agreed_both_are_to_do() -> None:
    (found,) = _transcript("We have agreed to open a bridge.")
    assert found.actor == "Chile, Kenya"


@pytest.mark.parametrize(
    "sentence",
    [
        "We will continue to work together.",
        "We hope that the summit will be held in May.",
        "If it rains, we will hold the summit indoors.",
        "We will not sign the agreement.",
        "Norway has refused to promise to send two ships.",
        "Norway has never promised to send two ships.",
        "Neither Norway nor Kenya will host the forum next year.",
        "Nor will the summit be held in May.",
        "Norway ruled out that it will host the forum.",
        "It is unlikely that Norway will host the forum.",
        "Norway has not accepted our invitation.",
        "Will you sign the agreement?",
        "This will create conditions for peace.",
        "I am confident that an agreement will be signed.",
        "We are ready to sign the agreement.",
        "The summit was held in May.",
    ],
)
def test_hopes_conditions_denials_and_general_resolve_are_none(sentence: str) -> None:
    assert _transcript(sentence) == ()


def test_what_is_announced_twice_is_one_promise_with_both_places() -> None:
    (found,) = _transcript(
        "The next Vale summit is scheduled for May. We are glad. The summit will be held in Vale "
        "in the middle of May."
    )
    assert len(found.evidence) == 2
    assert found.due
    assert found.due.edtf != "2021-05"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "we will hold the summit in May agreed to sign , which be held President Chile and "
            "I promised that would scheduled for next month . not if".split(" ")
        ),
        max_size=40,
    ).map(" ".join)
)
def test_any_text_gives_words_that_slice_back(text: str) -> None:
    whole = f"Talks\n\nMarch 4, 2021\n\nAda Holm: {text}\n"
    for one in _drawn(whole):
        for evidence in one.evidence:
            assert " ".join(evidence.spans[0].of(whole).split()) == evidence.words
