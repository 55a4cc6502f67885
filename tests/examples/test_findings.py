"""Every planted quotation gets the finding that the rules of evidence give it."""

import pytest

import examples

ANSWERS = examples.answers()


@pytest.fixture(scope="module")
def checked(store):
    """Every case with its finding;"""
    return {answer["id"]: examples.found(answer, store) for answer in ANSWERS}


@pytest.fixture
def finding(answer, checked):
    return checked[answer["id"]]


pytestmark = pytest.mark.parametrize(
    "answer", [pytest.param(answer, id=answer["id"]) for answer in ANSWERS]
)


def test_the_finding_is_the_answer(answer, finding, store):
    assert finding.outcome.value == answer["finding"], answer["why"]
    assert finding.against.value == answer["against"]
    if "record_document" in answer:
        assert finding.document == store.find(answer["record_document"])


def test_what_else_applies_is_said(answer, finding):
    assert set(answer.get("also", ())) <= {outcome.value for outcome in finding.also}
    assert set(answer.get("edits", ())) <= {edit.kind.value for edit in finding.edits}
    if "flags" in answer:
        wanted = set(answer["flags"])
        implied = {"partial"} if "out_of_context" in wanted else set()
        got = set(finding.flags) - {"other_date"}  # of the day that was asked, not of the words
        assert wanted <= got <= wanted | implied


def test_a_finding_stands_on_exact_words(answer, finding, store):
    if not answer["against"]:
        assert finding.record == ""
        return
    text = store.load(finding.document).document.text
    assert finding.spans
    assert all(span.of(text).strip() for span in finding.spans)
    assert finding.link
