"""What is marked in tests/data/process is well formed and lies where it says."""

import csv
import hashlib
import json
import re
from pathlib import Path

import pytest

from onrecord import readers

FOLDER = Path(__file__).parent / "data" / "process"
PARTS = ("seeds", "dev", "kept")
EVERY_ITEM = {"document", "page", "kind", "about", "spans"}
FIELDS = {
    "role": {"actor", "role", "of"},
    "meeting": {"type", "ordinal", "date", "place", "parties", "status"},
    "agreement": {"type", "date", "parties"},
    "promise": {"actor", "due"},
}
ALLOWED = {
    ("role", "role"): """guarantor observer host mediator party participant chair member invited
        absent""",
    ("meeting", "type"): """summit round session congress forum conference talks meeting call visit
        consultations""",
    ("meeting", "status"): "announced held put_off spoken_of",
    ("agreement", "type"): """resolution agreement memorandum plan statement ceasefire treaty
        charter decision""",
}
DAY = r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?"
EDTF = re.compile(rf"(?:{DAY}|{DAY}/{DAY}|\{{{DAY}(?:,{DAY})+\}})?")


def items_of(part):
    path = FOLDER / f"{part}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def documents():
    with (FOLDER / "documents.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def text_of(shared, row):
    folder = "seeds" if row["part"] == "seeds" else "data/kremlin_astana/html"
    path = next((shared / folder).glob(f"{row['page']}.*"), None)
    if path is None:
        pytest.skip(f"{row['page']} is not among the shared data")
    (document,) = readers.read(path.read_bytes(), path=str(path))
    assert document.id == row["document"]
    return document.text


@pytest.mark.parametrize("part", PARTS)
def test_every_item_has_the_fields_of_its_kind(part):
    for item in items_of(part):
        assert set(item) == EVERY_ITEM | FIELDS[item["kind"]], item
        assert item["about"] in ("process", "beside"), item


@pytest.mark.parametrize("part", PARTS)
def test_labels_are_among_those_allowed(part):
    for item in items_of(part):
        for (kind, field), values in ALLOWED.items():
            assert item["kind"] != kind or item[field] in values.split(), item
        for field in item.keys() & {"date", "due"}:
            assert EDTF.fullmatch(item[field]), item
        for field in item.keys() & {"actor", "of"}:
            assert item[field].strip(), item
        assert re.fullmatch(r"\d*", item.get("ordinal", "")), item
        assert all(isinstance(party, str) and party for party in item.get("parties", [])), item


@pytest.mark.parametrize("part", PARTS)
def test_no_item_is_there_twice(part):
    lines = (FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("part", PARTS)
def test_items_are_of_documents_in_the_table_of_their_part(part):
    listed = {(row["document"], row["page"]) for row in documents() if row["part"] == part}
    assert {(item["document"], item["page"]) for item in items_of(part)} == listed


@pytest.mark.parametrize("part", PARTS)
def test_spans_rise_without_overlap(part):
    for item in items_of(part):
        bounds = [bound for span in item["spans"] for bound in span]
        assert bounds, item
        assert bounds[0] >= 0, item
        assert all(start < end for start, end in item["spans"]), item
        assert bounds == sorted(bounds), item


@pytest.mark.parametrize("row", documents(), ids=lambda row: f"{row['part']}-{row['page'][:5]}")
def test_spans_lie_on_whole_words_in_the_text_that_was_marked(shared, row):
    text = text_of(shared, row)
    assert hashlib.sha256(text.encode("utf-8")).hexdigest() == row["sha256"]
    for item in items_of(row["part"]):
        if item["document"] != row["document"]:
            continue
        for start, end in item["spans"]:
            assert end <= len(text), item
            assert text[start:end].strip() == text[start:end], item
            assert not text[start - 1 : start + 1].isalnum() or start == 0, item
            assert not text[end - 1 : end + 1].isalnum() or end == len(text), item
