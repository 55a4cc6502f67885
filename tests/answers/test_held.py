"""The sample corpus as programs are given it: each answer fits its own schema."""

import json

import pytest
from pydantic import TypeAdapter

import examples
from onrecord import answers
from onrecord.checking import check_document
from onrecord.model import Document
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.rosters import holders, shipped
from onrecord.stores import Wanted, open_store
from onrecord.tracing import renderings
from onrecord.unpacking import walk


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("held") / "onrecord.db") as held:
        for path in walk([str(examples.CORPUS)]):
            raw = path.read_bytes()
            for document in read(raw, path=str(path)):
                assert isinstance(document, Document)
                held.add(read_document(document, engine="rules"), raw)
        yield held


def fits(shape, answer):
    """The answer as JSON, after its schema has taken it and nothing of it changed."""
    shown = json.loads(json.dumps(answers.plain(answer)))
    adapter = TypeAdapter(shape)
    assert adapter.validate_python(shown, strict=False) == answer
    assert json.loads(adapter.dump_json(answer)) == shown
    return shown


def test_documents_and_their_whole_readings(store):
    for line in store.documents():
        assert fits(answers.DocumentAnswer, answers.document(line))["id"] == line.id
        held = store.load(line.id)
        whole = answers.reading(held, store.corrections(line.id), line, store.copies_of(line.id))
        shown = fits(answers.ReadingAnswer, whole)
        assert shown["document"]["text"] == held.document.text
        assert len(shown["statements"]) == len(held.statements) == line.statements


def test_statements(store):
    texts = {line.id: store.load(line.id).document.text for line in store.documents()}
    for found in store.statements(Wanted()):
        shown = fits(answers.StatementAnswer, answers.statement(found))
        pieces = [texts[shown["document"]][a:b] for a, b in shown["spans"]["content"]]
        assert " ".join("".join(pieces).split())[:20] in " ".join(shown["content"].split())
        fits(answers.ExtractedAnswer, answers.extracted(found.statement))


def test_findings_of_a_story_say_where_each_quotation_stands(store):
    stories = [line.id for line in store.documents() if line.kind == "story"]
    text = store.load(stories[0]).document.text
    for number, one in enumerate(check_document(stories[0], store, semantic=False), start=1):
        shown = fits(answers.FindingAnswer, answers.checked(one, id=str(number)))
        start, end = shown["quotation"]
        assert text[start:end] == shown["quote"]


def test_utterances(store):
    for number, one in enumerate(renderings(store), start=1):
        shown = fits(answers.UtteranceAnswer, answers.utterance(one, id=str(number)))
        assert [hop["to"] for hop in shown["hops"]]


def test_who_holds_a_post():
    for one in holders(shipped(), "Foreign Minister of Russia", of="", day="2019-01-28"):
        assert fits(answers.HolderAnswer, answers.holder(one))["certain"] is one.certain
