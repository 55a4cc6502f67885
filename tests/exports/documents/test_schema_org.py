"""Quotations are what schema.org has, and nothing is one that nobody is quoted with."""

import json

from hypothesis import given
from rdflib import RDF, Graph, Namespace
from tests.exports import hostile

from onrecord.exports.documents import as_schema_org
from onrecord.model import Quotation

SCHEMA = Namespace("https://schema.org/")
# Of which things schema.org has which properties, for what is used here (version 29).
_THING = {"identifier", "name", "url"}
_WORK = _THING | set(
    "headline datePublished inLanguage genre temporalCoverage publisher author".split()
)
PROPERTIES = {
    "NewsArticle": _WORK,
    "Report": _WORK,
    "CreativeWork": _WORK,
    "Quotation": _WORK | {"spokenByCharacter", "text", "isPartOf"},
    "Person": _THING,
    "Organization": _THING,
}


def graph(accounts):
    whole = json.loads("".join(as_schema_org(accounts)))
    assert whole["@context"] == "https://schema.org"
    whole["@context"] = {"@vocab": str(SCHEMA), "url": {"@type": "@id"}}
    return Graph().parse(data=json.dumps(whole), format="json-ld")


def things(node):
    if isinstance(node, list):
        for one in node:
            yield from things(one)
    elif isinstance(node, dict):
        if "@type" in node:
            yield node
        for one in node.values():
            yield from things(one)


def test_every_property_is_one_of_its_thing(accounts):
    found = list(things(json.loads("".join(as_schema_org(accounts)))["@graph"]))
    assert len(found) > 60
    for one in found:
        named = {name for name in one if not name.startswith("@")}
        assert named <= PROPERTIES[one["@type"]], one


def test_each_document_is_a_work_and_each_quotation_is_part_of_one(accounts):
    found = graph(accounts)
    works = [
        s
        for kind in ("NewsArticle", "Report", "CreativeWork")
        for s in found.subjects(RDF.type, SCHEMA[kind])
    ]
    assert len(works) == len(accounts)
    quotations = list(found.subjects(RDF.type, SCHEMA.Quotation))
    assert all(found.value(one, SCHEMA.isPartOf) in works for one in quotations)


def test_only_words_in_quotation_marks_that_are_asserted_are_quotations(accounts):
    given = [s.attribution for a in accounts for s in a.reading.statements]
    wanted = [
        a
        for a in given
        if a.quotation is not Quotation.INDIRECT and not a.withheld and not a.hedged
    ]
    found = list(graph(accounts).subjects(RDF.type, SCHEMA.Quotation))
    assert len(found) == len(wanted) < len(given)


def test_the_text_of_a_document_stays_with_its_publisher(accounts):
    for account in accounts:
        told = list(things(json.loads("".join(as_schema_org([account])))["@graph"]))
        words = [one["text"] for one in told if one["@type"] == "Quotation"]
        assert all("text" not in one for one in told if one["@type"] != "Quotation")
        assert all(len(one) < len(account.document.text) for one in words)


@given(hostile.accounts(lone=True))
def test_hostile_words_stay_in_their_strings(account):
    whole = json.loads("".join(as_schema_org([account])).encode())
    assert {"@context", "@graph"} == set(whole)
    assert "javascript" not in str(whole["@graph"][0].get("url", ""))
