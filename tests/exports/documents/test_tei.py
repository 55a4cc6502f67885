"""TEI holds all of a text, and gives it back."""

import re

from hypothesis import given
from lxml import etree
from tests.exports import hostile

from onrecord.exports.documents import as_tei, one_as_tei
from onrecord.model import PartKind
from onrecord.readers import read

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def parsed(accounts):
    return etree.fromstring("".join(as_tei(accounts)).encode())


def text_of(body):
    for glyph in body.iter(f"{TEI}g"):
        glyph.text = "\ufffd"
    return "".join(body.itertext())


def barred(text):
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)


def test_the_body_is_the_text_code_point_for_code_point(accounts):
    bodies = parsed(accounts).iter(f"{TEI}body")
    assert [text_of(one) for one in bodies] == [one.document.text for one in accounts]


def test_every_turn_is_a_u_of_its_speaker(accounts):
    root = parsed(accounts)
    names = {one.get(ID): "".join(one.itertext()) for one in root.iter(f"{TEI}person")}
    spoken = [names.get(one.get("who", "")[1:], "") for one in root.iter(f"{TEI}u")]
    turns = [turn for one in accounts for turn in one.reading.structure.turns]
    assert spoken == [turn.speaker for turn in turns]
    assert len(turns) > 40


def test_what_is_said_is_marked_piece_by_piece(accounts):
    for document, account in zip(parsed(accounts).iter(f"{TEI}TEI"), accounts, strict=True):
        pieces = {}
        for one in document.iter(f"{TEI}said"):
            statement = int(one.get(ID).split(".")[1][1:])
            pieces.setdefault(statement, []).append("".join(one.itertext()))
        for number, statement in enumerate(account.reading.statements):
            spans = statement.attribution.content
            wanted = "".join(span.of(account.document.text) for span in spans)
            assert "".join("".join(pieces[number]).split()) == "".join(wanted.split())


def test_ids_are_there_once_and_every_pointer_leads_to_one(accounts):
    root = parsed(accounts)
    ids = [one.get(ID) for one in root.iter() if one.get(ID)]
    assert len(ids) == len(set(ids))
    pointers = {
        pointer
        for one in root.iter()
        for name in ("who", "ana", "next", "prev")
        for pointer in one.get(name, "").split()
    }
    assert pointers
    assert {pointer.removeprefix("#") for pointer in pointers} <= set(ids)


def test_what_is_not_asserted_bears_a_note_of_it(accounts):
    withheld = [s for a in accounts for s in a.reading.statements if s.attribution.withheld]
    marked = [s for s in parsed(accounts).iter(f"{TEI}said") if ".stance." in s.get("ana", "")]
    assert len(marked) >= len(withheld) > 0


def test_each_document_is_read_back_with_the_same_words(accounts):
    for account in accounts:
        (found,) = read(one_as_tei(account).encode(), path="x.xml")
        document = account.document
        assert found.text.split() == document.text.split()
        assert (found.url, found.published) == (document.url, document.published)
        assert found.publisher == document.publisher


def test_a_corpus_is_read_back_as_its_documents(accounts):
    found = list(read("".join(as_tei(accounts)).encode(), path="x.xml"))
    assert [one.text.split() for one in found] == [one.document.text.split() for one in accounts]
    assert len({one.id for one in found}) == len(found)


def test_labels_come_back_as_labels_of_the_same_speakers(accounts):
    for account in accounts:
        turns = account.reading.structure.turns
        (found,) = read(one_as_tei(account).encode(), path="x.xml")
        labels = [mark.value for mark in found.marks if mark.kind is PartKind.LABEL]
        wanted = [turn.speaker for turn in turns if turn.label and turn.speaker]
        assert [name for name in labels if name not in ("Question", "Q")] == wanted


@given(hostile.accounts(lone=True))
def test_hostile_words_are_text_and_nothing_else(account):
    root = etree.fromstring(one_as_tei(account).encode())
    assert text_of(root.find(f".//{TEI}body")) == barred(account.document.text)
