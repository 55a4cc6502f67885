"""A full disk, nothing that can be written, two writers at once, a clock set back."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.soak import tasks
from tests.soak.crashing import run, start
from tests.soak.papers import conference, story, write_papers

from onrecord.errors import OnrecordWarning, StoreBusyError, StoreError
from onrecord.intake import take_in
from onrecord.stores import State, examine, open_store
from onrecord.stores.sql import writing

ONRECORD = [sys.executable, "-m", "onrecord"]


@pytest.fixture
def database(tmp_path):
    """Where the database of a test is."""
    return tmp_path / "onrecord.db"


def filled(database, count=4):
    """A database of a few papers, brought up to date."""
    with open_store(database) as store:
        for number in range(count):
            take(store, number)
        store.reindex()
    return database


def take(store, number, version=1):
    """One paper into a store; its id."""
    text = conference(number) if number % 3 == 0 else story(number, version)
    ending = "txt" if number % 3 == 0 else "md"
    (taken,) = take_in(store, text.encode(), path=f"{number}.{version}.{ending}")
    return taken.ref


def held(database):
    """The ids of the documents of a database, each as often as it is there."""
    return [row[0] for row in tasks.rows(database, "SELECT id FROM documents ORDER BY id")]


def whole(database):
    """Every check of an examination holds."""
    assert [check for check in examine(database).checks if check.state is not State.HOLDS] == []


def acknowledged(lines):
    """The ids of the documents that a process said to have kept."""
    return [line.split()[1] for line in lines if line.startswith(("added ", "version "))]


# A full disk


def test_a_file_that_may_not_grow_loses_nothing_and_the_next_try_goes_on(tmp_path, database):
    papers = write_papers(tmp_path / "papers", 40)
    outcome = run(tasks.add_within, database, papers, 400_000, folder=tmp_path)
    (complaint,) = [line for line in outcome.said if line.startswith("onrecord: ")]
    assert "disk" in complaint or "space" in complaint
    told = acknowledged(outcome.said)
    assert 0 < len(told) < 40
    assert set(told) <= set(held(database))
    whole(database)
    run(tasks.add, database, papers, folder=tmp_path)
    assert len(held(database)) == len(list(papers.iterdir()))
    whole(database)


def test_a_store_that_could_not_write_once_keeps_what_it_acknowledges_later(tmp_path, database):
    """A commit that fails must not leave a transaction open into which all later ones fall."""
    outcome = run(tasks.add_after_a_full_disk, database, folder=tmp_path)
    refused, kept = outcome.said
    assert refused.startswith("refused")
    assert held(database) == [kept]
    whole(database)


@contextmanager
def small_disk(size):
    """A file system of its own of so many bytes; skipped where none may be mounted."""
    place = Path(tempfile.mkdtemp())
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    mounted = shutil.which("mount") and subprocess.run(command, capture_output=True, check=False)
    if not mounted or mounted.returncode:
        place.rmdir()
        pytest.skip("no file system may be mounted here; a limit of a file's size stands in for it")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)
        place.rmdir()


def test_a_full_disk_loses_nothing_and_with_space_it_goes_on(tmp_path):
    papers = write_papers(tmp_path / "papers", 60)
    with small_disk("1m") as place:
        database = place / "onrecord.db"
        outcome = run(tasks.add_on_a_full_disk, database, papers, folder=tmp_path)
        told = acknowledged(outcome.said)
        assert any(line.startswith("onrecord: ") for line in outcome.said)
        assert 0 < len(told) < 60
        assert set(told) <= set(held(database))
        subprocess.run(["mount", "-o", "remount,size=20m", str(place)], check=True)
        whole(database)
        run(tasks.add, database, papers, folder=tmp_path)
        assert len(held(database)) == len(list(papers.iterdir()))
        whole(database)


def test_a_backup_for_which_there_is_no_space_is_not_there(tmp_path):
    database = filled(tmp_path / "onrecord.db", 20)
    with small_disk("100k") as place:
        done = subprocess.run(
            [*ONRECORD, "db", "backup", str(place / "kept.db"), "--db", str(database)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
        assert not list(place.iterdir())
    whole(database)


# Nothing that can be written


@pytest.fixture
def unwritable():
    """A function that forbids writing to a folder and all in it, to whoever runs this too."""
    folder = Path(tempfile.mkdtemp())
    mighty = os.geteuid() == 0

    def forbid():
        for one in [*folder.rglob("*"), folder]:
            one.chmod(0o555 if one.is_dir() else 0o444)
        if mighty:
            os.setegid(65534)
            os.seteuid(65534)

    yield folder, forbid
    if mighty:
        os.seteuid(0)
        os.setegid(0)
    for one in [folder, *(one for one in folder.rglob("*") if one.is_dir())]:
        one.chmod(0o755)
    shutil.rmtree(folder)


def test_what_cannot_be_written_is_read_looked_up_and_examined(unwritable):
    folder, forbid = unwritable
    database = filled(folder / "onrecord.db")
    forbid()
    with open_store(database, create=False) as store:
        assert store.how_many() == 4
        assert store.places("will stay shut until the river falls")
        with pytest.raises(StoreBusyError, match="cannot be written"):
            store.remove(next(iter(store.documents())).id)
    states = {check.name: check.state for check in examine(database).checks}
    assert states.pop("full text") is State.UNKNOWN
    assert set(states.values()) == {State.HOLDS}


def test_a_backup_without_an_index_is_looked_up_where_nothing_can_be_written(unwritable, tmp_path):
    folder, forbid = unwritable
    from onrecord.stores import back_up

    back_up(filled(tmp_path / "onrecord.db"), folder / "kept.db")
    forbid()
    with open_store(folder / "kept.db", create=False) as store:
        with pytest.warns(OnrecordWarning, match="as long as this runs"):
            assert store.places("will stay shut until the river falls")
        assert store.indexed()[0]


def test_what_stands_in_the_log_only_is_not_passed_over(unwritable):
    folder, forbid = unwritable
    database = folder / "onrecord.db"
    copy = folder / "copy.db"
    with open_store(database) as store:
        take(store, 1)
        for end in ("", "-wal"):
            shutil.copy(f"{database}{end}", f"{copy}{end}")
    forbid()
    with pytest.raises(StoreBusyError, match="copy both"):
        open_store(copy, create=False)


def test_no_database_is_made_where_nothing_can_be_written(unwritable):
    folder, forbid = unwritable
    forbid()
    with pytest.raises(StoreError, match="cannot be opened for writing"):
        open_store(folder / "onrecord.db")


# A writer that holds on; two at once


def test_a_database_that_is_locked_is_told_of_in_one_line_and_loses_nothing(database):
    filled(database)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_store(database, wait=0.1) as store:
            before = store.how_many()
            with pytest.raises(StoreBusyError, match="try again"):
                take(store, 10)
            assert store.how_many() == before
            other.execute("ROLLBACK")
            take(store, 10)
            assert store.how_many() == before + 1
    whole(database)


def test_a_writer_waits_for_another_one(tmp_path, database):
    papers = write_papers(tmp_path / "papers", 6)
    open_store(database).close()
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        child = start(tasks.add, database, papers, folder=tmp_path)
        time.sleep(1)
        other.execute("ROLLBACK")
        assert len(acknowledged(child.ended().said)) == len(list(papers.iterdir()))
    whole(database)


def test_two_writers_at_once_keep_every_document_once(tmp_path, database, times):
    count = times(12, 60)
    papers = write_papers(tmp_path / "papers", count)
    folders = [tmp_path / name for name in "ab"]
    for folder in folders:
        folder.mkdir()
    children = [start(tasks.add, database, papers, folder=folder) for folder in folders]
    told = [acknowledged(child.ended().said) for child in children]
    every = [one for some in told for one in some]
    assert len(every) == len(set(every)) == len(list(papers.iterdir()))
    assert sorted(every) == held(database)
    whole(database)


def test_what_is_taken_out_while_the_index_is_made_anew_is_not_found_later(database):
    filled(database, 8)
    with open_store(database) as making, open_store(database) as other:
        gone = next(iter(other.documents())).id
        taken_out = []

        def step(done, total):
            if not taken_out:
                taken_out.append(other.remove(gone))
                other.reindex()

        making.reindex(anew=True, progress=step)
    assert taken_out == [gone]
    whole(database)


def test_an_index_of_another_state_of_the_database_is_noticed(database):
    """A database that somebody put back by copying the file, and that has grown since."""
    filled(database, 3)
    kept = database.read_bytes()
    with open_store(database) as store:
        take(store, 5)
        store.reindex()
    database.write_bytes(kept)
    with open_store(database) as store:
        for number in (7, 8, 9, 10):
            take(store, number)
        with pytest.raises(StoreError, match="reindex"):
            store.reindex()
        assert not examine(database).whole
        store.reindex(anew=True)
    whole(database)


# A clock set back


class SetBack(datetime):
    """A clock that goes backwards, an hour each time it is asked."""

    asked = 0

    @classmethod
    def now(cls, tz=UTC):
        cls.asked += 1
        return datetime(2030, 1, 2, tzinfo=tz).replace(hour=23 - cls.asked % 24)


def test_what_came_later_is_in_force_whatever_the_clock_says(database, monkeypatch):
    monkeypatch.setattr(writing, "datetime", SetBack)
    with open_store(database) as store:
        first = take(store, 1)
        second = take(store, 1, version=2)
        assert [line.id for line in store.documents()] == [second]
        assert store.listed(second).supersedes == first
        for title in ("One", "Two", "Three"):
            store.correct(second, "title", title)
        assert store.load(second).document.title == "Three"
        store.take_back(second, "title")
        assert store.load(second).document.title == "Two"
        times = [one.at for one in store.corrections(second)]
        assert times != sorted(times)
    assert SetBack.asked > 4
    whole(database)
