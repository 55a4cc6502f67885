"""The answers are true of the papers, whatever the engine makes of them."""

import re
from collections import Counter

import pytest

import examples
from onrecord.model import Against, EditKind, Outcome
from onrecord.text import words

ANSWERS = examples.answers()
HAVE_RECORD = [a for a in ANSWERS if a.get("record_document")]
VERBATIM = [a for a in ANSWERS if a["finding"] == "verbatim"]
FLAGS = {"partial", "out_of_context", "question", "independent_translation_possible", "short"}


def forms(text: str) -> str:
    """The words of a text in one line, marks and white space aside."""
    return " ".join(word.form for word in words(text))


def by_id(cases):
    return [pytest.param(case, id=case["id"]) for case in cases]


def test_every_finding_is_planted_more_than_once():
    planted = Counter(answer["finding"] for answer in ANSWERS)
    assert set(planted) == {outcome.value for outcome in Outcome}
    assert min(planted.values()) >= 3


def test_no_two_cases_share_an_id():
    assert max(Counter(answer["id"] for answer in ANSWERS).values()) == 1


@pytest.mark.parametrize("answer", by_id(ANSWERS))
def test_a_case_uses_the_words_of_the_model(answer, plain):
    assert answer["why"].strip()
    assert answer["against"] in {against.value for against in Against}
    assert set(answer.get("edits", ())) <= {kind.value for kind in EditKind}
    assert set(answer.get("also", ())) <= {outcome.value for outcome in Outcome}
    assert set(answer.get("flags", ())) <= FLAGS
    assert answer["document"] in {"", *plain}
    assert answer.get("record_document", "") in {"", *plain}


@pytest.mark.parametrize("answer", by_id(a for a in ANSWERS if a["document"]))
def test_a_quotation_stands_in_its_document_between_marks(answer, plain):
    text = re.sub(r"\s+", " ", plain[answer["document"]])
    before, quote, after = text.partition(answer["quote"])
    assert quote
    assert before[-1] in "\"“'"
    assert after[0] in "\"”'"


@pytest.mark.parametrize("answer", by_id(VERBATIM))
def test_verbatim_words_are_in_the_record(answer, plain):
    assert forms(answer["quote"]) in forms(plain[answer["record_document"]])


@pytest.mark.parametrize(
    "answer", by_id(a for a in ANSWERS if a["finding"] in {"altered", "spliced", "edited"})
)
def test_words_that_were_changed_are_nowhere_in_the_record(answer, plain):
    record = plain[answer["record_document"]]
    quote = answer["quote"]
    assert quote not in record
    assert forms(quote) not in forms(record) or {"case", "ellipsis"} & set(answer["edits"])


@pytest.mark.parametrize("answer", by_id(a for a in ANSWERS if a["against"] == ""))
def test_what_is_not_on_record_is_in_no_other_document(answer, plain):
    others = (text for name, text in plain.items() if name != answer["document"])
    assert not any(forms(answer["quote"]) in forms(text) for text in others)


@pytest.mark.parametrize("answer", by_id(HAVE_RECORD))
def test_a_quotation_never_stands_against_its_own_document(answer):
    assert answer["record_document"] != answer["document"]


def test_the_papers_say_that_they_are_made_up(plain):
    assert "made-up" in plain["00-front-page.md"]
    assert "Nothing in this folder happened" in plain["00-front-page.md"]


def test_the_manifest_names_files_that_are_there():
    named = {path.name for path in examples.files() if examples.given(path)}
    assert len(named) == 6
    assert all(path.suffix in {".txt", ".csv"} for path in examples.files() if path.name in named)
