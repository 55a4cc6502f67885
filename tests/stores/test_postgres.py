"""What is PostgreSQL's own of a store: opening, several writers, indexes on several machines."""

import subprocess
import sys

import pytest

from onrecord.errors import (
    MissingLibraryError,
    NewerStoreError,
    NotAStoreError,
    ReadError,
    StoreBusyError,
    StoreError,
)
from onrecord.stores import Address, locate, open_store

WORDS = "the bridge at Orlo stays shut until the end of May"


@pytest.fixture
def url(postgres):
    return postgres.new_database()


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A function that makes what follows happen on the machine of a name."""
    return lambda name: monkeypatch.setenv("ONRECORD_INDEXES", str(tmp_path / name))


def found(url, words=WORDS):
    with open_store(url) as store:
        hits = store.passages(place.number for place in store.places(words))
        return sorted(hit.passage.document for hit in hits)


def run(code, *values):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, values)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


class TestAddresses:
    def test_a_url_is_an_address_and_anything_else_a_path(self, tmp_path):
        assert locate("postgresql://a@b/c") == Address("postgresql://a@b/c")
        assert locate("postgres://a@b/c") == Address("postgres://a@b/c")
        assert locate(str(tmp_path)) == tmp_path

    @pytest.mark.parametrize(
        "url",
        [
            "postgresql://ann:hush@host/db",
            "postgresql://ann:hu%2Fsh@host:5432/db?sslmode=require",
            "postgresql://ann:hu/s@h@host/db",
            "postgresql://ann:hush@[::1]:5432,other:5433/db",
            "postgresql://host/db?user=ann&password=hush&sslpassword=hush",
        ],
    )
    def test_a_password_is_never_shown(self, url):
        for shown in (str(Address(url)), repr(Address(url)), f"{Address(url)}"):
            assert "hu" not in shown
            assert "s@h" not in shown

    @pytest.mark.parametrize(
        "url",
        [
            "postgresql://ann:hush@127.0.0.1:1/db",
            "postgresql://ann:hush@127.0.0.1:port/db",
            "postgresql://ann:hush@127.0.0.1/db?nothing=1",
            "postgresql://ann:hu/sh@127.0.0.1/db",
        ],
    )
    def test_an_error_is_one_line_without_the_password(self, url):
        with pytest.raises(StoreError) as told:
            open_store(url)
        assert "hush" not in str(told.value)
        assert "hu/" not in str(told.value)
        assert "\n" not in str(told.value)

    def test_without_the_library_it_says_what_to_install(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "psycopg", None)
        with pytest.raises(MissingLibraryError, match=r"^[^\n]*onrecord\[postgres\][^\n]*$"):
            open_store("postgresql://a@b/c")


class TestOpening:
    def test_tables_are_made_only_where_they_may_be(self, url):
        with pytest.raises(NotAStoreError, match="no Onrecord database here yet"):
            open_store(url, create=False)
        open_store(url).close()
        open_store(url, create=False).close()

    def test_a_database_of_another_application_is_refused_and_left_as_it_was(self, url, postgres):
        postgres.execute("CREATE TABLE letters (words text)", url)
        with pytest.raises(NotAStoreError, match="another application"):
            open_store(url)
        tables = "SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
        assert postgres.execute(f"{tables} AND relkind = 'r'", url) == [(1,)]

    def test_a_database_of_a_newer_version_is_refused(self, url, postgres):
        open_store(url).close()
        postgres.execute("UPDATE onrecord_database SET version = 999", url)
        with pytest.raises(NewerStoreError, match="version 999"):
            open_store(url)

    def test_a_database_of_an_older_version_is_brought_up_to_date(self, url, monkeypatch):
        from onrecord.stores.postgres import opening

        steps = opening.migrations()
        with monkeypatch.context() as older:
            older.setattr(opening, "migrations", lambda: steps[:1])
            open_store(url).close()
        with open_store(url) as store:
            assert store.taken("/a") is None

    def test_a_database_that_is_not_there_is_told_of(self, postgres):
        with pytest.raises(NotAStoreError, match="no database of this name"):
            open_store(postgres.url("nowhere"))

    def test_a_database_in_another_encoding_is_refused(self, postgres):
        postgres.execute("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1'")
        with pytest.raises(StoreError, match="it has to be UTF8"):
            open_store(postgres.url("latin"))

    def test_two_processes_that_make_the_tables_at_once_make_them_once(self, url, postgres):
        code = "import sys; from onrecord.stores import open_store; open_store(sys.argv[1]).close()"
        for one in [run(code, url) for _ in range(2)]:
            assert one.wait() == 0, one.stderr.read()
        assert postgres.execute("SELECT count(*) FROM onrecord_database", url) == [(1,)]


def test_the_tables_and_columns_are_those_of_sqlite(url, postgres, tmp_path):
    import sqlite3

    open_store(url).close()
    open_store(tmp_path / "a.db").close()
    connection = sqlite3.connect(tmp_path / "a.db")
    own = {("onrecord_database", "version"), ("onrecord_database", "id"), ("gone", "number")}
    held = {
        (table, column)
        for table, column in postgres.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema()",
            url,
        )
        if not table.endswith("_fts")
    }
    names = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
    names = [name for (name,) in connection.execute(names) if "_fts" not in name]
    wanted = {
        (name, row[1])
        for name in names
        if not name.endswith("_searched")
        for row in connection.execute(f"PRAGMA table_info({name})")
    }
    connection.close()
    assert held - own == wanted


_ADD = """
import sys
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import open_store
url, who, many = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open_store(url, wait=60) as store:
    for n in range(many):
        # Every other document is one that all of them add.
        name = f"{who}{n}" if n % 2 else f"all{n}"
        text = f"MINISTER BELL: The bridge {name} stays shut.\\n\\nQUESTION: Why {name}?\\n"
        document, = read(text.encode())
        print(store.add(read_document(document), text.encode())[0], flush=True)
"""


class TestWriters:
    def test_processes_that_add_at_once_lose_nothing_and_add_nothing_twice(self, url, postgres):
        open_store(url).close()
        adding = [run(_ADD, url, who, 6) for who in "abc"]
        told = set()
        with open_store(url) as store:
            seen = 0
            while any(one.poll() is None for one in adding):
                # Whoever looks meanwhile finds all that was there when it looked.
                indexed = store.indexed()[0]
                assert indexed >= seen
                seen = indexed
            for one in adding:
                assert one.returncode == 0, one.stderr.read()
                told |= set(one.stdout.read().split())
            held = [line.id for line in store.documents()]
            assert sorted(held) == sorted(told)
            assert len(held) == 3 * 3 + 3
            counted = postgres.execute("SELECT count(*), count(DISTINCT number) FROM passages", url)
            assert counted == [(store.indexed()[0],) * 2]

    def test_a_writer_that_has_to_wait_too_long_is_told_so(self, url, make_reading):
        with open_store(url) as one, open_store(url) as other:
            one.add(make_reading("before", ref="d0"), b"0")
            with one.together():
                one.add(make_reading("first", ref="d1"), b"1")
                with pytest.raises(StoreBusyError, match="another process"), other.waiting(0.05):
                    other.add(make_reading("second", ref="d2"), b"2")
                assert other.how_many() == 1
            other.add(make_reading("second", ref="d2"), b"2")
            assert one.how_many() == 3

    def test_a_process_killed_while_it_writes_leaves_nothing_of_what_was_not_done(self, url):
        adding = run(_ADD, url, "a", 1000)
        told = {adding.stdout.readline().strip() for _ in range(5)}
        adding.kill()
        told |= {line.strip() for line in adding.stdout if len(line) == 13}
        adding.wait()
        with open_store(url) as store:
            held = {line.id for line in store.documents()}
            assert told <= held
            assert len(held - told) <= 1
            for ref in held:
                store.load(ref)
            store.remove(min(held))

    def test_a_connection_that_was_lost_is_made_again(self, url, postgres, make_reading):
        with open_store(url) as store:
            store.add(make_reading("first", ref="d1"), b"1")
            postgres.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
            with pytest.raises(StoreBusyError, match=r"going down|connection"):
                store.how_many()
            assert store.how_many() == 1
            store.add(make_reading("second", ref="d2"), b"2")
            assert store.how_many() == 2


class TestTexts:
    def test_what_postgresql_cannot_hold_comes_back_as_it_was(self, url, make_reading):
        text = "a\0b \ufdd1 \ufdd10 \ufdd11 \0\0"
        reading = make_reading(text, ref="d1", said=[("A\0nn", "a\0b")], title="\ufdd1\0")
        with open_store(url) as store:
            store.add(reading, b"1")
            assert store.load("d1") == reading
            assert store.speakers() == ["A\0nn"]

    def test_half_of_a_surrogate_pair_is_refused_in_one_line(self, url, make_reading):
        with open_store(url) as store:
            with pytest.raises(ReadError, match="surrogate"):
                store.add(make_reading("a \ud800 b", ref="d1"), b"1")
            assert store.how_many() == 0

    def test_names_come_in_the_order_of_code_points_whatever_the_server_does(
        self, url, make_reading
    ):
        names = ["Zoe", "anna", "Émile", "b\U0001f600", "b\uffee", "Ann"]
        text = "we agree"
        with open_store(url) as store:
            said = [(name, text) for name in names]
            store.add(make_reading(text, ref="d1", said=said), b"1")
            assert store.speakers() == sorted(names)

    def test_a_text_of_a_hundred_thousand_words_is_found_at_its_end(self, url, make_reading):
        text = " ".join(f"word{n}" for n in range(100_000)) + " the very last lantern"
        from onrecord.stores import Sought, Unit, Wanted

        with open_store(url) as store:
            store.add(make_reading(text, ref="d1", record=[("Ann", text)]), b"1")
            query = Sought(("last lantern",))
            ranked = store.ranked(query, Wanted(), unit=Unit.PASSAGE)
            assert len(ranked.numbers) == 1
            (spans,) = store.matched(query, ranked.numbers, unit=Unit.PASSAGE).values()
            assert [span.of(text) for span in spans] == ["last lantern"]


class TestIndexes:
    def test_each_machine_has_an_index_and_none_misses_what_is_gone(
        self, url, machine, make_reading
    ):
        for name, ref in (("one", "d1"), ("other", "d2")):
            machine(name)
            with open_store(url) as store:
                words = f"{WORDS} {ref}"
                store.add(make_reading(words, ref=ref, record=[("Ann", words)]), ref.encode())
            assert found(url) == (["d1"] if ref == "d1" else ["d1", "d2"])
        with open_store(url) as store:
            store.remove("d1")
        assert found(url) == ["d2"]
        machine("one")
        assert found(url) == ["d2"]
        machine("third")
        assert found(url) == ["d2"]

    def test_an_index_that_was_lost_or_forgot_what_it_was_told_is_mended(
        self, url, machine, make_reading, tmp_path
    ):
        import shutil

        machine("one")
        with open_store(url) as store:
            for ref in ("d1", "d2"):
                words = f"{WORDS} {ref}"
                store.add(make_reading(words, ref=ref, record=[("Ann", words)]), ref.encode())
            assert len(store.places(WORDS)) == 2
            store.remove("d1")
        assert found(url) == ["d2"]
        (told,) = (tmp_path / "one").glob("*.told")
        told.unlink()
        assert found(url) == ["d2"]
        shutil.rmtree(tmp_path / "one")
        assert found(url) == ["d2"]
        with open_store(url) as store:
            store.reindex(anew=True)
        assert found(url) == ["d2"]
