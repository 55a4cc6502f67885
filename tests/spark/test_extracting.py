"""Statements on Spark are those of one process."""

import gzip
import json

import pyarrow.parquet as pq
import pytest
import zstandard
from click.testing import CliRunner
from tests.spark.conftest import documents, lines

from onrecord import readers
from onrecord.cli import main
from onrecord.errors import InputError
from onrecord.exports.accounts import Account
from onrecord.exports.tables import rows
from onrecord.exports.tables.parquet import schema_of
from onrecord.model import Document
from onrecord.pipeline import read_document
from onrecord.spark import extract, read_input, write_statements

GOOD = list(documents(24))
BAD = ["{bad\n", json.dumps({"id": "empty", "text": " "}) + "\n", "\n"]


def sorted_lines(found):
    """Rows as lines of JSON in one order: what is compared to the byte."""
    return sorted(json.dumps(row, default=str, sort_keys=True, ensure_ascii=False) for row in found)


@pytest.fixture(scope="module")
def alone():
    """What one process makes of the documents."""
    found = readers.read(lines(GOOD).encode(), path="in.jsonl")
    read = [read_document(one, engine="rules") for one in found if isinstance(one, Document)]
    return sorted_lines(row for one in read for row in rows(Account(one), "statements"))


def statements(folder):
    return pq.read_table(folder / "statements").to_pylist()


def failures(folder):
    found = pq.read_table(folder / "failures").to_pylist()
    return sorted((row["id"], row["reason"]) for row in found)


def test_json_lines_plain_and_packed_and_columns_give_what_one_process_gives(
    session, tmp_path, alone
):
    (tmp_path / "a.jsonl").write_text(lines(GOOD[:8]) + "".join(BAD))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines(GOOD[8:16]).encode()))
    (tmp_path / "c.jsonl.zst").write_bytes(zstandard.compress(lines(GOOD[16:]).encode()))
    a, b, c = (read_input(session, str(tmp_path / f"{name}*")) for name in "abc")
    out = tmp_path / "out"
    written = write_statements(extract(a.union(b).union(c), engine="rules"), str(out))
    assert sorted_lines(statements(out)) == alone
    assert (written.rows, written.failures) == (len(alone), 2)
    assert {reason.split(":")[0] for _, reason in failures(out)} == {"not JSON", "no text in it"}
    assert (out / "statements" / "_SUCCESS").exists()


def test_the_columns_are_those_of_the_export(session, alone):
    frame = session.createDataFrame([dict(row, note=1) for row in GOOD])
    found = extract(frame, engine="rules")
    table = found.drop("failure").toArrow()
    assert table.schema.names == schema_of("statements").names
    assert [f.type for f in table.schema] == [f.type for f in schema_of("statements")]
    assert sorted_lines(table.to_pylist()) == alone


def test_the_command_writes_both_and_refuses_to_write_over_them(session, tmp_path, alone):
    frame = session.createDataFrame([*GOOD, {"id": "empty", "text": ""}])
    frame.write.parquet(str(tmp_path / "in"))
    given = ["spark", "extract", str(tmp_path / "in"), str(tmp_path / "out"), "--engine", "rules"]
    first, again = (CliRunner().invoke(main, given) for _ in range(2))
    assert (first.exit_code, again.exit_code) == (1, 2)
    assert "1 document failed" in first.stderr
    assert "--overwrite" in again.stderr
    assert sorted_lines(statements(tmp_path / "out")) == alone
    assert failures(tmp_path / "out") == [("empty", "no text in it")]


def test_nothing_to_read_is_said(session, tmp_path):
    with pytest.raises(InputError, match="no file is there"):
        read_input(session, str(tmp_path / "nothing*"))
    with pytest.raises(InputError, match="none of the columns text, html, bytes"):
        extract(session.createDataFrame([{"id": "a", "body": "x"}]))
    (tmp_path / "out").mkdir()
    with pytest.raises(InputError, match="--overwrite"):
        write_statements(extract(session.createDataFrame(GOOD)), str(tmp_path / "out"))
