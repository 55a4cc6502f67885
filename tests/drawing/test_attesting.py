"""Whose words a piece of evidence is."""

from __future__ import annotations

from onrecord.drawing import attest, clauses, said_on
from onrecord.model import Document, Provenance, Reading, Span
from onrecord.pipeline import read_document

_STORY = (
    "Talks go on\n\nVALE, March 4. /WIRE/. The lake talks go on, Foreign Minister Ada Holm said."
    "\n\nThe mill stood still. “Two states are observers,” she added.\n"
)
_TRANSCRIPT = (
    "Statement by Ada Holm, Vale, March 4, 2021\n\n"
    "Question: Who hosts the talks?\n\n"
    "Ada Holm: Vale hosts them. It is glad to.\n"
)


def _read(text: str) -> Reading:
    return read_document(Document("d1", text, Provenance("", "", "")), engine="rules")


def _spans(reading: Reading, words: str) -> tuple[Span, ...]:
    start = reading.document.text.index(words)
    return (Span(start, start + len(words)),)


def test_words_inside_a_statement_are_its_speakers() -> None:
    reading = _read(_STORY)
    evidence = attest(reading, _spans(reading, "Two states"), basis="roles")
    assert (evidence.speaker, evidence.words) == ("Ada Holm", "Two states")


def test_words_outside_any_statement_are_the_documents_own() -> None:
    reading = _read(_STORY)
    assert attest(reading, _spans(reading, "The mill"), basis="roles").speaker == ""


def test_a_turns_words_are_its_speakers_and_a_questions_are_flagged() -> None:
    reading = _read(_TRANSCRIPT)
    answer = attest(reading, _spans(reading, "Vale hosts"), basis="roles")
    question = attest(reading, _spans(reading, "Who hosts"), basis="roles")
    assert answer.speaker == "Ada Holm"
    assert "question" in question.flags
    assert answer.flags == ()


def test_the_day_is_that_of_the_event() -> None:
    dating = said_on(_read(_TRANSCRIPT))
    assert dating is not None
    assert dating.edtf == "2021-03-04"


def test_clauses_slice_back_and_leave_labels_out() -> None:
    reading = _read(_TRANSCRIPT)
    found = clauses(reading)
    assert all(clause.span.of(reading.document.text) == clause.text for clause in found)
    assert "Vale hosts them." in [clause.text for clause in found]
    assert not any(clause.text.startswith("Question:") for clause in found)


def test_an_inferred_day_long_before_publication_is_not_the_documents_own() -> None:
    text = (
        "Talks to go on\n\nOn October 29 Ada Holm will meet Orla Venn in Vale, the office said.\n"
    )
    nowhere = Provenance("", "", "")
    reading = read_document(Document("d1", text, nowhere, published="2017-10-28"), engine="rules")
    said = said_on(reading)
    assert said is not None
    assert said.edtf == "2017-10-28"
