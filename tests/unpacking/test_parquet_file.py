import datetime
import os
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unpacking import made

from onrecord.readers import read
from onrecord.unpacking import Entry, Limits, unpack
from onrecord.unpacking.columns import COLUMNS, roles_of
from onrecord.unpacking.entries import BrokenError


def put(folder, columns, **options):
    path = folder / "x.parquet"
    pq.write_table(pa.table(columns), path, **options)
    return path


def documents(path, columns=None):
    for one in unpack(path, columns=columns or {}):
        yield from read(
            one.data,
            path=one.path,
            given=one.given,
            form=one.form,
            charset=one.charset,
            record=one.record,
        )


def test_a_row_of_text_is_a_document_with_what_its_columns_say(tmp_path):
    path = put(
        tmp_path,
        {
            "Text": ["She agreed, he said.", "“No – never,” she said."],
            "doc_id": ["one", "two"],
            "URL": ["https://a.example/1", None],
            "published_date": [datetime.date(2019, 1, 2), None],
            "title": pa.array(["A", "B"]).dictionary_encode(),
            "sitename": ["The Post", ""],
            "tokens": [4, 5],
        },
    )
    one, two = documents(path)
    assert (one.id, one.text, one.url, one.title) == (
        "one",
        "She agreed, he said.",
        "https://a.example/1",
        "A",
    )
    assert (one.published, one.publisher) == ("2019-01-02", "The Post")
    assert (one.provenance.path, one.provenance.record) == (str(path), "row 1")
    assert (two.id, two.text, two.url, two.published) == ("two", "“No – never,” she said.", "", "")


def test_a_row_with_a_page_is_read_as_one(tmp_path):
    path = put(
        tmp_path,
        {"html": [made.PAGE.decode(), made.PAGE], "url": ["https://a/1"] * 2, "id": ["x", "y"]}
        | {"html": pa.array([made.PAGE] * 2), "text": ["unused", "unused"]},
    )
    one, two = documents(path)
    assert (one.provenance.reader, one.url) == ("html_page", "https://a/1")
    assert "talks would go on" in two.text


def test_rows_are_numbered_through_all_groups(tmp_path):
    path = put(tmp_path, {"text": [f"Words {n}." for n in range(1000)]}, row_group_size=37)
    entries = list(unpack(path))
    assert [one.place for one in entries] == [f"row {n}" for n in range(1, 1001)]
    assert entries[740].data == b'{"text": "Words 740."}'


def test_a_row_without_text_is_a_failure(tmp_path):
    path = put(tmp_path, {"text": ["Words.", " ", None]})
    assert made.reasons(path) == [
        "x.parquet: row 2: no text in it",
        "x.parquet: row 3: no text in it",
    ]


def test_a_row_that_is_larger_than_allowed_is_a_failure(tmp_path):
    path = put(tmp_path, {"text": ["Words.", "x" * 2000]})
    assert made.reasons(path, Limits(entry=1000)) == [
        "x.parquet: row 2: larger than the maximum: 2,000 bytes, 1,000 allowed"
    ]


def test_columns_of_other_names_can_be_told(tmp_path):
    path = put(tmp_path, {"was_gesagt": ["Words."], "tag": ["2019-02-03T10:00"]})
    (document,) = documents(path, {"text": "was_gesagt", "date": "tag", "line": "n"})
    assert (document.text, document.published) == ("Words.", "2019-02-03")
    (reason,) = made.reasons(path)
    assert reason == ("x.parquet: no column is known to hold the text; there are was_gesagt, tag")


@pytest.mark.parametrize(
    ("names", "roles"),
    [
        (["text", "dump", "url", "date", "language"], {"text", "url", "language"}),
        (["plain_text", "published_date", "warc_path", "crawl_date"], {"text", "published"}),
        (["headline", "Body", "link"], {"title", "text", "url"}),
        (["text", "date", "author"], {"text", "published", "author"}),
    ],
)
def test_layouts_in_use_are_known(names, roles):
    """The `date` of what was made of Common Crawl is the day of the crawl, and no page's own."""
    assert set(roles_of(names, {})) == roles


def test_a_column_that_is_not_there_is_named():
    with pytest.raises(BrokenError, match="no column 'x'; there are text"):
        roles_of(["text"], {"title": "x"})


def test_each_name_belongs_to_one_role():
    names = [name for recognised in COLUMNS.values() for name in recognised]
    assert len(names) == len(set(names))


def test_what_is_no_parquet_or_cut_off_says_so(tmp_path):
    whole = put(tmp_path, {"text": ["Words."] * 9}).read_bytes()
    for data in (b"words", whole[:-40], whole[:40]):
        (reason,) = made.reasons(made.put(tmp_path, "x.parquet", data))
        assert reason.startswith("x.parquet: damaged, or not a Parquet file: ")
    assert made.reasons(made.put(tmp_path, "x.parquet", b"")) == ["x.parquet: empty"]
    (reason,) = made.reasons(made.put(tmp_path, "x.parquet.gz", made.PACK["gz"](whole)))
    assert reason == "x.parquet.gz: parquet within gz, which is not read: unpack it"


def test_a_group_that_says_it_is_a_bomb_is_not_begun(tmp_path):
    path = put(
        tmp_path,
        {"text": ["0" * 400_000 + str(n) for n in range(20)]},
        compression="zstd",
        use_dictionary=False,
    )
    (reason,) = made.reasons(path, Limits(entry=1_000_000, ratio=100))
    assert reason.endswith("group 1 of rows says that it unpacks to more than 100 times its size")


def test_without_pyarrow_one_line_says_what_to_install(tmp_path, monkeypatch):
    path = put(tmp_path, {"text": ["Words."]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    words = "pyarrow is not installed; pip install 'onrecord[parquet]' brings it"
    assert made.reasons(path) == [f"x.parquet: {words}"]


def test_a_table_that_brings_its_reader_down_is_a_failure(tmp_path, monkeypatch):
    path = put(tmp_path, {"text": ["Words."]})
    monkeypatch.setattr(sys, "executable", "/bin/false")
    words = "damaged: what reads Parquet broke down at once"
    assert made.reasons(path) == [f"x.parquet: {words}"]


@settings(max_examples=2000 if os.environ.get("ONRECORD_SOAK") else 4)
@given(st.data())
def test_no_table_with_wrong_bytes_raises(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("parquet")
    path = put(folder, {"text": ["Words of a row."] * 50, "url": ["https://a"] * 50})
    out = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        out[data.draw(st.integers(4, len(out) - 9))] = data.draw(st.integers(0, 255))
    for one in unpack(made.put(folder, "y.parquet", bytes(out))):
        assert isinstance(one, Entry) or "fault of Onrecord" not in one.reason
