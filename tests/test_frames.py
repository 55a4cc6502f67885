"""Statements as tables."""

from dataclasses import replace
from datetime import date

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.errors import InputError, MissingLibraryError
from onrecord.frames import COLUMNS, to_frame
from onrecord.model import Document, Provenance

TEXT = (
    'The lake is low. "It is shut," Orla Venn said on Thursday. "It stays shut."\n\n'
    "NPA cited Bram Osgarth as saying that the quota is fixed.\n"
)
STORY = Document(
    "story",
    TEXT,
    Provenance("", "", ""),
    title="Low water",
    published="2023-03-02",
    publisher="The Lake Post",
    language="en",
)
DAY = date(2023, 3, 2)


@pytest.fixture(scope="module")
def reading():
    return onrecord.read_document(STORY, engine="rules")


def spans_of(column):
    return [tuple(map(int, piece.split("-"))) for piece in column.split(",")]


@pytest.fixture
def found(reading, tmp_path):
    with onrecord.open_store(tmp_path / "talks.db") as store:
        store.add(reading, TEXT.encode())
        return onrecord.search("quota", store)


def test_a_row_is_a_statement_in_the_words_of_its_document(reading):
    frame = to_frame(reading)
    assert frame.height == len(reading.statements) == 2
    row = frame.row(0, named=True)
    assert row["content"] == '"It is shut," … "It stays shut."'
    (start, _), (_, end) = places = spans_of(row["content_spans"])
    assert [TEXT[a:b] for a, b in places] == row["content"].split(" … ")
    assert (row["start"], row["end"]) == (start, end)
    assert (row["speaker"], row["cue"], row["quotation"]) == ("Orla Venn", "said", "direct")
    assert (row["document"], row["title"], row["publisher"]) == (
        "story",
        "Low water",
        "The Lake Post",
    )
    assert (row["earliest"], row["latest"]) == (DAY, DAY)
    assert row["id"] is None
    assert frame.row(1, named=True)["via"] == "NPA"


def test_statements_by_themselves_come_with_their_text(reading):
    alone = to_frame(reading.statements, text=TEXT)
    same = [name for name in COLUMNS if name not in ("title", "publisher", "dated")]
    days = ("earliest", "latest")
    kept = [name for name in same if name not in days]
    assert alone.select(kept).equals(to_frame([reading]).select(kept))
    assert alone["earliest"].null_count() == alone.height


def test_what_was_found_in_a_store_has_its_number_and_its_day(found):
    (row,) = to_frame(found).rows(named=True)
    assert row["id"] == found[0].id
    assert (row["dated"], row["earliest"], row["speaker"]) == ("2023-03-02", DAY, "Bram Osgarth")


def test_a_day_that_is_open_is_null_and_its_words_stay(found):
    open_year, odd = replace(found[0], dated="XXXX-03-02"), replace(found[0], dated="some day")
    frame = to_frame([open_year, odd])
    assert frame["dated"].to_list() == ["XXXX-03-02", "some day"]
    assert frame["earliest"].to_list() == [None, None]


@pytest.mark.parametrize("as_", ["polars", "pandas"])
def test_the_types_are_the_same_when_there_is_nothing(reading, found, as_):
    empty, full = to_frame([], as_=as_), to_frame([reading, *found], as_=as_)
    assert list(empty.columns) == list(full.columns) == list(COLUMNS)
    assert list(empty.dtypes) == list(full.dtypes)
    assert len(empty) == 0
    assert len(full) == 3


def test_polars_and_pandas_hold_the_same(reading, found):
    rows = [reading, *found]
    polars, pandas = to_frame(rows), to_frame(rows, as_="pandas")
    for name in COLUMNS:
        theirs = [None if value is pd.NA or value is pd.NaT else value for value in pandas[name]]
        theirs = [value.date() if isinstance(value, pd.Timestamp) else value for value in theirs]
        assert theirs == polars[name].to_list()


def test_a_polars_frame_becomes_pandas_parquet_and_csv(reading, tmp_path):
    frame = to_frame(reading)
    assert list(frame.to_pandas()["speaker"]) == ["Orla Venn", "Bram Osgarth"]
    assert "Orla Venn" in frame.write_csv()
    frame.write_parquet(tmp_path / "statements.parquet")
    assert pl.read_parquet(tmp_path / "statements.parquet").equals(frame)


def test_days_of_any_century_fit(found):
    frame = to_frame([replace(found[0], dated="1648-10-24")], as_="pandas")
    assert frame["earliest"][0].date() == date(1648, 10, 24)


def test_statements_without_their_text_are_refused(reading):
    with pytest.raises(InputError, match="text="):
        to_frame(reading.statements)


@pytest.mark.parametrize("bad", ["a quotation", [object()], [None]])
def test_what_is_no_statement_is_refused(bad):
    with pytest.raises(InputError, match="is no statement"):
        to_frame(bad)


def test_another_kind_of_frame_is_refused():
    with pytest.raises(InputError, match="polars or pandas"):
        to_frame([], as_="arrow")


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_a_library_that_is_not_there_is_one_line(library, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, library, None)
    with pytest.raises(MissingLibraryError, match="pip install"):
        to_frame([], as_=library)


@given(st.text(max_size=80))
def test_any_text_makes_a_table(words):
    text = f'Orla Venn said that {words}. "{words}," she added.'
    frame = to_frame(onrecord.extract(text, language="en", engine="rules"), text=text)
    for row in frame.rows(named=True):
        assert " … ".join(text[a:b] for a, b in spans_of(row["content_spans"])) == row["content"]
