"""Provenance that two libraries read: who derived what from which bytes, and who corrected it."""

from dataclasses import replace

import prov
import pytest
from hypothesis import given
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from tests.exports import hostile

from onrecord.exports.accounts import urn_of_document
from onrecord.exports.documents import as_prov
from onrecord.stores import Correction

PROV = Namespace("http://www.w3.org/ns/prov#")
SCHEMA = Namespace("https://schema.org/")


def graph(accounts):
    return Graph().parse(data="".join(as_prov(accounts)), format="turtle")


def test_every_document_was_derived_from_bytes_with_their_sum(accounts):
    found = graph(accounts)
    for account in accounts:
        document = URIRef(urn_of_document(account.document.id))
        raw = found.value(document, PROV.wasDerivedFrom)
        assert found.value(raw, SCHEMA.sha256) == Literal(account.document.provenance.sha256)
        reading = found.value(document, PROV.wasGeneratedBy)
        agent = found.value(reading, PROV.wasAssociatedWith)
        assert (agent, RDF.type, PROV.SoftwareAgent) in found
        assert account.document.provenance.reader in agent


def test_every_statement_was_derived_from_its_document(accounts):
    found = graph(accounts)
    derived = [s for s in found.subjects(PROV.value) if ":statement:" in s]
    assert len(derived) == len(set(derived)) > 80
    documents = {URIRef(urn_of_document(one.document.id)) for one in accounts}
    assert {found.value(s, PROV.wasDerivedFrom) for s in derived} <= documents


def test_a_correction_is_a_revision_by_whoever_made_it(accounts):
    given = Correction("title", "Better", "Good", "Orla Venn", "2026-01-02T03:04:05.678+00:00")
    found = graph([replace(accounts[3], corrections=(given,))])
    document = URIRef(urn_of_document(accounts[3].document.id))
    before = found.value(document, PROV.wasRevisionOf)
    assert found.value(before, PROV.wasDerivedFrom) is not None
    correction = found.value(document, PROV.wasGeneratedBy)
    assert found.value(correction, PROV.endedAtTime).datatype == XSD.dateTime
    who = found.value(correction, PROV.wasAssociatedWith)
    assert (who, RDF.type, PROV.Person) in found
    assert (document, PROV.wasAttributedTo, who) in found


def test_what_was_taken_back_is_no_revision(accounts):
    given = Correction(
        "title", "B", "A", "Orla Venn", "2026-01-02T03:04:05Z", "2026-01-03T00:00:00Z"
    )
    found = graph([replace(accounts[3], corrections=(given,))])
    assert not list(found.subjects(PROV.wasRevisionOf))


def test_a_library_of_prov_reads_it(accounts, tmp_path):
    path = tmp_path / "papers.ttl"
    path.write_text("".join(as_prov(accounts[:3])), "utf-8")
    document = prov.read(str(path), format="rdf")
    kinds = {type(one).__name__ for one in document.get_records()}
    assert {"ProvEntity", "ProvActivity", "ProvAgent", "ProvDerivation"} <= kinds


@given(hostile.accounts(lone=True))
def test_hostile_words_stay_literals(account):
    found = graph([account])
    assert set(found.predicates())
    texts = {str(one) for one in found.objects(None, PROV.value)}
    assert len(texts) <= len(account.reading.statements)
    for one in account.reading.statements:
        words = " … ".join(s.of(account.document.text) for s in one.attribution.content)
        plain = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in words)
        assert plain in texts


@pytest.mark.parametrize("words", ['"', "\\", "\n", '"""', "\\u0041", "\x00", "\u202e", "]]>"])
def test_a_literal_is_its_words(accounts, words):
    found = graph([replace(accounts[0], reading=_titled(accounts[0].reading, words))])
    assert Literal(words) in set(found.objects())


def _titled(reading, title):
    return replace(reading, document=replace(reading.document, title=title))
