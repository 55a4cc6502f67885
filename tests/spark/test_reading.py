"""Rows to readings, whatever stands in them."""

import hashlib
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import readers
from onrecord.model import Failure, Reading
from onrecord.spark import reading
from onrecord.spark.reading import LINE, Using, readings

RULES = Using(engine="rules")
TEXT = '"The bridge will open in May," Orla Venn said.'


def test_a_row_of_columns_is_a_document_with_all_that_is_known_of_it():
    row = {"id": "a", "text": TEXT, "title": "Bridge", "publisher": "Courier", "url": None}
    (found,) = readings(row, RULES)
    assert (found.document.id, found.document.title) == ("a", "Bridge")
    assert [one.speaker for one in found.statements] == ["Orla Venn"]


def test_a_line_is_read_as_the_reader_of_json_lines_reads_it():
    line = json.dumps({"text": TEXT, "published": "2021-05-03"}).encode()
    (found,) = readings({LINE: line + b"\r"}, RULES)
    (alone,) = readers.read(line, path="x.jsonl")
    assert found.document.id == alone.id
    assert (found.document.text, found.document.published) == (alone.text, alone.published)


def test_a_raw_page_is_read_by_its_reader_and_keeps_the_rows_id():
    page = f"<html><head><title>Bridge</title></head><body><article><p>{TEXT}</p></article></body>"
    for row in ({"id": "p", "html": page}, {"id": "p", "bytes": page.encode()}):
        (found,) = readings({**row, "publisher": "Courier"}, RULES)
        assert (found.document.id, found.document.publisher) == ("p", "Courier")
        assert found.document.provenance.reader == "html_page"


def test_several_documents_of_one_row_keep_their_own_ids():
    both = "".join(json.dumps({"id": name, "text": TEXT}) + "\n" for name in "ab").encode()
    assert [one.document.id for one in readings({"id": "p", "bytes": both}, RULES)] == ["a", "b"]


@pytest.mark.parametrize(
    ("row", "name", "reason"),
    [
        ({"id": "a", "text": None}, "a", "no text"),
        ({"id": "a", "text": "  "}, "a", "no text in it"),
        ({"id": "a", "text": TEXT, "kind": "novel"}, "a", "kind is one of"),
        ({LINE: b'{"id": "b"}'}, "b", "no text"),
        ({LINE: b"{bad"}, hashlib.sha256(b"{bad").hexdigest()[:12], "not JSON"),
        ({"id": "p", "bytes": b"\0\0"}, "p", "empty"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_reason(row, name, reason):
    (found,) = readings(row, RULES)
    assert found.path == name
    assert found.reason.startswith(reason)


def test_a_document_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(reading, "read_document", lambda *_, **__: time.sleep(30))
    (found,) = readings({"id": "slow", "text": TEXT}, Using("rules", seconds=0.05))
    assert found == Failure("slow", "took longer than 0.05 seconds")


def test_a_fault_of_ours_is_one_documents_and_says_so(monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr(reading, "read_document", broken)
    (found,) = readings({"id": "a", "text": TEXT}, RULES)
    assert found.path == "a"
    assert found.reason.endswith("a fault of Onrecord: ZeroDivisionError: by zero")


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda s: s.encode("utf-8", "replace")))
def test_any_line_gives_a_reading_or_a_reason(line):
    for found in readings({LINE: line}, RULES):
        assert isinstance(found, Reading) or (found.path and found.reason)
