"""Quotations whose finding is known because of how they were made."""

from collections import Counter

import pytest
from benchmarks.findings import CLOSED, MAKERS, run

from onrecord.model import Outcome
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import open_store

UNCHANGED = {Outcome.VERBATIM, Outcome.EDITED, Outcome.TRIMMED}


def check_all(results):
    passed = [
        (one.kind, one.quote)
        for one, finding in results
        if one.kind in CLOSED and finding.outcome in UNCHANGED
    ]
    assert passed == []
    wrong = Counter(one.kind for one, finding in results if finding.outcome.value != one.expected)
    assert wrong.total() <= 0.05 * len(results), wrong


def test_quotations_made_from_the_papers_get_their_findings(papers):
    store, _ = papers
    results = run(store, 5 * len(MAKERS), seed=11)
    check_all(results)
    assert len({one.kind for one, _ in results}) > 12


def test_quotations_made_from_real_briefings_get_their_findings(shared, tmp_path):
    paths = sorted((shared / "data" / "whitehouse").glob("*.md"))[::25]
    with open_store(tmp_path / "onrecord.db") as store:
        for path in paths:
            raw = path.read_bytes()
            for document in read(raw, path=path.name):
                store.add(read_document(document), raw)
        results = run(store, 5 * len(MAKERS), seed=12)
    check_all(results)
    assert {one.kind for one, _ in results} == set(MAKERS)


@pytest.mark.parametrize("kind", sorted(CLOSED))
def test_kinds_that_must_fail_closed_expect_an_alteration(kind):
    assert MAKERS[kind][0] == "altered"
