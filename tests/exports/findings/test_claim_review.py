"""A review rates words held against a record, and never what is not held."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from rdflib import RDF, Graph, Namespace
from tests.exports import hostile

from onrecord.exports.findings import as_claim_reviews, is_rated
from onrecord.exports.findings.claim_review import RATINGS
from onrecord.model import Against, Coverage, Finding, Outcome, Span

SCHEMA = Namespace("https://schema.org/")
NEVER = {
    Outcome.NOT_IN_RECORD,
    Outcome.RECORD_NOT_HELD,
    Outcome.PARAPHRASE,
    Outcome.PROMOTED,
}
# What schema.org lets a review, a claim and a rating have, for what is used here.
PROPERTIES = {
    "ClaimReview": {"claimReviewed", "itemReviewed", "author", "citation", "url"}
    | {"reviewAspect", "reviewBody", "reviewRating"},
    "Claim": set("text author datePublished appearance".split()),
    "Rating": set("ratingValue alternateName bestRating worstRating ratingExplanation".split()),
}


def reviews(accounts, **options):
    return json.loads("".join(as_claim_reviews(accounts, **options)))["@graph"]


def found(outcome, against=Against.RECORD, flags=()):
    return Finding(
        outcome,
        "the bridge opens",
        Coverage(held=True, why="One record is held."),
        against=against,
        flags=flags,
        document="d1",
        spans=(Span(0, 4),),
    )


def test_every_checked_quotation_is_reviewed_once(checked):
    assert len(reviews(checked)) == sum(len(one.checked) for one in checked) > 20


def test_properties_are_those_of_their_things(checked):
    for review in reviews(checked, reviewer="The Orlo Desk"):
        rating = review.get("reviewRating", {"@type": "Rating"})
        for one in (review, review["itemReviewed"], rating):
            assert {name for name in one if name[0] != "@"} <= PROPERTIES[one["@type"]]


def test_they_are_linked_data(checked):
    whole = json.loads("".join(as_claim_reviews(checked)))
    whole["@context"] = {"@vocab": str(SCHEMA)}
    graph = Graph().parse(data=json.dumps(whole), format="json-ld")
    assert len(set(graph.subjects(RDF.type, SCHEMA.ClaimReview))) == len(reviews(checked))


@pytest.mark.parametrize("outcome", Outcome)
def test_what_is_not_held_is_never_rated(outcome):
    assert is_rated(found(outcome)) == (outcome not in NEVER)
    assert set(Outcome) - set(RATINGS) == NEVER


def test_no_review_of_the_papers_rates_what_is_not_held(checked):
    findings = [one.finding for account in checked for one in account.checked]
    for finding, review in zip(findings, reviews(checked), strict=True):
        assert ("reviewRating" in review) == is_rated(finding)
        if finding.outcome in NEVER:
            assert "reviewRating" not in review
            assert "says nothing of what was or was not said" in review["reviewBody"]
            assert finding.coverage.why.rstrip(".") in review["reviewBody"]
    assert any("reviewRating" in one for one in reviews(checked))
    assert any("reviewRating" not in one for one in reviews(checked))


def test_a_report_is_no_ground_for_a_rating():
    assert not is_rated(found(Outcome.ALTERED, Against.REPORT))
    assert not is_rated(replace(found(Outcome.ALTERED), spans=()))


@pytest.mark.parametrize("flag", ["independent_translation_possible", "denied", "open", "hedged"])
def test_neither_is_a_translation_or_what_was_not_asserted(flag):
    assert not is_rated(found(Outcome.ALTERED, flags=(flag,)))


def test_the_nearer_the_words_the_higher_the_rating():
    values = [
        RATINGS[one][0]
        for one in (
            Outcome.VERBATIM,
            Outcome.EDITED,
            Outcome.TRIMMED,
            Outcome.ALTERED,
            Outcome.MISATTRIBUTED,
        )
    ]
    assert values == [5, 4, 3, 2, 1]


def test_somebody_answers_for_a_review_or_nobody_does(checked):
    assert all("author" not in one for one in reviews(checked))
    named = {"@type": "Organization", "name": "The Orlo Desk"}
    assert all(one["author"] == named for one in reviews(checked, reviewer="The Orlo Desk"))


@given(hostile.accounts(lone=True))
def test_hostile_words_stay_in_their_strings(account):
    whole = "".join(as_claim_reviews([account])).encode()
    assert set(json.loads(whole)) == {"@context", "@graph"}
