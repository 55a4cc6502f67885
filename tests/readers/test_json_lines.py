"""One document a line; a bad line costs itself alone."""

import json

from onrecord.model import Document, Failure, Kind
from onrecord.readers import read


def lines(*records):
    return "\n".join(r if isinstance(r, str) else json.dumps(r) for r in records).encode()


def test_every_field_is_read():
    record = {
        "id": "ellery-1",
        "text": "Ada Vell: The bridge will open.",
        "title": "A briefing",
        "url": "https://example.org/1",
        "published": "2031-04~",
        "publisher": "The Ellery Mail",
        "author": "U. Field",
        "language": "en",
        "kind": "transcript",
        "speaker": "Ada Vell",
    }
    (found,) = read(lines(record), path="x.jsonl")
    assert {name: getattr(found, name) for name in record} == record
    assert found.kind is Kind.TRANSCRIPT
    assert found.provenance.record == "line 1"


def test_a_bad_line_is_a_failure_that_names_its_number_and_the_others_go_on():
    found = list(
        read(
            lines(
                {"text": "One."},
                "{not json",
                "",
                "[1, 2]",
                {"id": "x"},
                {"text": 7},
                {"text": "  "},
                {"text": "Two.", "kind": "rumour"},
                {"text": "Two.", "title": ["a"]},
                {"text": "Three."},
            ),
            path="x.jsonl",
        )
    )
    assert [f.text for f in found if isinstance(f, Document)] == ["One.", "Three."]
    reasons = [f.reason for f in found if isinstance(f, Failure)]
    assert [reason.split(":")[0] for reason in reasons] == [
        f"line {number}" for number in (2, 4, 5, 6, 7, 8, 9)
    ]


def test_a_line_without_an_id_keeps_the_one_of_its_own_bytes():
    one, two = {"text": "One."}, {"text": "Two."}
    (alone,) = read(lines(two), path="x.jsonl")
    _, beside = read(lines(one, two), path="x.jsonl")
    assert alone.id == beside.id
    assert alone.provenance.sha256 != beside.provenance.sha256


def test_line_separators_inside_a_string_do_not_end_a_line():
    (found,) = read('{"text": "One.\u2028Two.\u0085Three."}'.encode(), path="x.jsonl")
    assert found.text == "One.\u2028Two.\u0085Three."


def test_half_a_surrogate_pair_is_no_text_and_is_replaced():
    (found,) = read(b'{"text": "Ada \\ud83d Vell said so."}', path="x.jsonl")
    found.text.encode()
    assert found.text.startswith("Ada ")


def test_fields_that_are_not_known_are_named():
    (found,) = read(lines({"text": "One.", "mood": "fair", "day": 3}), path="x.jsonl")
    assert found.dropped == ("fields: day, mood",)


def test_an_array_is_refused_once_and_one_object_over_many_lines_is_read():
    (refused,) = read(b'[\n{"text": "One."},\n{"text": "Two."}\n]', path="x.json")
    assert "JSON array" in refused.reason
    (found,) = read(b'{\n  "text": "One."\n}\n', path="x.json")
    assert found.text == "One."
