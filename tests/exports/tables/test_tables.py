"""Tables that other libraries read: CSV without formulas, typed Parquet, a folder with a card."""

import csv
import io
import json

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml
from hypothesis import given
from tests.exports import hostile

from onrecord.exports.accounts import words_of
from onrecord.exports.tables import COLUMNS, as_csv_table, as_parquet, fill_hugging_face, rows
from onrecord.exports.tables import parquet as parquet_module
from onrecord.exports.tables.hugging_face import SPLITS, split_of
from onrecord.model import Span

TABLES = tuple(COLUMNS)


def table(accounts, name):
    return pq.read_table(io.BytesIO(b"".join(as_parquet(accounts, name))))


def cells(accounts, name):
    return list(csv.reader(io.StringIO("".join(as_csv_table(accounts, name)), newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_every_column(checked, name):
    found = [row for account in checked for row in rows(account, name)]
    assert found
    assert all(list(row) == list(COLUMNS[name]) for row in found)


@pytest.mark.parametrize("name", TABLES)
def test_parquet_gives_the_rows_back(checked, name):
    given = [row for account in checked for row in rows(account, name)]
    assert table(checked, name).to_pylist() == given


def test_spans_are_nested_numbers_that_cut_out_the_words(accounts):
    texts = {one.document.id: one.document.text for one in accounts}
    found = pl.from_arrow(table(accounts, "statements"))
    assert found.schema["content_spans"] == pl.List(pl.Struct({"start": pl.Int64, "end": pl.Int64}))
    for row in found.iter_rows(named=True):
        spans = tuple(Span(one["start"], one["end"]) for one in row["content_spans"])
        assert words_of(texts[row["document"]], spans) == row["content"]


def test_columns_of_few_words_have_dictionaries_and_days_are_days(accounts):
    whole = b"".join(as_parquet(accounts, "statements"))
    group = pq.ParquetFile(io.BytesIO(whole)).metadata.row_group(0)
    columns = [group.column(number) for number in range(group.num_columns)]
    named = {one.path_in_schema for one in columns if one.has_dictionary_page}
    assert {"speaker", "publisher", "quotation"} <= named
    assert "content" not in named
    assert table(accounts, "documents").schema.field("event_earliest").type == pa.date32()


def test_rows_are_written_in_groups(accounts, monkeypatch):
    monkeypatch.setattr(parquet_module, "_A_GROUP", 10)
    pieces = list(as_parquet(accounts, "statements"))
    whole = pq.ParquetFile(io.BytesIO(b"".join(pieces)))
    assert whole.metadata.num_row_groups > 5
    assert sum(1 for piece in pieces if piece) > 5


def test_nothing_held_is_an_empty_table_with_its_columns():
    assert table([], "findings").column_names == list(COLUMNS["findings"])
    assert cells([], "findings") == [list(COLUMNS["findings"])]


@pytest.mark.parametrize("name", TABLES)
def test_csv_has_a_row_for_each(checked, name):
    head, *found = cells(checked, name)
    assert head == list(COLUMNS[name])
    assert len(found) == sum(1 for account in checked for _ in rows(account, name))


@pytest.mark.parametrize("name", TABLES)
@given(account=hostile.accounts(lone=True))
def test_no_cell_is_a_formula(name, account):
    head, *found = cells([account], name)
    assert all(len(row) == len(head) for row in found)
    assert not any(cell[:1] in {*"=+-@\t\r\n"} - {""} for row in found for cell in row if cell)


@pytest.mark.parametrize("name", TABLES)
@given(account=hostile.accounts(lone=True))
def test_parquet_holds_any_words(name, account):
    assert table([account], name).to_pylist() == list(rows(account, name))


# The folder


@pytest.fixture(scope="module")
def folder(checked, tmp_path_factory):
    made = tmp_path_factory.mktemp("hub")
    fill_hugging_face(iter(checked), made)
    return made


def front(folder):
    _, head, body = (folder / "README.md").read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(head), body


def test_the_card_says_whose_the_texts_are(folder):
    head, body = front(folder)
    assert (head["license"], head["language"]) == ("other", ["en"])
    assert "The texts belong to their publishers" in body


def test_every_file_that_the_card_names_is_there_and_no_other(folder):
    head, _ = front(folder)
    named = {one["path"] for config in head["configs"] for one in config["data_files"]}
    there = {str(path.relative_to(folder)) for path in (folder / "data").rglob("*.parquet")}
    assert named == there


def test_the_features_are_the_columns_and_the_splits_are_counted(folder, checked):
    head, _ = front(folder)
    for info in head["dataset_info"]:
        name = info["config_name"]
        assert [one["name"] for one in info["features"]] == list(COLUMNS[name])
        counted = {
            one["name"]: pq.read_metadata(folder / f"data/{name}/{one['name']}.parquet").num_rows
            for one in info["splits"]
        }
        assert counted == {one["name"]: one["num_examples"] for one in info["splits"]}
        assert sum(counted.values()) == sum(1 for a in checked for _ in rows(a, name))


def test_a_document_is_in_one_split_with_all_that_is_in_it(folder):
    seen = {}
    for path in (folder / "data").rglob("*.parquet"):
        for one in pq.read_table(path, columns=["document"]).column("document").to_pylist():
            seen.setdefault(one, set()).add(path.stem)
    assert all(len(splits) == 1 for splits in seen.values())


def test_most_documents_are_to_train_with():
    counts = dict.fromkeys(SPLITS, 0)
    for number in range(2000):
        counts[split_of(f"document-{number}")] += 1
    assert 1500 < counts["train"] < 1700
    assert 140 < counts["validation"] < 260
    assert 140 < counts["test"] < 260


def test_a_card_is_yaml_whatever_the_language_is_called(tmp_path, checked):
    fill_hugging_face(iter(checked[:1]), tmp_path / "a" / "b")
    json.dumps(front(tmp_path / "a" / "b")[0])
