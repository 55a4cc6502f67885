"""The explanations are of every finding, and their examples are true."""

from pathlib import Path

import pytest

import examples
from onrecord.answers.explained import EXPLAINED, Explained
from onrecord.model import Finding, Outcome
from onrecord.stores import Store, open_store
from onrecord.text import words

PAGE = Path(__file__).parents[2] / "docs" / "what-findings-mean.md"


@pytest.fixture(scope="module")
def papers(tmp_path_factory) -> Store:
    with open_store(tmp_path_factory.mktemp("explained") / "papers.db") as store:
        examples.fill(store)
        yield store


def found_of(one: Explained, papers: Store) -> Finding:
    """What is found of an example, the document that it stands in left out."""
    (planted,) = (
        answer
        for answer in examples.answers()
        if (answer["quote"], answer["speaker"], answer["date"])
        == (one.quote, one.speaker, one.date)
    )
    return examples.found(planted, papers)


def test_every_finding_is_explained():
    assert set(EXPLAINED) == set(Outcome)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_an_example_has_the_finding_that_it_explains(outcome, papers):
    one = EXPLAINED[outcome]
    found = found_of(one, papers)
    assert found.outcome is outcome
    assert bool(found.record) is bool(one.record)


@pytest.mark.parametrize("outcome", [o for o, one in EXPLAINED.items() if one.record])
def test_the_record_of_an_example_stands_in_a_document(outcome, papers):
    one = EXPLAINED[outcome]
    found = found_of(one, papers)
    text = papers.load(found.document).document.text
    held = " ".join(word.form for word in words(text))
    for piece in one.record.split(" … "):
        assert " ".join(word.form for word in words(piece)) in held


def test_the_page_of_the_docs_says_the_same():
    assert PAGE.read_text("utf-8").endswith("".join(map(section, EXPLAINED, EXPLAINED.values())))


def section(outcome: Outcome, one: Explained) -> str:
    held = f"> Record: {one.record}" if one.record else "> No words of it are held."
    return (
        f"\n## {outcome.value.replace('_', ' ').capitalize()}\n\n{one.plain}\n\n{one.beware}\n\n"
        f"**What to do.** {one.advice}\n\n"
        f"> {one.speaker}, {one.date}: {one.quote}\n>\n{held}\n"
    )
