"""Quotations whose finding is known because of how they were made."""

from collections import Counter

import pytest
from benchmarks._changed import CLOSED
from benchmarks._confusion import Result, dangerous, table
from benchmarks._elsewhere import Made
from benchmarks.findings import KINDS, MAKERS, run

from onrecord.model import Coverage, Finding, Outcome
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import open_store


def check_all(results):
    assert [(r.made.kind, r.made.quote) for r in dangerous(results)] == []
    judged = [r for r in results if r.made.expected != "paraphrase"]
    wrong = Counter(r.made.kind for r in judged if not r.right)
    assert wrong.total() <= 0.05 * len(judged), wrong


def test_quotations_made_from_the_papers_get_their_findings(papers):
    store, _ = papers
    results = run(store, 2 * len(KINDS), seed=11)
    check_all(results)
    assert len({r.made.kind for r in results}) > 25


def test_quotations_made_from_real_briefings_get_their_findings(shared, tmp_path):
    paths = sorted((shared / "data" / "whitehouse").glob("*.md"))[::25]
    with open_store(tmp_path / "onrecord.db") as store:
        for path in paths:
            raw = path.read_bytes()
            for document in read(raw, path=path.name):
                store.add(read_document(document), raw)
        results = run(store, 2 * len(KINDS), seed=12)
    check_all(results)
    assert len({r.made.kind for r in results}) > 0.9 * len(KINDS)


def test_every_finding_can_be_made():
    made = {expected for expected, _ in MAKERS.values()}
    assert made == {"verbatim", "edited", "trimmed", "altered"}
    assert set(MAKERS) < set(KINDS)


def test_the_table_tells_what_was_made_against_what_was_found_and_what_is_dangerous():
    def result(kind, expected, outcome):
        finding = Finding(Outcome(outcome), "the words", Coverage(True))
        return Result(Made("the words", "Ina Veld", "2031-05-04", expected, kind), finding, 0.01)

    results = [
        result("number", "altered", "edited"),
        result("wording", "altered", "altered"),
        result("verbatim", "verbatim", "verbatim"),
        result("paraphrase", "paraphrase", "not_in_record"),
    ]
    lines = []
    assert table(results, ("number", "wording", "verbatim", "paraphrase"), lines.append) == [
        "altered"
    ]
    told = "\n".join(lines)
    assert "number: edited: the words" in told
    assert "passed as unchanged: 1 of 1" in told
    assert "2 of 3 right without paraphrases, below 95%: altered" in told
    assert [r.made.kind for r in dangerous(results)] == ["number"]


@pytest.mark.parametrize("kind", sorted(CLOSED))
def test_kinds_that_must_fail_closed_expect_an_alteration(kind):
    assert MAKERS[kind][0] == "altered"
