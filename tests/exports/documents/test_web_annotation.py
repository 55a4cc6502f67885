"""Annotations are what W3C's model has, and lead back to the same words."""

import json

import pytest
from hypothesis import given
from rdflib import RDF, Graph, Namespace
from tests.exports import hostile

from onrecord.errors import InputError
from onrecord.exports import from_annotations
from onrecord.exports.accounts import urn_of_document
from onrecord.exports.documents import as_annotations

OA = Namespace("http://www.w3.org/ns/oa#")
LIST = {"@container": "@list"}
# The terms of the published context that are used here; the real one is on the web.
CONTEXT = {
    "oa": str(OA),
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    "AnnotationPage": "as:OrderedCollectionPage",
    "Annotation": "oa:Annotation",
    "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "Software": "as:Application",
    "identifying": "oa:identifying",
    "assessing": "oa:assessing",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "scope": {"@id": "oa:hasScope", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "generator": {"@id": "as:generator", "@type": "@id"},
    "name": "as:name",
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}


def page(accounts):
    return json.loads("".join(as_annotations(accounts)))


def graph(accounts):
    whole = page(accounts)
    whole["@context"] = [CONTEXT, *whole["@context"][1:]]
    return Graph().parse(data=json.dumps(whole), format="json-ld")


def texts(accounts):
    known = {urn_of_document(one.document.id): one.document.text for one in accounts}
    return lambda source: known.get(source, "")


def test_the_context_is_named_by_its_address(accounts):
    assert page(accounts)["@context"][0] == "http://www.w3.org/ns/anno.jsonld"


def test_every_annotation_has_a_target_with_a_quote_and_a_position(checked):
    found = graph(checked)
    annotations = set(found.subjects(RDF.type, OA.Annotation))
    wanted = sum(len(one.reading.statements) + len(one.checked) for one in checked)
    assert len(annotations) == wanted > 100
    for annotation in annotations:
        assert found.value(annotation, OA.motivatedBy) in (OA.identifying, OA.assessing)
        for target in found.objects(annotation, OA.hasTarget):
            kinds = {found.value(s, RDF.type) for s in found.objects(target, OA.hasSelector)}
            assert kinds == {OA.TextQuoteSelector, OA.TextPositionSelector}


def test_statements_come_back_with_the_same_spans(accounts):
    written = "".join(as_annotations(accounts))
    found = list(from_annotations(written, texts(accounts)))
    given = [one.attribution for account in accounts for one in account.reading.statements]
    assert [one.spans for one in found] == [one.content for one in given]
    assert [one.roles.get("source", ()) for one in found] == [one.source for one in given]
    assert [one.roles.get("cue", ()) for one in found] == [one.cue for one in given]
    assert not any(one.lost for one in found)


def test_where_the_text_has_moved_the_words_are_found_again(accounts):
    written = "".join(as_annotations(accounts))
    text_of = texts(accounts)
    moved = list(from_annotations(written, lambda source: f"😀 Read again. {text_of(source)}"))
    given = [one.attribution for account in accounts for one in account.reading.statements]
    by = len("😀 Read again. ")
    assert [one.spans for one in moved] == [tuple(s.moved(by) for s in a.content) for a in given]


def test_words_that_are_gone_are_told(accounts):
    written = "".join(as_annotations(accounts))
    (first, *_) = from_annotations(written, lambda source: "Nothing of it is left.")
    assert first.spans == ()
    assert first.lost


def test_annotations_of_others_are_read_too():
    text = "Vell spoke of the mill. Nobody spoke of the bridge."
    given = {
        "type": "Annotation",
        "target": {
            "source": "https://press.example/mill",
            "selector": {"type": "TextQuoteSelector", "exact": "spoke", "prefix": "Nobody "},
        },
    }
    (found,) = from_annotations(json.dumps(given), {"https://press.example/mill": text}.get)
    assert [span.of(text) for span in found.spans] == ["spoke"]
    assert found.spans[0].start == text.index("spoke of the bridge")


@pytest.mark.parametrize("words", ["", "{", "[1]", '{"items": 3}', "[" * 50_000, '{"a": "b"}'])
def test_what_is_no_annotation_is_refused_in_one_line(words):
    with pytest.raises(InputError, match="no annotations"):
        list(from_annotations(words, lambda source: ""))


@given(hostile.accounts())
def test_hostile_words_come_back_where_they_stood(account):
    written = "".join(as_annotations([account]))
    found = list(from_annotations(written, lambda source: account.document.text))
    spans = [one.attribution.content for one in account.reading.statements]
    given = [tuple(s for s in several if s.of(account.document.text).strip()) for several in spans]
    assert [one.spans for one in found[: len(spans)]] == given


@given(hostile.accounts(lone=True))
def test_whatever_a_text_holds_the_page_is_json_in_utf_8(account):
    json.loads("".join(as_annotations([account])).encode())
