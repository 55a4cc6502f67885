"""Renderings matched on Spark are, to the byte, those that one process finds."""

import json
from unittest.mock import patch

import pytest
from click.testing import CliRunner
from tests.spark.conftest import documents, lines

import examples
from onrecord.cli import main
from onrecord.model import Failure
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.spark import extract, match
from onrecord.stores import open_store
from onrecord.stores.sql import SqlStore

TWICE = [
    {"id": "twice", "text": "Here is one text."},
    {"id": "twice", "text": "One text is here."},
]


def rows():
    """The sample papers as pages, and stories that have the same words over and over."""
    for path in examples.files():
        yield {"path": path.name, "bytes": path.read_bytes(), **examples.given(path)}
    yield from documents(40)


def in_one_process(path, given):
    """What `onrecord renderings --json` writes of a database with these documents.

    Each copy of a story counts for itself, as on Spark, which groups none.
    """
    with open_store(path) as store:
        for row in given:
            for document, raw in read_row(row):
                store.add(read_document(document, engine="rules"), raw)
    with patch.object(SqlStore, "first_copies", lambda store, ids: {}):
        told = CliRunner().invoke(main, ["renderings", "--json", "--db", str(path)])
    assert told.exit_code == 0, told.output
    return told.stdout.splitlines()


def read_row(row):
    if "bytes" in row:
        given = {name: row[name] for name in row if name not in ("path", "bytes")}
        for found in read(row["bytes"], path=row["path"], given=given):
            yield found, row["bytes"]
    else:
        raw = json.dumps(row).encode()
        for found in read(raw, form="jsonl"):
            assert not isinstance(found, Failure)
            yield found, raw


@pytest.fixture(scope="module")
def frame(session):
    held = list(rows())
    names = sorted({name for row in held for name in row})
    kinds = ", ".join(f"{name} {'binary' if name == 'bytes' else 'string'}" for name in names)
    return session.createDataFrame([tuple(row.get(name) for name in names) for row in held], kinds)


def test_the_sample_papers_and_much_repeated_words_give_the_same(frame, tmp_path):
    again = frame.limit(3).union(frame)  # what is given twice is there once
    more = frame.sparkSession.createDataFrame([*TWICE, {"id": "empty", "text": " "}])
    found = match(again.unionByName(more, allowMissingColumns=True), engine="rules").collect()
    failed = {row.document: row.failure.partition(",")[0] for row in found if row.failure}
    assert failed == {"empty": "no text in it", "twice": "another document has this id"}
    told = [row.utterance for row in sorted(found, key=lambda r: r.number or 0) if row.utterance]
    alone = in_one_process(tmp_path / "papers.db", [*rows(), TWICE[0]])
    assert len(alone) > 10
    assert "\n".join(sorted(told)) == "\n".join(sorted(alone))
    assert told == alone


def test_the_time_of_a_document_is_limited_on_workers_too(session):
    made = session.createDataFrame(list(documents(3)))
    found = extract(made, engine="rules", seconds=1e-6).collect()
    assert {row.document for row in found} == {row["id"] for row in documents(3)}
    assert {row.failure for row in found} == {"took longer than 1e-06 seconds"}


def test_nothing_in_common_gives_nothing(session, tmp_path):
    (tmp_path / "in.jsonl").write_text(lines([{"id": "a", "text": '"Yes," Orla Venn said.'}]))
    places = [str(tmp_path / "in.jsonl"), str(tmp_path / "out")]
    given = ["spark", "match", *places, "--engine", "rules"]
    told = CliRunner().invoke(main, given)
    assert (told.exit_code, told.stdout) == (0, f"0 utterances in {tmp_path}/out/utterances\n")
    assert (tmp_path / "out" / "utterances" / "_SUCCESS").exists()
    assert CliRunner().invoke(main, given).exit_code == 2
