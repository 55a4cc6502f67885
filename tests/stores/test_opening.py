"""What an SQLite file must be for Onrecord to open it."""

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from onrecord.errors import NewerStoreError, NotAStoreError, StoreBusyError, StoreError
from onrecord.stores import open_store, sqlite
from onrecord.stores.sqlite.opening import APPLICATION

MIGRATIONS = Path(sqlite.__file__).with_name("migrations")
ONE_LINE = r"^[^\n]+$"


def refused(path, kind, **options):
    with pytest.raises(kind, match=ONE_LINE) as told:
        open_store(path, **options)
    assert str(path) in str(told.value)
    return str(told.value)


def sql(path, *statements):
    connection = sqlite3.connect(path)
    rows = [connection.execute(statement).fetchall() for statement in statements]
    connection.commit()
    connection.close()
    return rows


def test_a_new_database_says_whose_it_is_and_which_version(tmp_path):
    path = tmp_path / "deep" / "onrecord.db"
    open_store(path).close()
    application, version, journal = sql(
        path, "PRAGMA application_id", "PRAGMA user_version", "PRAGMA journal_mode"
    )
    assert (application, version, journal) == (
        [(APPLICATION,)],
        [(len(list(MIGRATIONS.glob("*.sql"))),)],
        [("wal",)],
    )


def test_what_was_kept_is_there_when_it_is_opened_again(tmp_path, make_reading):
    path = tmp_path / "onrecord.db"
    reading = make_reading("One.")
    with open_store(path) as store:
        store.add(reading, b"1")
    with open_store(path, create=False) as store:
        assert store.load("d1") == reading


def test_a_database_of_the_first_version_is_brought_up_to_date_and_keeps_what_it_holds(tmp_path):
    path = tmp_path / "onrecord.db"
    connection = sqlite3.connect(path)
    connection.executescript((MIGRATIONS / "0001_first.sql").read_text("utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute("PRAGMA user_version = 1")
    _fill(connection, "raws", sha256="s")
    _fill(connection, "documents", number=1, id="d1", state="held", raw="s", text="We meet.")
    _fill(connection, "structures", document=1, kind="story", published=None)
    where = {"content_spans": "[[0, 2]]", "quotation": "direct", "part": "paragraph"}
    _fill(connection, "statements", number=1, document=1, speaker="Ann", content="We", **where)
    connection.commit()
    connection.close()
    with open_store(path) as store:
        reading = store.load("d1")
    (statement,) = reading.statements
    assert reading.engine == "rules"
    found = statement.attribution
    assert (statement.speaker, len(found.content)) == ("Ann", 1)
    assert (found.manner, found.stance, found.hedged) == (None, None, False)
    assert sql(path, "SELECT stance FROM said") == [[("",)]]


_MISSING = "earliest latest dating turn".split()
_LISTS = "marks dropped editions flags via source_spans cue_spans via_spans".split()


def _fill(connection, table, **given):
    """Insert a row; what is not given is empty."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    values = [given.get(c, "[]" if c in _LISTS else None if c in _MISSING else "") for c in columns]
    marks = ", ".join("?" * len(columns))
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", values)


def test_no_database_is_made_where_none_was_asked_for(tmp_path):
    path = tmp_path / "onrecord.db"
    refused(path, NotAStoreError, create=False)
    assert not path.exists()


@pytest.mark.parametrize(
    "content", [b"Dear all,\n", b"\x00\x01\x02" * 400, b"SQLite format 3\x00" + b"?" * 4096]
)
def test_another_file_is_refused_and_left_as_it_was(tmp_path, content):
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    refused(path, NotAStoreError)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_database_only_where_one_may_be_made(tmp_path):
    path = tmp_path / "empty.db"
    path.touch()
    refused(path, NotAStoreError, create=False)
    open_store(path).close()
    open_store(path, create=False).close()


def test_a_folder_is_refused(tmp_path):
    refused(tmp_path, NotAStoreError)


def test_another_applications_database_is_refused_and_left_as_it_was(tmp_path):
    path = tmp_path / "other.db"
    sql(path, "CREATE TABLE songs (title TEXT)")
    before = path.read_bytes()
    assert "another application" in refused(path, NotAStoreError)
    assert path.read_bytes() == before


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_was(tmp_path):
    path = tmp_path / "onrecord.db"
    open_store(path).close()
    newer = len(list(MIGRATIONS.glob("*.sql"))) + 1
    sql(path, f"PRAGMA user_version = {newer}")
    before = path.read_bytes()
    assert f"version {newer}" in refused(path, NewerStoreError)
    assert path.read_bytes() == before


def test_a_damaged_database_is_one_clear_line(tmp_path, make_reading):
    path = tmp_path / "onrecord.db"
    with open_store(path) as store:
        store.add(make_reading("word " * 20_000), b"1")
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match=ONE_LINE), open_store(path) as store:
        store.load("d1")


def test_a_writer_that_has_to_wait_too_long_is_told_so(tmp_path, make_reading):
    path = tmp_path / "onrecord.db"
    with open_store(path, wait=0.05) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusyError, match=ONE_LINE):
            store.add(make_reading("One."), b"1")
        assert list(store.documents()) == []
        other.execute("ROLLBACK")
        other.close()
        store.add(make_reading("One."), b"1")


def test_a_database_that_cannot_be_written_can_still_be_read(tmp_path, as_anybody, make_reading):
    path = tmp_path / "onrecord.db"
    with open_store(path) as store:
        store.add(make_reading("One."), b"1")
    path.chmod(0o400)
    with open_store(path) as store:
        assert store.find("d1") == "d1"
        with pytest.raises(StoreBusyError, match=ONE_LINE):
            store.remove("d1")


def test_two_writers_take_turns_and_lose_nothing(tmp_path, make_reading):
    path = tmp_path / "onrecord.db"

    def write(name):
        with open_store(path) as store:
            for i in range(15):
                ref = f"{name}{i:02}"
                store.add(make_reading(f"{ref}. We meet.", ref=ref), ref.encode())

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_store(path) as store:
        assert len(list(store.documents())) == 30
    assert sql(path, "PRAGMA integrity_check") == [[("ok",)]]


def test_an_addition_that_fails_half_way_leaves_nothing(tmp_path, make_reading):
    path = tmp_path / "onrecord.db"
    reading = make_reading("We meet today.", record=[("Ann", "We meet today")])
    with open_store(path) as store:
        sql(
            path,
            "CREATE TRIGGER stop BEFORE INSERT ON passages BEGIN SELECT raise(FAIL, 'full'); END",
        )
        with pytest.raises(StoreError, match=ONE_LINE):
            store.add(reading, b"1")
        sql(path, "DROP TRIGGER stop")
        counts = [f"SELECT count(*) FROM {t}" for t in ("raws", "documents", "turns", "passages")]
        assert sql(path, *counts) == [[(0,)]] * 4
        store.add(reading, b"1")
        assert store.load("d1") == reading


def test_full_text_search_stays_in_step_with_what_is_held(tmp_path, make_reading):
    path = tmp_path / "onrecord.db"
    url = "https://example.org/a"
    with open_store(path) as store:
        for ref in ("one", "two"):
            reading = make_reading(f"We meet {ref}.", ref=ref, url=url, said=[("Ann", "We meet")])
            store.add(reading, ref.encode())
        store.replace(store.load("one"))
        store.replace(store.load("two"))
        store.remove("one")
    # With rank 1 the index is compared with the words themselves.
    sql(path, "INSERT INTO statements_fts (statements_fts, rank) VALUES ('integrity-check', 1)")


def test_the_tables_can_be_read_without_onrecord(tmp_path, make_reading):
    path = tmp_path / "onrecord.db"
    with open_store(path) as store:
        store.add(make_reading("We meet today.", said=[("Ann", "We meet")], title="A day"), b"1")
    assert sql(path, "SELECT document, speaker, content, title FROM said") == [
        [("d1", "Ann", "We meet", "A day")]
    ]


def test_a_process_killed_while_it_writes_leaves_a_sound_database(tmp_path):
    path = tmp_path / "onrecord.db"
    script = (
        "import sys, os, signal\n"
        "from onrecord.stores import open_store\n"
        "from onrecord.stores.sql import adding\n"
        "from onrecord.model import *\n"
        "def die(*_):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "store = open_store(sys.argv[1])\n"
        "for ref in ('a', 'b'):\n"
        "    document = Document(ref, ref * 9000, Provenance('', '', ''))\n"
        "    reading = Reading(document, Structure(Kind.OTHER, ''))\n"
        "    if ref == 'b':\n"
        "        adding.insert_derived = die\n"
        "    store.add(reading, ref.encode())\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert done.returncode == -9
    assert sql(path, "PRAGMA integrity_check") == [[("ok",)]]
    with open_store(path) as store:
        assert [d.id for d in store.documents()] == ["a"]
