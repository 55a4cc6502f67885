"""Archives and tables into a store, through everything."""

import pyarrow as pa
import pyarrow.parquet as pq
from tests.unpacking import made, web

from onrecord.intake import How, Taken, gather
from onrecord.model import Failure
from onrecord.stores import open_store
from onrecord.unpacking import Passed


def gathered(store, *paths, **options):
    found = list(gather(store, paths, **options))
    return tuple(
        [one for one in found if isinstance(one, kind)] for kind in (Taken, Failure, Passed)
    )


def test_pages_of_an_archive_are_kept_with_where_they_are_from(tmp_path):
    records = [*web.pages(3), web.record(web.http(status="404 Gone"), number=9)]
    path = made.put(tmp_path, "crawl.warc.gz", b"".join(web.packed(records)) + b"what is this?")
    with open_store(tmp_path / "x.db") as store:
        taken, failures, passed = gathered(store, path)
        assert [one.reading.document.url for one in taken] == [
            f"https://news.example/{n}" for n in range(3)
        ]
        assert [one.reason.rpartition(": ")[2] for one in failures] == ["not gz data"]
        assert [(one.reason, one.count) for one in passed] == [("HTTP status 404", 1)]
        assert store.find("urn:uuid:0001") == store.find("https://news.example/1") == taken[1].ref
        assert b"Page 1." in store.raw(taken[1].ref)
        again = gathered(store, path)[0]
        assert [str(one.what) for one in again] == ["held"] * 3
        assert gathered(store, path, resume=True) == ([], [], [])


def test_columns_that_are_named_are_those_of_tables_too(tmp_path):
    table = {"was": ["The gate stays shut, Orla Venn said."], "wer": ["The Post"], "nr": ["a1"]}
    pq.write_table(pa.table(table), tmp_path / "x.parquet")
    how = How(columns={"text": "was", "publisher": "wer", "id": "nr"})
    with open_store(tmp_path / "x.db") as store:
        ((one,), failures, _) = gathered(store, tmp_path / "x.parquet", how=how)
        assert failures == []
        document = one.reading.document
        assert (one.ref, document.publisher, document.provenance.record) == (
            "a1",
            "The Post",
            "row 1",
        )
